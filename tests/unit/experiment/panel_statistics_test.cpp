// Statistics of a panel against numbers by hand, and their errors against the spread of made-up panels.
#include "sim/experiment/panel_statistics.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <random>

#include "sim/core/contract.hpp"

namespace bevlogen {
namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

PanelTrace weekly(std::size_t persons, std::size_t looks) { return {persons, 1, std::vector<double>(persons * looks, kNaN)}; }

void put(PanelTrace& trace, std::size_t look, const std::vector<double>& values) {
    for (std::size_t i = 0; i < values.size(); ++i) trace.values[look * trace.persons + i] = values[i];
}

// Ranks 1 ... 5 against 2, 1, 4, 3, 5: squared differences sum to 4, so r = 1 - 6 x 4 / (5 x 24) = .8. One person more was not there.
const std::vector<double> kRanks = {1, 2, 3, 4, 5, 7}, kOthers = {2, 1, 4, 3, 5, kNaN};

void expect_point_eight(const Estimate& found) {
    EXPECT_NEAR(found.mean, 0.8, 1e-12);
    // atanh(.8) = 1.09861, 1.95996 / sqrt(5 - 3) = 1.38590.
    EXPECT_NEAR(found.low, std::tanh(1.0986123 - 1.3859038), 1e-6);
    EXPECT_NEAR(found.high, std::tanh(1.0986123 + 1.3859038), 1e-6);
}

TEST(PanelCorrelation, IsThatOverPersonsWithFishersInterval) {
    PanelTrace x = weekly(6, 3), y = weekly(6, 3);
    for (const std::size_t look : {0u, 1u}) put(x, look, kRanks), put(y, look, kOthers);  // at the third nobody was there
    expect_point_eight(panel_correlation(x, y));
}

TEST(PanelCorrelation, IsTheMeanOverLooks) {
    PanelTrace x = weekly(6, 2), y = weekly(6, 2);
    put(x, 0, kRanks), put(y, 0, kOthers);
    put(x, 1, kRanks), put(y, 1, {-1, -2, -3, -4, -5, kNaN});
    EXPECT_NEAR(panel_correlation(x, y).mean, (0.8 - 1.0) / 2.0, 1e-12);
}

TEST(PanelCorrelation, OfTooFewOrOfNoVariationIsNoNumber) {
    PanelTrace x = weekly(6, 1), y = weekly(6, 1);
    EXPECT_TRUE(std::isnan(panel_correlation(x, y).mean));
    put(x, 0, kRanks), put(y, 0, {1, 1, 1, 1, 1, 1});
    EXPECT_TRUE(std::isnan(panel_correlation(x, y).mean));
    put(y, 0, {1, 2, 3, kNaN, kNaN, kNaN});
    EXPECT_TRUE(std::isnan(panel_correlation(x, y).mean));
    EXPECT_THROW(panel_correlation(x, weekly(5, 1)), ContractViolation);
}

TEST(PanelStability, IsTheCorrelationWithItselfFiftyTwoWeeksLater) {
    PanelTrace x = weekly(6, 60);
    put(x, 4, kRanks), put(x, 56, kOthers), put(x, 57, kRanks);
    expect_point_eight(panel_stability(x));
    EXPECT_TRUE(std::isnan(panel_stability(weekly(6, 52)).mean));
    PanelTrace monthly = weekly(6, 14);
    monthly.every = 4;
    put(monthly, 0, kRanks), put(monthly, 13, kOthers);
    expect_point_eight(panel_stability(monthly));
}

// y = .5 x + what the person is like, without noise: the slope is .5 over the SD of y, exactly.
class PanelSlope : public ::testing::Test {
  protected:
    PanelSlope() {
        std::mt19937 random(1);
        for (std::size_t look = 0; look < 52; ++look) {
            for (std::size_t i = 0; i < 20; ++i) {
                const double value = static_cast<double>(random() % 1000) / 250.0;
                x.values[look * 20 + i] = value + static_cast<double>(i % 3);
                y.values[look * 20 + i] = 0.5 * x.values[look * 20 + i] + static_cast<double>(i);
            }
        }
    }
    // Over persons and months.
    double sd_of_y() const {
        double sum = 0.0, squares = 0.0, count = 0.0;
        for (std::size_t month = 0; month < 13; ++month) {
            for (std::size_t i = 0; i < 20; ++i) {
                double mean = 0.0;
                for (std::size_t week = 0; week < 4; ++week) mean += y.at(month * 4 + week, i) / 4.0;
                if (!std::isnan(y.at(3, i))) sum += mean, squares += mean * mean, count += 1.0;
            }
        }
        return std::sqrt(squares / count - sum * sum / count / count);
    }
    PanelTrace x = weekly(20, 52), y = weekly(20, 52);
};

TEST_F(PanelSlope, IsWithinPersonsAndInSdOfWhatFollows) {
    const Estimate found = panel_slope(y, x);
    EXPECT_NEAR(found.mean, 0.5 / sd_of_y(), 1e-10);
    EXPECT_NEAR(found.high - found.low, 0.0, 1e-8);
}

TEST_F(PanelSlope, LeavesOutAPersonWhoMissedAWeekOfTheYear) {
    x.values[17 * 20 + 4] = kNaN;
    for (std::size_t look = 0; look < 52; ++look) y.values[look * 20 + 4] = look == 3 ? kNaN : 1e6 * static_cast<double>(look);
    EXPECT_NEAR(panel_slope(y, x).mean, 0.5 / sd_of_y(), 1e-10);
}

TEST_F(PanelSlope, OfLessThanAYearIsNoNumber) { EXPECT_TRUE(std::isnan(panel_slope(weekly(20, 51), weekly(20, 51)).mean)); }

// Two traces with unit variances and correlation .3 that answer each other a year later: y' = .5 y + .2 x, x' = .6 x + .1 y, and noise.
struct MadeUp {
    explicit MadeUp(unsigned seed, std::size_t persons = 400) : x(weekly(persons, 79)), y(weekly(persons, 79)) {
        std::mt19937_64 random(seed);
        std::normal_distribution<double> normal;
        std::vector<double> x0, y0, x1, y1;
        for (std::size_t i = 0; i < persons; ++i) {
            x0.push_back(normal(random));
            y0.push_back(0.3 * x0[i] + std::sqrt(1.0 - 0.09) * normal(random));
            y1.push_back(0.5 * y0[i] + 0.2 * x0[i] + std::sqrt(0.65) * normal(random));   // .25 + .04 + 2 x .5 x .2 x .3 = .35
            x1.push_back(0.6 * x0[i] + 0.1 * y0[i] + std::sqrt(0.594) * normal(random));  // .36 + .01 + 2 x .6 x .1 x .3 = .406
        }
        put(x, 0, x0), put(y, 0, y0), put(x, 52, x1), put(y, 52, y1);
    }
    PanelTrace x, y;
};

TEST(PanelCrossLag, FindsWhatItIsMadeOfWithTheErrorThatItTells) {
    constexpr int kPanels = 400;
    double squares[3] = {};
    for (unsigned seed = 1; seed <= kPanels; ++seed) {
        const MadeUp panel(seed);
        const Estimate found[3] = {panel_cross_lag(panel.y, panel.x), panel_cross_lag(panel.x, panel.y),
                                   panel_cross_lag_excess(panel.y, panel.x)};
        const double truth[3] = {0.2, 0.1, 0.1};
        for (int k = 0; k < 3; ++k)
            squares[k] += std::pow((found[k].mean - truth[k]) / ((found[k].high - found[k].low) / 2.0 / 1.959964), 2) / kPanels;
    }
    // A mean of 400 squared normals varies with SD .071: five of them to either side is a false alarm in a million.
    for (const double square : squares) EXPECT_NEAR(square, 1.0, 5.0 * 0.071);
}

TEST(PanelCrossLag, CountsAPersonWhoIsSeenTwiceOnce) {
    MadeUp panel(7);
    const Estimate once = panel_cross_lag(panel.y, panel.x);
    for (PanelTrace* trace : {&panel.x, &panel.y}) {
        for (std::size_t i = 0; i < trace->persons; ++i) {
            trace->values[26 * trace->persons + i] = trace->at(0, i);
            trace->values[78 * trace->persons + i] = trace->at(52, i);
        }
    }
    const Estimate twice = panel_cross_lag(panel.y, panel.x);
    EXPECT_NEAR(twice.mean, once.mean, 1e-12);
    EXPECT_NEAR(twice.high, once.high, 1e-12);
}

TEST(PanelCrossLag, IsFoundInAPanelThatIsSeenEveryFourthWeek) {
    MadeUp panel(7);
    const Estimate weekly_panel = panel_cross_lag(panel.y, panel.x);
    for (PanelTrace* trace : {&panel.x, &panel.y}) {
        const std::vector<double> seen = trace->values;
        *trace = {trace->persons, 4, std::vector<double>(14 * trace->persons, kNaN)};
        for (std::size_t i = 0; i < trace->persons; ++i) {
            trace->values[i] = seen[i];
            trace->values[13 * trace->persons + i] = seen[52 * trace->persons + i];
        }
    }
    EXPECT_EQ(panel_cross_lag(panel.y, panel.x).mean, weekly_panel.mean);
}

TEST(PanelCrossLag, OfAPanelOfOneYearIsNoNumber) {
    EXPECT_TRUE(std::isnan(panel_cross_lag(weekly(10, 52), weekly(10, 52)).mean));
    EXPECT_TRUE(std::isnan(panel_cross_lag_excess(weekly(10, 52), weekly(10, 52)).mean));
}

}  // namespace
}  // namespace bevlogen
