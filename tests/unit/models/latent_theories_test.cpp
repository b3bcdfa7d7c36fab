// The theories with one latent well-being: equations by hand values, a vectorised week against a slow writing, and what each is there for.
#include <gtest/gtest.h>

#include <functional>

#include "models/wellbeing/latent_equations.hpp"
#include "models/wellbeing/shanafelt.hpp"
#include "models/wellbeing/wellmd.hpp"
#include "sim/core/instruction_set.hpp"
#include "sim/random/bulk.hpp"
#include "tests/unit/models/scalar_jdr.hpp"

namespace bevlogen::testing {
namespace {

using wellbeing::Shanafelt;
using wellbeing::Wellmd;
using workforce::Demand;
using workforce::factor_of;
using workforce::Resource;

constexpr double kTolerance = 2e-5;  // floats of size 3, some fifty operations

TEST(LatentEquations, HaveTheirHandValues) {
    EXPECT_FLOAT_EQ(wellbeing::driver(-0.7f, 1.0f, -0.3f, 2.0f), -1.3f);                              // load
    EXPECT_FLOAT_EQ(wellbeing::driver(0.6f, 0.5f, -0.4f, -1.0f), 0.7f);                               // control
    EXPECT_FLOAT_EQ(wellbeing::culture_of_wellness(1.0f, 0.5f, -0.5f, 2.0f, -0.5f), 0.5f);            // 2.5 / 5
    EXPECT_FLOAT_EQ(wellbeing::efficiency_of_practice(0.3f, 1.0f, 0.5f, -0.3f, 1.0f), -0.4f + 0.3f);  // -1.2 / 3 + .3
    EXPECT_FLOAT_EQ(wellbeing::personal_resilience(0.5f, 0.9f, 0.0f, -0.3f, 1.0f), 0.2f + 0.5f);      // .6 / 3 + .5
    // C = 1, E = -1, R = 2: .45 - .45 + .70 - .10 + .16 - .24
    EXPECT_NEAR(wellbeing::three_part_target(0.45f, 0.45f, 0.35f, 0.10f, 0.08f, 0.12f, 1.0f, -1.0f, 2.0f), 0.52f, 1e-6);
    EXPECT_FLOAT_EQ(wellbeing::wellbeing_trait(0.5f, 0.2f), 0.3f);
    EXPECT_FLOAT_EQ(wellbeing::loaded_outcome(-0.8f, 0.35f, 0.5f, 2.0f), 0.3f);
}

// A resilient person in a bad system gains little: what resilience adds is less, the worse the practice.
TEST(LatentEquations, ResilienceHelpsLessInABadSystem) {
    const auto gain = [](float E) {
        const auto y = [&](float R) { return wellbeing::three_part_target(0.45f, 0.45f, 0.35f, 0.10f, 0.08f, 0.12f, 0.0f, E, R); };
        return y(1.0f) - y(0.0f);
    };
    EXPECT_NEAR(gain(0.0f), 0.35f, 1e-6);
    EXPECT_NEAR(gain(-2.0f), 0.11f, 1e-6);
    EXPECT_GT(gain(1.0f), gain(0.0f));
}

TEST(Shanafelt, EveryFactorHasItsPlaceInOneDriver) {
    std::array<int, workforce::kFactors> places{};
    for (const auto& parts : wellbeing::driver_parts()) {
        for (const std::size_t factor : parts.factor) ++places[factor];
    }
    for (std::size_t j = 0; j < workforce::kFactors; ++j) EXPECT_EQ(places[j], 1) << workforce::factor_words()[j].name;
}

TEST(Shanafelt, ShippedDriversPointTheRightWay) {
    const auto p = WorkforceParameters::read().shanafelt;
    for (std::size_t k = 0; k < wellbeing::kDrivers; ++k) {
        EXPECT_GT(p.weight[k], 0.0f);
        for (std::size_t part = 0; part < 2; ++part) {
            const bool is_demand = wellbeing::driver_parts()[k].factor[part] < workforce::kDemands;
            EXPECT_EQ(p.part[k][part] < 0.0f, is_demand) << wellbeing::driver_parts()[k].name;
        }
    }
}

// A week in which factors are as in every theory, but for the scores that they feed back on.
ScalarJdr factors_under(const SmallWorld& w, const wellbeing::ScoreParameters& scores) {
    WorkforceParameters parameters = w.parameters;
    parameters.jdr.scores = scores;
    return {parameters, w.chance};
}

// Everybody a week later; `wellbeing` is what that of a person tends to, without the trait.
template <class Wellbeing>
std::vector<ScalarPerson> week_after(const SmallWorld& w, Week week, const wellbeing::ScoreParameters& scores,
                                     const wellbeing::LatentParameters& latent, const std::array<double, 5>& on_demands,
                                     const Wellbeing& wellbeing) {
    const ScalarJdr scalar = factors_under(w, scores);
    const auto before = scalar_copy(w);
    auto after = scalar.week_after(before, week);
    for (std::size_t i = 0; i < after.size(); ++i) {
        ScalarPerson& q = after[i];
        double D = 0.0;
        for (std::size_t d = 0; d < 8; ++d) D += w.parameters.factors.strain_weight[d] * q.x[d];
        const double y = wellbeing(q) + q.t_zest - q.t_strain;
        const auto z = scalar.normals(q.id, week);
        for (std::size_t o = 0; o < 5; ++o)
            q.y[o] =
                ScalarJdr::ou(before[i].y[o], latent.loading[o] * y + on_demands[o] * D, latent.relaxation, latent.spread[o], z[20 + o]);
    }
    return after;
}

double driver_sum(const wellbeing::ShanafeltParameters& p, const ScalarPerson& q) {
    const auto x = [&](auto factor) { return q.x[factor_of(factor)]; };
    const auto part = [&](std::size_t k, std::size_t which) { return static_cast<double>(p.part[k][which]); };
    const double load = part(0, 0) * x(Demand::workload) + part(0, 1) * x(Demand::emotional_load);
    const double control = part(1, 0) * x(Resource::autonomy) + part(1, 1) * x(Demand::evaluation_pressure);
    const double work_life = part(2, 0) * x(Demand::work_home_interference) + part(2, 1) * x(Resource::recovery);
    const double community = part(3, 0) * x(Resource::colleague_support) + part(3, 1) * x(Resource::supervisor_support);
    const double efficiency = part(4, 0) * x(Demand::administration) + part(4, 1) * x(Demand::role_unclarity);
    const double meaning = part(5, 0) * x(Resource::work_content) + part(5, 1) * x(Resource::patient_contact);
    const double culture = part(6, 0) * x(Demand::management_friction) + part(6, 1) * x(Resource::development);
    const double reward = part(7, 0) * x(Resource::recognition) + part(7, 1) * x(Demand::job_insecurity);
    const std::array<double, 8> drivers = {load, control, work_life, community, efficiency, meaning, culture, reward};
    double sum = 0.0;
    for (std::size_t k = 0; k < 8; ++k) sum += p.weight[k] * drivers[k];
    return p.scale * sum;
}

double three_parts(const wellbeing::WellmdParameters& p, const ScalarPerson& q, double safety) {
    const auto x = [&](auto factor) { return q.x[factor_of(factor)]; };
    const double C =
        (x(Resource::colleague_support) + x(Resource::supervisor_support) + x(Resource::recognition) + q.leader + safety) / 5.0;
    const double E = -(x(Demand::administration) + x(Demand::workload) + x(Demand::role_unclarity)) / 3.0 +
                     p.content_in_efficiency * x(Resource::work_content);
    const double R = (q.slow[0] + q.slow[1] + q.slow[2]) / 3.0 + q.gain + p.recovery_in_resilience * x(Resource::recovery);
    return p.on_culture * C + p.on_efficiency * E + p.on_resilience * R + p.on_culture_efficiency * C * E +
           p.on_culture_resilience * C * R + p.on_efficiency_resilience * E * R;
}

void step(SmallWorld& w, const wellbeing::Theory& theory, Week week) {
    w.set_targets(week);
    theory.scores().at_start(w.block, w.scratch);
    theory.step(w.block, Now{week, w.chance, {}}, w.scratch, w.shifts);
}

double largest_difference(const SmallWorld& w, const std::vector<ScalarPerson>& expected) {
    const auto actual = scalar_copy(w);
    double largest = 0.0;
    for (std::size_t i = 0; i < actual.size(); ++i) {
        for (std::size_t j = 0; j < 16; ++j) largest = std::max(largest, std::abs(actual[i].x[j] - expected[i].x[j]));
        for (std::size_t o = 0; o < 5; ++o) largest = std::max(largest, std::abs(actual[i].y[o] - expected[i].y[o]));
    }
    return largest;
}

using wellbeing::ShanafeltParameters;
using wellbeing::WellmdParameters;

// How far a week under the vectorised theory is from the slow writing with these numbers, at most.
double off_by(const ShanafeltParameters& slow, Week week) {
    SmallWorld w;
    const ShanafeltParameters p = w.parameters.shanafelt;
    const Shanafelt theory(w.targets, p, w.parameters.jdr.weights, w.fields);
    const auto expected = week_after(w, week, p.scores, slow.latent, {}, [&](const ScalarPerson& q) { return driver_sum(slow, q); });
    step(w, theory, week);
    return largest_difference(w, expected);
}

double off_by(const WellmdParameters& slow, Week week) {
    SmallWorld w;
    const WellmdParameters p = w.parameters.wellmd;
    const Wellmd theory(w.targets, p, w.parameters.jdr.weights, w.fields);
    w.set_targets(week);
    std::vector<double> safety;  // of the team, and what conditions add to it
    for (std::size_t t = 0; t < w.block.teams(); ++t) {
        for (std::size_t i = w.block.team_begin()[t]; i < w.block.team_begin()[t + 1]; ++i)
            safety.push_back(w.block.team(w.fields.safety)[t] + w.condition(workforce::columns::kSafetyShift, i));
    }
    std::size_t i = 0;
    const auto expected = week_after(w, week, p.scores, slow.latent, {slow.exhaustion_on_demands, slow.distance_on_demands},
                                     [&](const ScalarPerson& q) { return three_parts(slow, q, safety[i++]); });
    step(w, theory, week);
    return largest_difference(w, expected);
}

TEST(Shanafelt, EqualsTheSlowScalarWriting) {
    for (const Week week : {Week{0}, Week{1}, Week{151}}) EXPECT_LT(off_by(SmallWorld().parameters.shanafelt, week), kTolerance);
}

TEST(Shanafelt, AWrongNumberIsSeen) {
    using P = ShanafeltParameters;
    std::vector<std::function<void(P&)>> mistakes = {[](P& p) { p.scale *= 0.9f; }, [](P& p) { p.latent.relaxation *= 1.2f; }};
    for (std::size_t k = 0; k < 8; ++k) {
        mistakes.push_back([k](P& p) { p.weight[k] *= 0.9f; });
        for (std::size_t part = 0; part < 2; ++part) mistakes.push_back([k, part](P& p) { p.part[k][part] *= 0.9f; });
    }
    for (std::size_t o = 0; o < 5; ++o) {
        mistakes.push_back([o](P& p) { p.latent.loading[o] *= 0.9f; });
        mistakes.push_back([o](P& p) { p.latent.spread[o] *= 0.9f; });
    }
    for (std::size_t m = 0; m < mistakes.size(); ++m) {
        P wrong = SmallWorld().parameters.shanafelt;
        mistakes[m](wrong);
        EXPECT_GT(off_by(wrong, Week{0}), 10 * kTolerance) << "mistake " << m;
    }
}

TEST(Wellmd, EqualsTheSlowScalarWriting) {
    for (const Week week : {Week{0}, Week{1}, Week{151}}) EXPECT_LT(off_by(SmallWorld().parameters.wellmd, week), kTolerance);
}

TEST(Wellmd, AWrongNumberIsSeen) {
    using P = WellmdParameters;
    const std::vector<std::function<void(P&)>> mistakes = {[](P& p) { p.content_in_efficiency *= 0.9f; },
                                                           [](P& p) { p.recovery_in_resilience *= 0.9f; },
                                                           [](P& p) { p.on_culture *= 0.9f; },
                                                           [](P& p) { p.on_efficiency *= 0.9f; },
                                                           [](P& p) { p.on_resilience *= 0.9f; },
                                                           [](P& p) { p.on_culture_efficiency *= 0.9f; },
                                                           [](P& p) { p.on_culture_resilience *= 0.9f; },
                                                           [](P& p) { p.on_efficiency_resilience *= 0.9f; },
                                                           [](P& p) { p.exhaustion_on_demands *= 0.9f; },
                                                           [](P& p) { p.distance_on_demands *= 0.9f; },
                                                           [](P& p) { p.latent.loading[0] *= 0.9f; },
                                                           [](P& p) { p.latent.spread[4] *= 0.9f; },
                                                           [](P& p) { p.latent.relaxation *= 1.2f; }};
    for (std::size_t m = 0; m < mistakes.size(); ++m) {
        P wrong = SmallWorld().parameters.wellmd;
        mistakes[m](wrong);
        EXPECT_GT(off_by(wrong, Week{0}), 10 * kTolerance) << "mistake " << m;
    }
}

TEST(LatentTheories, NarrowAndWideVectorsGiveTheSameBits) {
    const auto state_after = [](const auto& make, bool is_narrow) {
        restrict_to_narrow_vectors(is_narrow), restrict_bulk_to_avx2(is_narrow);
        SmallWorld w;
        const auto theory = make(w);
        for (int week = 0; week < 6; ++week) step(w, theory, Week{week});
        restrict_to_narrow_vectors(false), restrict_bulk_to_avx2(false);
        std::vector<float> state;
        for (const auto& field : outcomes_of(w.fields)) {
            const auto column = w.block.person(field);
            state.insert(state.end(), column.begin(), column.end());
        }
        return state;
    };
    const auto shanafelt = [](SmallWorld& w) { return Shanafelt(w.targets, w.parameters.shanafelt, w.parameters.jdr.weights, w.fields); };
    const auto wellmd = [](SmallWorld& w) { return Wellmd(w.targets, w.parameters.wellmd, w.parameters.jdr.weights, w.fields); };
    EXPECT_EQ(state_after(shanafelt, true), state_after(shanafelt, false));
    EXPECT_EQ(state_after(wellmd, true), state_after(wellmd, false));
}

}  // namespace
}  // namespace bevlogen::testing
