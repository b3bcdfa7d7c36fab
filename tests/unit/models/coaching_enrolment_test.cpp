// Who asks for coaching: the keys of the lever, windows, the equation person by person, and who is not asked.
#include <gtest/gtest.h>

#include <cmath>
#include <cstring>

#include "sim/core/instruction_set.hpp"
#include "sim/random/bulk.hpp"
#include "tests/unit/models/coaching_world.hpp"

namespace bevlogen::testing {
namespace {

using interventions::is_open;
using interventions::settings_of;
using workforce::Demand;
using workforce::factor_of;
using workforce::Resource;

TEST(CoachingSettings, EachKeyIsReadFromItsOwnPlace) {
    std::map<std::string, std::vector<double>> written;
    for (const LeverKey& key : interventions::coaching_lever().keys) written[key.name] = {key.kind == LeverKeyKind::flag ? 0.0 : 1.0};
    const auto settings = [&](const std::string& key, std::vector<double> values) {
        auto changed = written;
        changed.at(key) = std::move(values);
        return settings_of(coaching_setting(changed));
    };
    EXPECT_EQ(settings("sessions", {7}).sessions, 7);
    EXPECT_EQ(settings("minutes", {45}).minutes, 45.0f);
    EXPECT_EQ(settings("spacing", {4}).spacing, 4);
    EXPECT_EQ(settings("extension", {3}).extension, 3);
    EXPECT_EQ(settings("window", {5}).window, 5);
    EXPECT_EQ(settings("interval", {26}).interval, 26);
    EXPECT_EQ(settings("again_after", {9}).again_after, 9);
    EXPECT_TRUE(settings("blocked_summer", {1}).is_blocked_in_summer);
    EXPECT_TRUE(settings("blocked_december", {1}).is_blocked_in_december);
    EXPECT_TRUE(settings("kickoff", {1}).has_kickoff);
    EXPECT_TRUE(settings("mail", {1}).has_mail);
    EXPECT_TRUE(settings("intake", {1}).has_intake);
    EXPECT_EQ(settings("refer_share", {0.25}).refer_share, 0.25f);
    EXPECT_EQ(settings("choice", {3}).choice, interventions::CoachChoice::video);
    EXPECT_TRUE(settings("rematch", {1}).may_rematch);
    EXPECT_EQ(settings("coach_kind", {0}).coach_kind, interventions::CoachKind::internal);
    EXPECT_TRUE(settings("medical_background", {1}).knows_medicine);
    EXPECT_EQ(settings("aim", {0}).aim, interventions::CoachingAim::developmental);
    EXPECT_EQ(settings("location", {2}).place, interventions::CoachingPlace::online);
    EXPECT_EQ(settings("supervisor", {0}).supervisor, interventions::SupervisorRole::unaware);
    EXPECT_TRUE(settings("released", {1}).is_released);
    EXPECT_TRUE(settings("cancel", {1}).may_be_cancelled);
    EXPECT_EQ(settings("coaches", {20}).coaches, 20);
    EXPECT_EQ(settings("caseload", {8}).caseload, 8);
    EXPECT_EQ(settings("a_year", {40}).a_year, 40);
    EXPECT_EQ(settings("budget", {5000}).budget, 5000.0f);
    EXPECT_TRUE(settings("opt_out", {1}).is_opt_out);
    EXPECT_EQ(settings("refer_to", {0}).refer_to, interventions::ReferTo::as_amsterdam);
    EXPECT_EQ(settings("refer_to", {3}).refer_to, interventions::ReferTo::career_centre);
    EXPECT_EQ(settings("coordinators", {12}).coordinators, 12);
    // What each key leaves alone when another is set.
    const CoachingSettings plain = settings_of(coaching_setting(written));
    EXPECT_FALSE(plain.is_opt_out || plain.has_kickoff || plain.is_released || plain.may_rematch);
    EXPECT_EQ(plain.coaches, 1);
}

TEST(CoachingSettings, ThePriceIsByPhaseAndWithoutFreeSessions) {
    const auto free_two =
        settings_of(coaching_setting({{"sessions", {6}}, {"price_person", {0, 150, 300, 60, 30, 6}}, {"free_sessions", {2}}}));
    const std::array<float, 6> expected = {0, 100, 200, 40, 20, 4};
    for (std::size_t k = 0; k < 6; ++k) EXPECT_FLOAT_EQ(free_two.price[k], expected[k]);
    const auto all_free = settings_of(coaching_setting({{"sessions", {6}}, {"price_person", {150}}, {"free_sessions", {8}}}));
    for (std::size_t k = 0; k < 6; ++k) EXPECT_EQ(all_free.price[k], 0.0f);
}

TEST(CoachingWindow, OpensEveryIntervalAndNotInBlockedMonths) {
    CoachingSettings s;
    EXPECT_FALSE(is_open(s, Week{-1}, Week{3}));
    EXPECT_TRUE(is_open(s, Week{5000}, Week{5000}));
    s.window = 6;
    EXPECT_TRUE(is_open(s, Week{5}, Week{5}));
    EXPECT_FALSE(is_open(s, Week{6}, Week{6}));
    EXPECT_FALSE(is_open(s, Week{52}, Week{52}));  // once
    s.interval = 52;
    EXPECT_TRUE(is_open(s, Week{52 + 5}, Week{57}));
    EXPECT_FALSE(is_open(s, Week{52 + 6}, Week{58}));
    s.window = 0;
    s.is_blocked_in_summer = true;
    for (const int summer : {26, 34, 52 + 30}) EXPECT_FALSE(is_open(s, Week{summer}, Week{summer}));
    for (const int open : {25, 35, 50}) EXPECT_TRUE(is_open(s, Week{open}, Week{open}));
    s.is_blocked_in_december = true;
    EXPECT_FALSE(is_open(s, Week{50}, Week{50}));
}

// The chance of asking in a week, in double and from the posts of the team, as the page of the model says it.
double expected_chance(CoachingWorld& w, const CoachingSettings& settings, const Block& b, std::size_t t, std::size_t i) {
    const auto& p = w.p.enrolment;
    const auto phase = b.person(w.fields.phase)[i];
    const PersonId who = w.person(b, i);
    std::size_t leader = b.team_begin()[t + 1], mates = 0, took_part = 0;
    for (std::size_t j = b.team_begin()[t]; j < b.team_begin()[t + 1]; ++j) {
        if (b.person(w.fields.engine.filled)[j] == 0) continue;
        if (leader == b.team_begin()[t + 1] && b.post_kinds()[j] <= 1) leader = j;
        if (j == i) continue;
        ++mates;
        took_part += b.person(w.fields.coaching_stage)[j] >= 2 ? 1 : 0;
    }
    double stigma = i == leader ? p.stigma_of_leader : p.stigma[phase];
    stigma += w.z_burnout(who) > p.burnt_out_above ? p.stigma_if_burnt_out : 0.0f;
    stigma = std::max(stigma + b.team(w.fields.stigma)[t] + w.stigma_shift, 0.0);
    double dependence = 0.0;
    if (settings.is_informed()) {
        dependence = p.dependence[phase] - p.on_supervisor_support * b.person(w.fields.factor[factor_of(Resource::supervisor_support)])[i];
    }
    const int week = w.week.value % 52;
    const double season = week < 13 ? p.start_of_year : (week >= 26 && week < 35) || week >= 48 ? p.quiet_months : 0.0f;
    const double visible = (settings.has_mail ? p.on_mail : 0.0f) + (settings.has_kickoff ? p.on_kickoff : 0.0f) + w.visibility;
    const double odds = p.base + visible + p.on_exhaustion * std::max(w.z_exhaustion(who), 0.0f) +
                        p.on_motivation * b.person(w.fields.motivation)[i] - stigma - dependence - settings.price[phase] / p.price_scale +
                        p.on_workload * b.person(w.fields.factor[factor_of(Demand::workload)])[i] +
                        (mates ? p.on_team_mates * static_cast<double>(took_part) / static_cast<double>(mates) : 0.0) + season +
                        (b.person(w.fields.sex)[i] == 0 ? p.of_women : 0.0f);
    return 1.0 / (1.0 + std::exp(-odds));
}

// Who asks in one week of a world is who the equation says, given the draw of each.
void expect_asking_as_by_hand(CoachingWorld& w, const CoachingSettings& settings, float dose) {
    std::size_t asked = 0, compared = 0;
    std::map<std::uint64_t, bool> expected;
    for (Block& b : w.population.blocks()) {
        for (std::size_t t = 0; t < b.teams(); ++t) {
            for (std::size_t i = b.team_begin()[t]; i < b.team_begin()[t + 1]; ++i) {
                const auto leave = static_cast<Leave>(b.person(w.fields.leave_kind)[i]);
                const bool is_there = leave == Leave::none || (settings.aim == interventions::CoachingAim::curative &&
                                                               (leave == Leave::burnout || leave == Leave::burnout_half_hours));
                const PersonId who = w.person(b, i);
                const double chance = expected_chance(w, settings, b, t, i) * dose;
                const float uniform = w.chance.uniform(who.value, w.week, w.programmes[0].purpose(), interventions::kDrawAsking);
                if (std::abs(chance - uniform) < 1e-5) continue;
                expected[who.value] = b.person(w.fields.engine.filled)[i] != 0 && is_there && uniform < chance;
            }
        }
    }
    std::map<std::uint64_t, bool> has_row;
    w.pass_week();
    for (Block& b : w.population.blocks()) {
        for (const Trajectory& row : b.rows(w.fields.ledger)) has_row[w.person(b, row.post).value] |= row.asked + 1 == w.week.value;
        for (std::size_t i = 0; i < b.posts(); ++i) {
            const auto it = expected.find(w.person(b, i).value);
            if (it == expected.end()) continue;
            ++compared;
            asked += it->second ? 1 : 0;
            EXPECT_EQ(has_row[it->first], it->second) << "person " << it->first;
        }
    }
    EXPECT_GT(asked, 40u);
    EXPECT_GT(compared, w.population.posts() - 5);
}

void set_up_teams(CoachingWorld& w) {
    for (Block& b : w.population.blocks()) {
        for (std::size_t i = 0; i < b.posts(); i += 5) b.person(w.fields.coaching_stage)[i] = static_cast<std::uint8_t>(i / 5 % 7);
        for (std::size_t t = 0; t < b.teams(); ++t) b.team(w.fields.stigma)[t] = t % 3 == 0 ? -0.9f : t % 3 == 1 ? -0.1f : 0.0f;
    }
}

TEST(Asking, FollowsTheEquationPersonByPerson) {
    const LeverSetting window = coaching_setting(
        {{"window", {6}}, {"kickoff", {1}}, {"mail", {1}}, {"supervisor", {1}}, {"price_person", {0, 150, 150, 0, 50, 400}}});
    for (const int start : {0, 16, 28}) {  // start of the year, spring, summer
        CoachingWorld w(coaching_parameters(), 40, 24);
        set_up_teams(w);
        w.programmes.push_back({.setting = window, .start = Week{start}});
        w.week = Week{start};
        w.visibility = 0.5f;
        w.stigma_shift = -0.2f;
        expect_asking_as_by_hand(w, settings_of(window), 1.0f);
    }
}

TEST(Asking, FollowsTheEquationInAnOpenOfferForThoseOnBurnoutLeaveToo) {
    CoachingParameters p = coaching_parameters();
    p.enrolment.base = -2.0f;
    CoachingWorld w(p, 20, 30, 300);
    set_up_teams(w);
    const LeverSetting curative = coaching_setting({{"aim", {1}}, {"kickoff", {1}}});
    w.programmes.push_back({.setting = curative, .dose = 0.5f});
    CoachingSettings without_kickoff = settings_of(curative);  // a kick-off belongs to a window
    without_kickoff.has_kickoff = false;
    w.week = Week{20};
    expect_asking_as_by_hand(w, without_kickoff, 0.5f);
}

TEST(Asking, IsTheSameForNarrowAndWideVectorsAndForAnyBlocks) {
    const auto askers = [](std::size_t block_posts, bool narrow) {
        restrict_to_narrow_vectors(narrow);
        restrict_bulk_to_avx2(narrow);
        CoachingWorld w(coaching_parameters(), 64, 23, block_posts);
        w.programmes.push_back({.setting = coaching_setting({{"window", {6}}, {"kickoff", {1}}})});
        w.pass_weeks(6);
        restrict_to_narrow_vectors(false);
        restrict_bulk_to_avx2(false);
        std::vector<std::uint64_t> all;
        for (Block& b : w.population.blocks()) {
            for (const Trajectory& row : b.rows(w.fields.ledger)) all.push_back(w.person(b, row.post).value);
        }
        return all;
    };
    const auto one_block = askers(1 << 20, false);
    EXPECT_GT(one_block.size(), 50u);
    EXPECT_EQ(one_block, askers(1 << 20, true));
    EXPECT_EQ(one_block, askers(1, false));
}

TEST(Asking, LeavesAlwaysAskedPeopleOfferedAndOthersUntouched) {
    CoachingParameters p = coaching_parameters();
    p.enrolment.base = -60.0f;  // nobody asks
    CoachingWorld w(p);
    w.programmes.push_back({.setting = coaching_setting({{"window", {4}}}), .reaches = [](PersonId who) { return who.low() >> 20 & 1u; }});
    w.pass_weeks(8);
    const auto filled = w.block().person(w.fields.engine.filled);
    const auto leave = w.block().person(w.fields.leave_kind);
    for (std::size_t i = 0; i < w.block().posts(); ++i) {
        const bool is_offered = filled[i] && leave[i] == 0 && (w.person(w.block(), i).low() >> 20 & 1u);
        EXPECT_EQ(w.stage(i), is_offered ? CoachingStage::offered : CoachingStage::none);
    }
    EXPECT_TRUE(w.rows().empty());
}

TEST(Asking, NobodyAsksOutsideWindowsOrWithoutDose) {
    CoachingWorld w(certain_parameters());
    w.programmes.push_back({.setting = coaching_setting({{"window", {4}}, {"interval", {52}}}), .start = Week{4}});
    w.pass_weeks(4);
    EXPECT_TRUE(w.rows().empty());
    w.week = Week{9};  // after the window
    w.pass_weeks(3);
    EXPECT_TRUE(w.rows().empty());
    w.programmes[0].end = Week{56};
    w.week = Week{57};  // in the second window, ended
    w.pass_week();
    EXPECT_TRUE(w.rows().empty());
    w.programmes[0].end = Week{60};
    w.pass_week();
    EXPECT_FALSE(w.rows().empty());
}

TEST(Asking, NobodyAsksTwoProgrammesAtOnce) {
    CoachingWorld w(certain_parameters());
    w.everybody_at_work();
    w.programmes.push_back(
        {.name = "a", .setting = coaching_setting({}), .reaches = [](PersonId who) { return (who.low() >> 20) % 3 != 0; }});
    w.programmes.push_back({.name = "b", .setting = coaching_setting({})});
    w.pass_weeks(3);
    EXPECT_EQ(w.rows().size(), w.block().posts());
    for (const Trajectory& row : w.rows()) {
        const bool in_a = (w.person(w.block(), row.post).low() >> 20) % 3 != 0;
        EXPECT_EQ(row.programme, static_cast<std::uint16_t>(w.programmes[in_a ? 0 : 1].purpose()));
    }
}

TEST(Asking, IsPossibleAgainAfterSoManyWeeks) {
    CoachingWorld w(certain_parameters(), 1, 6);
    w.everybody_at_work();
    w.programmes.push_back({.setting = coaching_setting({{"sessions", {1}}, {"spacing", {1}}, {"again_after", {10}}})});
    while (w.stage(0) != CoachingStage::finished) w.pass_week();
    const std::int32_t ended = w.row(0)->ended;
    while (w.stage(0) == CoachingStage::finished) w.pass_week();
    EXPECT_EQ(w.row(0)->asked, ended + 10);
    EXPECT_EQ(std::ranges::count_if(w.rows(), [](const Trajectory& row) { return row.post == 0; }), 2);
}

TEST(OptOut, AsksEverybodyOnceAndThoseWhoDeclineForGood) {
    CoachingWorld w(coaching_parameters(), 40, 25);
    w.everybody_at_work();
    w.block().person(w.fields.leave_kind)[7] = static_cast<std::uint8_t>(Leave::maternity);
    w.programmes.push_back({.setting = coaching_setting({{"opt_out", {1}}, {"sessions", {1}}, {"again_after", {1}}})});
    w.pass_week();
    EXPECT_EQ(w.rows().size(), w.block().posts() - 1);
    const auto declined = [&] {
        return std::ranges::count_if(w.rows(), [](const Trajectory& row) { return row.stage == CoachingStage::offered; });
    };
    EXPECT_NEAR(static_cast<double>(declined()), 0.2 * 999, 4.9 * std::sqrt(999 * 0.2 * 0.8));
    const auto before = declined();
    w.pass_weeks(120);
    EXPECT_EQ(declined(), before);
    EXPECT_EQ(w.rows().size(), w.block().posts() - 1);
    w.block().person(w.fields.leave_kind)[7] = 0;  // back at work: now it is her turn
    w.pass_week();
    EXPECT_EQ(w.rows().size(), w.block().posts());
}

TEST(OptOut, PhasesInWithTheDose) {
    CoachingWorld w(certain_parameters(), 40, 25);
    w.everybody_at_work();
    w.programmes.push_back({.setting = coaching_setting({{"opt_out", {1}}}), .dose = 0.25f});
    w.pass_weeks(3);
    EXPECT_NEAR(static_cast<double>(w.rows().size()), 250.0, 4.9 * std::sqrt(1000 * 0.25 * 0.75));
    w.programmes[0].dose = 1.0f;
    w.pass_week();
    EXPECT_EQ(w.rows().size(), w.block().posts());
}

}  // namespace
}  // namespace bevlogen::testing
