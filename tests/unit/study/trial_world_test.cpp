// Trials in a running world: arms get what their scope says, the others nothing, and everything repeats.
#include "sim/study/trial_world.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>

#include "sim/scenario/scope_reader.hpp"
#include "sim/study/samples.hpp"
#include "tests/unit/models/workforce_setup.hpp"

namespace bevlogen::testing {
namespace {

// Half an SD of workload less for arm 1, from the week after the recruitment.
std::string relief(double shift) {
    return "[[intervention]]\nname = \"relief\"\nscope = { arm = 1 }\nstart = { week = 4 }\nshift = { workload = " + std::to_string(shift) +
           " }\n";
}

class TrialWorldTest : public ::testing::Test {
  protected:
    enum : std::size_t { kWorkload, kExhaustion, kNeed };

    TrialWorldTest() {
        const Model& model = workforce_.model();
        for (const char* name : {"workload", "ubos_exhaustion", "exhaustion_z"})
            design_.quantities.push_back(find_quantity(model, name).value());
        design_.recruitment.name = "relief of work";
        design_.recruitment.scope = scope_of_everybody(model.vocabulary());
        design_.recruitment.arms = {{40, true}, {40, true}};
        design_.recruitment.most_trials = 4;
        design_.start = 4;
        design_.waves = {0, 24, 40};
    }

    Scenario scenario(double shift) const {
        return workforce_.baseline(0.05, {"time.burn_in=2", "time.years=1"}, shift == 0.0 ? "" : relief(shift));
    }
    TrialWorld run(double shift, std::size_t block_posts = kDefaultBlockPosts) {
        const Scenario one = scenario(shift);
        return run_trial_world(workforce_.model(), one, design_, Chance{one.seed, 1}, one_thread_, block_posts);
    }

    Workforce workforce_;
    TrialDesign design_;
    Parallel one_thread_{1};
};

TEST_F(TrialWorldTest, FollowsEveryParticipantWaveByWave) {
    const TrialWorld world = run(-1.0);
    EXPECT_EQ(world.trials, 4u);
    ASSERT_EQ(world.participants.size(), 320u);
    ASSERT_EQ(world.value.size(), 3u);
    for (std::size_t w = 0; w < 3; ++w) {
        std::size_t there = 0;
        for (std::size_t i = 0; i < 320; ++i) {
            const bool is_there = !std::isnan(world.value[w][kWorkload][i]);
            EXPECT_EQ(world.has_answered[w][i] != 0, is_there);
            there += is_there;
        }
        EXPECT_GT(there, w == 0 ? 319u : 280u);
    }
}

TEST_F(TrialWorldTest, OnlyTheArmGetsTheIntervention) {
    const TrialWorld with = run(-1.0), without = run(0.0);
    ASSERT_EQ(with.participants, without.participants);
    EXPECT_NEAR(mean_twin_difference(with, without, {1, kWorkload, 1}), -1.0, 0.2);  // almost there after 24 weeks, and less strain on top
    EXPECT_LT(mean_twin_difference(with, without, {1, kExhaustion, 1}), -0.2);
    // Controls are colleagues of some of them: what spills over is small.
    EXPECT_LT(std::abs(mean_twin_difference(with, without, {2, kWorkload, 1})), 0.05);
    for (std::size_t i = 0; i < 320; ++i) EXPECT_EQ(with.value[0][kExhaustion][i], without.value[0][kExhaustion][i]) << "before it starts";
}

TEST_F(TrialWorldTest, AnInterventionThatDoesNothingLeavesTwinsAlike) {
    const TrialWorld with = run(1e-30), without = run(0.0);
    for (const std::size_t quantity : {kWorkload, kExhaustion}) {
        for (const std::uint8_t arm : {1, 2}) EXPECT_EQ(mean_twin_difference(with, without, {arm, quantity, 2}), 0.0);
    }
}

TEST_F(TrialWorldTest, DoesNotDependOnBlocks) {
    const TrialWorld one = run(-1.0), other = run(-1.0, 150);
    EXPECT_EQ(one.participants, other.participants);
    ASSERT_EQ(one.value.size(), other.value.size());
    for (std::size_t w = 0; w < one.value.size(); ++w) {
        EXPECT_EQ(one.has_answered[w], other.has_answered[w]);
        for (std::size_t q = 0; q < one.value[w].size(); ++q) {
            for (std::size_t i = 0; i < one.participants.size(); ++i) {
                const float a = one.value[w][q][i], b = other.value[w][q][i];
                EXPECT_TRUE(a == b || (std::isnan(a) && std::isnan(b)));
            }
        }
    }
}

TEST_F(TrialWorldTest, WhoHasMissedAWaveStaysAway) {
    design_.answers = Willingness{0.0, {}};  // half of them answer
    TrialWorld world = run(0.0);
    std::size_t first = 0, second = 0;
    for (std::size_t i = 0; i < world.participants.size(); ++i) {
        EXPECT_EQ(world.has_answered[0][i], 1);
        first += world.has_answered[1][i], second += world.has_answered[2][i];
        EXPECT_LE(world.has_answered[2][i], world.has_answered[1][i]);
    }
    EXPECT_NEAR(static_cast<double>(first) / 320.0, 0.49, 0.12);  // SD .028; a few have left
    EXPECT_NEAR(static_cast<double>(second) / 320.0, 0.24, 0.1);
    std::size_t counted = 0;
    for (std::uint32_t trial = 0; trial < 4; ++trial) {
        for (const std::uint8_t arm : {1, 2}) {
            for (const BeforeAfter& one : world.before_after(trial, arm, kExhaustion, 2)) counted += !std::isnan(one.after);
        }
    }
    EXPECT_EQ(counted, second);
    design_.stay_away = false;
    world = run(0.0);
    const auto again = std::accumulate(world.has_answered[2].begin(), world.has_answered[2].end(), 0u);
    EXPECT_GT(again, second + 30);
}

TEST_F(TrialWorldTest, VolunteersInNeedGetBetterByThemselves) {
    design_.recruitment.willing = Willingness{-1.5, {{kNeed, 1.5}}};
    const TrialWorld world = run(0.0);
    std::vector<double> before, after;
    for (std::uint32_t trial = 0; trial < world.trials; ++trial) {
        for (const BeforeAfter& one : world.before_after(trial, 2, kExhaustion, 2)) {
            if (std::isnan(one.after)) continue;
            before.push_back(one.before), after.push_back(one.after);
        }
    }
    EXPECT_GT(moments_of(before).mean, moments_of(after).mean + 0.1) << "regression to the mean";
}

}  // namespace
}  // namespace bevlogen::testing
