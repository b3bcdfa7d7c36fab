// A value of each team, written to all of its posts.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace bevlogen {

// out[i] = of_team[t] for each post i of team t. `out` has room for `room` values, at least as many as there are posts. Writes whole
// groups, the last of which reaches into the next team: that is written next.
template <class Value>
void spread_over_teams(std::span<const std::uint32_t> team_begin, const Value* of_team, Value* __restrict out, std::size_t room) {
    constexpr std::size_t kGroup = 16;
    for (std::size_t t = 0; t + 1 < team_begin.size(); ++t) {
        const Value value = of_team[t];
        const std::size_t end = team_begin[t + 1];
        std::size_t i = team_begin[t];
        for (; i < end && i + kGroup <= room; i += kGroup) {
            for (std::size_t l = 0; l < kGroup; ++l) out[i + l] = value;
        }
        for (; i < end; ++i) out[i] = value;
    }
}

}  // namespace bevlogen
