// The queue for coaches: first come, first served, as far as coaches, years and budgets go; and stigma in the teams of who begins.
#include <gtest/gtest.h>

#include <cmath>
#include <set>

#include "tests/unit/models/coaching_world.hpp"

namespace bevlogen::testing {
namespace {

std::size_t count_stage(CoachingWorld& w, CoachingStage stage) {
    std::size_t count = 0;
    for (Block& b : w.population.blocks()) {
        count += static_cast<std::size_t>(
            std::ranges::count_if(std::as_const(b).rows(w.fields.ledger), [&](const Trajectory& row) { return row.stage == stage; }));
    }
    return count;
}

std::size_t count_started(CoachingWorld& w) {
    std::size_t count = 0;
    for (Block& b : w.population.blocks()) {
        count += static_cast<std::size_t>(
            std::ranges::count_if(std::as_const(b).rows(w.fields.ledger), [](const Trajectory& row) { return row.started >= 0; }));
    }
    return count;
}

TEST(CoachQueue, WaitsForTheClearingAndThenForAFreeCoach) {
    CoachingWorld w(certain_parameters());
    w.everybody_at_work();
    w.programmes.push_back(
        {.setting = coaching_setting({{"coaches", {2}}, {"caseload", {5}}, {"sessions", {4}}, {"spacing", {2}}, {"again_after", {500}}})});
    w.pass_weeks(3);
    EXPECT_EQ(count_stage(w, CoachingStage::waiting), w.block().posts());
    w.pass_week();
    EXPECT_EQ(count_stage(w, CoachingStage::busy), 10u);
    for (int clearing = 0; clearing < 20; ++clearing) {
        w.pass_weeks(4);
        EXPECT_LE(count_stage(w, CoachingStage::busy), 10u);
    }
    EXPECT_GT(count_stage(w, CoachingStage::finished), 60u);
}

TEST(CoachQueue, ServesWhoAskedFirstAndDrawsAmongThoseOfOneWeek) {
    CoachingWorld w(certain_parameters());
    w.everybody_at_work();
    const auto slot_of = [](PersonId who) { return who.low() >> 20; };
    w.programmes.push_back({.setting = coaching_setting({{"coaches", {1}}, {"caseload", {30}}})});
    w.programmes[0].reaches = [&](PersonId who) { return slot_of(who) >= 20 && (w.week >= Week{1} || slot_of(who) == 23); };
    w.pass_weeks(4);
    // Sixteen asked, four of them a week before the others; thirty places serve all. Then everybody else asks, in two weeks.
    EXPECT_EQ(count_started(w), 16u);
    w.programmes[0].reaches = [&](PersonId who) { return slot_of(who) < 20 && (w.week >= Week{6} || slot_of(who) < 2); };
    w.pass_weeks(4);
    std::size_t first = 0, later = 0;
    std::vector<std::uint64_t> tickets_served, tickets_waiting;
    for (const Trajectory& row : w.rows()) {
        const PersonId who = w.person(w.block(), row.post);
        if (slot_of(who) < 2) first += row.started == 7 ? 1 : 0;
        if (slot_of(who) < 2 || slot_of(who) >= 20) continue;
        later += row.started == 7 ? 1 : 0;
        const auto ticket = w.chance.words(who.value, Week{row.asked}, w.programmes[0].purpose(), interventions::kDrawPlaceInQueue)[0];
        (row.started == 7 ? tickets_served : tickets_waiting).push_back(ticket);
    }
    EXPECT_EQ(first, 8u);
    EXPECT_EQ(later, 6u);
    EXPECT_LT(*std::ranges::max_element(tickets_served), *std::ranges::min_element(tickets_waiting));
    const std::vector<std::uint64_t> served = tickets_served;
    EXPECT_FALSE(std::ranges::is_sorted(served));  // by chance, not by place
}

TEST(CoachQueue, ACoachBeginsSoManyAYear) {
    CoachingWorld w(certain_parameters());
    w.everybody_at_work();
    w.programmes.push_back(
        {.setting = coaching_setting({{"coaches", {2}}, {"caseload", {40}}, {"a_year", {7}}, {"sessions", {1}}, {"again_after", {1000}}})});
    w.pass_weeks(52);
    EXPECT_EQ(count_started(w), 14u);
    w.pass_weeks(4);  // the first of last year are a year ago
    EXPECT_EQ(count_started(w), 28u);
}

TEST(CoachQueue, ABudgetBuysSoManyTrajectoriesAYear) {
    for (const double kind : {0.0, 1.0}) {
        CoachingWorld w(certain_parameters());
        w.everybody_at_work();
        w.programmes.push_back({.setting = coaching_setting({{"budget", {10800}}, {"coach_kind", {kind}}, {"sessions", {6}}})});
        w.pass_weeks(52);
        EXPECT_EQ(count_started(w), kind == 0.0 ? 20u : 12u);  // 6 x 90 and 6 x 150
    }
}

TEST(CoachQueue, CoachesAreOfTheWholeCountry) {
    CoachingWorld w(certain_parameters(), 4, 24, kDefaultBlockPosts, 0.1);
    w.everybody_at_work();
    w.programmes.push_back({.setting = coaching_setting({{"coaches", {20}}, {"caseload", {10}}})});
    w.pass_weeks(4);
    EXPECT_EQ(count_started(w), 20u);
}

TEST(CoachQueue, ServesThoseWhoAskedBeforeTheProgrammeEnded) {
    CoachingWorld w(certain_parameters());
    w.everybody_at_work();
    w.programmes.push_back(
        {.setting = coaching_setting({{"coaches", {1}}, {"caseload", {12}}, {"sessions", {1}}, {"a_year", {1000}}, {"again_after", {900}}}),
         .end = Week{2}});
    w.pass_weeks(80);
    EXPECT_EQ(count_stage(w, CoachingStage::finished), w.block().posts());
}

// Who is coached when, by identity.
std::map<std::uint64_t, std::vector<float>> courses(std::size_t block_posts) {
    CoachingParameters p = coaching_parameters();
    CoachingWorld w(p, 64, 23, block_posts);
    w.programmes.push_back(
        {.name = "window",
         .setting = coaching_setting(
             {{"window", {6}}, {"interval", {52}}, {"kickoff", {1}}, {"coaches", {5}}, {"intake", {1}}, {"refer_share", {0.3}}})});
    w.programmes.push_back({.name = "offer", .setting = coaching_setting({{"mail", {1}}, {"choice", {3}}, {"released", {1}}})});
    w.visibility = 2.0f;
    w.pass_weeks(130);
    std::map<std::uint64_t, std::vector<float>> all;
    for (Block& b : w.population.blocks()) {
        const auto& f = w.fields;
        for (std::size_t i = 0; i < b.posts(); ++i) {
            all[w.person(b, i).value] = {b.person(f.programme_gain)[i], static_cast<float>(b.person(f.coaching_stage)[i])};
        }
        for (const Trajectory& row : b.rows(f.ledger)) {
            auto& course = all[w.person(b, row.post).value];
            for (const auto x : {static_cast<float>(row.programme), static_cast<float>(row.asked), static_cast<float>(row.started),
                                 static_cast<float>(row.ended), row.match, row.gain})
                course.push_back(x);
        }
        for (std::size_t t = 0; t < b.teams(); ++t) all[b.team_ids()[t].value] = {b.team(f.stigma)[t]};
    }
    return all;
}

TEST(Coaching, DoesNotDependOnBlocks) {
    const auto one = courses(1 << 20);
    EXPECT_EQ(one, courses(1));
    std::size_t coached = 0;
    for (const auto& [who, course] : one) coached += course.size() > 4 ? 1 : 0;
    EXPECT_GT(coached, 200u);
}

TEST(Coaching, StigmaFallsWithEachWhoBeginsAndReturnsInTwoYears) {
    CoachingWorld w(certain_parameters());
    w.everybody_at_work();
    w.programmes.push_back({.setting = coaching_setting({{"window", {1}}, {"sessions", {2}}}),
                            .reaches = [](PersonId who) { return who.first_team() == TeamId::of(1, 0) && who.low() >> 20 < 5; }});
    w.pass_weeks(4);
    const auto stigma = w.block().team(w.fields.stigma);
    EXPECT_FLOAT_EQ(stigma[1], -0.1f);
    for (const std::size_t t : {0u, 2u, 3u}) EXPECT_EQ(stigma[t], 0.0f);
    w.pass_weeks(104);
    EXPECT_NEAR(stigma[1], -0.1f * std::exp(-1.0f), 1e-5f);
}

TEST(Coaching, ForgetsTrajectoriesOfWhichNothingIsLeft) {
    CoachingWorld w(certain_parameters(), 1, 10);
    w.everybody_at_work();
    w.programmes.push_back({.setting = coaching_setting({{"window", {1}}, {"sessions", {2}}})});
    w.pass_weeks(60);
    EXPECT_EQ(w.rows().size(), 10u);
    const auto gain = w.block().person(w.fields.programme_gain);
    EXPECT_GT(*std::ranges::min_element(gain), 0.0f);
    w.pass_weeks(520);
    EXPECT_TRUE(w.rows().empty());
    EXPECT_EQ(*std::ranges::max_element(gain), 0.0f);
}

TEST(Coaching, EndsWithThePersonWhoLeftThePost) {
    CoachingWorld w(certain_parameters(), 1, 10);
    w.everybody_at_work();
    w.programmes.push_back({.setting = coaching_setting({})});
    w.pass_weeks(10);
    w.block().person(w.fields.engine.filled)[3] = 0;
    w.pass_week();
    EXPECT_EQ(w.row(3), nullptr);
    EXPECT_EQ(w.block().person(w.fields.programme_gain)[3], 0.0f);
    EXPECT_NE(w.row(4), nullptr);
}

TEST(Coaching, ThatReachesNobodyLeavesEveryBit) {
    const auto state = [](bool with_idle) {
        CoachingWorld w(coaching_parameters(), 20, 23);
        w.programmes.push_back({.name = "offer", .setting = coaching_setting({{"mail", {1}}, {"coaches", {3}}})});
        if (with_idle)
            w.programmes.push_back({.name = "idle",
                                    .setting = coaching_setting({{"window", {9}}, {"kickoff", {1}}}),
                                    .reaches = [](PersonId) { return false; }});
        w.visibility = 3.0f;
        w.pass_weeks(60);
        std::vector<std::byte> all;
        for (std::size_t f = 0; f < w.fields.person.size(); ++f) {
            const auto bytes = w.block().person_bytes(f);
            all.insert(all.end(), bytes.begin(), bytes.end());
        }
        for (std::size_t f = 0; f < w.fields.team.size(); ++f) {
            const auto bytes = w.block().team_bytes(f);
            all.insert(all.end(), bytes.begin(), bytes.end());
        }
        const auto& rows = w.block().ledger_bytes(w.fields.ledger.index);
        all.insert(all.end(), rows.begin(), rows.end());
        EXPECT_GT(rows.size(), 20 * sizeof(Trajectory));
        return all;
    };
    EXPECT_EQ(state(true), state(false));
}

}  // namespace
}  // namespace bevlogen::testing
