// A team before anybody sits in it: its identity and its posts.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "sim/core/ids.hpp"

namespace bevlogen {

struct TeamPlan {
    TeamId id;
    std::uint8_t site = 0;            // kind of hospital, in the model's own numbering
    std::vector<std::uint8_t> posts;  // kind of each post, in the model's own numbering; the slot is the index
    std::string name{};               // for readers; empty where it has none
};

}  // namespace bevlogen
