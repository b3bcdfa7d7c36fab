// Statistics of samples against R 4.2 (t.test, prop.test, power.t.test, cor).
#include "sim/study/samples.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

namespace bevlogen {
namespace {

const std::vector<double> kFirst = {1.1, 2.3, 0.7, 1.9, 3.0}, kSecond = {0.2, 1.0, 0.9, -0.4, 1.3, 0.6};

TEST(Moments, OfASampleAndOfTooLittle) {
    const Moments m = moments_of(std::vector<double>{2, 4, 4, 4, 5, 5, 7, 9});
    EXPECT_EQ(m.n, 8u);
    EXPECT_DOUBLE_EQ(m.mean, 5.0);
    EXPECT_DOUBLE_EQ(m.sd, std::sqrt(32.0 / 7.0));
    EXPECT_TRUE(std::isnan(moments_of({}).mean));
    EXPECT_TRUE(std::isnan(moments_of(std::vector<double>{1.0}).sd));
}

TEST(Correlation, IsPearsons) {
    const std::vector<double> x = {0.5, 1.2, -0.3, 2.1, 0.0, 1.7, -1.1, 0.9, 0.4, -0.6, 1.5, 2.4},
                              y = {2.1, 2.6, 1.2, 4.4, 0.7, 2.9, 0.3, 1.8, 2.2, -0.1, 3.6, 4.0};
    EXPECT_NEAR(correlation_of(x, y), 0.947662188238335, 1e-14);
    EXPECT_TRUE(std::isnan(correlation_of(x, std::vector<double>(12, 1.0))));
}

TEST(Groups, AreComparedByStudentsT) {
    const GroupDifference found = compare_groups(kFirst, kSecond);
    EXPECT_NEAR(found.difference, 1.2, 1e-14);
    EXPECT_NEAR(found.standard_error, 0.4646783036961441, 1e-14);
    EXPECT_NEAR(found.p, 0.0295783982708527, 1e-12);
    EXPECT_NEAR(found.standardised, 1.2 / (0.4646783036961441 / std::sqrt(1.0 / 5 + 1.0 / 6)), 1e-13);
}

TEST(Groups, OfOnePersonOrWithoutSpreadFindNothing) {
    EXPECT_EQ(compare_groups(std::vector<double>{1.0}, kSecond).p, 1.0);
    EXPECT_EQ(compare_groups(std::vector<double>{1, 1}, std::vector<double>{2, 2}).p, 1.0);
}

TEST(Shares, AreComparedByTheZTest) {
    const ShareDifference found = compare_shares(30, 60, 18, 60);
    EXPECT_NEAR(found.difference, 0.2, 1e-15);
    EXPECT_NEAR(found.p, 0.0253473186774683, 1e-12);
    EXPECT_NEAR(found.odds_ratio, 30.0 * 42.0 / (30.0 * 18.0), 1e-12);
    EXPECT_NEAR(compare_shares(0, 10, 5, 10).odds_ratio, 0.5 * 5.5 / (10.5 * 5.5), 1e-12);
    EXPECT_EQ(compare_shares(0, 10, 0, 10).p, 1.0);
}

TEST(SampleSize, IsThatOfPowerTTest) {
    EXPECT_EQ(group_size_for_power(0.5, 0.8), 64u);    // 63.77
    EXPECT_EQ(group_size_for_power(-0.2, 0.9), 527u);  // 526.33
    EXPECT_NEAR(power_of_groups(0.57, 44), 0.752889, 1e-3);
    EXPECT_GE(power_of_groups(0.5, 64), 0.8);
    EXPECT_LT(power_of_groups(0.5, 63), 0.8);
    EXPECT_NEAR(power_of_groups(0.0, 50), 0.05, 1e-9);
    EXPECT_THROW(group_size_for_power(0.0, 0.8), std::invalid_argument);
    EXPECT_THROW(group_size_for_power(0.5, 1.0), std::invalid_argument);
}

}  // namespace
}  // namespace bevlogen
