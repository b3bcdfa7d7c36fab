// What becomes of an estimate's digits on its way into the report.
#include "sim/report/json.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <nlohmann/json.hpp>
#include <utility>
#include <vector>

namespace bevlogen {
namespace {

TEST(RoundedEstimate, KeepsFourDigitsOfItsLargestNumberAndAsManyDecimalsOfTheOthers) {
    const Estimate wide = rounded_estimate({0.37725331, 0.32969472, 0.42481999, 3});
    EXPECT_EQ(wide.mean, 0.3773);
    EXPECT_EQ(wide.low, 0.3297);
    EXPECT_EQ(wide.high, 0.4248);
    const Estimate noise = rounded_estimate({1.3296e-7, -0.00097604, 0.00097631, 3});
    EXPECT_EQ(noise.mean, 1e-7);
    EXPECT_EQ(noise.low, -0.000976);
    EXPECT_EQ(noise.high, 0.0009763);
    EXPECT_EQ(noise.replicates, 3u);
    EXPECT_EQ(rounded_estimate({-2.0, -12345.6, 12345.6, 3}).low, -12345.6);
}

TEST(RoundedEstimate, LeavesWhatIsZeroOrUnknown) {
    const double nan = std::numeric_limits<double>::quiet_NaN();
    EXPECT_EQ(rounded_estimate({0.0, 0.0, 0.0, 3}).mean, 0.0);
    const Estimate one = rounded_estimate({0.123456, nan, nan, 1});
    EXPECT_EQ(one.mean, 0.1235);
    EXPECT_TRUE(std::isnan(one.low) && std::isnan(one.high));
    EXPECT_FALSE(std::signbit(rounded_estimate({-1e-9, -0.5, 0.5, 3}).mean));
}

TEST(NumberJson, WritesNoDigitThatSaysNothing) {
    for (const auto& [value, text] : std::vector<std::pair<double, const char*>>{{0.0, "0"},
                                                                                 {-0.0, "0"},
                                                                                 {12.0, "12"},
                                                                                 {-3.00000001, "-3"},
                                                                                 {2.5, "2.5"},
                                                                                 {0.123456, "0.12346"},
                                                                                 {123456.0, "123460"},
                                                                                 {1e300, "1e+300"}})
        EXPECT_EQ(number_json(value).dump(), text);
    EXPECT_EQ(number_json(std::nan("")).dump(), "null");
}

}  // namespace
}  // namespace bevlogen
