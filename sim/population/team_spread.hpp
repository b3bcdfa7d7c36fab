// A value of each team, written to all of its posts.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "sim/core/portable_math.hpp"

namespace bevlogen {

// out[i] = value for the posts [begin, end) of a team. `out` has room for `room` values. Writes whole groups, the last of which reaches
// into the next team: that is written next, so teams come in ascending order.
template <class Value>
BEVLOGEN_INLINE void spread_over_team(Value* __restrict out, Value value, std::size_t begin, std::size_t end, std::size_t room) {
    constexpr std::size_t kGroup = 16;
    std::size_t i = begin;
    for (; i < end && i + kGroup <= room; i += kGroup) {
        for (std::size_t l = 0; l < kGroup; ++l) out[i + l] = value;
    }
    for (; i < end; ++i) out[i] = value;
}

// out[i] = of_team[t] for each post i of each team t.
template <class Value>
void spread_over_teams(std::span<const std::uint32_t> team_begin, const Value* of_team, Value* __restrict out, std::size_t room) {
    for (std::size_t t = 0; t + 1 < team_begin.size(); ++t) spread_over_team(out, of_team[t], team_begin[t], team_begin[t + 1], room);
}

}  // namespace bevlogen
