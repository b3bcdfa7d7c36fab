// The calendar: clearings every fourth week, years of 52 weeks, arithmetic on weeks.
#include "sim/core/week.hpp"

#include <gtest/gtest.h>

namespace bevlogen {
namespace {

TEST(Week, IsAClearingEveryFourthWeekFromTheStart) {
    for (std::int32_t week = 0; week < 120; ++week) EXPECT_EQ(Week{week}.is_clearing(), week % 4 == 0) << week;
}

TEST(Week, AYearIsWholeEpochsAndWholeQuarters) {
    EXPECT_EQ(Week::years(1), Week{52});
    EXPECT_EQ(Week::years(0), Week{0});
    EXPECT_TRUE(Week::years(7).is_clearing());
    EXPECT_EQ(kWeeksPerYear % kWeeksPerEpoch, 0);
    EXPECT_EQ(kWeeksPerYear, 4 * kWeeksPerQuarter);
}

TEST(Week, AddsSubtractsAndCompares) {
    EXPECT_EQ(Week{3} + Week{4}, Week{7});
    EXPECT_EQ(Week{3} - Week{4}, Week{-1});
    EXPECT_LT(Week{-1}, Week{0});
    EXPECT_GE(Week{5}, Week{5});
}

}  // namespace
}  // namespace bevlogen
