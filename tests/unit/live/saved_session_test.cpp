// What a session saves is what `bevlogen run` of the saved file gives.
#include "sim/live/saved_session.hpp"

#include <gmock/gmock.h>

#include "sim/experiment/experiment.hpp"
#include "sim/record/results_reader.hpp"
#include "tests/unit/live/live_sessions.hpp"

namespace bevlogen::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

class SavedSessionTest : public LiveSessions {
  protected:
    SavedSessionTest() {
        const auto* info = ::testing::UnitTest::GetInstance()->current_test_info();
        folder = std::filesystem::path(::testing::TempDir()) / (std::string("saved-session-") + info->name());
        std::filesystem::remove_all(folder);
        std::filesystem::create_directories(folder);
    }
    SavePlace place(const std::string& name = "mine") const { return {folder, name, {"mine", "de mijne"}, {{"host", "here"}}}; }
    // As `bevlogen run` does it.
    void run_file(const std::string& name, const std::vector<Override>& overrides = {}) const {
        const Scenario scenario = read_scenario(folder / (name + ".toml"), vocabularies(), overrides, scenario_folder());
        Experiment experiment{"run", scenario.title, scenario.question, {scenario}, {}};
        experiment.scenarios.front().replicates = 1;
        Execution execution;
        execution.out = folder / (name + ".run.h5");
        run_experiment(*shelf().find(scenario.model), experiment, execution);
    }
    std::filesystem::path folder;
};

TEST_F(SavedSessionTest, IsTheRunOfItsScenarioFile) {
    Session played = session("1");
    go_to(played, 8);
    played.act(SwitchOn{kAdministration, {}});
    go_to(played, 20);
    played.act(TurnKnob{kAdministration, {"shift.administration", -0.5}});
    while (!played.is_finished()) played.advance();
    EXPECT_THAT(save_session(played, place()), ElementsAre(folder / "mine.toml", folder / "mine.h5"));
    run_file("mine");
    const ResultsDifference difference = diff_results(folder / "mine.h5", folder / "mine.run.h5", {.common = true});
    EXPECT_TRUE(difference.identical) << difference.first;
    EXPECT_GT(difference.compared, 10000u);
}

TEST_F(SavedSessionTest, IsNotTheRunOfAnotherSeed) {
    Session played = session("1");
    while (!played.is_finished()) played.advance();
    save_session(played, place());
    run_file("mine", {parse_override("run.seed=77")});
    EXPECT_FALSE(diff_results(folder / "mine.h5", folder / "mine.run.h5", {.common = true}).identical);
}

TEST_F(SavedSessionTest, ReplacesNothingButFiles) {
    Session played = session("1");
    std::filesystem::create_directories(folder / "mine.toml");
    try {
        save_session(played, place());
        FAIL() << "a folder was replaced";
    } catch (const InputError& error) {
        EXPECT_THAT(error.diagnostics().report(), HasSubstr("is not an ordinary file"));
    }
    EXPECT_FALSE(std::filesystem::exists(folder / "mine.h5"));
    EXPECT_THROW(save_session(played, {folder / "none", "mine", {}, {}}), std::runtime_error);
}

}  // namespace
}  // namespace bevlogen::testing
