// Teams and fields for tests of blocks and populations.
#pragma once

#include <vector>

#include "sim/population/field.hpp"
#include "sim/population/team_plan.hpp"

namespace bevlogen::testing {

// Columns of every type, over persons and over teams.
struct MixedFields : Fields {
    Field<float> mood = person.add<float>("mood", "1", {});
    Field<std::uint8_t> phase = person.add<std::uint8_t>("phase", "1", {});
    Field<std::uint16_t> age = person.add<std::uint16_t>("age", "weeks", {});
    Field<std::uint32_t> visits = person.add<std::uint32_t>("visits", "1", {});
    Field<float> effect = team.add<float>("effect", "1", {});
    Field<std::uint8_t> rank = team.add<std::uint8_t>("rank", "1", {});
};

// Team t has sizes[t] posts, of kinds 0, 1, 2, 0, ...; its site is t mod 2.
inline std::vector<TeamPlan> plans_of(const std::vector<std::size_t>& sizes) {
    std::vector<TeamPlan> plans;
    for (std::size_t t = 0; t < sizes.size(); ++t) {
        TeamPlan plan{
            TeamId::of(static_cast<std::uint32_t>(t / 4), static_cast<std::uint32_t>(t % 4)), static_cast<std::uint8_t>(t % 2), {}};
        for (std::size_t p = 0; p < sizes[t]; ++p) plan.posts.push_back(static_cast<std::uint8_t>(p % 3));
        plans.push_back(std::move(plan));
    }
    return plans;
}

// Sizes 1 to 13 in an irregular order.
inline std::vector<std::size_t> uneven_sizes(std::size_t teams) {
    std::vector<std::size_t> sizes;
    for (std::size_t t = 0; t < teams; ++t) sizes.push_back(1 + t * 7 % 13);
    return sizes;
}

}  // namespace bevlogen::testing
