// Whatever a lever does, it touches nobody before it starts and nobody whom it does not reach, and how a run is carried out says nothing.
#include "tests/unit/engine/workforce_levers.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "models/catalog/workforce_model.hpp"
#include "models/interventions/trajectory.hpp"
#include "models/workforce/fields.hpp"
#include "tests/unit/engine/lives.hpp"

namespace bevlogen::testing {
namespace {

const LeverText& lever_named(const std::string& name) {
    for (const LeverText& lever : workforce_levers()) {
        if (lever.name == name) return lever;
    }
    throw std::runtime_error("no lever is called " + name);
}

std::string name_of(const ::testing::TestParamInfo<LeverText>& info) { return info.param.name; }

class EachLever : public ::testing::TestWithParam<LeverText> {};

TEST_P(EachLever, ThatReachesNobodyIsTheSameAsNone) {
    const Lives without = lives_at_end(lively());
    for (const char* nobody : {"scope = { coverage = 0 }\n", "scope = { team_share = 0 }\n", "uptake = 0\n"}) {
        const Scenario idle = lively(acting(GetParam(), 6, nobody));
        EXPECT_TRUE(lives_at_end(idle) == without) << nobody;
        EXPECT_TRUE(GetParam().adds_posts || state_at_end(idle) == state_at_end(lively())) << nobody;
    }
    // The twin: one in seven is enough.
    EXPECT_FALSE(lives_at_end(lively(acting(GetParam(), 6, "scope = { coverage = 0.15 }\n"))) == without);
}

// With others at work, so that epochs have more than one fresh start and the idle one stands between them in the order of names.
TEST_P(EachLever, ThatReachesNobodyLeavesOthersAsTheyAre) {
    const std::string others = "[[intervention]]\nname = \"a\"\nstart = { week = 2 }\n" + lever_named("coaching_window").keys +
                               "[[intervention]]\nname = \"z\"\nstart = { week = 9 }\n" + lever_named("posts_of_residents").keys;
    const std::string idle = acting(GetParam(), 6, "ramp = { weeks = 9 }\nscope = { coverage = 0 }\n");
    EXPECT_TRUE(lives_at_end(lively(others + idle)) == lives_at_end(lively(others)));
}

TEST_P(EachLever, ChangesNothingBeforeItStarts) {
    const std::vector<std::string> one_year = {"time.years=1"};
    static const std::vector<Lives> without = lives_by_week(lively("", one_year));
    for (const auto& [start, more] : {std::pair{0, ""}, std::pair{8, "ramp = { weeks = 7 }\n"}, std::pair{30, ""}}) {
        SCOPED_TRACE("start in week " + std::to_string(start));
        const auto with = lives_by_week(lively(acting(GetParam(), start, more), one_year));
        ASSERT_EQ(with.size(), without.size());
        std::size_t first = 0;
        while (first < with.size() && with[first] == without[first]) ++first;
        EXPECT_GE(first, static_cast<std::size_t>(start));
        EXPECT_LT(first, static_cast<std::size_t>(start) + 20);  // the twin: and it does change something, soon after
    }
}

TEST_P(EachLever, GivesTheSameBytesHoweverItIsRun) {
    const Scenario scenario = lively(acting(GetParam(), 10, "ramp = { weeks = 6 }\n"));
    const auto state = state_at_end(scenario);
    for (const unsigned threads : {2u, 7u}) EXPECT_EQ(state_at_end(scenario, {threads, 64, {}}), state) << threads;
    for (const std::size_t block_posts : {std::size_t{1}, std::size_t{100}, std::size_t{100000}}) {
        EXPECT_EQ(state_at_end(scenario, {1, block_posts, {}}), state) << block_posts;
    }
    EXPECT_EQ(state_at_end(scenario, {2, 200, {Week{52}, Week{60}, Week{64}, Week{76}, Week{120}}}), state);
}

INSTANTIATE_TEST_SUITE_P(Workforce, EachLever, ::testing::ValuesIn(workforce_levers()), name_of);

// What is under way at a clearing.
struct UnderWay {
    std::size_t waiting = 0, busy = 0, after = 0, on_leave = 0, half_hours = 0, due_later = 0, newcomers = 0, added = 0;
};

UnderWay under_way(const Scenario& scenario, Week at) {
    const Model& model = model_of(scenario);
    const auto& f = static_cast<const workforce::WorkforceFields&>(model.fields());
    Parallel one(1);
    Simulation simulation(model, scenario, {scenario.seed, 1}, one);
    simulation.advance(at);
    UnderWay seen;
    for (const Block& block : simulation.population().blocks()) {
        for (const auto& row : block.rows(Ledger<interventions::Trajectory>{0})) {
            const bool is_under_way = interventions::is_under_way(row);
            seen.waiting += row.stage == workforce::CoachingStage::waiting;
            seen.busy += row.stage == workforce::CoachingStage::busy && row.sessions_done > 0;
            seen.after += !is_under_way && row.gain > 0.0f;
        }
        for (std::size_t i = 0; i < block.posts(); ++i) {
            if (block.person(f.engine.filled)[i] == 0) continue;
            const auto leave = static_cast<workforce::Leave>(block.person(f.leave_kind)[i]);
            seen.on_leave += leave != workforce::Leave::none;
            seen.half_hours += leave == workforce::Leave::burnout_half_hours;
            seen.due_later += block.person(f.weeks_to_rotation)[i] != 0;
            seen.newcomers += block.person(f.newcomer)[i] > 0.5f;
            seen.added += workforce::is_added(block.post_kinds()[i]);
        }
    }
    return seen;
}

TEST(AllLevers, GiveTheSameBytesWhereverTheRunIsStopped) {
    const Scenario scenario = lively(all_levers());
    const auto state = state_at_end(scenario);
    const std::vector<Week> stops = {Week{0}, Week{48}, Week{52}, Week{56}, Week{76}, Week{80}, Week{116}, Week{152}};
    for (const Week stop : stops) EXPECT_EQ(state_at_end(scenario, {1, 300, {stop}}), state) << stop.value;
    EXPECT_EQ(state_at_end(scenario, {3, 50, stops}), state);
    // Week 116 is in the middle of everything.
    const UnderWay seen = under_way(scenario, Week{116});
    EXPECT_GT(seen.waiting, 0u);
    EXPECT_GT(seen.busy, 3u);
    EXPECT_GT(seen.after, 3u);
    EXPECT_GT(seen.on_leave, 3u);
    std::size_t half_hours = 0;  // few are at a time
    for (const Week week : stops) half_hours += under_way(scenario, week).half_hours;
    EXPECT_GT(half_hours, 0u);
    EXPECT_GT(seen.due_later, 3u);
    EXPECT_GT(seen.newcomers, 3u);
    EXPECT_GT(seen.added, 3u);
}

TEST(AllLevers, GiveTheSameBytesForAnyThreadsAndBlocks) {
    const Scenario scenario = lively(all_levers());
    const auto state = state_at_end(scenario);
    for (const unsigned threads : {1u, 2u, 7u}) {
        for (const std::size_t block_posts : {std::size_t{1}, std::size_t{150}, std::size_t{100000}}) {
            EXPECT_EQ(state_at_end(scenario, {threads, block_posts, {}}), state) << threads << " threads, " << block_posts << " posts";
        }
    }
}

TEST(AddedPosts, WhoBeginsOnOneIsNewInTheTeamAndBeginsARotation) {
    const Scenario scenario = lively(acting(lever_named("posts"), 0), {"time.years=1"});
    const Model& model = model_of(scenario);
    const auto& f = static_cast<const workforce::WorkforceFields&>(model.fields());
    Parallel one(1);
    Simulation simulation(model, scenario, {scenario.seed, 1}, one);
    simulation.advance(scenario.burn_in_weeks() + Week{4});
    std::size_t opened = 0, rotating = 0;
    for (const Block& block : simulation.population().blocks()) {
        for (std::size_t i = 0; i < block.posts(); ++i) {
            if (!workforce::is_added(block.post_kinds()[i]) || block.person(f.engine.filled)[i] == 0) continue;
            const auto kind = workforce::post_kind_of(block.post_kinds()[i]);
            ++opened;
            EXPECT_NEAR(block.person(f.newcomer)[i], std::exp(-4.0 / 8.0), 1e-5);  // newcomer.weeks
            EXPECT_EQ(block.person(f.weeks_in_team)[i], 4);
            const int to_go = block.person(f.weeks_to_rotation)[i];
            if (kind == workforce::PostKind::aios) {
                ++rotating;
                EXPECT_GE(to_go, 12 - 4);
                EXPECT_LE(to_go, 30 - 4);
            } else {
                EXPECT_EQ(to_go, kind == workforce::PostKind::coassistent ? 8 - 4 : 0);
            }
        }
    }
    EXPECT_GT(opened, 50u);
    EXPECT_GT(rotating, 5u);
}

// A scenario that goes on from the burn-in of the baseline, whose teams lack the added posts, lives as with a burn-in of its own.
TEST_P(EachLever, GoesOnFromTheBurnInOfTheBaselineAsFromItsOwn) {
    const Scenario base = lively(), scenario = lively(acting(GetParam(), 5, "ramp = { weeks = 12 }\n"));
    Parallel one(1);
    const Chance chance{base.seed, 1};
    Simulation burn_in(model_of(base), base, chance, one), branch(model_of(scenario), scenario, chance, one);
    burn_in.advance(base.burn_in_weeks());
    branch.restore(burn_in.checkpoint());
    branch.advance(scenario.total_weeks());
    EXPECT_TRUE(lives_of(model_of(scenario), branch.population().blocks()) == lives_at_end(scenario));
}

}  // namespace
}  // namespace bevlogen::testing
