// Interventions over time and over persons: doses, scope, and shares that hold within chance.
#include "sim/engine/policy.hpp"

#include <gtest/gtest.h>

#include "tests/statistical/error_rate.hpp"
#include "tests/unit/engine/house_runs.hpp"

namespace bevlogen::testing {
namespace {

using statistical::agrees;

// The population of a scenario and who is reached in it.
class Reached {
  public:
    Reached(const std::string& base, const std::string& intervention, const std::vector<std::string>& sets)
        : scenario(scenario_of_text("title = \"test\"\nextends = \"" + base + "\"\n[[intervention]]\n" + intervention, sets)),
          simulation(model_of(scenario), scenario, {scenario.seed, 1}, one) {}

    std::vector<float> reach() const {
        std::vector<float> all;
        const EngineFields& engine = model_of(scenario).fields().engine;
        const Policy policy(scenario);
        for (const Block& block : simulation.population().blocks()) {
            std::vector<float> reach(block.padded_posts(), -1.0f);
            policy.fill_reach(0, block, engine, simulation.dynamics(), simulation.chance(), reach.data());
            for (std::size_t i = block.posts(); i < block.padded_posts(); ++i) EXPECT_EQ(reach[i], 0.0f);
            for (std::size_t i = 0; i < block.posts(); ++i) EXPECT_TRUE(reach[i] == 0.0f || reach[i] == 1.0f);
            all.insert(all.end(), reach.begin(), reach.begin() + static_cast<std::ptrdiff_t>(block.posts()));
        }
        return all;
    }
    std::size_t in_scope() const {
        std::size_t count = 0;
        const Policy policy(scenario);
        for (const Block& block : simulation.population().blocks()) {
            count += policy.count_in_scope(0, block, model_of(scenario).fields().engine, simulation.dynamics());
        }
        return count;
    }

    Parallel one{1};
    Scenario scenario;
    Simulation simulation;
};

double share_of(const std::vector<float>& reach) {
    double sum = 0.0;
    for (const float x : reach) sum += static_cast<double>(x);
    return sum / static_cast<double>(reach.size());
}

double error_of_share(double share, double n) { return std::sqrt(share * (1.0 - share) / n); }

const std::vector<std::string> kManyTeams = {"example.teams=20000", "example.persons_per_team=4"};
const std::string kLift = "name = \"lift\"\nstart = { week = 0 }\nlift = { mood = 1 }\n";

Reached on_example(const std::string& scope, const std::vector<std::string>& sets = kManyTeams) {
    return {"example.toml", kLift + scope, sets};
}

TEST(PolicyReach, CoverageIsTheShareOfPersons) {
    const std::vector<float> reach = on_example("scope = { coverage = 0.3 }").reach();
    const auto n = static_cast<double>(reach.size());
    EXPECT_TRUE(agrees(share_of(reach), 0.3, error_of_share(0.3, n)));
    EXPECT_FALSE(agrees(share_of(reach), 0.31, error_of_share(0.31, n)));  // a defect of one in a hundred is found
}

TEST(PolicyReach, UptakeIsTheShareOfPersonsAndMultipliesCoverage) {
    const std::vector<float> taken_up = on_example("uptake = 0.4").reach();
    const auto n = static_cast<double>(taken_up.size());
    EXPECT_TRUE(agrees(share_of(taken_up), 0.4, error_of_share(0.4, n)));
    EXPECT_FALSE(agrees(share_of(taken_up), 0.41, error_of_share(0.41, n)));
    const std::vector<float> both = on_example("uptake = 0.4\nscope = { coverage = 0.5 }").reach();
    EXPECT_TRUE(agrees(share_of(both), 0.2, error_of_share(0.2, n)));
    EXPECT_FALSE(agrees(share_of(both), 0.4, error_of_share(0.4, n)));  // as it would be, were both drawn with one number
}

TEST(PolicyReach, TeamShareTakesWholeTeams) {
    const Reached reached = on_example("scope = { team_share = 0.25 }");
    const std::vector<float> reach = reached.reach();
    for (const Block& block : reached.simulation.population().blocks()) {
        for (std::size_t t = 0; t < block.teams(); ++t) {
            const std::size_t begin = block.first_post() + block.team_begin()[t];
            for (std::size_t i = begin + 1; i < block.first_post() + block.team_begin()[t + 1]; ++i) ASSERT_EQ(reach[i], reach[begin]);
        }
    }
    EXPECT_TRUE(agrees(share_of(reach), 0.25, error_of_share(0.25, 20000.0)));
    EXPECT_FALSE(agrees(share_of(reach), 0.27, error_of_share(0.27, 20000.0)));
}

TEST(PolicyReach, WhoIsReachedAtALowerShareIsReachedAtAHigher) {
    for (const char* key : {"scope = { coverage = ", "scope = { team_share = "}) {
        const std::vector<float> low = on_example(std::string(key) + "0.3 }").reach();
        const std::vector<float> high = on_example(std::string(key) + "0.6 }").reach();
        for (std::size_t i = 0; i < low.size(); ++i) ASSERT_LE(low[i], high[i]) << key << i;
        EXPECT_LT(share_of(low), share_of(high));
    }
}

TEST(PolicyReach, EverybodyAndNobodyAreExact) {
    EXPECT_EQ(share_of(on_example("").reach()), 1.0);
    EXPECT_EQ(share_of(on_example("scope = { coverage = 0 }").reach()), 0.0);
    EXPECT_EQ(share_of(on_example("scope = { team_share = 0 }").reach()), 0.0);
    EXPECT_EQ(share_of(on_example("uptake = 0").reach()), 0.0);
}

TEST(PolicyReach, FollowsTheNameOfTheInterventionAndNothingElseOfIt) {
    const std::vector<float> one = on_example("scope = { coverage = 0.5 }").reach();
    const Reached renamed("example.toml", "name = \"other\"\nlift = { mood = 1 }\nscope = { coverage = 0.5 }", kManyTeams);
    EXPECT_NE(renamed.reach(), one);
    const Reached stronger("example.toml", "name = \"lift\"\nstart = { week = 9 }\nlift = { mood = -2 }\nscope = { coverage = 0.5 }",
                           kManyTeams);
    EXPECT_EQ(stronger.reach(), one);
}

TEST(PolicyReach, APredicateIsAskedOfTheStateAtHand) {
    Reached reached = on_example("scope = { where = \"below_mean\" }", {"example.teams=50"});
    const Field<float> mood{4};
    ASSERT_EQ(model_of(reached.scenario).fields().person.decls()[4].name, "mood");
    const std::vector<float> before = reached.reach();
    EXPECT_GT(share_of(before), 0.3);
    EXPECT_LT(share_of(before), 0.7);
    for (Block& block : reached.simulation.population().blocks()) std::ranges::fill(block.person(mood), -9.0f);
    EXPECT_EQ(share_of(reached.reach()), 1.0);
}

TEST(PolicyReach, AnArmIsOfThoseWhoWereGivenIt) {
    Reached reached = on_example("scope = { arm = 2 }", {"example.teams=50"});
    EXPECT_EQ(share_of(reached.reach()), 0.0);
    std::size_t given = 0;
    for (Block& block : reached.simulation.population().blocks()) {
        const auto arm = block.person(model_of(reached.scenario).fields().engine.arm);
        for (std::size_t i = 0; i < block.posts(); i += 3, ++given) arm[i] = 2;
        if (block.posts() > 1) arm[1] = 3;
    }
    EXPECT_EQ(reached.in_scope(), given);
}

TEST(PolicyReach, AxesSelectByPhaseHospitalAndSexAndNeverAVacantPost) {
    const std::vector<std::string> small = {"population.scale=0.02"};
    const std::string shift = "name = \"less\"\nshift = { administration = -1 }\n";
    const Reached all("baseline.toml", shift, small);
    std::size_t filled = 0;
    for (const Block& block : all.simulation.population().blocks()) {
        for (const std::uint8_t x : block.person(model_of(all.scenario).fields().engine.filled)) filled += x;
    }
    EXPECT_EQ(all.in_scope(), filled);
    EXPECT_LT(filled, all.simulation.population().posts());

    const auto count = [&](const std::string& scope) {
        return Reached("baseline.toml", shift + "scope = { " + scope + " }", small).in_scope();
    };
    const std::size_t aios = count("phases = \"aios\"");
    EXPECT_GT(aios, 0u);
    EXPECT_EQ(aios, count("phases = \"aios\", hospitals = \"academic\"") + count("phases = \"aios\", hospitals = \"general\""));
    EXPECT_EQ(count("phases = [\"aios\", \"anios\"]"), aios + count("phases = \"anios\""));
    EXPECT_EQ(filled, count("sexes = \"female\"") + count("sexes = \"male\""));
}

TEST(PolicyTime, IsActiveFromStartToEndAndChangesWhereTheDoseOrASettingDoes) {
    Scenario scenario = house_scenario("example.toml", {"time.burn_in=1"});
    Intervention lift;
    lift.name = "lift";
    lift.schedule = {.start = Week{4}, .end = Week{12}, .ramp = Week{2}};
    lift.levers = {{0, {1.0}}};
    lift.changes = {{Week{9}, {{0, {2.0}}}}};
    scenario.interventions = {lift};
    const Policy policy(scenario);
    for (int week = 0; week < 20; ++week) {
        const Week from_burn_in{52 + week};
        EXPECT_EQ(policy.has_started(from_burn_in), week >= 4) << week;
        EXPECT_EQ(policy.changes_at(from_burn_in), week == 4 || week == 5 || week == 9 || week == 12) << week;
        const InterventionNow now = policy.now(0, from_burn_in, nullptr);
        EXPECT_EQ(now.dose, week < 4 || week >= 12 ? 0.0f : (week == 4 ? 0.5f : 1.0f)) << week;
        EXPECT_EQ(now.levers[0].values[0], week < 9 ? 1.0 : 2.0) << week;
    }
    EXPECT_FALSE(policy.has_started(Week{4}));  // still the burn-in
}

TEST(PolicyTime, WithoutInterventionsNothingEverActs) {
    const Scenario scenario = house_scenario("example.toml");
    const Policy policy(scenario);
    EXPECT_EQ(policy.size(), 0u);
    EXPECT_FALSE(policy.has_started(Week{60}));
    EXPECT_FALSE(policy.changes_at(Week{60}));
}

}  // namespace
}  // namespace bevlogen::testing
