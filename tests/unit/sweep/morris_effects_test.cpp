// Elementary effects of functions whose effects are known.
#include "sim/sweep/morris_effects.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <vector>

#include "sim/core/contract.hpp"

namespace bevlogen {
namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

using Function = std::function<double(const UnitPoint&)>;

std::vector<double> values_of(const MorrisDesign& design, const Function& function) {
    std::vector<double> values;
    for (const UnitPoint& point : design.points) values.push_back(function(point));
    return values;
}

std::vector<MorrisEffect> effects_of(const Function& function, std::size_t axes, std::size_t trajectories, std::uint32_t seed = 1) {
    const MorrisDesign design = morris_trajectories(trajectories, axes, 4, {seed, 0});
    return morris_effects(design.steps, axes, values_of(design, function), Resamples(trajectories));
}

// The sum over all sets of `order` of the first `inputs` inputs of the product of their w.
double products(const std::vector<double>& w, std::size_t inputs, std::size_t order, std::size_t from = 0) {
    if (order == 0) return 1.0;
    double sum = 0.0;
    for (std::size_t i = from; i < inputs; ++i) sum += w[i] * products(w, inputs, order - 1, i + 1);
    return sum;
}

// The function of 20 inputs by Morris (1991, section 5); the coefficients that he drew are +1 and -1 in turn, as in R's `sensitivity`.
double function_of_twenty(const UnitPoint& at) {
    std::vector<double> w(20);
    for (std::size_t i = 0; i < 20; ++i) {
        const bool is_curved = i == 2 || i == 4 || i == 6;
        w[i] = 2.0 * ((is_curved ? 1.1 * at[i] / (at[i] + 0.1) : at[i]) - 0.5);
    }
    const auto sign = [](std::size_t i) { return i % 2 == 0 ? 1.0 : -1.0; };
    double y = -15.0 * products(w, 6, 2) - 10.0 * products(w, 5, 3) + 5.0 * products(w, 4, 4);
    for (std::size_t i = 0; i < 20; ++i) {
        y += (i < 10 ? 20.0 : -sign(i)) * w[i];
        for (std::size_t j = i + 1; j < 20; ++j) {
            if (j >= 6) y += sign(i + j) * w[i] * w[j];
        }
    }
    return y;
}

// The groups that Morris reads from his figure, with inputs counted from 1: 11 to 20 do little; 8 to 10 act alone and straight; 1 to 7 act
// together or in a curve. For each of 20 seeds.
TEST(MorrisEffects, GroupTheTwentyInputsAsMorrisDid) {
    for (std::uint32_t seed = 1; seed <= 20; ++seed) {
        const std::vector<MorrisEffect> effects = effects_of(function_of_twenty, 20, 20, seed);
        const auto is_weaker = [](const MorrisEffect& a, const MorrisEffect& b) { return a.mean_absolute < b.mean_absolute; };
        const auto is_steadier = [](const MorrisEffect& a, const MorrisEffect& b) { return a.sd < b.sd; };
        const auto inputs = effects.begin();
        EXPECT_LT(2.0 * std::max_element(inputs + 10, inputs + 20, is_weaker)->mean_absolute,
                  std::min_element(inputs, inputs + 10, is_weaker)->mean_absolute);
        EXPECT_LT(1.5 * std::max_element(inputs + 7, inputs + 10, is_steadier)->sd, std::min_element(inputs, inputs + 7, is_steadier)->sd);
        for (std::size_t input = 7; input < 10; ++input) {
            EXPECT_LT(effects[input].sd, 0.4 * effects[input].mean_absolute);
            EXPECT_EQ(effects[input].mean, effects[input].mean_absolute);
        }
    }
}

double linear_and_product(const UnitPoint& at) { return 4.0 * at[0] + 2.0 * at[1] * at[2] - 0.5 * at[3]; }

TEST(MorrisEffects, AreTheCoefficientsOfALinearFunction) {
    const std::vector<MorrisEffect> effects = effects_of(linear_and_product, 5, 40);
    const auto is_always = [](const MorrisEffect& effect, double mean) {
        EXPECT_NEAR(effect.mean, mean, 1e-12);
        EXPECT_NEAR(effect.mean_absolute, std::abs(mean), 1e-12);
        EXPECT_NEAR(effect.sd, 0.0, 1e-12);
        EXPECT_NEAR(effect.interval.low, std::abs(mean), 1e-12);
        EXPECT_NEAR(effect.interval.high, std::abs(mean), 1e-12);
        EXPECT_EQ(effect.effects_used, 40u);
    };
    is_always(effects[0], 4.0);
    is_always(effects[3], -0.5);
    is_always(effects[4], 0.0);
    // The effect of one factor is twice the other: 0, 2/3, 4/3 or 2, with mean 1 and SD .745; five standard errors.
    for (const std::size_t factor : {1u, 2u}) {
        EXPECT_NEAR(effects[factor].mean, 1.0, 5.0 * 0.745 / std::sqrt(40.0));
        EXPECT_NEAR(effects[factor].sd, 0.745, 0.3);
        EXPECT_TRUE(effects[factor].interval.contains(1.0));
    }
}

// Why axes are ranked by mu*: (x - 1/2)^2 has effects of 1/3 up and down, which cancel in mu.
TEST(MorrisEffects, DoNotCancelInTheMeanOfSizes) {
    const auto effects = effects_of([](const UnitPoint& at) { return (at[0] - 0.5) * (at[0] - 0.5); }, 1, 400);
    EXPECT_NEAR(effects[0].mean, 0.0, 5.0 / 3.0 / std::sqrt(400.0));
    EXPECT_NEAR(effects[0].mean_absolute, 1.0 / 3.0, 1e-12);
    EXPECT_NEAR(effects[0].sd, 1.0 / 3.0, 0.01);
}

// Two trajectories of two axes: effects 2 and -4 of axis 0, 5 and 1 of axis 1.
TEST(MorrisEffects, OfTwoTrajectoriesAreThoseByHand) {
    const std::vector<MorrisStep> steps = {{0, 0.5}, {1, -0.5}, {1, 0.5}, {0, 0.5}};
    const auto effects = morris_effects(steps, 2, std::vector<double>{0.0, 1.0, -1.5, 7.0, 7.5, 5.5}, Resamples(2));
    EXPECT_DOUBLE_EQ(effects[0].mean, -1.0);
    EXPECT_DOUBLE_EQ(effects[0].mean_absolute, 3.0);
    EXPECT_DOUBLE_EQ(effects[0].sd, std::sqrt(18.0));
    EXPECT_DOUBLE_EQ(effects[0].interval.low, 2.0);
    EXPECT_DOUBLE_EQ(effects[0].interval.high, 4.0);
    EXPECT_DOUBLE_EQ(effects[1].mean, 3.0);
    EXPECT_DOUBLE_EQ(effects[1].sd, std::sqrt(8.0));
}

// x0 x1 has mu* of exactly 1/2 for both. Of 200 designs of 30 trajectories, 381 of 400 intervals hold it.
TEST(MorrisEffects, HaveIntervalsOfTheRightWidth) {
    int holding = 0;
    for (std::uint32_t seed = 1; seed <= 200; ++seed) {
        for (const MorrisEffect& effect : effects_of([](const UnitPoint& at) { return at[0] * at[1]; }, 2, 30, seed))
            holding += effect.interval.contains(0.5);
    }
    EXPECT_GE(holding, 360);
    EXPECT_LE(holding, 392);
}

// Steps whose axes are taken to be in the order of their numbers, or all to go up: a linear function no longer has one effect an axis.
TEST(MorrisEffects, TellThatStepsAreNotThoseOfTheDesign) {
    const MorrisDesign design = morris_trajectories(40, 5, 4, {1, 0});
    const std::vector<double> values = values_of(design, linear_and_product);
    std::vector<MorrisStep> in_order = design.steps, upwards = design.steps;
    for (std::size_t step = 0; step < in_order.size(); ++step) {
        in_order[step].axis = step % 5;
        upwards[step].change = std::abs(upwards[step].change);
    }
    for (const auto& wrong : {in_order, upwards}) EXPECT_GT(morris_effects(wrong, 5, values, Resamples(40))[0].sd, 1.0);
}

TEST(MorrisEffects, LeaveOutThoseThatNeedAMissingValue) {
    const MorrisDesign design = morris_trajectories(40, 5, 4, {1, 0});
    std::vector<double> values = values_of(design, linear_and_product);
    values[0] = kNaN;          // the start of the first trajectory: one effect
    values[6 + 5] = HUGE_VAL;  // the end of the second: one
    values[2 * 6 + 2] = kNaN;  // amid the third: two
    const auto effects = morris_effects(design.steps, 5, values, Resamples(40));
    std::vector<std::size_t> left_out(5);
    for (const std::size_t step : {0, 9, 11, 12}) ++left_out[design.steps[step].axis];
    for (std::size_t axis = 0; axis < 5; ++axis) {
        EXPECT_EQ(effects[axis].effects_used, 40 - left_out[axis]);
        EXPECT_TRUE(std::isfinite(effects[axis].interval.low));
    }
    EXPECT_NEAR(effects[0].mean, 4.0, 1e-12);
}

TEST(MorrisEffects, AreNotNumbersWithoutEffectsAndHaveNoSpreadOfOne) {
    const std::vector<MorrisStep> steps = {{0, 0.5}, {0, 0.5}};
    const auto none = morris_effects(steps, 1, std::vector<double>{kNaN, 1.0, 2.0, kNaN}, Resamples(2));
    EXPECT_EQ(none[0].effects_used, 0u);
    EXPECT_TRUE(std::isnan(none[0].mean) && std::isnan(none[0].mean_absolute) && std::isnan(none[0].sd));
    EXPECT_TRUE(std::isnan(none[0].interval.low) && std::isnan(none[0].interval.high));
    const auto one = morris_effects(steps, 1, std::vector<double>{0.0, 1.0, 2.0, kNaN}, Resamples(2));
    EXPECT_EQ(one[0].effects_used, 1u);
    EXPECT_EQ(one[0].mean, 2.0);
    EXPECT_TRUE(std::isnan(one[0].sd) && std::isnan(one[0].interval.low));
    EXPECT_EQ(morris_effects({}, 1, {}, Resamples(0))[0].effects_used, 0u);
}

TEST(MorrisEffects, RefuseValuesOrResamplesThatAreNotTheirs) {
    const std::vector<MorrisStep> steps = {{0, 0.5}, {1, 0.5}};
    const std::vector<double> values(3);
    EXPECT_NO_THROW(morris_effects(steps, 2, values, Resamples(1)));
    EXPECT_THROW(morris_effects(steps, 2, std::vector<double>(4), Resamples(1)), ContractViolation);
    EXPECT_THROW(morris_effects(steps, 2, values, Resamples(2)), ContractViolation);
    EXPECT_THROW(morris_effects(std::vector<MorrisStep>{{0, 0.5}, {2, 0.5}}, 2, values, Resamples(1)), ContractViolation);
}

}  // namespace
}  // namespace bevlogen
