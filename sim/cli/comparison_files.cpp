// Reads what is compared.
#include "sim/cli/comparison_files.hpp"

#include "sim/experiment/with_draws.hpp"
#include "sim/record/results_reader.hpp"
#include "sim/record/stored_results.hpp"

namespace bevlogen {
namespace {

Experiment empty_comparison() { return {"comparison", {}, {}, {}, {.panel_persons = 200, .panel_every = 4, .joined = true}}; }

}  // namespace

Experiment repeated_comparison(const Context& context, const std::string& file, const std::vector<Override>& overrides) {
    const ResultsSummary summary = summarise_results(file);
    if (summary.scenarios.size() < 2) throw InputError({file, 0, 0}, "holds one scenario; bevlogen run --from repeats it");
    const StoredResults results(file);
    const StoredValues texts = results.read(*results.find("scenario_text"));
    Experiment experiment = empty_comparison();
    for (std::size_t s = 0; s < summary.scenarios.size(); ++s) {
        Scenario again = read_scenario_text(summary.resolved_scenarios[s], file, context.vocabularies(), overrides, context.library);
        again.name = summary.scenarios[s];
        if (overrides.empty()) again.text = texts.texts[s];
        experiment.scenarios.push_back(std::move(again));
    }
    experiment.title = results.label("title");
    experiment.question = results.label("question");
    const Vocabulary& vocabulary = context.model_of(experiment.scenarios.front()).vocabulary();
    return with_stored_draws(std::move(experiment), results, vocabulary);
}

Experiment read_comparison_files(const Context& context, const std::vector<std::string>& files, const std::vector<Override>& overrides) {
    Experiment experiment = empty_comparison();
    std::vector<std::filesystem::path> scenarios(files.begin(), files.end());
    std::vector<PolicyAlone> policies;
    if (files.size() == 1) {
        Comparison comparison = read_comparison(files.front(), context.library);
        experiment.title = comparison.title;
        experiment.question = comparison.question;
        scenarios = {comparison.base};
        scenarios.insert(scenarios.end(), comparison.alternatives.begin(), comparison.alternatives.end());
        policies = std::move(comparison.policies);
    }
    std::vector<SharedScenario> shared;
    Diagnostics diagnostics;
    const auto add = [&](auto read_one) {
        try {
            shared.push_back(read_one());
        } catch (const InputError& error) {
            for (const Diagnostic& d : error.diagnostics().sorted()) diagnostics.error(d.place, d.message);
        }
    };
    for (const auto& path : scenarios) add([&] { return read_shared_scenario(path, context.vocabularies(), overrides, context.library); });
    for (const PolicyAlone& policy : policies)
        add([&] { return read_policy_alone(policy, context.vocabularies(), overrides, context.library); });
    if (diagnostics.empty()) check_overrides_taken(overrides, shared, diagnostics);
    if (!diagnostics.empty()) throw InputError(diagnostics);
    for (SharedScenario& one : shared) experiment.scenarios.push_back(std::move(one.scenario));
    const std::size_t alternatives = experiment.scenarios.size() - 1;
    if (experiment.title.empty()) {
        const std::string number = std::to_string(alternatives);
        const Label several = alternatives == 1 ? experiment.scenarios[1].title : Label{number + " policies", number + " beleidsopties"};
        const Label& base = experiment.scenarios[0].title;
        experiment.title = {several.en + " against " + base.en, several.nl + " tegenover " + base.nl};
    }
    if (experiment.question.empty() && alternatives == 1) experiment.question = experiment.scenarios[1].question;
    return experiment;
}

}  // namespace bevlogen
