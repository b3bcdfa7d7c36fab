// Without chance the theory tends to the fixed point of its deterministic equations, whatever it starts from.
#include <gtest/gtest.h>

#include "tests/unit/models/scalar_jdr.hpp"

namespace bevlogen::testing {
namespace {

const std::vector<std::string> kNoNoise = {
    "factors.spread=0",    "personal.slow_spread=0",  "jdr.spread.exhaustion=0", "jdr.spread.mental_distance=0",
    "jdr.spread.vigour=0", "jdr.spread.dedication=0", "jdr.spread.absorption=0"};
constexpr int kWeeks = 2080;         // 20 time constants of the slowest quantity
constexpr double kTolerance = 5e-5;  // steps of a float are multiplied by up to 104 weeks

// Solves x = target(x, y), y = y*(x, y) in double precision by going a third of the way, all at once.
std::vector<ScalarPerson> fixed_point(const ScalarJdr& equations, std::vector<ScalarPerson> all) {
    for (int iteration = 0; iteration < 400; ++iteration) {
        std::vector<ScalarPerson> next = all;
        for (std::size_t i = 0; i < all.size(); ++i) {
            const auto target = equations.targets(all[i]);
            for (std::size_t j = 0; j < target.size(); ++j) next[i].x[j] += (target[j] - all[i].x[j]) / 3.0;
            next[i].slow = all[i].base;
            next[i].newcomer = 0.0;
            const auto star = equations.outcome_targets(all, i, all[i]);
            for (std::size_t o = 0; o < star.size(); ++o) next[i].y[o] += (star[o] - all[i].y[o]) / 3.0;
        }
        all = std::move(next);
    }
    return all;
}

TEST(NoNoise, TheStateTendsToTheFixedPointOfTheEquations) {
    SmallWorld w(kNoNoise);
    const auto expected = fixed_point(ScalarJdr(w.parameters, w.chance), scalar_copy(w));
    for (int week = 0; week < kWeeks; ++week) w.step(Week{week});
    const auto actual = scalar_copy(w);
    for (std::size_t i = 0; i < actual.size(); ++i) {
        SCOPED_TRACE("team " + std::to_string(actual[i].team) + ", person " + std::to_string(actual[i].id.value));
        for (std::size_t j = 0; j < 16; ++j) EXPECT_NEAR(actual[i].x[j], expected[i].x[j], kTolerance) << "factor " << j;
        for (std::size_t k = 0; k < 3; ++k) EXPECT_NEAR(actual[i].slow[k], expected[i].base[k], kTolerance) << "personal resource " << k;
        for (std::size_t o = 0; o < 5; ++o) EXPECT_NEAR(actual[i].y[o], expected[i].y[o], kTolerance) << "outcome " << o;
    }
}

TEST(NoNoise, TheStartIsForgotten) {
    SmallWorld w(kNoNoise), from_elsewhere(kNoNoise);
    for (const auto& outcome : outcomes_of(w.fields)) {
        for (float& y : from_elsewhere.block.person(outcome)) y = 0.5f - y;
    }
    for (int week = 0; week < kWeeks; ++week) w.step(Week{week}), from_elsewhere.step(Week{week});
    const auto a = scalar_copy(w), b = scalar_copy(from_elsewhere);
    for (std::size_t i = 0; i < a.size(); ++i) {
        for (std::size_t o = 0; o < 5; ++o)
            EXPECT_NEAR(a[i].y[o], b[i].y[o], kTolerance) << "person " << a[i].id.value << ", outcome " << o;
    }
}

}  // namespace
}  // namespace bevlogen::testing
