// Today's conditions of work, and duties that are passed on.
#include "models/workforce/conditions.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <cstring>

#include "tests/unit/models/work_world.hpp"

namespace bevlogen::testing {
namespace {

using workforce::Phase;
using namespace workforce::columns;

double duties_of(WorkWorld& w, std::size_t t) {
    double sum = 0.0;
    for (std::size_t i = w.block.team_begin()[t]; i < w.block.team_begin()[t + 1]; ++i) {
        if (w.block.person(w.fields.engine.filled)[i] != 0) sum += static_cast<double>(w.condition(kDuties, i));
    }
    return sum;
}

std::vector<float> all_duties(WorkWorld& w) { return {w.scratch.column(kDuties), w.scratch.column(kDuties) + w.block.posts()}; }

TEST(Conditions, AreTodaysOfThePhase) {
    WorkWorld w;
    const auto& p = w.setup.work;
    for (std::size_t i = 0; i < w.block.posts(); ++i) {
        const std::size_t k = w.block.person(w.fields.phase)[i];
        EXPECT_EQ(w.condition(kAdministrationShare, i), p.administration_share[k]);
        EXPECT_EQ(w.condition(kSideTaskShare, i), p.side_task_share);
        EXPECT_EQ(w.condition(kLossShare, i), p.loss_share[k]);
        EXPECT_EQ(w.condition(kDuties, i), p.duties[k]);
        EXPECT_EQ(w.condition(kShiftsADay, i), 3.0f);
        EXPECT_EQ(w.condition(kReplacedShare, i), 0.3f);
        EXPECT_EQ(w.condition(kHoursRatio, i), 1.0f);
        EXPECT_EQ(w.condition(kHouseholdShare, i), 1.0f);
        for (const std::size_t none : {kExtraHours, kIsExempt, kVisibility, kStigmaShift, kSafetyShift, kReleasedHours}) {
            EXPECT_EQ(w.condition(none, i), 0.0f);
        }
    }
}

// exp(s z - s^2 / 2) with z standard normal has a mean of 1 and an SD of its logarithm of s. Some 400 persons: within four standard errors,
// a false-positive rate of 1e-4; the seed is fixed.
TEST(Conditions, SomeWorkLongerHoursThanOthersForLife) {
    WorkWorld w(std::vector<std::string>{"work.hours.spread=0.12"});
    double sum = 0.0, log_sum = 0.0, log_squares = 0.0, n = 0.0;
    for (std::size_t i = 0; i < w.block.posts(); ++i) {
        if (w.block.person(w.fields.engine.filled)[i] == 0) continue;
        const double usual =
            static_cast<double>(w.setup.work.reference_hours[w.block.person(w.fields.phase)[i]] * w.block.person(w.fields.fte)[i]);
        const double ratio = 1.0 + static_cast<double>(w.condition(kExtraHours, i)) / usual;
        sum += ratio, log_sum += std::log(ratio), log_squares += std::log(ratio) * std::log(ratio), n += 1.0;
    }
    const double log_mean = log_sum / n;
    EXPECT_NEAR(sum / n, 1.0, 4.0 * 0.12 / std::sqrt(n));
    EXPECT_NEAR(std::sqrt(log_squares / n - log_mean * log_mean), 0.12, 4.0 * 0.12 / std::sqrt(2.0 * n));
    for (std::size_t i = 0; i < w.block.posts(); ++i) {
        const PersonId person = w.block.person_at(i, w.fields.engine);
        EXPECT_EQ(workforce::usual_hours_z({w.chance.seed, 7}, person), w.block.person(w.fields.usual_hours_z)[i]) << "in every replicate";
    }
}

TEST(Conditions, ExemptedDutiesArePassedOnWithinTheTeam) {
    WorkWorld w;
    const auto before = all_duties(w);
    for (std::size_t i = 0; i < w.block.posts(); ++i) {
        w.condition(kIsExempt, i) = w.block.person(w.fields.phase)[i] == index_of(Phase::specialist_late) ? 1.0f : 0.0f;
    }
    std::vector<double> sums;
    for (std::size_t t = 0; t < w.block.teams(); ++t) sums.push_back(duties_of(w, t));
    workforce::pass_duties_on(w.block, w.fields, w.scratch);
    std::size_t relieved = 0, burdened = 0;
    for (std::size_t t = 0; t < w.block.teams(); ++t) EXPECT_NEAR(duties_of(w, t), sums[t], 1e-4) << "team " << t;
    for (std::size_t i = 0; i < w.block.posts(); ++i) {
        const bool filled = w.block.person(w.fields.engine.filled)[i] != 0;
        const std::size_t k = w.block.person(w.fields.phase)[i];
        if (!filled || k == index_of(Phase::coassistent)) {
            EXPECT_EQ(w.condition(kDuties, i), before[i]);
        } else if (k == index_of(Phase::specialist_late)) {
            EXPECT_EQ(w.condition(kDuties, i), 0.0f);
            ++relieved;
        } else {
            burdened += w.condition(kDuties, i) > before[i];
        }
    }
    EXPECT_GT(relieved, 20u);
    EXPECT_GT(burdened, 100u);
    // In proportion: an aios had 5, a specialist before 55 had 4.
    EXPECT_FLOAT_EQ(w.condition(kDuties, 2) / w.condition(kDuties, 0), 5.0f / 4.0f);
}

TEST(Conditions, APartialExemptionPassesOnThatPart) {
    // Team 0: specialist 4, jonge klare 4, aios 5, anios 5, coassistent 1, late specialist 4; the specialist is exempt by half.
    WorkWorld w;
    w.everybody_at_work();
    w.condition(kIsExempt, 0) = 0.5f;
    workforce::pass_duties_on(w.block, w.fields, w.scratch);
    EXPECT_NEAR(w.condition(kDuties, 0), 2.0f * 22.0f / 20.0f, 1e-6f);
    EXPECT_NEAR(w.condition(kDuties, 2), 5.0f * 22.0f / 20.0f, 1e-6f);
    EXPECT_EQ(w.condition(kDuties, 4), 1.0f);
}

TEST(Conditions, WhereNobodyCouldTakeThemNothingIsPassedOn) {
    WorkWorld w;
    const auto before = all_duties(w);
    workforce::pass_duties_on(w.block, w.fields, w.scratch);
    EXPECT_EQ(std::memcmp(before.data(), w.scratch.column(kDuties), before.size() * sizeof(float)), 0);  // nobody is exempt
    for (std::size_t i = 0; i < w.block.posts(); ++i) w.condition(kIsExempt, i) = 1.0f;
    workforce::pass_duties_on(w.block, w.fields, w.scratch);
    EXPECT_EQ(std::memcmp(before.data(), w.scratch.column(kDuties), before.size() * sizeof(float)), 0);  // everybody is
}

}  // namespace
}  // namespace bevlogen::testing
