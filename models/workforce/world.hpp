// The default world: hospitals, teams and posts, and who sits on them.
#pragma once

#include <array>
#include <vector>

#include "models/workforce/fields.hpp"
#include "sim/population/block.hpp"
#include "sim/population/team_plan.hpp"
#include "sim/random/chance.hpp"
#include "sim/scenario/parameter_group.hpp"

namespace bevlogen::workforce {

struct World {
    std::array<int, kSites> hospitals{};
    std::array<int, kSites> teams_per_hospital{};
    std::array<std::array<float, kPostKinds>, kSites> posts_per_team{};  // mean
    float team_size_spread = 0.0f;                                       // SD of the log of a team's size
    int smallest_team = 0;                                               // posts
    std::array<float, kPostKinds> filled{};                              // share of posts with somebody on them
    std::array<float, 3> permanent_specialists{};                        // shares of jonge klaren, mid, late on permanent posts
    std::array<float, kPhases> age_from{}, age_to{};                     // years
    std::array<float, kPhases> women{};                                  // share
    std::array<float, kPhases> fte_mean{};                               // FTE
    std::array<float, kPhases> duties{};                                 // per 4 weeks
    float team_effect_spread = 0.0f;                                     // SD of u
    float leader_on_supervisor_support = 0.0f, leader_on_recognition = 0.0f, leader_on_safety = 0.0f, leader_on_management_friction = 0.0f;
    float strain_spread = 0.0f, zest_spread = 0.0f, strain_zest_correlation = 0.0f, motivation_spread = 0.0f;  // traits
};

ParameterGroup<World> declare_world();

// Hospitals of each kind at this scale: at least one of each.
std::vector<TeamPlan> plan_teams(const World& world, double scale, const Chance& world_chance);

// Who sits where, their age, sex, contract and traits, and the effects of teams and leaders. Leaves factors and outcomes to the theory.
void populate_posts(const World& world, const WorkforceFields& fields, const Chance& chance, Block& block);

}  // namespace bevlogen::workforce
