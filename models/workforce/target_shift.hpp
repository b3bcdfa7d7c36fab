// A shift of what one factor of one person tends to this week: what programmes ask of the few people who are in them.
#pragma once

#include <cstdint>

namespace bevlogen::workforce {

struct TargetShift {
    std::uint32_t post = 0;    // in the block
    std::uint16_t factor = 0;  // demands first
    float shift = 0.0f;        // SD
};

}  // namespace bevlogen::workforce
