// Regressions against R 4.2 (lm, glm), against closed forms, and where there is no solution.
#include "sim/study/regression.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace bevlogen {
namespace {

using Columns = std::vector<std::vector<double>>;

const Columns kPredictors = {{0.5, 1.2, -0.3, 2.1, 0.0, 1.7, -1.1, 0.9, 0.4, -0.6, 1.5, 2.4}, {1, 0, 1, 1, 0, 0, 1, 0, 1, 0, 1, 0}};
const std::vector<double> kOutcome = {2.1, 2.6, 1.2, 4.4, 0.7, 2.9, 0.3, 1.8, 2.2, -0.1, 3.6, 4.0};
const std::vector<double> kEvent = {1, 1, 0, 1, 0, 0, 0, 1, 0, 0, 1, 1};

void expect_near(const std::vector<double>& found, const std::vector<double>& expected, double tolerance) {
    ASSERT_EQ(found.size(), expected.size());
    for (std::size_t k = 0; k < found.size(); ++k) EXPECT_NEAR(found[k], expected[k], tolerance) << "coefficient " << k;
}

TEST(LeastSquares, AreThoseOfR) {
    const Regression found = least_squares(kPredictors, kOutcome);
    ASSERT_TRUE(found.is_solved);
    expect_near(found.coefficient, {0.745855574360978, 1.325869027470381, 0.869112094779326}, 1e-12);
    expect_near(found.standard_error, {0.0653820933372199, 0.0377186948513979, 0.0794856799846661}, 1e-12);
}

TEST(LeastSquares, StandardisedAreThoseOfScaledColumns) {
    const Regression found = standardised_least_squares(kPredictors, kOutcome);
    ASSERT_TRUE(found.is_solved);
    expect_near(found.coefficient, {0.0, 1.00976629542903, 0.314097009517916}, 1e-12);
    expect_near(found.standard_error, {0.0269601940757511, 0.028726115460424, 0.028726115460424}, 1e-12);
}

TEST(LogisticRegression, IsThatOfR) {
    const Regression found = logistic_regression(kPredictors, kEvent);
    ASSERT_TRUE(found.is_solved);
    expect_near(found.coefficient, {-2.16053798212616, 2.20891383495122, 1.06659281894291}, 1e-9);
    expect_near(found.standard_error, {1.73354652008353, 1.25623233288291, 1.7720677071942}, 1e-6);
}

TEST(LogisticRegression, OfTwoGroupsIsTheirOddsRatio) {
    // 30 of 60 against 18 of 60.
    std::vector<double> group, event;
    for (int i = 0; i < 120; ++i) {
        group.push_back(i < 60 ? 1.0 : 0.0);
        event.push_back(i < 30 || (i >= 60 && i < 78) ? 1.0 : 0.0);
    }
    const Regression found = logistic_regression(Columns{group}, event);
    ASSERT_TRUE(found.is_solved);
    EXPECT_NEAR(std::exp(found.coefficient[1]), 30.0 * 42.0 / (30.0 * 18.0), 1e-9);
    EXPECT_NEAR(found.standard_error[1], std::sqrt(1.0 / 30 + 1.0 / 30 + 1.0 / 18 + 1.0 / 42), 1e-9);
}

TEST(LogLinearRegression, IsTheQuasiPoissonModelOfR) {
    std::vector<double> rate = kOutcome;
    rate[9] = 0.1;  // a rate is not negative
    const Regression found = log_linear_regression(kPredictors, rate);
    ASSERT_TRUE(found.is_solved);
    expect_near(found.coefficient, {-0.120914545979558, 0.660853166458213, 0.375493126551240}, 1e-9);
    expect_near(found.standard_error, {0.1629780711313436, 0.0807637980668177, 0.1484334749852919}, 1e-7);
}

TEST(LogLinearRegression, OfTwoGroupsIsTheRatioOfTheirMeans) {
    const Regression found = log_linear_regression(Columns{{0, 0, 0, 1, 1, 1}}, std::vector<double>{1, 2, 3, 0, 4, 11});
    ASSERT_TRUE(found.is_solved);
    EXPECT_NEAR(std::exp(found.coefficient[1]), 5.0 / 2.0, 1e-9);
    EXPECT_FALSE(log_linear_regression(Columns{{0, 1, 0, 1}}, std::vector<double>{0, 0, 0, 0}).is_solved) << "nothing ever happens";
}

TEST(Regressions, SayWhereThereIsNoSolution) {
    const std::vector<double> x = {1, 2, 3, 4, 5, 6}, y = {2, 1, 4, 3, 6, 5};
    EXPECT_FALSE(least_squares(Columns{x, x}, y).is_solved) << "the same predictor twice";
    EXPECT_FALSE(least_squares(Columns{x, y}, std::vector<double>{1, 2, 3}).is_solved) << "as many terms as persons";
    EXPECT_FALSE(standardised_least_squares(Columns{std::vector<double>(6, 1.0)}, y).is_solved) << "a predictor that does not vary";
    EXPECT_FALSE(logistic_regression(Columns{x}, std::vector<double>{0, 0, 0, 1, 1, 1}).is_solved) << "x separates the outcomes";
}

}  // namespace
}  // namespace bevlogen
