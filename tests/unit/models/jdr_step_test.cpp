// One vectorised week of the Job Demands-Resources theory against a slow scalar writing, and what it may not depend on.
#include <gtest/gtest.h>

#include <cstring>
#include <functional>
#include <map>

#include "models/interventions/shift.hpp"
#include "sim/core/instruction_set.hpp"
#include "sim/random/bulk.hpp"
#include "tests/unit/models/scalar_jdr.hpp"

namespace bevlogen::testing {
namespace {

using workforce::Demand;
using workforce::Resource;

constexpr double kTolerance = 2e-5;  // floats of size 3, some fifty operations

void expect_same(const SmallWorld& w, const std::vector<ScalarPerson>& expected) {
    const auto actual = scalar_copy(w);
    ASSERT_EQ(actual.size(), expected.size());
    for (std::size_t i = 0; i < actual.size(); ++i) {
        SCOPED_TRACE("team " + std::to_string(actual[i].team) + ", person " + std::to_string(actual[i].id.value));
        for (std::size_t j = 0; j < 16; ++j) EXPECT_NEAR(actual[i].x[j], expected[i].x[j], kTolerance) << "factor " << j;
        for (std::size_t k = 0; k < 3; ++k) EXPECT_NEAR(actual[i].slow[k], expected[i].slow[k], kTolerance) << "personal resource " << k;
        for (std::size_t o = 0; o < 5; ++o) EXPECT_NEAR(actual[i].y[o], expected[i].y[o], kTolerance) << "outcome " << o;
        EXPECT_NEAR(actual[i].newcomer, expected[i].newcomer, 1e-7);
        EXPECT_EQ(actual[i].newcomer == 0.0, expected[i].newcomer == 0.0);
    }
}

// All floats of a person, for comparison of bits.
std::vector<float> state_of(const Block& block, const workforce::WorkforceFields& f, std::size_t i) {
    std::vector<float> state;
    for (const auto& field : f.factor) state.push_back(block.person(field)[i]);
    for (const auto& field : f.personal_slow) state.push_back(block.person(field)[i]);
    for (const auto& field : outcomes_of(f)) state.push_back(block.person(field)[i]);
    state.push_back(block.person(f.newcomer)[i]);
    return state;
}

bool same_bits(const std::vector<float>& a, const std::vector<float>& b) {
    return a.size() == b.size() && std::memcmp(a.data(), b.data(), a.size() * sizeof(float)) == 0;
}

// Narrow vectors while it lives.
struct NarrowVectors {
    NarrowVectors() { restrict_to_narrow_vectors(true), restrict_bulk_to_avx2(true); }
    ~NarrowVectors() { restrict_to_narrow_vectors(false), restrict_bulk_to_avx2(false); }
};

TEST(JdrStep, TheSmallWorldHasEveryCaseThatTheStepTellsApart) {
    SmallWorld w;
    const auto all = scalar_copy(w);
    const ScalarJdr scalar(w.parameters, w.chance);
    EXPECT_GT(scalar.cohesion(all, SmallWorld::partly_cohesive), 0.0);
    EXPECT_LT(scalar.cohesion(all, SmallWorld::partly_cohesive), 1.0);
    EXPECT_EQ(scalar.cohesion(all, SmallWorld::uncohesive), 0.0);
    EXPECT_EQ(scalar.cohesion(all, SmallWorld::cohesive), 1.0);
    std::size_t vacant = 0, on_leave = 0, missing = 0, rested = 0, worn = 0;
    std::size_t half_hours = 0, judged = 0, in_conflict = 0, overloaded = 0, with_slack = 0, asked = 0;
    std::array<std::size_t, 3> newcomers{};  // not new, about to be forgotten, new
    std::array<std::size_t, workforce::kPhases> phases{};
    for (const ScalarPerson& q : all) {
        vacant += !q.filled, on_leave += q.filled && q.on_leave, ++phases[q.phase];
        missing += q.x[8]<-1.0, rested += scalar.z_exhaustion(q) < -1.0, worn += q.years_in_post> 7.0;
        judged += q.judged > 0.0, in_conflict += q.conflict > 0.0, asked += q.shift[0] != 0.0;
        overloaded += q.load > 0.0, with_slack += q.load < 0.0;
        ++newcomers[q.newcomer == 0.0 ? 0 : q.newcomer < 1e-5 ? 1 : 2];
    }
    for (const std::uint8_t kind : w.block.person(w.fields.leave_kind))
        half_hours += kind == index_of(workforce::Leave::burnout_half_hours);
    EXPECT_GT(std::min({vacant, on_leave, missing, rested, worn, judged, in_conflict, asked, overloaded, with_slack}), 5u);
    EXPECT_GT(std::min(*std::min_element(phases.begin(), phases.end()), *std::min_element(newcomers.begin(), newcomers.end())), 5u);
    EXPECT_GT(half_hours, 2u);
}

TEST(JdrStep, EqualsTheSlowScalarWriting) {
    SmallWorld w;
    const ScalarJdr scalar(w.parameters, w.chance);
    for (const Week week : {Week{0}, Week{1}, Week{151}}) {
        const auto expected = scalar.week_after(scalar_copy(w), week);
        w.step(week);
        expect_same(w, expected);
    }
}

// The twins: a scalar writing with one number wrong differs, whatever the number. Sizes are of the smallest effect in a week.
TEST(JdrStep, AWrongEquationIsSeen) {
    const auto largest_difference = [](const std::function<void(WorkforceParameters&)>& make_wrong) {
        SmallWorld w;
        WorkforceParameters wrong = w.parameters;
        make_wrong(wrong);
        const auto expected = ScalarJdr(wrong, w.chance).week_after(scalar_copy(w), Week{0});
        w.step(Week{0});
        const auto actual = scalar_copy(w);
        double largest = 0.0;
        for (std::size_t i = 0; i < actual.size(); ++i) {
            for (std::size_t o = 0; o < 5; ++o) largest = std::max(largest, std::abs(actual[i].y[o] - expected[i].y[o]));
            for (std::size_t j = 0; j < 16; ++j) largest = std::max(largest, std::abs(actual[i].x[j] - expected[i].x[j]));
        }
        return largest;
    };
    using P = WorkforceParameters;
    const std::vector<std::function<void(P&)>> mistakes = {
        [](P& p) { p.jdr.contagion *= 0.5f; },
        [](P& p) { p.factors.strain_cap = 20.0f; },
        [](P& p) { p.factors.load_on_workload *= 0.9f; },
        [](P& p) { p.work.overtime = 0.0f; },
        [](P& p) { p.factors.slack_on_patients *= 0.9f; },
        [](P& p) { p.factors.share_on_administration *= 0.9f; },
        [](P& p) { p.factors.duties_on_home *= 0.9f; },
        [](P& p) { p.factors.hours_on_home *= 0.9f; },
        [](P& p) { p.factors.household *= 0.9f; },
        [](P& p) { p.factors.duties_on_recovery *= 0.9f; },
        [](P& p) { p.factors.age_on_duties = 0.0f; },
        [](P& p) { p.factors.late_duties = 0.0f; },
        [](P& p) { p.factors.care_on_content = 0.0f; },
        [](P& p) { p.factors.wear_of_content = 0.0f; },
        [](P& p) { p.factors.temporary_contract *= 0.9f; },
        [](P& p) { p.factors.fragmentation_of_shifts *= 0.5f; },
        [](P& p) { p.factors.on_leave_target = 0.0f; },
        [](P& p) { p.world.leader_on_recognition = 0.0f; },
        [](P& p) { p.world.leader_on_management_friction = 0.0f; },
        [](P& p) { p.world.leader_on_supervisor_support = 0.0f; },
        [](P& p) { p.rotation.newcomer_on_unclarity *= 0.5f; },
        [](P& p) { p.rotation.newcomer_on_colleagues *= 0.5f; },
        [](P& p) { p.rotation.newcomer_on_supervisor *= 0.5f; },
        [](P& p) { p.rotation.newcomer_weeks *= 2.0f; },
        [](P& p) { p.events.fades_weeks *= 2.0f; },
        [](P& p) { p.events.severe_hazard = 0.0f; },
    };
    EXPECT_LT(largest_difference([](P&) {}), kTolerance);
    for (std::size_t m = 0; m < mistakes.size(); ++m) EXPECT_GT(largest_difference(mistakes[m]), 5.0 * kTolerance) << "mistake " << m;
}

TEST(JdrStep, WhoIsBackAtHalfHoursIsAtWorkAndWhoIsOnLeaveIsNot) {
    SmallWorld w, at_work, away;
    const std::size_t i = w.post(SmallWorld::cohesive, 0);
    w.block.person(w.fields.leave_kind)[i] = static_cast<std::uint8_t>(workforce::Leave::burnout_half_hours);
    away.block.person(away.fields.leave_kind)[i] = static_cast<std::uint8_t>(workforce::Leave::burnout);
    for (SmallWorld* world : {&w, &at_work, &away}) world->step(Week{0});
    std::size_t changed = 0;
    for (std::size_t k = 0; k < w.block.posts(); ++k) {
        EXPECT_TRUE(same_bits(state_of(w.block, w.fields, k), state_of(at_work.block, at_work.fields, k))) << "post " << k;
        changed += !same_bits(state_of(w.block, w.fields, k), state_of(away.block, away.fields, k));
    }
    EXPECT_GT(changed, 100u);  // the twin: leave changes the person and, by contagion, the team
}

TEST(JdrStep, NeedsEqualTheSlowScalarWriting) {
    SmallWorld w;
    for (int week = 0; week < kWeeksPerEpoch; ++week) w.step(Week{week});
    const auto all = scalar_copy(w);  // with the factors of the end of the week, on which that week's needs rest
    for (std::size_t i = 0; i < w.block.posts(); ++i) {
        const auto expected = ScalarJdr(w.parameters, w.chance).needs(all[i]);
        for (std::size_t k = 0; k < 3; ++k) EXPECT_NEAR(w.block.person(w.fields.need[k])[i], expected[k], kTolerance);
    }
}

TEST(JdrStep, WideAndNarrowVectorsGiveTheSameBits) {  // on a machine without AVX-512 both are narrow
    SmallWorld wide, narrow;
    for (int week = 0; week < 104; ++week) {
        wide.step(Week{week});
        const NarrowVectors restricted;
        narrow.step(Week{week});
    }
    for (std::size_t i = 0; i < wide.block.posts(); ++i) {
        EXPECT_TRUE(same_bits(state_of(wide.block, wide.fields, i), state_of(narrow.block, narrow.fields, i))) << "post " << i;
    }
}

TEST(JdrStep, WhoIsVacantOrOnLeaveCountsInNoTeamMean) {
    SmallWorld as_is, changed, control;
    const auto make_worse = [](SmallWorld& w, std::size_t i) {
        w.block.person(w.fields.exhaustion)[i] += 40.0f;
        w.block.person(w.fields.vigour)[i] -= 40.0f;
        w.block.person(w.fields.factor[factor_of(Resource::colleague_support)])[i] -= 40.0f;
    };
    for (std::size_t i = 0; i < changed.block.posts(); ++i) {
        if (!changed.is_present(i)) make_worse(changed, i);
    }
    const std::size_t somebody = control.post(SmallWorld::cohesive, 0);
    ASSERT_TRUE(control.is_present(somebody));
    make_worse(control, somebody);
    for (SmallWorld* w : {&as_is, &changed, &control}) w->step(Week{0});
    std::size_t moved_by_control = 0;
    for (std::size_t i = 0; i < as_is.block.posts(); ++i) {
        if (!as_is.is_present(i)) continue;
        const auto before = state_of(as_is.block, as_is.fields, i);
        EXPECT_TRUE(same_bits(before, state_of(changed.block, changed.fields, i))) << "post " << i;
        moved_by_control += i != somebody && !same_bits(before, state_of(control.block, control.fields, i));
    }
    // The twin: one who is present moves all others of the team, and nobody else.
    std::size_t others = 0;
    for (std::size_t slot = 1; slot < SmallWorld::sizes()[SmallWorld::cohesive]; ++slot) {
        others += as_is.is_present(as_is.post(SmallWorld::cohesive, slot));
    }
    EXPECT_EQ(moved_by_control, others);
}

TEST(JdrStep, WhoIsAwayOrAloneFeelsNoContagion) {
    SmallWorld as_is, no_contagion({"jdr.contagion=0"});
    as_is.step(Week{0}), no_contagion.step(Week{0});
    for (std::size_t t = 0; t < as_is.block.teams(); ++t) {
        for (std::size_t slot = 0; slot < SmallWorld::sizes()[t]; ++slot) {
            const std::size_t i = as_is.post(t, slot);
            const bool feels = as_is.is_present(i) && (t == SmallWorld::partly_cohesive || t == SmallWorld::cohesive);
            EXPECT_EQ(same_bits(state_of(as_is.block, as_is.fields, i), state_of(no_contagion.block, no_contagion.fields, i)), !feels)
                << "team " << t << ", slot " << slot;
        }
    }
}

TEST(JdrStep, APersonalGainActsAtOnceAndLeavesTheSlowPartAlone) {
    SmallWorld without, with;
    constexpr float kGain = 0.5f;
    for (std::size_t i = 0; i < with.block.posts(); ++i) with.block.person(with.fields.programme_gain)[i] += kGain;
    without.step(Week{0}), with.step(Week{0});
    const auto& p = with.parameters.jdr;
    const double vigour = (p.vigour_on_capital + p.vigour_on_flexibility) * kGain * -std::expm1(-1.0 / p.relaxation[2]);
    const double dedication = p.dedication_on_capital * kGain * -std::expm1(-1.0 / p.relaxation[3]);
    const double absorption = p.absorption_on_capital * kGain * -std::expm1(-1.0 / p.relaxation[4]);
    for (std::size_t i = 0; i < with.block.posts(); ++i) {
        const auto a = state_of(without.block, without.fields, i), b = state_of(with.block, with.fields, i);
        EXPECT_EQ(std::memcmp(a.data(), b.data(), 19 * sizeof(float)), 0);  // factors and slow parts
        EXPECT_LT(b[19], a[19]) << "exhaustion";
        EXPECT_LT(b[20], a[20]) << "mental distance";
        EXPECT_NEAR(b[21] - a[21], vigour, kTolerance);
        EXPECT_NEAR(b[22] - a[22], dedication, kTolerance);
        EXPECT_NEAR(b[23] - a[23], absorption, kTolerance);
    }
}

TEST(JdrStep, OneMoreTeamInABlockChangesNobodyElse) {
    const auto parameters = WorkforceParameters::read();
    const workforce::WorkforceFields fields;
    const wellbeing::FactorTargets targets(parameters.factors, parameters.references(), fields);
    const wellbeing::Jdr theory(targets, parameters.jdr, fields);
    const Chance chance{7, 1};
    const auto plan = [](std::uint32_t department, std::size_t size) {
        return TeamPlan{TeamId::of(5, department), 0, std::vector<std::uint8_t>(size, std::uint8_t{2})};
    };
    const auto run = [&](const std::vector<TeamPlan>& plans) {
        Block block(fields, plans, 0, 0);
        workforce::populate_posts(parameters.world, parameters.stationary(), parameters.household, fields, chance, block);
        theory.populate({&block, 1}, chance, workforce::seats_of(block));
        Scratch scratch;
        scratch.prepare(block, workforce::columns::kScratchColumns, workforce::columns::kScratchTeamColumns);
        for (int week = 0; week < 52; ++week) {
            const Now now{Week{week}, chance, {}};
            theory.set_weights(block, now, scratch);
            workforce::set_conditions(parameters.work, fields, block, scratch);
            targets.add_safety(block, scratch);
            targets.set(block, scratch);
            std::fill_n(scratch.column(workforce::columns::kLogLoad), block.padded_posts(), 0.1f);
            theory.scores().at_start(block, scratch);
            theory.step(block, now, scratch, {});
        }
        std::map<std::uint64_t, std::vector<float>> states;
        for (std::size_t i = 0; i < block.posts(); ++i) states[block.person_at(i, fields.engine).value] = state_of(block, fields, i);
        return states;
    };
    const auto before = run({plan(0, 13), plan(2, 150), plan(3, 9)});
    const auto after = run({plan(0, 13), plan(1, 21), plan(2, 150), plan(3, 9)});
    EXPECT_EQ(after.size(), before.size() + 21);
    for (const auto& [person, state] : before) EXPECT_TRUE(same_bits(state, after.at(person))) << "person " << person;
}

TEST(JdrStep, PopulatingOnePostGivesItWhatPopulatingAllDid) {
    SmallWorld all, one;
    for (SmallWorld* w : {&all, &one}) w->theory.populate({&w->block, 1}, w->chance, workforce::seats_of(w->block));
    for (const std::uint32_t i : {0u, 15u, 16u, 100u, 227u}) {
        for (const auto& field : one.fields.factor) one.block.person(field)[i] = 9.0f;
        for (const auto& field : outcomes_of(one.fields)) one.block.person(field)[i] = 9.0f;
        const workforce::Seat seat{0, i};
        one.theory.populate({&one.block, 1}, one.chance, {&seat, 1});
    }
    for (std::size_t i = 0; i < all.block.posts(); ++i) {
        EXPECT_TRUE(same_bits(state_of(all.block, all.fields, i), state_of(one.block, one.fields, i))) << "post " << i;
    }
}

TEST(Shift, MovesTheNamedTargetByDoseTimesValueTimesReachAndNoOther) {
    SmallWorld w;
    const std::size_t n = w.block.posts();
    std::vector<double> values(workforce::kFactors + 1, 0.0);
    values[factor_of(Demand::administration)] = -1.0;
    values[factor_of(Resource::recovery)] = 0.5;
    values[workforce::kFactors] = 0.25;  // physical surroundings, which weigh by half
    const std::vector<LeverSetting> shift = {{0, values}}, another_lever = {{1, values}};
    std::vector<float> reach(w.block.padded_posts(), 0.0f);
    for (std::size_t i = 0; i < n; i += 2) reach[i] = 1.0f;
    const std::vector<InterventionNow> interventions = {
        {shift, 0.25f, reach.data()}, {shift, 0.0f, reach.data()}, {another_lever, 1.0f, reach.data()}};
    w.set_targets(Week{0});
    std::vector<std::vector<float>> before;
    for (std::size_t j = 0; j < workforce::kFactors; ++j) {
        before.emplace_back(w.scratch.column(workforce::columns::kBaseTarget + j),
                            w.scratch.column(workforce::columns::kBaseTarget + j) + n);
    }
    const std::size_t recovery = factor_of(Resource::recovery);
    interventions::add_shifts(interventions, 0, 0.5f, n, w.scratch);
    for (std::size_t j = 0; j < workforce::kFactors; ++j) {
        const float* after = w.scratch.column(workforce::columns::kBaseTarget + j);
        for (std::size_t i = 0; i < n; ++i)
            EXPECT_EQ(after[i], before[j][i] + 0.25f * (static_cast<float>(values[j]) + (j == recovery ? 0.125f : 0.0f)) * reach[i])
                << "factor " << j;
    }
}

}  // namespace
}  // namespace bevlogen::testing
