// Every euro by hand: amounts times prices, who pays, what is a transfer, discounting, schedules, averted years.
#include "sim/experiment/costs.hpp"

#include <gmock/gmock.h>

#include <cmath>

#include "tests/unit/experiment/cost_world.hpp"

namespace bevlogen::testing {
namespace {

using ::testing::Each;
using ::testing::ElementsAre;

constexpr auto kPlain = Discounting::none;
constexpr auto kByYear = Discounting::by_year;
using M = CostModel;

class CostsTest : public ::testing::Test {
  protected:
    // Two years, two scenarios, one replicate; juniors and seniors differ.
    const Means junior_base{2.0, 0.0, 0.0, 0.25}, senior_base{4.0, 0.0, 0.0, 0.125};
    const Means junior_with{1.0, 0.25, 0.5, 0.125}, senior_with{4.0, 0.5, 0.0, 0.125};
    CostModel model;
    std::vector<Scenario> scenarios = {cost_scenario("base"), cost_scenario("dear")};

    ResourceUse used() {
        const RecordPlan plan(model, scenarios.front(), {.panel_persons = 0});
        ResourceUse used(plan, 2, 1);
        used.take_from(plan, 1, 0, cost_record(plan, junior_with, senior_with));  // in any order
        used.take_from(plan, 0, 0, cost_record(plan, junior_base, senior_base));
        return used;
    }
    Costs costs() { return {model, scenarios, used()}; }
    static double one(const std::vector<double>& values) { return values.at(0); }
};

TEST_F(CostsTest, CountEverybodyOnceInTheRowsThatDoNotOverlap) {
    Grouping grouping = model.phases();
    EXPECT_THAT(partition_of(grouping), ElementsAre(1, 2));
    grouping.add("again", {"again", "weer"}, 3);
    EXPECT_THAT(partition_of(grouping), ElementsAre(1, 2));
    grouping.members[0] = 7;  // somebody is in none of the rows behind the first
    EXPECT_THAT(partition_of(grouping), ElementsAre(0));
    Grouping alone;
    alone.add("all", {"all", "allen"}, 1);
    EXPECT_THAT(partition_of(alone), ElementsAre(0));
}

TEST_F(CostsTest, AreAmountsTimesPricesOfThePhaseBornByItsPayer) {
    const Costs c = costs();
    // 1,000 juniors x 2 hours x 52 weeks x 40; 500 seniors x 4 hours x 52 x 100.
    EXPECT_DOUBLE_EQ(one(c.euros(0, {.line = M::kWages, .payer = M::kHospital, .year = 1}, kPlain)), 1000 * 2 * 52 * 40.0);
    EXPECT_DOUBLE_EQ(one(c.euros(0, {.line = M::kWages, .payer = M::kFund, .year = 2}, kPlain)), 500 * 4 * 52 * 100.0);
    EXPECT_EQ(one(c.euros(0, {.line = M::kWages, .payer = M::kPerson}, kPlain)), 0.0);
    EXPECT_DOUBLE_EQ(one(c.differences(1, {.line = M::kWages}, kPlain)), -1000 * 1 * 104 * 40.0);
    EXPECT_DOUBLE_EQ(one(c.differences(1, {.line = M::kCoaches}, kPlain)), (1000 * 0.25 + 500 * 0.5) * 104 * 150.0);
}

TEST_F(CostsTest, OfAllPayersAndOfAllLinesAndOfAllYearsAddUpToTheTotal) {
    const Costs c = costs();
    for (std::size_t s = 0; s < 2; ++s) {
        for (const Discounting discounting : {kPlain, kByYear}) {
            const double total = one(c.euros(s, {}, discounting));
            double payers = 0.0, lines = 0.0, years = 0.0;
            for (std::size_t p = 0; p < c.payers(); ++p) payers += one(c.euros(s, {.payer = p}, discounting));
            for (std::size_t l = 0; l < c.lines().size(); ++l) lines += one(c.euros(s, {.line = l}, discounting));
            for (int y = 1; y <= c.years(); ++y) years += one(c.euros(s, {.year = y}, discounting));
            EXPECT_NEAR(payers, total, 1e-9 * total);
            EXPECT_NEAR(lines, total, 1e-9 * total);
            EXPECT_NEAR(years, total, 1e-9 * total);
            EXPECT_GT(total, 0.0);
        }
    }
}

TEST_F(CostsTest, OwnContributionsAreACostToThePersonAnIncomeToThePayerAndNothingInTheTotal) {
    const Costs c = costs();
    const double paid = 1000 * 0.5 * 104;
    EXPECT_DOUBLE_EQ(one(c.euros(1, {.line = M::kOwn, .payer = M::kPerson}, kPlain)), paid);
    EXPECT_DOUBLE_EQ(one(c.euros(1, {.line = M::kOwn, .payer = M::kHospital}, kPlain)), -paid);
    EXPECT_EQ(one(c.euros(1, {.line = M::kOwn}, kPlain)), 0.0);
    model.prices_.lines[M::kOwn] = {{}, {2.0, M::kPerson, M::kHospital}, {2.0, M::kPerson, M::kHospital}};
    const Costs doubled = costs();
    EXPECT_NEAR(one(doubled.euros(1, {}, kPlain)), one(c.euros(1, {}, kPlain)), 1e-6);
    EXPECT_DOUBLE_EQ(one(doubled.euros(1, {.payer = M::kPerson}, kPlain)), 2 * paid);
}

TEST_F(CostsTest, CountLessTheLaterTheyCome) {
    const Costs c = costs();
    const double year = one(c.euros(0, {.year = 1}, kPlain));
    EXPECT_DOUBLE_EQ(one(c.euros(0, {.year = 2}, kPlain)), year);
    EXPECT_DOUBLE_EQ(one(c.euros(0, {.year = 1}, kByYear)), year);
    EXPECT_DOUBLE_EQ(one(c.euros(0, {.year = 2}, kByYear)), year / 1.03);
    EXPECT_DOUBLE_EQ(one(c.euros(0, {}, kByYear)), year + year / 1.03);
    EXPECT_DOUBLE_EQ(one(c.averted(1, kByYear)), one(c.averted(1, kPlain)) / 2 * (1 + 1 / 1.015));
    model.prices_.discount_of_costs = model.prices_.discount_of_effects = 0.0;
    const Costs plain = costs();
    EXPECT_EQ(plain.euros(1, {}, kByYear), plain.euros(1, {}, kPlain));
    EXPECT_EQ(plain.averted(1, kByYear), plain.averted(1, kPlain));
}

TEST_F(CostsTest, OfAPriceThatDoublesDoubleInItsLineAlone) {
    const Costs before = costs();
    for (UnitPrice& price : model.prices_.lines[M::kCoaches]) price.euro *= 2.0;
    const Costs after = costs();
    for (std::size_t line = 0; line < before.lines().size(); ++line) {
        const double factor = line == M::kCoaches ? 2.0 : 1.0;
        EXPECT_EQ(one(after.euros(1, {.line = line}, kPlain)), factor * one(before.euros(1, {.line = line}, kPlain))) << line;
    }
}

TEST_F(CostsTest, TakeThePricesOfEachScenario) {
    model.change = [](Prices& prices) { prices.lines[M::kWages][M::kJunior].euro = 80.0; };
    const Costs c = costs();
    EXPECT_DOUBLE_EQ(one(c.euros(0, {.line = M::kWages, .payer = M::kHospital}, kPlain)), 1000 * 2 * 104 * 40.0);
    EXPECT_DOUBLE_EQ(one(c.euros(1, {.line = M::kWages, .payer = M::kHospital}, kPlain)), 1000 * 1 * 104 * 80.0);
}

TEST_F(CostsTest, ThatAreScheduledFallInTheWeeksOfTheirs) {
    model.change = [](Prices& prices) {
        prices.scheduled = {{M::kSalaries, M::kFund, 100.0, Week{26}, Week{78}}, {M::kSalaries, M::kFund, 7.0, Week{103}, Week{500}}};
    };
    const Costs c = costs();
    EXPECT_DOUBLE_EQ(one(c.euros(1, {.line = M::kSalaries, .payer = M::kFund, .year = 1}, kPlain)), 2600.0);
    EXPECT_DOUBLE_EQ(one(c.euros(1, {.line = M::kSalaries, .payer = M::kFund, .year = 2}, kPlain)), 2607.0);
    EXPECT_EQ(one(c.euros(0, {.line = M::kSalaries}, kPlain)), 0.0);
}

TEST_F(CostsTest, OfAnInterventionAreThoseOfTheCatalogueForThePartThatIsSimulated) {
    Intervention intervention;
    intervention.name = "kick-off";
    intervention.schedule.start = Week{50};
    intervention.catalogue.costs = {5000.0, 5200.0, 0.0, M::kFund};
    scenarios[1].interventions = {intervention};
    model.change = [](Prices& prices) { prices.scale = 0.5; };
    const Costs c = costs();
    EXPECT_EQ(c.lines()[M::kInterventions].name, "intervention");
    EXPECT_DOUBLE_EQ(one(c.euros(1, {.line = M::kInterventions, .payer = M::kFund, .year = 1}, kPlain)), 2500.0 + 2 * 50.0);
    EXPECT_DOUBLE_EQ(one(c.euros(1, {.line = M::kInterventions, .payer = M::kFund, .year = 2}, kPlain)), 52 * 50.0);
    EXPECT_EQ(one(c.euros(1, {.line = M::kInterventions, .payer = M::kHospital}, kPlain)), 0.0);
    scenarios[1].interventions[0].schedule.end = Week{52};
    EXPECT_DOUBLE_EQ(one(costs().euros(1, {.line = M::kInterventions}, kPlain)), 2500.0 + 2 * 50.0);
}

TEST(CostsOfAnIntervention, PerPersonAreOfWhoIsReachedAndDoNotScale) {
    Intervention intervention;
    intervention.catalogue.costs = {0.0, 0.0, 1040.0, 2};
    const auto scheduled = costs_of_intervention(intervention, 300.0, 0.1, 4, Week{104});
    ASSERT_EQ(scheduled.size(), 1u);
    EXPECT_DOUBLE_EQ(scheduled[0].euro_per_week, 300.0 * 20.0);
    EXPECT_EQ(scheduled[0].payer, 2u);
    EXPECT_EQ(scheduled[0].line, 4u);
    EXPECT_EQ(scheduled[0].until, Week{104});
}

TEST_F(CostsTest, AvertedYearsAreDifferencesOfSharesOverThePersonsOfTheBase) {
    const Costs c = costs();
    ASSERT_TRUE(c.has_averted());
    // Of 1,000 juniors an eighth less for two years.
    EXPECT_NEAR(one(c.averted(1, kPlain)), 1000 * 0.125 * 2, 1e-3);
    EXPECT_THAT(c.averted(0, kPlain), Each(0.0));
}

TEST_F(CostsTest, OfARunThatIsMissingAreNoNumberAndLeftOutOfEstimates) {
    const RecordPlan plan(model, scenarios.front(), {.panel_persons = 0});
    ResourceUse used(plan, 2, 3);
    for (const std::size_t replicate : {std::size_t{0}, std::size_t{2}}) {
        used.take_from(plan, 0, replicate, cost_record(plan, junior_base, senior_base));
        used.take_from(plan, 1, replicate, cost_record(plan, junior_with, senior_with));
    }
    const Costs c(model, scenarios, used);
    EXPECT_TRUE(std::isnan(c.euros(1, {}, kPlain)[1]));
    EXPECT_TRUE(std::isnan(c.euros(1, {.line = M::kSalaries}, kPlain)[1]));  // also what is the same in every run
    EXPECT_TRUE(std::isnan(c.averted(1, kPlain)[1]));
    EXPECT_EQ(c.difference(1, {}, kPlain).replicates, 2u);
    EXPECT_DOUBLE_EQ(c.difference(1, {}, kPlain).mean, c.differences(1, {}, kPlain)[0]);
}

// Of years that are recorded in part counts what was recorded.
TEST_F(CostsTest, OfAYearInPartAreThoseOfItsClearings) {
    RecordPlan plan(model, scenarios.front(), {.panel_persons = 0});
    plan.weeks = 78;
    plan.clearings = 19;
    ResourceUse used(plan, 2, 1);
    for (const std::size_t s : {std::size_t{0}, std::size_t{1}}) used.take_from(plan, s, 0, cost_record(plan, junior_base, senior_base));
    EXPECT_EQ(used.years(), 2);
    const Costs c(model, scenarios, used);
    EXPECT_DOUBLE_EQ(one(c.euros(0, {.year = 2}, kPlain)) / one(c.euros(0, {.year = 1}, kPlain)), 6.0 / 13.0);
}

}  // namespace
}  // namespace bevlogen::testing
