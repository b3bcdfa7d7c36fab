// What policies cost, in words and numbers.
#include "sim/cli/cost_table.hpp"

#include <gtest/gtest.h>

#include <limits>

namespace bevlogen {
namespace {

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

Estimate estimate(double mean, double half) { return {mean, mean - half, mean + half, 8}; }

CostSummary two_policies() {
    CostSummary costs;
    costs.years = 10;
    costs.price_year = 2024;
    costs.discount_of_costs = 0.03;
    costs.discount_of_effects = 0.015;
    costs.payers = {{"hospital", {"hospital", "ziekenhuis"}}, {"person", {"person", "arts"}}, {"insurer", {"insurer", "verzekeraar"}}};
    costs.averted_label = "burnout-years averted";
    costs.notes = {"not priced: departures"};
    const Estimate nothing = estimate(0, 0);
    costs.rows = {{"coaching",
                   "Coaching",
                   "individual",
                   estimate(12.34e6, 0.21e6),
                   estimate(14e6, 0.2e6),
                   {estimate(10e6, 0.2e6), estimate(2.34e6, 0.02e6), nothing},
                   {{"coaches", "external coaches", "hospital", estimate(10e6, 0.2e6)}},
                   estimate(1230, 31),
                   {CostVerdict::dearer_and_better, {10033, 9810, 10255, 8}}},
                  {"rest",
                   "Rest",
                   "national",
                   estimate(-5e6, 6e6),
                   estimate(-5e6, 6e6),
                   {estimate(-5e6, 6e6), nothing, nothing},
                   {},
                   estimate(-300, 20),
                   {CostVerdict::worse, {kNone, kNone, kNone, 8}}}};
    return costs;
}

TEST(CostTable, HasTotalsAndWhoPaysWithoutPayersForWhomNothingChanges) {
    const std::string text = cost_table(two_policies(), false);
    EXPECT_EQ(text.rfind("Costs over 10 years, more than in the base: million EUR of 2024\n", 0), 0u) << text;
    EXPECT_NE(text.find("total"), std::string::npos) << text;
    EXPECT_EQ(text.find("insurer"), std::string::npos) << text;
    EXPECT_NE(text.find("  Coaching  individual   +12.3 ± .2    +10.0 ± .2   +2.34 ± .02"), std::string::npos) << text;
    EXPECT_NE(text.find("(-5.0 ± 6.0)  (-5.0 ± 6.0)         same"), std::string::npos) << text;
    EXPECT_NE(text.find("costs 3 % a year, effects 1.5 %"), std::string::npos) << text;
    EXPECT_NE(text.find("  not priced: departures\n"), std::string::npos) << text;
    EXPECT_EQ(text.find("external coaches"), std::string::npos) << text;
}

TEST(CostTable, SaysWhatAnAvertedYearCostsOrWhyItDoesNotSay) {
    const std::string text = cost_table(two_policies(), false);
    EXPECT_NE(text.find("10,033 [9,810, 10,255]    dearer and better\n"), std::string::npos) << text;
    EXPECT_NE(text.find("-    worse; costs not distinguishable\n"), std::string::npos) << text;
    CostSummary costs = two_policies();
    costs.averted_label.clear();
    EXPECT_EQ(cost_table(costs, false).find("averted"), std::string::npos);
}

TEST(CostTable, InDetailSaysForWhat) {
    const std::string text = cost_table(two_policies(), true);
    EXPECT_NE(text.find("  Coaching  external coaches  hospital  +10.0 ± .2\n"), std::string::npos) << text;
}

TEST(CostTable, OfSmallSumsIsInThousands) {
    CostSummary costs = two_policies();
    costs.rows.resize(1);
    costs.rows[0].by_payer = {estimate(4300, 120), estimate(0, 0), estimate(0, 0)};
    const std::string text = cost_table(costs, false);
    EXPECT_NE(text.find("thousand EUR of 2024"), std::string::npos) << text;
    EXPECT_NE(text.find("+4.3 ± .1"), std::string::npos) << text;
}

TEST(CostTable, OfOneReplicateHasNumbersWithoutIntervals) {
    CostSummary costs = two_policies();
    costs.rows.resize(1);
    costs.rows[0].total = {12.34e6, kNone, kNone, 1};
    costs.rows[0].per_averted = {};
    const std::string text = cost_table(costs, false);
    EXPECT_NE(text.find("  Coaching  individual  +12.340 "), std::string::npos) << text;
    EXPECT_NE(text.find("not distinguishable"), std::string::npos) << text;
}

TEST(CostTable, OfAModelWithoutCostsIsNothing) { EXPECT_EQ(cost_table({}, true), ""); }

}  // namespace
}  // namespace bevlogen
