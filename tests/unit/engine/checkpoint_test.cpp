// A checkpoint holds the whole state and is taken up by the run that it is of, and by no other.
#include <gtest/gtest.h>

#include "tests/unit/engine/house_runs.hpp"
#include "tests/unit/engine/tiny_model.hpp"

namespace bevlogen::testing {
namespace {

const std::vector<std::string> kSmall = {"time.years=1", "time.burn_in=1", "example.teams=40", "example.persons_per_team=9"};

class Checkpoint : public ::testing::Test {
  protected:
    static Scenario small(const std::vector<std::string>& more = {}) {
        std::vector<std::string> sets = kSmall;
        sets.insert(sets.end(), more.begin(), more.end());
        return house_scenario("example.toml", sets);
    }
    // What a simulation of `other` says of the bytes; empty where it takes them up.
    std::string refusal_of(const Scenario& other, std::uint32_t replicate, std::span<const std::byte> bytes) {
        Simulation simulation(model_of(other), other, {other.seed, replicate}, parallel, 100);
        try {
            simulation.restore(bytes);
        } catch (const std::runtime_error& error) {
            return error.what();
        }
        return {};
    }
    std::vector<std::byte> bytes_after(Week week) {
        Simulation simulation(model_of(scenario), scenario, {scenario.seed, 1}, parallel);
        simulation.advance(week);
        return simulation.checkpoint();
    }

    Parallel parallel{2};
    const Scenario scenario = small();
};

TEST_F(Checkpoint, IsTheSameAfterItHasBeenRestored) {
    for (const Week week : {Week{0}, Week{4}, Week{52}, Week{100}}) {
        const std::vector<std::byte> bytes = bytes_after(week);
        Simulation other(model_of(scenario), scenario, {scenario.seed, 1}, parallel, 50);
        other.restore(bytes);
        EXPECT_EQ(other.week(), week);
        EXPECT_EQ(other.checkpoint(), bytes) << week.value;
    }
}

TEST_F(Checkpoint, ChangesWithTheWeek) { EXPECT_NE(bytes_after(Week{4}), bytes_after(Week{8})); }

TEST_F(Checkpoint, OfAnotherSeedIsRefused) {
    EXPECT_EQ(refusal_of(small({"run.seed=2"}), 1, bytes_after(Week{4})), "the checkpoint is of another seed");
}

TEST_F(Checkpoint, OfAnotherReplicateIsRefused) {
    EXPECT_EQ(refusal_of(scenario, 2, bytes_after(Week{4})), "the checkpoint is of another replicate");
}

TEST_F(Checkpoint, OfAnotherPopulationIsRefused) {
    const auto bytes = bytes_after(Week{4});
    EXPECT_EQ(refusal_of(small({"example.teams=41"}), 1, bytes), "the checkpoint is of another population");
    EXPECT_EQ(refusal_of(small({"example.persons_per_team=8"}), 1, bytes), "the checkpoint is of another population");
}

TEST_F(Checkpoint, OfAnotherModelIsRefused) {
    const Scenario workforce = house_scenario("baseline.toml", {"population.scale=0.01"});
    EXPECT_EQ(refusal_of(workforce, 1, bytes_after(Week{4})), "the checkpoint is of another model");
    const TinyModel model({3, 4});
    const Scenario tiny = tiny_scenario();
    Simulation simulation(model, tiny, {scenario.seed, 1}, parallel);
    EXPECT_THROW(simulation.restore(bytes_after(Week{4})), std::runtime_error);
}

TEST_F(Checkpoint, OfAnotherFormatIsRefused) {
    auto bytes = bytes_after(Week{4});
    bytes[0] = std::byte{99};
    EXPECT_EQ(refusal_of(scenario, 1, bytes), "the checkpoint is of another version");
}

TEST_F(Checkpoint, ThatIsCutOffIsRefusedWhereverItIsCut) {
    const auto bytes = bytes_after(Week{4});
    for (const std::size_t size : {std::size_t{0}, std::size_t{3}, std::size_t{8}, std::size_t{30}, bytes.size() / 2, bytes.size() - 1}) {
        EXPECT_EQ(refusal_of(scenario, 1, std::span(bytes).first(size)), "the bytes of a checkpoint or journal end too early") << size;
    }
}

TEST_F(Checkpoint, ThatIsTooLongIsRefused) {
    auto bytes = bytes_after(Week{4});
    bytes.push_back(std::byte{0});
    EXPECT_EQ(refusal_of(scenario, 1, bytes), "the checkpoint is damaged: it has another length than it should");
}

TEST_F(Checkpoint, HoldsTheColumnsOfTeamsToo) {
    const TinyModel model({3, 4});
    const Scenario tiny = tiny_scenario();
    Simulation first(model, tiny, {1, 1}, parallel);
    first.advance(Week{20});
    Simulation second(model, tiny, {1, 1}, parallel);
    second.restore(first.checkpoint());
    second.advance(Week{24});
    for (const std::uint32_t clearings : second.population().blocks()[0].team(model.fields().clearings)) EXPECT_EQ(clearings, 6u);
}

TEST_F(Checkpoint, HoldsNothingOfWhatStandsAtVacantPosts) {
    const TinyModel model({3, 4});
    const Scenario tiny = tiny_scenario();
    const auto bytes = [&](float level_of_nobody, float level_of_somebody) {
        Simulation simulation(model, tiny, {1, 1}, parallel);
        simulation.advance(Week{8});
        Block& block = simulation.population().blocks()[0];
        block.person(model.fields().engine.filled)[2] = 0;
        block.person(model.fields().level)[2] = level_of_nobody;
        block.person(model.fields().level)[3] = level_of_somebody;
        return simulation.checkpoint();
    };
    EXPECT_EQ(bytes(1.0f, 5.0f), bytes(2.0f, 5.0f));
    EXPECT_NE(bytes(1.0f, 5.0f), bytes(1.0f, 6.0f));
}

TEST_F(Checkpoint, BranchesAnotherScenarioOfTheSamePopulation) {
    const auto bytes = bytes_after(Week{52});
    EXPECT_EQ(refusal_of(small({"example.mean=0.9"}), 1, bytes), "");
}

}  // namespace
}  // namespace bevlogen::testing
