// A trajectory from asking to the last of its gain, one person at a time.
#include <gtest/gtest.h>

#include <cmath>

#include "models/interventions/coaching_equations.hpp"
#include "tests/unit/models/coaching_world.hpp"

namespace bevlogen::testing {
namespace {

using interventions::advance;
using interventions::ask;
using interventions::Coachee;
using interventions::CoachingQuestion;
using interventions::settings_of;
using interventions::take_coach;

constexpr Chance kChance{11, 1};
constexpr Purpose kProgramme{0x8123};

Trajectory asked(const CoachingParameters& p, const std::map<std::string, std::vector<double>>& written, std::uint64_t who = 1,
                 Week week = Week{100}) {
    return ask(p, settings_of(coaching_setting(written)), workforce::Phase::aios, kChance, kProgramme, PersonId{who}, week);
}

// Lets weeks pass until the trajectory has ended; the weeks of its sessions.
std::vector<std::int32_t> weeks_of_sessions(Trajectory& row, const CoachingParameters& p, Coachee who, std::int32_t from) {
    std::vector<std::int32_t> weeks;
    for (std::int32_t week = from; is_under_way(row) && week < from + 1000; ++week) {
        const int before = row.sessions_done;
        advance(row, p, kChance, who, Week{week});
        if (row.sessions_done != before) weeks.push_back(week);
    }
    return weeks;
}

TEST(Trajectory, GoesFromAskingToTheLastSession) {
    const CoachingParameters p = certain_parameters();
    const Coachee who{PersonId{1}, Leave::none, 1.0f, 2.0f, 0.0f};
    Trajectory row = asked(p, {{"sessions", {4}}, {"spacing", {3}}, {"minutes", {90}}});
    EXPECT_EQ(row.stage, CoachingStage::waiting);
    EXPECT_FLOAT_EQ(row.hours, 0.5f);
    advance(row, p, kChance, who, Week{100});  // no intake, no queue: a coach at once
    EXPECT_EQ(row.stage, CoachingStage::busy);
    EXPECT_EQ(row.started, 100);
    const auto weeks = weeks_of_sessions(row, p, who, 101);
    ASSERT_EQ(weeks.size(), 4u);
    EXPECT_GE(weeks[0], 101);
    EXPECT_LE(weeks[0], 103);
    for (std::size_t k = 1; k < 4; ++k) EXPECT_EQ(weeks[k], weeks[k - 1] + 3);
    EXPECT_EQ(row.stage, CoachingStage::finished);
    EXPECT_EQ(row.ended, weeks[3]);
    const double response = std::exp(0.35 - 0.06) * 1.5;
    EXPECT_NEAR(row.gain, 0.72 * row.match * (1.0 - std::exp(-4.0 / 3.0)) * response, 1e-5);
    const float at_end = row.gain;
    for (int week = 1; week <= 39; ++week) advance(row, p, kChance, who, Week{row.ended + week});
    EXPECT_NEAR(row.gain, at_end / 2, 1e-5f);
}

TEST(Trajectory, TheResponseIsThatOfTheStart) {
    const CoachingParameters p = certain_parameters();
    const auto response = [&](Leave leave, float z) {
        Trajectory row = asked(p, {{"sessions", {3}}});
        advance(row, p, kChance, {PersonId{1}, Leave::none, 0.0f, 0.0f, 0.0f}, Week{100});
        advance(row, p, kChance, {PersonId{1}, leave, 0.0f, z, 0.0f}, Week{101});
        advance(row, p, kChance, {PersonId{1}, Leave::none, 3.0f, 5.0f, 0.0f}, Week{102});  // changes nothing any more
        return row.response;
    };
    const float plain = std::exp(-0.06f);
    EXPECT_NEAR(response(Leave::none, 0.0f), plain, 1e-6f);
    EXPECT_NEAR(response(Leave::none, 2.0f), plain * 1.5f, 1e-6f);
    EXPECT_NEAR(response(Leave::none, 3.0f), plain * 1.75f * 0.3f, 1e-6f);
    EXPECT_NEAR(response(Leave::burnout, 0.0f), plain * 0.3f, 1e-6f);
    EXPECT_NEAR(response(Leave::burnout_half_hours, 0.0f), plain * 0.3f, 1e-6f);
    EXPECT_NEAR(response(Leave::long_illness, 0.0f), plain, 1e-6f);
}

TEST(Trajectory, SessionsRestDuringLeaveUnlessTheTrajectoryIsCurative) {
    const CoachingParameters p = certain_parameters();
    const auto sessions = [&](double aim, Leave leave) {
        Trajectory row = asked(p, {{"sessions", {3}}, {"aim", {aim}}});
        const Coachee away{PersonId{1}, leave, 0.0f, 0.0f, 0.0f};
        for (int week = 100; week < 130; ++week) advance(row, p, kChance, away, Week{week});
        return int{row.sessions_done};
    };
    EXPECT_EQ(sessions(0, Leave::burnout), 0);
    EXPECT_EQ(sessions(1, Leave::burnout), 3);
    EXPECT_EQ(sessions(0, Leave::burnout_half_hours), 3);
    EXPECT_EQ(sessions(1, Leave::maternity), 0);
    EXPECT_EQ(sessions(1, Leave::short_illness), 0);
    EXPECT_EQ(sessions(0, Leave::none), 3);
}

TEST(Trajectory, ALostSessionMovesByAWeekAndLoadCancelsOnlyWhereWorkMay) {
    CoachingParameters p = certain_parameters();
    p.session.lost_on_load = 1.0f;
    const auto last_week = [&](double cancel, float load) {
        Trajectory row = asked(p, {{"sessions", {1}}, {"spacing", {1}}, {"cancel", {cancel}}});
        const Coachee who{PersonId{1}, Leave::none, 0.0f, 0.0f, load};
        advance(row, p, kChance, who, Week{100});
        const auto weeks = weeks_of_sessions(row, p, who, 101);
        return weeks.empty() ? -1 : weeks[0];
    };
    EXPECT_EQ(last_week(1, 0.0f), 101);
    EXPECT_EQ(last_week(1, -0.7f), 101);
    EXPECT_EQ(last_week(1, 1.0f), -1);  // every session is lost
    EXPECT_EQ(last_week(0, 1.0f), 101);
    p.session.lost = 0.5f;
    const int first = last_week(0, 0.0f);
    EXPECT_GE(first, 101);  // the first week whose draw keeps it
    for (int week = 101; week <= first; ++week) {
        const float uniform = kChance.uniform(1, Week{week}, kProgramme, interventions::kDrawSession);
        EXPECT_EQ(uniform >= 0.5f, week == first);
    }
}

TEST(Trajectory, APoorMatchIsChangedOnceAfterTheFirstSessionOrEndsIt) {
    CoachingParameters p = certain_parameters();
    p.match.rematch_below = p.match.ends_below = 2.0f;  // no match is ever good enough
    p.match.rematch_share = 1.0f;
    const Coachee who{PersonId{1}, Leave::none, 0.0f, 0.0f, 0.0f};
    Trajectory row = asked(p, {{"sessions", {6}}, {"spacing", {1}}});
    advance(row, p, kChance, who, Week{100});
    const float first = row.match;
    advance(row, p, kChance, who, Week{101});
    EXPECT_EQ(row.sessions_done, 1);
    EXPECT_EQ(row.was_rematched, 1);
    EXPECT_NE(row.match, first);
    EXPECT_EQ(row.stage, CoachingStage::busy);
    advance(row, p, kChance, who, Week{102});
    EXPECT_EQ(row.stage, CoachingStage::stopped);
    EXPECT_EQ(row.ended, 102);
    EXPECT_GT(row.gain, 0.0f);

    Trajectory fixed = asked(p, {{"rematch", {0}}, {"spacing", {1}}});
    advance(fixed, p, kChance, who, Week{100});
    advance(fixed, p, kChance, who, Week{101});
    EXPECT_EQ(fixed.stage, CoachingStage::stopped);
    EXPECT_EQ(fixed.was_rematched, 0);

    p.match.ends_below = 0.0f;
    Trajectory kept = asked(p, {{"sessions", {6}}, {"spacing", {1}}});
    advance(kept, p, kChance, who, Week{100});
    EXPECT_EQ(weeks_of_sessions(kept, p, who, 101).size(), 6u);
}

TEST(Trajectory, ChoosingACoachImprovesTheMatch) {
    const CoachingParameters p = coaching_parameters();
    const auto bonus = [&](const std::map<std::string, std::vector<double>>& written, CoachingQuestion question) {
        for (std::uint64_t who = 1;; ++who) {
            const Trajectory row = asked(p, written, who);
            if (row.question == question) return row.match_bonus;
        }
    };
    EXPECT_EQ(bonus({}, CoachingQuestion::workload), 0.0f);
    EXPECT_FLOAT_EQ(bonus({{"choice", {1}}}, CoachingQuestion::balance), 0.05f);
    EXPECT_FLOAT_EQ(bonus({{"choice", {2}}}, CoachingQuestion::balance), 0.08f);
    EXPECT_FLOAT_EQ(bonus({{"choice", {3}}, {"medical_background", {1}}}, CoachingQuestion::workload), 0.13f);
    EXPECT_FLOAT_EQ(bonus({{"choice", {3}}, {"medical_background", {1}}}, CoachingQuestion::development), 0.08f);
    Trajectory assigned = asked(p, {}), chosen = asked(p, {{"choice", {3}}});
    take_coach(assigned, p, kChance, PersonId{1}, Week{100});
    take_coach(chosen, p, kChance, PersonId{1}, Week{100});
    EXPECT_FLOAT_EQ(chosen.match, std::min(assigned.match + 0.08f, 1.0f));
}

TEST(Trajectory, AnIntakeComesAfterTwoWeeksAndMaySendOn) {
    const CoachingParameters p = certain_parameters();
    const Coachee who{PersonId{1}, Leave::none, 0.0f, 0.0f, 0.0f};
    for (const double refer_share : {0.0, 1.0}) {
        Trajectory row = asked(p, {{"intake", {1}}, {"refer_share", {refer_share}}});
        advance(row, p, kChance, who, Week{100});
        advance(row, p, kChance, who, Week{101});
        EXPECT_EQ(row.stage, CoachingStage::waiting);
        advance(row, p, kChance, who, Week{102});
        EXPECT_EQ(row.stage, refer_share == 0.0 ? CoachingStage::busy : CoachingStage::referred);
        EXPECT_EQ(row.ended, refer_share == 0.0 ? -1 : 102);
    }
    EXPECT_EQ(asked(p, {{"refer_share", {1}}}).refer_share, 0.0f);  // nobody is sent on without an intake
}

TEST(Trajectory, ExtraSessionsAreTakenOnceByThoseWhoWant) {
    CoachingParameters p = certain_parameters();
    const Coachee who{PersonId{1}, Leave::none, 0.0f, 0.0f, 0.0f};
    for (const float share : {0.0f, 1.0f}) {
        p.session.extension_share = share;
        Trajectory row = asked(p, {{"sessions", {2}}, {"extension", {3}}});
        EXPECT_EQ(weeks_of_sessions(row, p, who, 100).size(), share == 0.0f ? 2u : 5u);
        EXPECT_EQ(row.stage, CoachingStage::finished);
    }
}

TEST(Trajectory, WhoDropsOutHasFewerSessionsAndPayingLowersThatChance) {
    CoachingParameters p = certain_parameters();
    p.session.drop_out = 1.0f;
    const Coachee who{PersonId{1}, Leave::none, 0.0f, 0.0f, 0.0f};
    Trajectory row = asked(p, {});
    EXPECT_EQ(weeks_of_sessions(row, p, who, 100).size(), 1u);
    EXPECT_EQ(row.stage, CoachingStage::stopped);
    Trajectory single = asked(p, {{"sessions", {1}}});  // nobody drops out after the last session
    EXPECT_EQ(weeks_of_sessions(single, p, who, 100).size(), 1u);
    EXPECT_EQ(single.stage, CoachingStage::finished);
    Trajectory paid = asked(p, {{"price_person", {10000}}});  // a chance of e^-20
    EXPECT_EQ(paid.own_contribution, 10000.0f);
    EXPECT_EQ(weeks_of_sessions(paid, p, who, 200).size(), 6u);
    EXPECT_EQ(paid.stage, CoachingStage::finished);
}

TEST(Trajectory, TravelTakesTimeToo) {
    const CoachingParameters p = coaching_parameters();
    EXPECT_FLOAT_EQ(asked(p, {{"location", {0}}, {"spacing", {2}}}).hours, 0.5f);
    EXPECT_FLOAT_EQ(asked(p, {{"location", {1}}, {"spacing", {2}}}).hours, 1.0f);
    EXPECT_FLOAT_EQ(asked(p, {{"location", {2}}, {"spacing", {2}}}).hours, 0.5f);
}

TEST(Trajectory, QuestionsAreAThirdEach) {
    const CoachingParameters p = coaching_parameters();
    std::array<int, 3> count{};
    constexpr int kPersons = 3000;
    for (int who = 1; who <= kPersons; ++who) ++count[static_cast<std::size_t>(asked(p, {}, static_cast<std::uint64_t>(who)).question)];
    for (const int each : count) EXPECT_NEAR(each, kPersons / 3.0, 4.9 * std::sqrt(kPersons * 2.0 / 9.0));
}

TEST(Trajectory, IsForgottenWhenNothingOfItMattersAnyMore) {
    Trajectory row;
    row.ended = 100;
    row.again_after = 10;
    row.gain = 0.004f;
    EXPECT_FALSE(is_forgotten(row, Week{151}));
    EXPECT_TRUE(is_forgotten(row, Week{152}));
    row.gain = 0.006f;
    EXPECT_FALSE(is_forgotten(row, Week{152}));
    row.gain = 0.0f;
    row.again_after = 80;
    EXPECT_FALSE(is_forgotten(row, Week{179}));
    EXPECT_TRUE(is_forgotten(row, Week{180}));
    row.again_after = interventions::kNeverAgain;
    EXPECT_FALSE(is_forgotten(row, Week{100000}));
    row.again_after = 0;
    row.ended = -1;
    EXPECT_FALSE(is_forgotten(row, Week{100000}));
}

}  // namespace
}  // namespace bevlogen::testing
