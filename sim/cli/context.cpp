// Options that several commands share.
#include "sim/cli/context.hpp"

#include <fmt/format.h>

#include "sim/core/contract.hpp"
#include "sim/engine/vocabularies.hpp"
#include "sim/sweep/slurm_scripts.hpp"

namespace bevlogen {

VocabularyShelf Context::vocabularies() const { return vocabularies_of(shelf); }

const Model& Context::model_of(const Scenario& scenario) const {
    const Model* model = shelf.find(scenario.model);
    expect(model != nullptr, "a scenario that was read names a model of the shelf");
    return *model;
}

std::string Context::command_words() const {
    std::string words;
    for (const std::string& word : command_line) words += (words.empty() ? "" : " ") + shell_word(word);
    return words;
}

void RunOptions::add_to(CLI::App& command) {
    add_common_to(command);
    command.add_option(
        "--parameters", parameters,
        "Draws of parameters: the replicates are run under each, so that intervals are of parameters too. A file of them (TOML tables "
        "[[draw]]), or the results file of a calibration");
    command.add_option("--draws", draws, "How many draws are taken of a calibration's posterior (default: 20)");
    command
        .add_option("--stop-after-week", stop_after_week,
                    "Stop every run at this recorded week with a checkpoint; the same command goes on from there")
        ->group("Rarely needed");
}

void RunOptions::add_common_to(CLI::App& command) {
    command.add_option("--set", sets, "Set one value, e.g. --set jdr.contagion=0.05 (any path of the resolved scenario; repeatable)")
        ->take_all()
        ->allow_extra_args(false);
    command.add_option("--seed", seed, "Seed of all chance, in place of the scenario's");
    command.add_option("--replicates", replicates, "Number of replicates, in place of the scenario's");
    command.add_option("--threads", threads, "Threads to use (default: all; results do not depend on it)");
    command.add_option("--block-posts", block_posts, "Posts a block should hold (speed only; results do not depend on it)")
        ->group("Rarely needed");
    command.add_option("--out,-o", out, "Results file to write");
    command.add_flag("--quiet,-q", quiet, "No progress");
    command.add_flag("--json", json, "Print the answer as JSON");
}

std::vector<Override> RunOptions::overrides() const {
    std::vector<Override> all;
    for (const std::string& set : sets) all.push_back(parse_override(set));
    if (seed) all.push_back({"run.seed", std::to_string(bounded_option("--seed", seed, 0, 4294967295, 0))});
    if (replicates) all.push_back({"run.replicates", std::to_string(bounded_option("--replicates", replicates, 1, 1000000, 1))});
    return all;
}

std::int64_t bounded_option(const char* name, const std::optional<std::int64_t>& value, std::int64_t min, std::int64_t max,
                            std::int64_t otherwise) {
    const std::int64_t number = value.value_or(otherwise);
    if (value && (number < min || number > max))
        throw InputError({name, 0, 0}, fmt::format("{} = {} (must lie in [{}, {}])", name + 2, number, min, max));
    return number;
}

}  // namespace bevlogen
