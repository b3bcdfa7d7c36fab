// Leaders: what their quality is worth by hand, who leads a team, and that a team's own effects are without them.
#include "models/workforce/leaders.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "tests/unit/models/workforce_setup.hpp"

namespace bevlogen::testing {
namespace {

using workforce::PostKind;
using workforce::World;

World world_of_leaders() {
    World world;
    world.leader_span_free = 25.0f;
    world.leader_span_cost = 0.1f;
    world.leader_burnout_cost = 0.15f;
    return world;
}

TEST(Leaders, LoseATenthPerDoublingOfTheSpanAndPartOfTheirBurnout) {
    const World world = world_of_leaders();
    EXPECT_EQ(leader_quality_now(world, 0.7f, 0.0f, 0.0f), 0.7f);
    EXPECT_EQ(leader_quality_now(world, 0.7f, 25.0f, 0.0f), 0.7f);
    EXPECT_NEAR(leader_quality_now(world, 0.7f, 50.0f, 0.0f), 0.6f, 1e-6f);
    EXPECT_NEAR(leader_quality_now(world, 0.7f, 100.0f, 0.0f), 0.5f, 1e-6f);
    EXPECT_NEAR(leader_quality_now(world, 0.7f, 10.0f, 2.0f), 0.4f, 1e-6f);
    EXPECT_NEAR(leader_quality_now(world, 0.7f, 10.0f, -1.0f), 0.85f, 1e-6f);
    EXPECT_NEAR(leader_quality_now(world, 0.7f, 50.0f, 2.0f), 0.3f, 1e-6f);
}

// Two permanent and a temporary specialist, two aios; and a team of 51 others under one specialist.
struct TwoTeams {
    workforce::WorkforceFields fields;
    Block block{fields, plans(), 0, 0};
    std::vector<float> z = std::vector<float>(block.posts(), 0.0f);

    static std::vector<TeamPlan> plans() {
        std::vector<std::uint8_t> large(52, std::uint8_t{4});
        large[0] = 0;
        return {{TeamId::of(0, 0), 0, {0, 0, 1, 2, 2}}, {TeamId::of(0, 1), 0, large}};
    }
    TwoTeams() {
        for (auto& filled : block.person(fields.engine.filled)) filled = 1;
        block.team(fields.leader_quality)[0] = 1.0f;
        block.team(fields.leader_quality)[1] = -1.0f;
        for (const auto field : {fields.leader_low, fields.leader_high}) std::ranges::fill(block.team(field), ~std::uint32_t{0});
    }
    std::span<const float> now(const float* burnout) {
        set_leaders(world_of_leaders(), fields, {1, 1}, block, burnout);
        return block.team(fields.leader_now);
    }
};

TEST(Leaders, AreTheFirstSpecialistWhoIsThere) {
    TwoTeams w;
    w.z = std::vector<float>(w.block.posts(), 9.0f);
    w.z[0] = 1.0f, w.z[1] = 2.0f, w.z[2] = 3.0f;
    const auto filled = w.block.person(w.fields.engine.filled);
    for (int vacant = 0; vacant < 3; ++vacant) {
        EXPECT_NEAR(w.now(w.z.data())[0], 1.0f - 0.15f * static_cast<float>(vacant + 1), 1e-6f);
        filled[static_cast<std::size_t>(vacant)] = 0;
    }
    EXPECT_NEAR(w.now(w.z.data())[0], 1.0f, 1e-6f) << "somebody stands in, whose burnout counts nowhere";
}

TEST(Leaders, LeadWhoIsThereBesideThem) {
    TwoTeams w;
    EXPECT_NEAR(w.now(nullptr)[1], -1.0f - 0.1f * std::log2(51.0f / 25.0f), 1e-6f);
    for (std::size_t i = 10; i < 36; ++i) w.block.person(w.fields.engine.filled)[i] = 0;
    EXPECT_EQ(w.now(nullptr)[1], -1.0f) << "25 are left";
}

TEST(Leaders, AreNoPartOfTheTeamsOwnEffectsOrSafety) {
    const Workforce workforce;
    const auto& f = workforce.fields();
    const auto dynamics = workforce.model().make_dynamics(workforce.baseline(1.0));
    const Population population(f, dynamics->plan_teams({5, 0}));
    double product = 0.0, teams = 0.0;
    for (const Block& constant : population.blocks()) {
        Block block = constant;
        dynamics->populate(block, {5, 1});
        for (std::size_t t = 0; t < block.teams(); ++t) {
            product += static_cast<double>(block.team(f.leader_quality)[t] *
                                           block.team(f.team_effect[factor_of(workforce::Resource::supervisor_support)])[t]);
            ++teams;
            EXPECT_EQ(block.team(f.safety)[t], 0.0f);
            EXPECT_LE(block.team(f.leader_now)[t], block.team(f.leader_quality)[t]);
        }
    }
    // Independent with SD 1 and .4: 4.9 standard errors of the mean product, a false alarm in a million. With the leader's .4 it would be
    // .4.
    EXPECT_NEAR(product / teams, 0.0, 4.9 * 0.4 / std::sqrt(teams));
}

}  // namespace
}  // namespace bevlogen::testing
