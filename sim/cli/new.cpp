// `bevlogen new`: a scenario file to start from.
#include <fmt/format.h>

#include <algorithm>

#include "sim/cli/context.hpp"
#include "sim/cli/library.hpp"
#include "sim/record/final_name.hpp"
#include "sim/sweep/slurm_scripts.hpp"

namespace bevlogen {
namespace {

namespace fs = std::filesystem;

fs::path find_base(const std::string& base, const Context& context) {
    for (const fs::path& candidate : {fs::path(base), context.library / base, context.library.parent_path() / base}) {
        if (fs::is_regular_file(candidate)) return candidate;
    }
    throw InputError({"--extends " + base, 0, 0}, "there is no such scenario; bevlogen list shows them");
}

// `["anios", "aios"]`: the second and third value of an axis, or all there are.
std::string some_values(const ScopeAxis& axis) {
    const std::size_t first = axis.values.size() > 2 ? 1 : 0;
    std::string text;
    for (std::size_t v = first; v < std::min(first + 2, axis.values.size()); ++v)
        text += fmt::format("{}\"{}\"", text.empty() ? "" : ", ", axis.values[v]);
    return "[" + text + "]";
}

std::string example_of(const Vocabulary& vocabulary) {
    std::string text;
    if (!vocabulary.scope_axes.empty()) {
        const ScopeAxis& axis = vocabulary.scope_axes.front();
        text += fmt::format("scope = {{ {} = {} }}\n", axis.key, some_values(axis));
    }
    text += "start = { year = 1 }  # after one year; { year = 0 }: from the start\nramp = { weeks = 26 }\n";
    if (!vocabulary.levers.empty()) {
        const LeverKey& key = vocabulary.levers.front().keys.front();
        text += fmt::format("{} = {{ {} = {} }}\n", vocabulary.levers.front().name, key.name, std::clamp(-0.3, key.min, key.max));
    }
    if (!vocabulary.payers.empty()) text += "# costs = { euro_per_person_year = 500 }  # what it costs itself; without this line nothing\n";
    return text;
}

void write_new(const std::string& file, const std::string& base, const Context& context) {
    const fs::path path(file);
    std::error_code none;
    if (fs::exists(fs::symlink_status(path, none))) throw InputError({file, 0, 0}, "exists already; a new scenario needs a new name");
    if (path.extension() != ".toml") throw InputError({file, 0, 0}, "a scenario file ends in .toml, e.g. my-scenario.toml");
    if (path.has_parent_path() && !fs::is_directory(path.parent_path())) throw InputError({file, 0, 0}, "its folder does not exist");
    const fs::path base_file = find_base(base, context);
    const Scenario scenario = read_scenario(base_file, context.vocabularies(), {}, context.library);
    const fs::path folder = path.has_parent_path() ? path.parent_path() : fs::path(".");
    const std::string text = fmt::format(
        "# A difference over {0}: what is not written here is as it is there.\n"
        "title = \"My policy\"\n"
        "question = \"What does it do, and for whom?\"\n"
        "extends = \"{0}\"\n\n"
        "# One table for each intervention; `bevlogen describe --model {1}` lists levers and scopes.\n"
        "[[intervention]]\n"
        "name = \"my-policy\"\n"
        "title = \"My policy\"\n"
        "{2}",
        fs::relative(base_file, folder).generic_string(), scenario.model, example_of(context.model_of(scenario).vocabulary()));
    write_whole(path, text);
    fmt::print("{0} written; next: bevlogen check {1}, then bevlogen compare {2} {1} --report\n", file,
               shell_word(shown_path(path).string()), shell_word(shown_path(base_file).string()));
}

}  // namespace

void add_new(CLI::App& program, const Context& context, Action& chosen) {
    struct Input {
        std::string file;
        std::string base = "baseline.toml";
    };
    auto input = std::make_shared<Input>();
    CLI::App* app = program.add_subcommand("new", "Write a scenario file to start from");
    app->add_option("file", input->file, "File to write (must not exist)")->required();
    app->add_option("--extends", input->base, "Scenario that it starts from")->capture_default_str();
    app->footer("Example:\n  bevlogen new my-policy.toml");
    on_command(*app, chosen, [input, &context] { write_new(input->file, input->base, context); });
}

}  // namespace bevlogen
