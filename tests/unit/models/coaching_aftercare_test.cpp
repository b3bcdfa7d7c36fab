// Before and after sessions: intakes by few coordinators, referral to services, the evaluation.
#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <map>

#include "tests/unit/models/coaching_world.hpp"

namespace bevlogen::testing {
namespace {

using interventions::Service;
using interventions::ServiceStay;

std::size_t count_rows(CoachingWorld& w, const std::function<bool(const Trajectory&)>& is_meant) {
    std::size_t count = 0;
    for (Block& b : w.population.blocks())
        count += static_cast<std::size_t>(std::ranges::count_if(std::as_const(b).rows(w.fields.ledger), is_meant));
    return count;
}

// Whom coaching refers in the epoch that has just passed, by service.
std::array<std::size_t, interventions::kServices> referrals(CoachingWorld& w) {
    std::array<std::size_t, interventions::kServices> count{};
    for (const Block& b : w.population.blocks()) {
        std::vector<ServiceStay> referred;
        w.coaching.add_referrals(b, {w.week - Week{1}, w.chance, {}}, referred);
        for (const ServiceStay& stay : referred) ++count[workforce::index_of(stay.service)];
    }
    return count;
}

TEST(Intakes, AreAsManyAsCoordinatorsHoldAndWhoAskedFirstComesFirst) {
    CoachingParameters p = certain_parameters();
    p.session.intakes_a_year = 260.0f;  // 20 a clearing of each
    CoachingWorld w(p, 8, 25);
    w.everybody_at_work();
    w.programmes.push_back({.setting = coaching_setting({{"intake", {1}}, {"coordinators", {2}}, {"sessions", {20}}})});
    w.programmes[0].reaches = [&](PersonId who) { return who.value % 3 == 0 || w.week >= Week{1}; };
    const std::size_t first = count_rows(w, [](const Trajectory&) { return true; });
    EXPECT_EQ(first, 0u);
    w.pass_weeks(4);
    EXPECT_EQ(count_rows(w, [](const Trajectory& row) { return row.waits_for_coordinator == 0; }), 40u);
    EXPECT_EQ(count_rows(w, [](const Trajectory& row) { return row.waits_for_coordinator == 0 && row.asked > 0; }), 0u);
    EXPECT_EQ(count_rows(w, [](const Trajectory& row) { return row.stage != CoachingStage::waiting; }), 0u);
    for (const std::size_t had : {40u, 80u, 120u, 160u, 200u, 200u}) {
        w.pass_weeks(4);
        EXPECT_EQ(count_rows(w, [](const Trajectory& row) { return row.stage == CoachingStage::busy; }), had);
    }
}

TEST(Intakes, AreUnlimitedWithoutCoordinatorsAndNeedNoneWithoutIntake) {
    CoachingParameters p = certain_parameters();
    p.session.intakes_a_year = 1.0f;
    for (const auto& [intake, coordinators] : {std::pair{1.0, 0.0}, std::pair{0.0, 1.0}}) {
        CoachingWorld w(p);
        w.everybody_at_work();
        w.programmes.push_back({.setting = coaching_setting({{"intake", {intake}}, {"coordinators", {coordinators}}})});
        w.pass_weeks(4);
        EXPECT_EQ(count_rows(w, [](const Trajectory& row) { return row.stage == CoachingStage::busy; }), w.block().posts());
    }
}

TEST(Intakes, CoordinatorsAreOfTheWholeCountry) {
    CoachingParameters p = certain_parameters();
    p.session.intakes_a_year = 260.0f;
    CoachingWorld w(p, 8, 25, kDefaultBlockPosts, 0.25);
    w.everybody_at_work();
    w.programmes.push_back({.setting = coaching_setting({{"intake", {1}}, {"coordinators", {2}}})});
    w.pass_weeks(4);
    EXPECT_EQ(count_rows(w, [](const Trajectory& row) { return row.waits_for_coordinator == 0; }), 10u);
}

TEST(Referral, SendsOnAtTheIntakeAsAmsterdamDoesOrToOneService) {
    for (const double refer_to : {0.0, 1.0, 2.0, 3.0, 4.0}) {
        CoachingWorld w(certain_parameters(), 80, 35);
        w.everybody_at_work();
        w.programmes.push_back({.setting = coaching_setting({{"intake", {1}}, {"refer_share", {1}}, {"refer_to", {refer_to}}})});
        w.pass_weeks(4);
        const auto found = referrals(w);
        if (refer_to > 0.0) {
            for (std::size_t k = 0; k < found.size(); ++k) EXPECT_EQ(found[k], k + 1 == static_cast<std::size_t>(refer_to) ? 2800u : 0u);
        } else {
            const std::array<double, 4> share = {0.0, 2.0 / 28, 16.0 / 28, 10.0 / 28};
            for (std::size_t k = 0; k < found.size(); ++k)
                EXPECT_NEAR(static_cast<double>(found[k]), 2800 * share[k], 5 * std::sqrt(2800 * share[k] * (1 - share[k])) + 1e-9) << k;
        }
        w.pass_weeks(4);  // once
        const auto later = referrals(w);
        EXPECT_EQ(std::ranges::count(later, 0u), 4);
    }
}

TEST(Referral, FollowsCoachingWhereTreatmentIsCalledFor) {
    for (const bool is_clinical : {true, false}) {
        CoachingWorld w(certain_parameters(), 40, 25);
        w.everybody_at_work();
        w.set_exhaustion = is_clinical ? 2.6f : 2.4f;
        w.programmes.push_back(
            {.setting = coaching_setting({{"sessions", {1}}, {"spacing", {1}}, {"opt_out", {0}}, {"again_after", {500}}})});
        w.pass_weeks(4);
        EXPECT_EQ(count_rows(w, [](const Trajectory& row) { return row.stage == CoachingStage::finished; }), 1000u);
        const auto found = referrals(w);
        const auto physician = static_cast<double>(found[workforce::index_of(Service::occupational_physician)]);
        if (is_clinical) {
            EXPECT_NEAR(physician, 300, 5 * std::sqrt(1000 * 0.3 * 0.7));
        }
        if (!is_clinical) {
            EXPECT_EQ(physician, 0);
        }
        EXPECT_EQ(found[1] + found[2] + found[3], 0u);
    }
}

TEST(Evaluation, IsAnsweredByAShareOfTheFinishedHalfAYearLater) {
    CoachingParameters p = certain_parameters();
    p.session.evaluated_share = 0.6f;
    CoachingWorld w(p, 40, 25);
    w.everybody_at_work();
    w.programmes.push_back({.setting = coaching_setting({{"sessions", {1}}, {"spacing", {1}}, {"again_after", {500}}})});
    w.pass_weeks(2 + 26 - 1);
    const auto evaluated = [&] { return count_rows(w, [](const Trajectory& row) { return row.stage == CoachingStage::evaluated; }); };
    EXPECT_EQ(evaluated(), 0u);
    w.pass_weeks(1);
    EXPECT_NEAR(static_cast<double>(evaluated()), 600, 5 * std::sqrt(1000 * 0.6 * 0.4));
    for (Block& b : w.population.blocks()) {
        for (const Trajectory& row : std::as_const(b).rows(w.fields.ledger))
            EXPECT_EQ(b.person(w.fields.coaching_stage)[row.post], static_cast<std::uint8_t>(row.stage));
    }
    const std::size_t once = evaluated();
    w.pass_weeks(60);
    EXPECT_EQ(evaluated(), once);
}

// Who is coached by another programme by then is seen there.
TEST(Evaluation, OfAnOlderTrajectoryDoesNotHideANewerOne) {
    CoachingParameters p = certain_parameters();
    p.session.evaluated_share = 1.0f;
    CoachingWorld w(p);
    w.everybody_at_work();
    w.programmes.push_back({.name = "a", .setting = coaching_setting({{"sessions", {1}}, {"spacing", {1}}, {"again_after", {500}}})});
    w.programmes.push_back({.name = "b", .setting = coaching_setting({{"sessions", {50}}, {"spacing", {4}}}), .start = Week{10}});
    w.pass_weeks(30);
    EXPECT_EQ(count_rows(w, [](const Trajectory& row) { return row.stage == CoachingStage::evaluated; }), w.block().posts());
    for (std::size_t i = 0; i < w.block().posts(); ++i) EXPECT_EQ(w.stage(i), CoachingStage::busy);
}

}  // namespace
}  // namespace bevlogen::testing
