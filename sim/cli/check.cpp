// `bevlogen check`: all mistakes of files at once, nothing run.
#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

#include "sim/calibrate/calibration_plan.hpp"
#include "sim/cli/context.hpp"
#include "sim/cli/program.hpp"
#include "sim/experiment/experiment.hpp"
#include "sim/scenario/parameter_draws.hpp"
#include "sim/study/trial_plan.hpp"
#include "sim/sweep/plan.hpp"
#include "sim/sweep/runner.hpp"

namespace bevlogen {
namespace {

void check_scopes_of(const Scenario& scenario, const Context& context) {
    Diagnostics diagnostics;
    check_scopes(context.model_of(scenario), scenario, diagnostics);
    if (!diagnostics.empty()) throw InputError(diagnostics);
}

void check_scenario(const std::filesystem::path& file, const Context& context) {
    check_scopes_of(read_scenario(file, context.vocabularies(), {}, context.library), context);
}

// All mistakes of base and alternatives.
void check_comparison(const Comparison& comparison, const Context& context) {
    Diagnostics diagnostics;
    const auto add = [&](auto check) {
        try {
            check();
        } catch (const InputError& error) {
            for (const Diagnostic& d : error.diagnostics().sorted()) diagnostics.error(d.place, d.message);
        }
    };
    add([&] { check_scenario(comparison.base, context); });
    for (const auto& alternative : comparison.alternatives) add([&] { check_scenario(alternative, context); });
    for (const PolicyAlone& policy : comparison.policies)
        add([&] { check_scopes_of(read_policy_alone(policy, context.vocabularies(), {}, context.library).scenario, context); });
    if (!diagnostics.empty()) throw InputError(diagnostics);
}

// How badly a file fits a model: words that the model does not know, each of which hides what stands below it, and then all mistakes.
std::pair<std::size_t, std::size_t> misfit_of(const InputError& error) {
    const std::vector<Diagnostic> all = error.diagnostics().sorted();
    const auto unknown =
        std::count_if(all.begin(), all.end(), [](const Diagnostic& d) { return d.message.find("unknown ") != std::string::npos; });
    return {static_cast<std::size_t>(unknown), all.size()};
}

// A catalogue entry or parameter file does not say which model it is for: it is right if it is right for one of them. Else its mistakes are
// those by the words of the model that it fits best; of several that it fits alike, the first on the shelf.
void check_against_models(const std::filesystem::path& file, const Context& context,
                          void (*check)(const std::filesystem::path&, const Vocabulary&)) {
    std::optional<InputError> nearest;
    for (const std::string& name : context.shelf.names()) {
        try {
            return check(file, context.shelf.find(name)->vocabulary());
        } catch (const InputError& error) {
            if (!nearest || misfit_of(error) < misfit_of(*nearest)) nearest = error;
        }
    }
    throw *nearest;
}

void check_file(const std::filesystem::path& file, const Context& context) {
    switch (kind_of_file(file)) {
        case FileKind::scenario: return check_scenario(file, context);
        case FileKind::intervention: return check_against_models(file, context, check_intervention_file);
        case FileKind::parameters: return check_against_models(file, context, check_parameter_file);
        case FileKind::draws:
            return check_against_models(file, context, [](const std::filesystem::path& draws, const Vocabulary& vocabulary) {
                Diagnostics diagnostics;
                check_drawable(read_parameter_draws(draws, vocabulary), vocabulary, diagnostics);
                if (!diagnostics.empty()) throw InputError(diagnostics);
            });
        case FileKind::sweep: {
            const SweepPlan plan = read_sweep_plan(file, context.shelf, {}, context.library);
            return check_sweep(plan, context.shelf);
        }
        case FileKind::trial: read_trial(file, context.shelf, {}, context.library); return;
        case FileKind::calibration: read_calibration(file, context.shelf, {}, context.library); return;
        case FileKind::comparison: return check_comparison(read_comparison(file, context.library), context);
    }
}

// All mistakes of all files.
Diagnostics check_files(const std::vector<std::string>& files, const Context& context) {
    Diagnostics diagnostics;
    for (const std::string& file : files) {
        try {
            check_file(file, context);
        } catch (const InputError& error) {
            for (const Diagnostic& d : error.diagnostics().sorted()) diagnostics.error(d.place, d.message);
        }
    }
    return diagnostics;
}

std::string as_json(const std::vector<std::string>& files, const Diagnostics& diagnostics) {
    nlohmann::ordered_json errors = nlohmann::ordered_json::array();
    for (const Diagnostic& d : diagnostics.sorted()) {
        errors.push_back({{"file", d.place.file}, {"line", d.place.line}, {"column", d.place.column}, {"message", d.message}});
    }
    const nlohmann::ordered_json answer = {{"files", files}, {"fine", diagnostics.empty()}, {"errors", std::move(errors)}};
    return answer.dump(1) + "\n";
}

struct CheckCommand {
    std::vector<std::string> files;
    bool json = false;

    int run(const Context& context) const {
        const Diagnostics diagnostics = check_files(files, context);
        if (json) {
            fmt::print("{}", as_json(files, diagnostics));
            return diagnostics.empty() ? kExitDone : kExitUserInput;
        }
        if (!diagnostics.empty()) throw InputError(diagnostics);
        fmt::print("{} {} in order\n", files.size(), files.size() == 1 ? "file is" : "files are");
        return kExitDone;
    }
};

}  // namespace

void add_check(CLI::App& program, const Context& context, Action& chosen) {
    auto command = std::make_shared<CheckCommand>();
    CLI::App* app = program.add_subcommand(
        "check", "Check scenario, comparison, sweep, trial, catalogue, parameter and draws files without running anything");
    app->add_option("files", command->files, "Files (TOML)")->required();
    app->add_flag("--json", command->json, "Print the answer as JSON");
    app->footer("Example:\n  bevlogen check scenarios/*.toml scenarios/interventions/*.toml");
    on_command(*app, chosen, [command, &context] { return command->run(context); });
}

}  // namespace bevlogen
