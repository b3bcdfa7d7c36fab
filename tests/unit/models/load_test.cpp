// One vectorised week of load against a slow scalar writing, and what capacity may and may not depend on.
#include <gtest/gtest.h>

#include <cmath>
#include <cstring>

#include "models/workforce/purposes.hpp"
#include "sim/core/instruction_set.hpp"
#include "sim/random/box_muller.hpp"
#include "sim/random/bulk.hpp"
#include "tests/unit/models/work_world.hpp"

namespace bevlogen::testing {
namespace {

using workforce::Leave;
using workforce::Phase;
using workforce::WorkParameters;
using namespace workforce::columns;

struct ScalarTeam {
    double reference = 0.0, trend = 1.0, shock = 0.0, load = 0.0, backlog = 0.0;
    std::vector<double> hours;
};

// Of the specialists who supervise: hours x share of care.
double supervision(const WorkParameters& w, std::size_t phase) {
    return static_cast<double>(w.supervision[phase]) * 45.0 * (1.0 - 0.39) * (1.0 - 0.08 - 0.03);
}

// The team after a week, from section 5 of the model page, in double precision.
ScalarTeam week_after(WorkWorld& w, std::size_t t, Week week) {
    const WorkParameters& p = w.setup.work;
    ScalarTeam s;
    double reference = 0.0, capacity = 0.0, shifts = 0.0, filled = 0.0;
    for (std::size_t i = w.block.team_begin()[t]; i < w.block.team_begin()[t + 1]; ++i) {
        const std::size_t k = w.block.person(w.fields.phase)[i];
        const auto of = [k](const auto& by_phase) { return static_cast<double>(by_phase[k]); };
        const auto at = [&](std::size_t column) { return static_cast<double>(w.condition(column, i)); };
        if (!workforce::is_added(w.block.post_kinds()[i])) {
            const double rest = 1.0 - static_cast<double>(p.side_task_share) - of(p.loss_share);
            reference += of(p.contract_hours) * of(WorkWorld::kMeanFte) * (1.0 - of(p.administration_share)) * rest * of(p.contribution) -
                         supervision(p, k);
        }
        const bool here = w.block.person(w.fields.engine.filled)[i] != 0;
        if (here) shifts += at(kShiftsADay), filled += 1.0;
        const auto leave = static_cast<Leave>(w.block.person(w.fields.leave_kind)[i]);
        const double present = !here ? 0.0 : leave == Leave::none ? 1.0 : leave == Leave::burnout_half_hours ? 0.5 : 0.0;
        const bool stands_in = here && leave != Leave::none && w.block.person(w.fields.is_replaced)[i] != 0;
        const double pressure = w.block.person(w.fields.factor[factor_of(workforce::Demand::evaluation_pressure)])[i];
        const double administration = std::clamp(at(kAdministrationShare) + 0.02 * pressure, 0.0, 0.95);
        const double own = std::clamp(
            1.0 + 0.05 * static_cast<double>(w.z_engagement[i]) - 0.08 * std::max(0.0, static_cast<double>(w.z_burnout[i])), 0.7, 1.15);
        const double contract = static_cast<double>(w.block.person(w.fields.fte)[i]) * at(kHoursRatio);
        const double hours = std::max(of(p.contract_hours) * contract - at(kReleasedHours), 0.0);
        const double care = hours * (1.0 - administration) * (1.0 - at(kSideTaskShare) - at(kLossShare)) * of(p.contribution);
        capacity += (care * (stands_in ? 1.0 : own) - supervision(p, k)) * (stands_in ? 1.0 : present);
        s.hours.push_back(present * (of(p.reference_hours) * contract + at(kExtraHours)));
    }
    s.reference = std::max(0.0, 0.863 * reference);
    capacity *= 1.0 - 0.02 * ((filled > 0.0 ? shifts / filled : 3.0) - 3.0);
    const double k = s.reference > 0.0 ? std::max(capacity, 0.0) / s.reference : 0.0;
    const double trend = w.block.team(w.fields.capacity_trend)[t];
    const int of_epoch = week.value % 4;
    const PhiloxWords words = w.chance.words(w.block.team_ids()[t].value, Week{week.value - of_epoch}, workforce::kVolumeShock);
    const auto z = box_muller(words[of_epoch < 2 ? 0 : 2], words[of_epoch < 2 ? 1 : 3]);
    s.shock = 0.9 * static_cast<double>(w.block.team(w.fields.volume_shock)[t]) +
              0.05 * std::sqrt(1.0 - 0.81) * static_cast<double>(z[of_epoch % 2]);
    const double years = std::max(week.value - 52, 0) / 52.0;
    const double psi = w.block.team_sites()[t] == 0 ? 0.35 : 0.6;
    const double volume = std::pow(1.0 + static_cast<double>(p.growth), years) *
                          std::exp(0.03 * std::cos(2.0 * 3.141592653589793 * (week.value - 2) / 52.0) + s.shock) *
                          std::pow(std::max(1.0, trend), psi);
    s.load = s.reference > 0.0 ? std::clamp(k > 0.0 ? std::log(volume / k) : 9.0, -0.7, 0.7) : 0.0;
    const double overtime = std::exp(0.5 * std::max(s.load, 0.0));
    for (double& hours : s.hours) hours *= overtime;
    s.trend = s.reference > 0.0 ? trend + (k - trend) * (1.0 - std::exp(-1.0 / 26.0)) : 1.0;
    const double backlog = w.block.team(w.fields.backlog)[t];
    s.backlog =
        s.reference > 0.0 ? backlog * (1.0 - static_cast<double>(p.backlog_leaves)) + std::max(volume - 1.15 * k * overtime, 0.0) : 0.0;
    return s;
}

// Conditions that levers may leave, different for each post.
void vary_conditions(WorkWorld& w) {
    for (std::size_t i = 0; i < w.block.posts(); ++i) {
        w.condition(kHoursRatio, i) = i % 3 == 0 ? 0.75f : 1.0f;
        w.condition(kShiftsADay, i) = i % 4 == 0 ? 4.0f : 3.0f;
        w.condition(kAdministrationShare, i) -= i % 5 == 0 ? 0.3f : 0.0f;
        w.condition(kExtraHours, i) = i % 6 == 0 ? 2.0f : 0.0f;
        w.condition(kReleasedHours, i) = i % 7 == 0 ? 1.5f : i % 11 == 0 ? 90.0f : 0.0f;
    }
}

double largest_difference(WorkWorld& w, const std::vector<ScalarTeam>& expected) {
    double largest = 0.0;
    const auto compare = [&](double a, double b) { largest = std::max(largest, std::abs(a - b)); };
    for (std::size_t t = 0; t < w.block.teams(); ++t) {
        const ScalarTeam& s = expected[t];
        compare(w.block.team(w.fields.reference_capacity)[t] / 1000.0, s.reference / 1000.0);
        compare(w.block.team(w.fields.capacity_trend)[t], s.trend);
        compare(w.block.team(w.fields.volume_shock)[t], s.shock);
        compare(w.block.team(w.fields.log_load)[t], s.load);
        compare(w.block.team(w.fields.backlog)[t], s.backlog);
        for (std::size_t i = w.block.team_begin()[t]; i < w.block.team_begin()[t + 1]; ++i) {
            compare(w.block.person(w.fields.hours_worked)[i] / 50.0, s.hours[i - w.block.team_begin()[t]] / 50.0);
            compare(w.condition(kLogLoad, i), s.load);
        }
    }
    return largest;
}

std::vector<ScalarTeam> all_after(WorkWorld& w, Week week) {
    std::vector<ScalarTeam> all;
    for (std::size_t t = 0; t < w.block.teams(); ++t) all.push_back(week_after(w, t, week));
    return all;
}

constexpr double kTolerance = 3e-6;

TEST(Load, EqualsTheSlowScalarWriting) {
    WorkWorld w({"work.growth=0.02"}, 0, 40, 3);
    vary_conditions(w);
    for (const int week : {0, 1, 2, 3, 4, 51, 52, 53, 180, 571}) {
        const auto expected = all_after(w, Week{week});
        w.step(Week{week});
        EXPECT_LT(largest_difference(w, expected), kTolerance) << "week " << week;
    }
}

TEST(Load, AWrongEquationIsSeen) {  // the twin: other supervision, other psi, other overtime
    for (const char* wrong :
         {"work.supervision.aios=0.05", "work.volume_follows.general=0.5", "work.overtime=0.4", "work.backlog.above=0.1"}) {
        WorkWorld w({wrong}, 0, 40, 3), right({}, 0, 40, 3);
        for (WorkWorld* world : {&w, &right}) {  // capacity that has risen, so that care demand follows
            for (float& trend : world->block.team(world->fields.capacity_trend)) trend = 1.2f;
        }
        double largest = 0.0;
        for (int week = 0; week < 30; ++week) {
            const auto expected = all_after(right, Week{week});
            right.step(Week{week});
            w.step(Week{week});
            largest = std::max(largest, largest_difference(w, expected));
        }
        EXPECT_GT(largest, 100.0 * kTolerance) << wrong;
    }
}

TEST(Load, TheWorldHasEveryCaseThatLoadTellsApart) {
    WorkWorld w;
    w.step(Week{0});
    std::array<std::size_t, workforce::kLeaves> leaves{};
    std::size_t replaced = 0, vacant = 0, over = 0, under = 0, none = 0;
    for (std::size_t i = 0; i < w.block.posts(); ++i) {
        ++leaves[w.block.person(w.fields.leave_kind)[i]];
        replaced += w.block.person(w.fields.is_replaced)[i], vacant += !w.block.person(w.fields.engine.filled)[i];
    }
    for (std::size_t t = 0; t < w.block.teams(); ++t) {
        over += w.block.team(w.fields.log_load)[t] > 0.0f, under += w.block.team(w.fields.log_load)[t] < 0.0f;
        none += w.block.team(w.fields.reference_capacity)[t] == 0.0f;
    }
    EXPECT_GT(std::min({*std::min_element(leaves.begin(), leaves.end()), replaced, vacant, over}), 5u);
    EXPECT_GT(under, 1u);
    EXPECT_EQ(none, 1u);
    EXPECT_EQ(w.block.team(w.fields.log_load)[WorkWorld::kStudentsOnly], 0.0f);
}

// All that load writes, for comparison of bits.
std::vector<float> written(const WorkWorld& w, std::size_t first_team = 0, std::size_t last_team = 40) {
    std::vector<float> all;
    for (std::size_t t = first_team; t < last_team; ++t) {
        for (const auto& field : {w.fields.reference_capacity, w.fields.formation, w.fields.capacity_trend, w.fields.volume_shock,
                                  w.fields.log_load, w.fields.backlog}) {
            all.push_back(w.block.team(field)[t]);
        }
        for (std::size_t i = w.block.team_begin()[t]; i < w.block.team_begin()[t + 1]; ++i) {
            all.push_back(w.block.person(w.fields.hours_worked)[i]);
            all.push_back(w.scratch.column(kLogLoad)[i]);
        }
    }
    return all;
}

bool same_bits(const std::vector<float>& a, const std::vector<float>& b) {
    return a.size() == b.size() && std::memcmp(a.data(), b.data(), a.size() * sizeof(float)) == 0;
}

TEST(Load, WideAndNarrowVectorsGiveTheSameBits) {  // on a machine without AVX-512 both are narrow
    WorkWorld wide, narrow;
    vary_conditions(wide), vary_conditions(narrow);
    for (int week = 0; week < 104; ++week) {
        wide.step(Week{week});
        restrict_to_narrow_vectors(true), restrict_bulk_to_avx2(true);
        narrow.step(Week{week});
        restrict_to_narrow_vectors(false), restrict_bulk_to_avx2(false);
    }
    EXPECT_TRUE(same_bits(written(wide), written(narrow)));
}

TEST(Load, BitsDoNotDependOnWhereABlockBegins) {
    WorkWorld whole, part({}, 7, 29);
    for (int week = 0; week < 20; ++week) whole.step(Week{week}), part.step(Week{week});
    EXPECT_TRUE(same_bits(written(whole, 7, 29), written(part, 0, 22)));
    EXPECT_FALSE(same_bits(written(whole, 8, 29), written(part, 0, 21)));
}

TEST(Load, ReferenceCapacityIsNoSnapshotOfWhoIsThere) {
    WorkWorld w, full({}, 0, 40, 4);
    full.everybody_at_work();
    full.load.populate(full.block, full.chance);
    for (std::size_t t = 0; t < 40; ++t) {
        EXPECT_EQ(w.block.team(w.fields.reference_capacity)[t], full.block.team(full.fields.reference_capacity)[t]);
        EXPECT_EQ(w.block.team(w.fields.formation)[t], full.block.team(full.fields.formation)[t]);
    }
}

TEST(Load, OneTeamWorkedByHand) {
    // Team 0: six posts, of which the first is a specialist before 55, then temporary, aios, anios, coassistent, and a late one.
    // Care: 45 x .5429 = 24.4305 h at 1 FTE; anios 46 x .4988 x .8 = 18.35584, aios 46 x .4988 x .5 = 11.4724; x FTE .92 .90 .92 .95 1 .90.
    // 22.47606 + 21.98745 + 10.55461 + 17.43805 + 0 + 21.98745 = 94.44362; less 1.46583 for the aios, .73292 for the coassistent: 92.24487.
    WorkWorld w({"work.season.amplitude=0", "work.shock.spread=0"});
    w.everybody_at_work();
    w.load.populate(w.block, w.chance);
    w.step(Week{0});
    EXPECT_NEAR(w.block.team(w.fields.formation)[0], 5.59f, 1e-5f);
    EXPECT_NEAR(w.block.team(w.fields.reference_capacity)[0], 0.863f * 92.24487f, 1e-3f);
    EXPECT_NEAR(w.block.team(w.fields.log_load)[0], std::log(0.863), 1e-6);
    EXPECT_NEAR(w.block.team(w.fields.capacity_trend)[0], 1.0 + (1.0 / 0.863 - 1.0) * 0.0377294, 1e-6);
    EXPECT_NEAR(w.block.person(w.fields.hours_worked)[0], 52.0f * 0.92f, 1e-4f);  // slack shortens nobody's week
    EXPECT_NEAR(w.load.reference_hours(Phase::specialist_mid), 52.0f * 0.92f, 1e-4f);
}

TEST(Load, SixHourShiftsNeedAThirdMorePostsAndAHandoverMore) {
    WorkWorld today, six_hours;
    today.everybody_at_work(), six_hours.everybody_at_work();
    for (std::size_t i = 0; i < today.block.posts(); ++i) {  // no supervision, so that care alone counts
        six_hours.condition(kHoursRatio, i) = 0.75f, six_hours.condition(kShiftsADay, i) = 4.0f;
    }
    today.step(Week{0}), six_hours.step(Week{0});
    for (std::size_t t = 0; t < 40; ++t) {
        double sum_today = 0.0, sum_six = 0.0;
        for (std::size_t i = today.block.team_begin()[t]; i < today.block.team_begin()[t + 1]; ++i) {
            const float supervised = today.condition(kSupervisionHours, i);
            sum_today += static_cast<double>(today.condition(kCareHours, i) + supervised);
            sum_six += static_cast<double>(six_hours.condition(kCareHours, i) + supervised);
            EXPECT_FLOAT_EQ(six_hours.condition(kHandoverShare, i), 0.98f);
        }
        EXPECT_NEAR(sum_six * 8.0 / 6.0, sum_today, 1e-5 * (sum_today + 1.0));
    }
}

TEST(Load, AnAbsenceThatIsReplacedCostsNoCapacity) {
    WorkWorld present, away, replaced;
    for (WorkWorld* w : {&present, &away, &replaced}) {
        w->everybody_at_work();
        if (w != &present) w->block.person(w->fields.leave_kind)[0] = static_cast<std::uint8_t>(Leave::long_illness);
        w->block.person(w->fields.is_replaced)[0] = w == &replaced ? 1 : 0;
        w->step(Week{0});
    }
    const auto load_of = [](const WorkWorld& w) { return w.block.team(w.fields.log_load)[0]; };
    EXPECT_EQ(load_of(present), load_of(replaced));
    EXPECT_GT(load_of(away), load_of(present) + 0.1f);
    EXPECT_EQ(away.block.person(away.fields.hours_worked)[0], 0.0f);
    EXPECT_EQ(replaced.block.person(replaced.fields.hours_worked)[0], 0.0f);
    EXPECT_EQ(load_of(away) > 0.0f, away.block.person(away.fields.hours_worked)[1] > present.block.person(present.fields.hours_worked)[1]);
}

TEST(Load, DemandThatFollowsFullyEatsTheTimeThatIsSaved) {  // administration to 10 %: L falls by (1 - psi) log(K after / K before)
    for (const double psi : {0.0, 0.5, 1.0}) {
        const std::string follows = "=" + std::to_string(psi);
        const std::vector<std::string> sets = {"work.volume_follows.academic" + follows, "work.volume_follows.general" + follows,
                                               "work.season.amplitude=0", "work.shock.spread=0", "work.load_limit=3"};
        WorkWorld today(sets), less(sets);
        today.everybody_at_work(), less.everybody_at_work();
        for (std::size_t i = 0; i < less.block.posts(); ++i) less.condition(kAdministrationShare, i) = 0.10f;
        for (int week = 0; week < 520; ++week) today.step(Week{week}), less.step(Week{week});
        const auto at = [](const WorkWorld& w, Field<float> field, std::size_t t) { return static_cast<double>(w.block.team(field)[t]); };
        for (std::size_t t = 0; t < 40; ++t) {
            if (t == WorkWorld::kStudentsOnly) continue;
            const double gain = std::log(at(less, less.fields.capacity_trend, t) / at(today, today.fields.capacity_trend, t));
            EXPECT_GT(gain, 0.38);
            EXPECT_NEAR(at(less, less.fields.log_load, t) - at(today, today.fields.log_load, t), -(1.0 - psi) * gain, 1e-5);
        }
    }
}

TEST(Load, TheShockKeepsItsSpread) {  // SD .05 at the start and after a year; z of the mean square below 5: false-positive rate 6e-7
    constexpr std::size_t kTeams = 4000;
    workforce::WorkforceFields fields;
    const WorkSetup setup = WorkSetup::read();
    std::vector<TeamPlan> plans;
    for (std::uint32_t t = 0; t < kTeams; ++t) plans.push_back({TeamId::of(t / 40, t % 40), 0, {0}});
    Block block(fields, plans, 0, 0);
    const workforce::Load load(setup.work, WorkWorld::kMeanFte, fields, Week{0});
    Scratch scratch;
    scratch.prepare(block, kScratchColumns, kScratchTeamColumns);
    const Chance chance{20240321, 1};
    load.populate(block, chance);
    workforce::set_conditions(setup.work, fields, block, scratch);
    load.set_hours(block, scratch);
    const std::vector<float> zero(block.padded_posts());
    const auto z_of_spread = [&](double spread) {
        double sum = 0.0;
        for (const float shock : block.team(fields.volume_shock)) sum += static_cast<double>(shock) * static_cast<double>(shock);
        return (sum / kTeams / (spread * spread) - 1.0) / std::sqrt(2.0 / kTeams);
    };
    EXPECT_LT(std::abs(z_of_spread(0.05)), 5.0);
    for (int week = 0; week < 52; ++week) load.step(block, Now{Week{week}, chance, {}}, {zero.data(), zero.data(), zero.data()}, scratch);
    EXPECT_LT(std::abs(z_of_spread(0.05)), 5.0);
    EXPECT_GT(std::abs(z_of_spread(0.06)), 5.0);  // the twin: another spread is seen
}

}  // namespace
}  // namespace bevlogen::testing
