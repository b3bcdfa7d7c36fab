// Numbers in words: what a difference of a tenth of a per cent looks like.
#include "sim/report/shown_number.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace bevlogen {
namespace {

const double kNone = std::numeric_limits<double>::quiet_NaN();

OutcomeDecl level() {
    OutcomeDecl outcome;
    outcome.label.en = "burnout";
    outcome.unit = "z";
    outcome.good = Direction::lower_is_better;
    return outcome;
}

OutcomeDecl share() {
    OutcomeDecl outcome;
    outcome.label.en = "burnt out";
    outcome.unit = "1";
    outcome.shape = Shape::share;
    return outcome;
}

Estimate estimate(double mean, double half) { return {mean, mean - half, mean + half, 8}; }

TEST(ShownDifference, HasItsHalfIntervalAndBracketsWhereThatContainsZero) {
    EXPECT_EQ(shown_difference(share(), estimate(-0.02461, 0.00034), 2), "-2.46 ± .03 ");
    EXPECT_EQ(shown_difference(share(), estimate(0.0001, 0.0003), 2), "(+0.01 ± .03)");
    EXPECT_EQ(shown_difference(level(), estimate(-0.1234, 0.0041), 3), "-0.123 ± .004 ");
    EXPECT_EQ(shown_difference(level(), estimate(-1234.0, 21.0), 0), "-1234 ± 21 ");
}

TEST(ShownDifference, SaysSameWhereEveryReplicateIsTheSame) { EXPECT_EQ(shown_difference(level(), estimate(0.0, 0.0), 3), "same "); }

TEST(ShownDifference, OfOneReplicateHasNoInterval) {
    EXPECT_EQ(shown_difference(level(), {-0.5, kNone, kNone, 1}, 3), "-0.500 ");
    EXPECT_EQ(shown_change_interval(level(), {-0.5, kNone, kNone, 1}, 3), kNoInterval);
    EXPECT_EQ(shown_interval(share(), {0.5, kNone, kNone, 1}), kNoInterval);
    EXPECT_EQ(shown_difference(level(), {kNone, kNone, kNone, 0}, 3), "- ");
}

TEST(ShownChange, OfAlmostNothingHasNoSign) {
    EXPECT_EQ(shown_change(level(), -0.00004, 3), "0.000");
    EXPECT_EQ(shown_change(level(), -0.0006, 3), "-0.001");
}

TEST(DigitsOfDifferences, ShowOneDigitOfTheSmallestHalfInterval) {
    const std::vector<Estimate> points = {estimate(-0.02, 0.0034), estimate(-0.02, 0.012), estimate(0.0, 0.0)};
    EXPECT_EQ(digits_of(share(), points), 1);
    EXPECT_EQ(digits_of(level(), points), 3);
    EXPECT_EQ(digits_of(level(), std::vector<Estimate>{estimate(5000, 120)}), 0);
    EXPECT_EQ(digits_of(level(), std::vector<Estimate>{{1.0, kNone, kNone, 1}}), 3);
    EXPECT_EQ(digits_of(share(), std::vector<Estimate>{estimate(0.1, 1e-7)}), 2);
}

TEST(ShownLevel, HasFewerDigitsWhereNumbersAreLarge) {
    EXPECT_EQ(shown_level(share(), 0.1834), "18.3");
    EXPECT_EQ(shown_level(level(), -0.0114), "-0.011");
    EXPECT_EQ(shown_level(level(), 46.25), "46.25");
    EXPECT_EQ(shown_level(level(), 43500.4), "43500");
    EXPECT_EQ(shown_level(level(), kNone), "-");
}

TEST(Legend, SaysUnitAndDirection) {
    EXPECT_EQ(outcome_legend(level()), "burnout: z; lower is better");
    EXPECT_EQ(outcome_legend(share()), "burnt out: %, differences in percentage points");
    OutcomeDecl raw = level();
    raw.unit = "1";
    EXPECT_EQ(outcome_legend(raw), "burnout: lower is better");
    OutcomeDecl load = level();
    load.description = "z of something";
    EXPECT_EQ(outcome_legend(load), "burnout: z; lower is better");
    load.unit = "log";
    load.description = "asked over given";
    EXPECT_EQ(outcome_legend(load), "burnout: % (asked over given); lower is better");
    load.unit = "weeks of care";
    load.description = "care that waits";
    EXPECT_EQ(outcome_legend(load), "burnout: weeks of care (care that waits); lower is better");
    EXPECT_EQ(outcome_heading(raw), "burnout, lower is better");
}

TEST(ShownNumber, ALogarithmIsShownAsPerCentMoreOrLess) {
    OutcomeDecl load = level();
    load.unit = "log";
    EXPECT_EQ(shown_level(load, std::log(1.25)), "25.0");
    EXPECT_EQ(shown_level(load, -1e-5), "0.0");
    EXPECT_EQ(shown_change(load, std::log(0.8), 1), "-20.0");
    EXPECT_EQ(shown_difference(load, {std::log(1.2), std::log(1.1), std::log(1.3), 8}, 0), "+20 ± 10 ");
    EXPECT_EQ(outcome_heading(load), "burnout, %, lower is better");
}

TEST(ShownNumber, HalfAnIntervalThatIsTooSmallToSeeIsNotNothing) {
    EXPECT_EQ(shown_difference(level(), {0.5, 0.4999, 0.5001, 8}, 2), "+0.50 ± <.01 ");
    EXPECT_EQ(shown_difference(level(), {50, 49.9, 50.1, 8}, 0), "+50 ± <1 ");
}

TEST(ShownNumber, PersonsHaveCommasBetweenThousands) {
    EXPECT_EQ(shown_persons(999.4), "999");
    EXPECT_EQ(shown_persons(56484.0), "56,484");
    EXPECT_EQ(shown_persons(1234567.0), "1,234,567");
}

}  // namespace
}  // namespace bevlogen
