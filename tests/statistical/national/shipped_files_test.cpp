// Every scenario, comparison and catalogue entry that ships can be read and run.
#include <map>

#include "tests/statistical/national/national_run.hpp"

namespace bevlogen::statistical {
namespace {

constexpr int kWeeks = 4 * kWeeksPerEpoch;

// The paths below `scenarios`, in order of name.
std::vector<std::string> files_in(const std::string& folder) {
    std::vector<std::string> files;
    for (const auto& entry : std::filesystem::directory_iterator(testing::scenario_folder() / folder)) {
        if (entry.path().extension() == ".toml") files.push_back((std::filesystem::path(folder) / entry.path().filename()).string());
    }
    std::sort(files.begin(), files.end());
    return files;
}

// Everything in it starts at once, so that four clearings meet it.
Scenario hurried(Scenario scenario) {
    for (Intervention& intervention : scenario.interventions) intervention.schedule.start = Week{0};
    return scenario;
}

const Sets kSmall = {"population.scale=0.02", "time.years=2", "time.burn_in=0", "run.replicates=1"};

const Sets kLarger = {"population.scale=0.2", "time.years=2", "time.burn_in=0", "run.replicates=1"};

std::vector<std::byte> state_after_weeks(const Scenario& scenario) {
    const Model& model = testing::model_of(scenario);
    Parallel parallel(1);
    Simulation simulation(model, scenario, Chance{scenario.seed, 1}, parallel);
    simulation.advance(Week{kWeeks});
    EXPECT_EQ(simulation.week(), Week{kWeeks});
    return simulation.checkpoint();
}

class ShippedFiles : public NationalRun {};

TEST_F(ShippedFiles, EveryScenarioRuns) {
    const std::vector<std::string> files = files_in("");
    EXPECT_GE(files.size(), 10u);
    for (const std::string& file : files) {
        SCOPED_TRACE(file);
        EXPECT_NO_THROW(state_after_weeks(hurried(testing::house_scenario(file, kSmall))));
    }
}

// The ready scenario without interventions of the model that knows the words of an entry.
std::string baseline_for(const std::string& entry) {
    for (const std::string& name : testing::shelf().names()) {
        const Vocabulary& vocabulary = testing::shelf().find(name)->vocabulary();
        try {
            check_intervention_file(testing::scenario_folder() / entry, vocabulary);
            return vocabulary.baseline;
        } catch (const InputError&) {
        }
    }
    ADD_FAILURE() << "no model knows the words of " << entry;
    return "baseline.toml";
}

// What only changes what others do: who asks for help that is offered, how soon hospitals adopt what is left to them.
bool acts_on_others_alone(const std::string& file) {
    return file == "interventions/ending-stigma.toml" || file == "interventions/national-movement.toml";
}

constexpr const char* kOthers =
    "[[intervention]]\nuse = \"interventions/challenge-support.toml\"\n"
    "[[intervention]]\nuse = \"interventions/self-rostering.toml\"\nmandate = false\n";

// An entry that ships and does nothing would be a mistake of its file.
TEST_F(ShippedFiles, EveryInterventionRunsAndChangesWhatHappens) {
    const std::vector<std::string> files = files_in("interventions");
    EXPECT_GE(files.size(), 50u);
    std::map<std::string, std::vector<std::byte>> states;
    const auto state_of = [](const std::string& text, const Sets& sets) {
        return state_after_weeks(testing::scenario_of_text(text, sets));
    };
    for (const std::string& file : files) {
        SCOPED_TRACE(file);
        const std::string without =
            "title = \"test\"\nextends = \"" + baseline_for(file) + "\"\n" + (acts_on_others_alone(file) ? kOthers : "");
        const std::string with = without + "[[intervention]]\nuse = \"" + file + "\"\n";
        if (!states.contains(without)) states[without] = state_of(without, kSmall);
        // Specialists who wish to move need more than one or two hospitals.
        EXPECT_TRUE(state_of(with, kSmall) != states[without] || state_of(with, kLarger) != state_of(without, kLarger));
    }
}

TEST_F(ShippedFiles, EveryComparisonRuns) {
    const std::vector<std::string> files = files_in("comparisons");
    EXPECT_GE(files.size(), 2u);
    for (const std::string& file : files) {
        SCOPED_TRACE(file);
        const Comparison comparison = read_comparison(testing::scenario_folder() / file, testing::scenario_folder());
        std::vector<std::filesystem::path> paths = {comparison.base};
        paths.insert(paths.end(), comparison.alternatives.begin(), comparison.alternatives.end());
        std::vector<Scenario> scenarios;
        for (const std::filesystem::path& path : paths) scenarios.push_back(hurried(testing::house_scenario(path.string(), kSmall)));
        std::vector<Override> overrides;
        for (const std::string& set : kSmall) overrides.push_back(parse_override(set));
        for (const PolicyAlone& policy : comparison.policies) {
            scenarios.push_back(
                hurried(read_policy_alone(policy, testing::vocabularies(), overrides, testing::scenario_folder()).scenario));
        }
        EXPECT_GE(scenarios.size(), 2u);
        EXPECT_EQ(carry_out(scenarios).result.levels.years(), 2);
    }
}

}  // namespace
}  // namespace bevlogen::statistical
