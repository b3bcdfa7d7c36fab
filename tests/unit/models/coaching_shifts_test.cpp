// What trajectories ask of work and do to factors while there is gain.
#include <gtest/gtest.h>

#include <cmath>

#include "tests/unit/models/coaching_world.hpp"

namespace bevlogen::testing {
namespace {

using interventions::CoachingQuestion;
using workforce::Demand;
using workforce::factor_of;
using workforce::Resource;
using workforce::TargetShift;

class CoachingShifts : public ::testing::Test {
  protected:
    CoachingShifts() : w(certain_parameters(), 2, 12) { w.everybody_at_work(); }

    // One row on a post of the first block, with a gain of 0.8.
    Trajectory running(std::uint32_t post) const {
        Trajectory row;
        row.post = post;
        row.stage = CoachingStage::busy;
        row.started = 90;
        row.hours = 0.5f;
        row.gain = 0.8f;
        row.is_released = 1;
        return row;
    }
    std::map<std::size_t, float> shifts_of(const Trajectory& row, Week week = Week{100}) {
        w.block().put_rows(w.fields.ledger, std::span<const Trajectory>(&row, 1));
        std::vector<TargetShift> shifts;
        w.coaching.add_target_shifts(w.block(), week, shifts);
        std::map<std::size_t, float> found;
        for (const TargetShift& shift : shifts) {
            EXPECT_EQ(shift.post, row.post);
            EXPECT_TRUE(found.emplace(shift.factor, shift.shift).second);
        }
        return found;
    }
    void set_team(float autonomy, float load) {
        w.block().team(w.fields.team_effect[factor_of(Resource::autonomy)])[1] = autonomy;
        w.block().team(w.fields.log_load)[1] = load;
    }
    std::uint32_t aios_of_team_1() {
        const auto phase = w.block().person(w.fields.phase);
        for (std::uint32_t i = 12;; ++i) {
            if (phase[i] == 2) return i;  // autonomy is .2 below the mean
        }
    }

    CoachingWorld w;
};

TEST_F(CoachingShifts, GainRaisesAutonomyAsFarAsThereIsRoom) {
    const Trajectory row = running(aios_of_team_1());
    set_team(0.4f, 0.0f);
    auto found = shifts_of(row);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_FLOAT_EQ(found.at(factor_of(Resource::autonomy)), 0.25f * 0.8f);
    set_team(-0.2f, 0.0f);  // a = -.4
    EXPECT_FLOAT_EQ(shifts_of(row).at(factor_of(Resource::autonomy)), 0.25f * 0.8f * 0.6f);
    set_team(-1.2f, 0.0f);  // a = -1.4: nothing but friction
    found = shifts_of(row);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_FLOAT_EQ(found.at(factor_of(Demand::management_friction)), 0.12f * 0.8f * 0.9f);
}

TEST_F(CoachingShifts, FrictionLastsHalfAYearAfterTheLastSessionAndAutonomyAsLongAsTheGain) {
    Trajectory row = running(aios_of_team_1());
    row.stage = CoachingStage::finished;
    row.ended = 100;
    set_team(-0.6f, 0.0f);  // a = -.8
    EXPECT_TRUE(shifts_of(row, Week{126}).contains(factor_of(Demand::management_friction)));
    const auto later = shifts_of(row, Week{127});
    EXPECT_FALSE(later.contains(factor_of(Demand::management_friction)));
    EXPECT_TRUE(later.contains(factor_of(Resource::autonomy)));
    row.gain = 0.0f;
    EXPECT_TRUE(shifts_of(row, Week{101}).empty());
}

TEST_F(CoachingShifts, AQuestionOfBalanceHelpsRecoveryAndHome) {
    Trajectory row = running(aios_of_team_1());
    row.question = CoachingQuestion::balance;
    set_team(0.4f, 0.0f);
    const auto found = shifts_of(row);
    EXPECT_EQ(found.size(), 3u);
    EXPECT_FLOAT_EQ(found.at(factor_of(Resource::recovery)), 0.2f);
    EXPECT_FLOAT_EQ(found.at(factor_of(Demand::work_home_interference)), -0.2f);
}

// What hired hours replace is paid for (WorkforceCosts.OfReleasedTimeAreWagesOrCapacityNeverBoth) and takes nothing.
TEST_F(CoachingShifts, ReleasedHoursThatAreReplacedTakeNoCapacity) {
    for (const float share : {0.0f, 0.5f, 1.0f}) {
        CoachingParameters p = certain_parameters();
        p.session.replaced_share = share;
        CoachingWorld world(p, 2, 12);
        world.everybody_at_work();
        const Trajectory row = running(3);
        world.block().put_rows(world.fields.ledger, std::span<const Trajectory>(&row, 1));
        world.prepare(world.block());
        world.coaching.release_hours(world.block(), world.scratch);
        EXPECT_EQ(world.scratch.column(workforce::columns::kReleasedHours)[3], 0.5f * (1.0f - share));
    }
}

TEST_F(CoachingShifts, TimeIsReleasedOrComesOnTop) {
    Trajectory row = running(aios_of_team_1());
    set_team(0.4f, 0.25f);
    const auto released = [&] {
        w.block().put_rows(w.fields.ledger, std::span<const Trajectory>(&row, 1));
        w.prepare(w.block());
        float* hours = w.scratch.column(workforce::columns::kReleasedHours);
        std::fill_n(hours, w.block().padded_posts(), 99.0f);
        w.coaching.release_hours(w.block(), w.scratch);
        EXPECT_EQ(hours[row.post + 1], 0.0f);
        return hours[row.post];
    };
    EXPECT_FALSE(shifts_of(row).contains(factor_of(Demand::workload)));
    EXPECT_EQ(released(), 0.5f);
    w.block().person(w.fields.leave_kind)[row.post] = static_cast<std::uint8_t>(Leave::maternity);
    EXPECT_EQ(released(), 0.0f);
    w.block().person(w.fields.leave_kind)[row.post] = 0;

    row.is_released = 0;
    EXPECT_NEAR(shifts_of(row).at(factor_of(Demand::workload)), 0.12f * 0.5f * std::exp(1.0f), 1e-6f);
    set_team(0.4f, -0.25f);
    EXPECT_FLOAT_EQ(shifts_of(row).at(factor_of(Demand::workload)), 0.06f);
    EXPECT_EQ(released(), 0.0f);
    row.stage = CoachingStage::finished;
    row.ended = 99;
    EXPECT_FALSE(shifts_of(row).contains(factor_of(Demand::workload)));
    row.is_released = 1;
    EXPECT_EQ(released(), 0.0f);
}

TEST_F(CoachingShifts, PostsAscend) {
    w.programmes.push_back({.setting = coaching_setting({{"spacing", {1}}})});
    w.pass_weeks(5);
    std::vector<TargetShift> shifts;
    w.coaching.add_target_shifts(w.block(), w.week, shifts);
    EXPECT_GT(shifts.size(), 20u);
    EXPECT_TRUE(std::ranges::is_sorted(shifts, {}, &TargetShift::post));
}

TEST(CoachingStep, WalksAPersonThroughTheWholeTrajectory) {
    CoachingWorld w(certain_parameters(), 3, 10);
    w.everybody_at_work();
    w.set_exhaustion = 1.0f;
    constexpr std::size_t kPost = 13;
    const PersonId who = w.person(w.block(), kPost);
    w.programmes.push_back(
        {.setting = coaching_setting({{"intake", {1}}, {"coaches", {1}}, {"sessions", {3}}, {"spacing", {2}}, {"again_after", {300}}}),
         .reaches = [=](PersonId each) { return each == who; }});
    w.block().person(w.fields.motivation)[kPost] = 0.5f;
    EXPECT_EQ(w.stage(kPost), CoachingStage::none);
    w.pass_week();
    EXPECT_EQ(w.stage(kPost), CoachingStage::waiting);
    w.pass_weeks(2);  // intake in week 2
    EXPECT_EQ(w.row(kPost)->is_ready, 1);
    EXPECT_EQ(w.stage(kPost), CoachingStage::waiting);
    w.pass_week();  // the clearing after week 3
    EXPECT_EQ(w.stage(kPost), CoachingStage::busy);
    EXPECT_EQ(w.row(kPost)->started, 3);
    const float match = w.row(kPost)->match;
    const auto gain = w.block().person(w.fields.programme_gain);
    const double full = 0.72 * match * std::exp(0.35 * 0.5 - 0.06) * 1.25;
    std::vector<float> gains;
    while (w.stage(kPost) == CoachingStage::busy) {
        w.pass_week();
        if (gain[kPost] > 0.0f && (gains.empty() || gain[kPost] != gains.back())) gains.push_back(gain[kPost]);
    }
    ASSERT_EQ(gains.size(), 3u);
    for (std::size_t n = 1; n <= 3; ++n) EXPECT_NEAR(gains[n - 1], full * (1.0 - std::exp(-static_cast<double>(n) / 3.0)), 1e-5);
    EXPECT_EQ(w.stage(kPost), CoachingStage::finished);
    w.pass_weeks(39);
    EXPECT_NEAR(gain[kPost], gains.back() / 2, 1e-5f);
    for (std::size_t i = 0; i < w.block().posts(); ++i) {
        EXPECT_EQ(w.stage(i), i == kPost ? CoachingStage::finished : CoachingStage::none);
    }
    EXPECT_EQ(w.rows().size(), 1u);
}

}  // namespace
}  // namespace bevlogen::testing
