// How many ask: windows and passive pools against published uptake, and chance against the equations.
#include <gtest/gtest.h>

#include <cmath>

#include "models/interventions/coaching_equations.hpp"
#include "tests/statistical/error_rate.hpp"
#include "tests/unit/models/coaching_world.hpp"

namespace bevlogen::testing {
namespace {

using interventions::settings_of;
using workforce::Demand;
using workforce::factor_of;
using workforce::Resource;

constexpr std::size_t kTeams = 400, kTeamSize = 24;

// Typical persons: SD 1 each; workload goes with exhaustion (r = .5) and supervisors are felt to support less (r = -.3).
void make_typical(CoachingWorld& w) {
    w.everybody_at_work();
    for (Block& b : w.population.blocks()) {
        const auto workload = b.person(w.fields.factor[factor_of(Demand::workload)]);
        const auto support = b.person(w.fields.factor[factor_of(Resource::supervisor_support)]);
        for (std::size_t i = 0; i < b.posts(); ++i) {
            const float z = w.z_exhaustion(w.person(b, i));
            workload[i] = 0.5f * z + 0.866f * workload[i];
            support[i] = -0.3f * z + 0.954f * support[i];
        }
        std::ranges::fill(b.team(w.fields.log_load), 0.0f);
    }
}

// Share of the persons of each phase who asked within so many weeks, from the start of a year.
struct Uptake {
    std::array<double, workforce::kPhases> share{};
    double mean() const {
        // The shares of phases in the default world.
        constexpr std::array<double, workforce::kPhases> kShare = {0.136, 0.172, 0.159, 0.116, 0.270, 0.147};
        double sum = 0.0;
        for (std::size_t k = 0; k < workforce::kPhases; ++k) sum += kShare[k] * share[k];
        return sum;
    }
};

Uptake uptake(const std::map<std::string, std::vector<double>>& written, int weeks, std::uint8_t first_phase = 0) {
    CoachingWorld w(coaching_parameters(), kTeams, kTeamSize);
    make_typical(w);
    w.programmes.push_back({.setting = coaching_setting(written)});
    const auto phase_of = [&](const Block& b, std::size_t i) { return b.person(w.fields.phase)[i]; };
    std::map<std::uint64_t, std::uint8_t> phases;
    for (Block& b : w.population.blocks()) {
        for (std::size_t i = 0; i < b.posts(); ++i) phases[w.person(b, i).value] = phase_of(b, i);
    }
    w.programmes[0].reaches = [&](PersonId who) { return phases.at(who.value) >= first_phase; };
    w.pass_weeks(weeks);
    std::array<double, workforce::kPhases> asked{}, all{};
    for (Block& b : w.population.blocks()) {
        for (std::size_t i = 0; i < b.posts(); ++i) {
            ++all[phase_of(b, i)];
            asked[phase_of(b, i)] += b.person(w.fields.coaching_stage)[i] >= 2 ? 1.0 : 0.0;
        }
    }
    Uptake result;
    for (std::size_t k = 0; k < workforce::kPhases; ++k) result.share[k] = asked[k] / all[k];
    return result;
}

void show(const char* what, const Uptake& u) {
    for (std::size_t k = 0; k < workforce::kPhases; ++k)
        ::testing::Test::RecordProperty(std::string(what) + std::to_string(k), std::to_string(u.share[k]));
}

// 22.9 % of exhausted staff (Peterson 2008), 13 % (West 2014): the values of Challenge & Support lie in between and around.
TEST(CoachingUptake, OfAWindowWithAKickOffIsAQuarter) {
    const Uptake u =
        uptake({{"window", {6}}, {"kickoff", {1}}, {"supervisor", {1}}, {"price_person", {0, 150, 150, 0, 0, 0}}, {"choice", {3}}}, 6, 1);
    show("window", u);
    double sum = 0.0;
    for (std::size_t k = 1; k < workforce::kPhases; ++k) sum += u.share[k];
    EXPECT_GT(sum / 5.0, 0.15);
    EXPECT_LT(sum / 5.0, 0.35);
    // Without the kick-off next to nobody comes.
    EXPECT_LT(uptake({{"window", {6}}, {"supervisor", {1}}}, 6, 1).mean(), 0.01);
}

// Amsterdam UMC, internal coach pool: facts and figures 2023: 179 trajectories, about 1 % of the staff.
TEST(CoachingUptake, OfAPassivePoolIsOneToOneAndThreeQuarterPerCentAYear) {
    const Uptake u = uptake({{"again_after", {520}}}, 52);
    show("pool", u);
    EXPECT_GT(u.mean(), 0.010);
    EXPECT_LT(u.mean(), 0.0175);
    const Uptake mail = uptake({{"again_after", {520}}, {"mail", {1}}}, 52);
    EXPECT_GT(mail.mean(), 2.0 * u.mean());
}

TEST(CoachingUptake, FollowsPricePhaseAndSupervisor) {
    const double free = uptake({{"window", {6}}, {"kickoff", {1}}}, 6).mean();
    EXPECT_LT(uptake({{"window", {6}}, {"kickoff", {1}}, {"price_person", {150}}}, 6).mean(), free);
    EXPECT_LT(uptake({{"window", {6}}, {"kickoff", {1}}, {"supervisor", {2}}}, 6).mean(), free);
}

// The number who ask in one week against the sum of their chances, by the equation that a test may break.
struct OneWeek {
    double asked = 0.0, expected = 0.0, variance = 0.0;
};
OneWeek one_week(float stigma_in_equation) {
    CoachingWorld w(coaching_parameters(), kTeams, kTeamSize);
    make_typical(w);
    const LeverSetting setting = coaching_setting({{"window", {6}}, {"kickoff", {1}}});
    w.programmes.push_back({.setting = setting});
    OneWeek week;
    const auto& p = w.p.enrolment;
    for (Block& b : w.population.blocks()) {
        for (std::size_t t = 0; t < b.teams(); ++t) {
            for (std::uint32_t i = b.team_begin()[t]; i < b.team_begin()[t + 1]; ++i) {
                const PersonId who = w.person(b, i);
                const bool is_leader = i == b.team_begin()[t];
                const float of_phase = is_leader ? p.stigma_of_leader : p.stigma[b.person(w.fields.phase)[i]];
                const float burnt_out = w.z_burnout(who) > p.burnt_out_above ? p.stigma_if_burnt_out : 0.0f;
                const float offer = p.base + p.on_kickoff + p.start_of_year + (b.person(w.fields.sex)[i] == 0 ? p.of_women : 0.0f);
                const float odds = interventions::log_odds_of_asking(
                    offer, p.on_exhaustion, w.z_exhaustion(who), p.on_motivation, b.person(w.fields.motivation)[i],
                    stigma_in_equation * (of_phase + burnt_out), 0.0f, p.on_workload,
                    b.person(w.fields.factor[factor_of(Demand::workload)])[i], p.on_team_mates, 0.0f);
                const double chance = static_cast<double>(interventions::chance_of(odds));
                week.expected += chance;
                week.variance += chance * (1.0 - chance);
            }
        }
    }
    w.pass_week();
    for (Block& b : w.population.blocks()) week.asked += static_cast<double>(b.rows(w.fields.ledger).size());
    return week;
}

TEST(CoachingUptake, OfAWeekAgreesWithTheSumOfChances) {
    const OneWeek right = one_week(1.0f);
    EXPECT_TRUE(statistical::agrees(right.asked, right.expected, std::sqrt(right.variance))) << right.asked << " " << right.expected;
    const OneWeek planted = one_week(0.8f);  // a fifth of the stigma forgotten
    EXPECT_FALSE(statistical::agrees(planted.asked, planted.expected, std::sqrt(planted.variance)));
}

// Sessions that are lost and coachees who stop, against the chances that are written down.
struct Courses {
    double trajectories = 0.0, finished = 0.0, weeks_lost = 0.0, sessions = 0.0, match = 0.0, match_squares = 0.0;
};
Courses courses(float lost) {
    CoachingParameters p = coaching_parameters();
    p.enrolment.base = 60.0f;
    p.match.rematch_below = p.match.ends_below = 0.0f;
    p.session.lost = lost;
    p.session.evaluated_share = 0.0f;
    CoachingWorld w(p, kTeams, kTeamSize);
    make_typical(w);
    w.programmes.push_back({.setting = coaching_setting({{"window", {1}}, {"spacing", {1}}, {"sessions", {6}}})});
    w.pass_weeks(40);
    Courses all;
    for (Block& b : w.population.blocks()) {
        for (const Trajectory& row : std::as_const(b).rows(w.fields.ledger)) {
            ++all.trajectories;
            all.finished += row.stage == CoachingStage::finished ? 1.0 : 0.0;
            all.sessions += row.sessions_done;
            all.weeks_lost += row.ended - row.started - row.sessions_done;
            all.match += static_cast<double>(row.match);
            all.match_squares += static_cast<double>(row.match) * static_cast<double>(row.match);
        }
    }
    return all;
}

TEST(CoachingSessions, AreLostFinishedAndMatchedAsOftenAsIsWritten) {
    using statistical::agrees;
    const Courses c = courses(0.05f);
    EXPECT_EQ(c.trajectories, static_cast<double>(kTeams * kTeamSize));
    const double finished = std::pow(1.0 - 0.025, 5);
    EXPECT_TRUE(agrees(c.finished / c.trajectories, finished, std::sqrt(finished * (1.0 - finished) / c.trajectories)));
    // Weeks lost before each session are geometric: mean q/(1-q), variance q/(1-q)^2.
    const double q = 0.05, mean = q / (1.0 - q), error = std::sqrt(q / ((1.0 - q) * (1.0 - q)) / c.sessions);
    EXPECT_TRUE(agrees(c.weeks_lost / c.sessions, mean, error));
    const Courses planted = courses(0.06f);
    EXPECT_FALSE(agrees(planted.weeks_lost / planted.sessions, mean, error));
    // Beta(5, 2): mean 5/7, variance 10/(49 x 8).
    const double variance = 10.0 / (49.0 * 8.0);
    EXPECT_TRUE(agrees(c.match / c.trajectories, 5.0 / 7.0, std::sqrt(variance / c.trajectories)));
    EXPECT_FALSE(agrees(c.match / c.trajectories, 5.0 / 7.0 + 0.01, std::sqrt(variance / c.trajectories)));
}

}  // namespace
}  // namespace bevlogen::testing
