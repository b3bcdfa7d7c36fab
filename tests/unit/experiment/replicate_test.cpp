// Scenarios share a burn-in only where it would be the same to the bit.
#include "sim/experiment/replicate.hpp"

#include <gtest/gtest.h>

namespace bevlogen::testing {
namespace {

Scenario small() {
    Scenario scenario;
    scenario.model = "m";
    scenario.parameters.values = {1.0, 2.0};
    scenario.rows = {{{"a", {1.0}, {}}, {"b", {2.0}, {}}}};
    return scenario;
}

template <class Change>
bool shares_after(Change change) {
    Scenario other = small();
    change(other);
    return burn_in_key(other) == burn_in_key(small());
}

TEST(BurnInKey, IsTheSameForWhatComesAfterTheBurnIn) {
    EXPECT_TRUE(shares_after([](Scenario& s) { s.years = 3; }));
    EXPECT_TRUE(shares_after([](Scenario& s) { s.interventions.emplace_back(); }));
    EXPECT_TRUE(shares_after([](Scenario& s) { s.rows[0][0].place = {"elsewhere", 3, 1}; }));
}

TEST(BurnInKey, DiffersWithParametersAndRows) {
    EXPECT_FALSE(shares_after([](Scenario& s) { s.parameters.values[1] = 2.5; }));
    EXPECT_FALSE(shares_after([](Scenario& s) { s.rows[0][1].values[0] = 2.5; }));
    EXPECT_FALSE(shares_after([](Scenario& s) { s.rows[0][1].name = "c"; }));
    EXPECT_FALSE(shares_after([](Scenario& s) { s.rows[0].pop_back(); }));
    EXPECT_FALSE(shares_after([](Scenario& s) { std::swap(s.rows[0][0], s.rows[0][1]); }));
    EXPECT_FALSE(shares_after([](Scenario& s) { s.rows.push_back(s.rows[0]); }));
}

}  // namespace
}  // namespace bevlogen::testing
