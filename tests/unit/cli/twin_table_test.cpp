// Who took part, and what it did to them.
#include "sim/cli/twin_table.hpp"

#include <gtest/gtest.h>

#include <limits>
#include <vector>

namespace bevlogen {
namespace {

Estimate estimate(double mean, double half) { return {mean, mean - half, mean + half, 8}; }

TwinRow coaching() {
    return {"coaching",
            91,
            estimate(7012, 9),
            estimate(1741, 12),
            estimate(0.2483, 0.0031),
            {{"exhaustion", "SD", estimate(-0.182, 0.012), estimate(-0.045, 0.004)},
             {"engagement", "SD", estimate(0.1, 0.01), estimate(0.001, 0.003)}}};
}

TEST(TwinTable, TellsHowManyAndHowMuch) {
    const std::string text = twin_table(std::vector<TwinRow>{coaching()});
    EXPECT_EQ(text.rfind("Who took part\n", 0), 0u) << text;
    EXPECT_NE(text.find("  coaching    91     7012       1741  24.8 ± 0.3\n"), std::string::npos) << text;
    EXPECT_NE(
        text.find("\n  week: nine months after the start\n\nThose who took part, against themselves in the base (with everything else in "
                  "that scenario)\n"),
        std::string::npos)
        << text;
    EXPECT_NE(text.find("\nAll who were offered it, against themselves in the base\n"), std::string::npos) << text;
    EXPECT_NE(text.find("  coaching  -0.18 ± .01   +0.10 ± .01\n"), std::string::npos) << text;
    EXPECT_NE(text.find("  coaching  -0.045 ± .004   (+0.001 ± .003)\n"), std::string::npos) << text;
}

TEST(TwinTable, LeavesAPlaceForAnOutcomeThatAPolicyDoesNotHave) {
    TwinRow other = coaching();
    other.scenario = "peer groups";
    other.effects.erase(other.effects.begin());
    const std::string text = twin_table(std::vector<TwinRow>{coaching(), other});
    EXPECT_NE(text.find("  peer groups            -   +0.10 ± .01\n"), std::string::npos) << text;
}

TEST(TwinTable, OfOneReplicateHasNumbersWithoutIntervals) {
    TwinRow row = coaching();
    const double none = std::numeric_limits<double>::quiet_NaN();
    for (Estimate* one : {&row.uptake, &row.effects[0].among_participants}) *one = {one->mean, none, none, 1};
    const std::string text = twin_table(std::vector<TwinRow>{row});
    EXPECT_NE(text.find("24.8\n"), std::string::npos) << text;
    EXPECT_NE(text.find("-0.182   +0.10 ± .01"), std::string::npos) << text;
}

TEST(TwinTable, OfNobodyIsNothing) { EXPECT_EQ(twin_table({}), ""); }

}  // namespace
}  // namespace bevlogen
