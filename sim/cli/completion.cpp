// `bevlogen completion`: what a shell needs to complete commands, options, values of --set, names of models and of measures.
#include "sim/cli/completion.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

namespace bevlogen {
namespace {

std::vector<std::string> option_names(const CLI::App& command) {
    std::vector<std::string> names;
    for (const CLI::Option* option : command.get_options()) {
        for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
    }
    return names;
}

// The option that `word` names and that wants a value; null where there is none.
const CLI::Option* wanting_value(const CLI::App& command, const std::string& word) {
    for (const CLI::Option* option : command.get_options()) {
        if (option->get_items_expected_max() > 0 && !word.empty() && word[0] == '-' && option->check_name(word)) return option;
    }
    return nullptr;
}

std::vector<std::string> parameter_paths(const ModelShelf& shelf) {
    std::vector<std::string> paths;
    for (const std::string& name : shelf.names()) {
        for (const std::string& path : shelf.find(name)->vocabulary().parameters.paths()) paths.push_back(path + "=");
    }
    for (const char* setting : {"population.scale=", "run.replicates=", "run.seed=", "time.burn_in=", "time.years="})
        paths.push_back(setting);
    return paths;
}

std::vector<std::string> measure_names(const std::filesystem::path& library) {
    std::vector<std::string> names;
    std::error_code none;
    for (const auto& file : std::filesystem::directory_iterator(library / "interventions", none)) {
        if (file.path().extension() == ".toml") names.push_back(file.path().stem().string());
    }
    return names;
}

std::vector<std::string> values_of(const CLI::Option& option, const Context& context) {
    const auto is = [&](const char* name) { return option.check_name(name); };
    if (is("--set")) return parameter_paths(context.shelf);
    if (is("--model")) return context.shelf.names();
    if (is("--with")) return measure_names(context.library);
    if (is("--language")) return {"en", "nl"};
    if (is("--panel")) return {"people", "hospitals", "staffing", "person", "measures", "curves"};
    return {};
}

const CLI::App* command_of(const CLI::App& program, const std::string& name) {
    for (const CLI::App* command : program.get_subcommands({})) {
        if (command->get_name() == name) return command;
    }
    return nullptr;
}

std::vector<std::string> candidates(const CLI::App& program, const Context& context, const std::vector<std::string>& words) {
    const std::string& last = words.back();
    if (words.size() == 1) {
        std::vector<std::string> all = option_names(program);
        for (const CLI::App* command : program.get_subcommands({})) all.push_back(command->get_name());
        return all;
    }
    const CLI::App* command = command_of(program, words.front());
    if (command == nullptr) return {};
    if (const CLI::Option* option = wanting_value(*command, words[words.size() - 2])) return values_of(*option, context);
    if (last.starts_with('-')) return option_names(*command);
    if (command->get_name() == "completion") return {"bash", "fish", "zsh"};
    return {};
}

// Asks the program itself, so that a new option is offered without a new script.
constexpr const char* kBash = R"sh(# Completion of bevlogen for bash: source it, or put it where bash-completion looks.
_bevlogen() {
    local line="${COMP_LINE:0:COMP_POINT}" words current
    read -r -a words <<<"$line"
    [[ "$line" == *[[:space:]] ]] && words+=("")
    current="${COMP_WORDS[COMP_CWORD]}"
    COMPREPLY=()
    local word whole="${words[-1]}"
    while IFS= read -r word; do
        # bash takes "=" and ":" for the ends of words, and replaces what follows them only.
        word="${word#"${whole%"$current"}"}"
        COMPREPLY+=("$word")
    done < <("${words[0]}" completion --words -- "${words[@]:1}" 2>/dev/null)
    [[ ${#COMPREPLY[@]} -eq 1 && "${COMPREPLY[0]}" == *= ]] && compopt -o nospace
    return 0
}
complete -o default -o bashdefault -F _bevlogen bevlogen
)sh";

constexpr const char* kZsh = R"sh(#compdef bevlogen
# Completion of bevlogen for zsh.
_bevlogen() {
    local -a found
    found=("${(@f)$("${words[1]}" completion --words -- "${(@)words[2,CURRENT]}" 2>/dev/null)}")
    if [[ ${#found} -gt 0 && -n "${found[1]}" ]]; then
        compadd -S '' -- ${(M)found:#*=}
        compadd -- ${found:#*=}
    else
        _files
    fi
}
if [[ "${funcstack[1]}" == _bevlogen ]]; then _bevlogen "$@"; else compdef _bevlogen bevlogen; fi
)sh";

constexpr const char* kFish = R"sh(# Completion of bevlogen for fish.
function __bevlogen_words
    set -l words (commandline --current-process --tokenize --cut-at-cursor)
    $words[1] completion --words -- $words[2..-1] (commandline --current-token) 2>/dev/null
end
complete --command bevlogen --arguments '(__bevlogen_words)'
)sh";

}  // namespace

std::vector<std::string> completions(const CLI::App& program, const Context& context, const std::vector<std::string>& words) {
    if (words.empty()) return {};
    std::vector<std::string> all = candidates(program, context, words);
    std::erase_if(all, [&](const std::string& word) { return !word.starts_with(words.back()); });
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
    return all;
}

std::optional<std::vector<std::string>> words_to_complete(int argc, const char* const* argv) {
    const auto is = [&](int at, std::string_view word) { return at < argc && word == argv[at]; };
    if (!is(1, "completion") || !is(2, "--words") || !is(3, "--")) return {};
    return std::vector<std::string>(argv + 4, argv + argc);
}

void add_completion(CLI::App& program, const Context&, Action& chosen) {
    auto shell = std::make_shared<std::string>();
    CLI::App* app = program.add_subcommand("completion", "Print a script that completes commands and options in your shell");
    app->add_option("shell", *shell, "bash, zsh or fish")->required()->check(CLI::IsMember({"bash", "zsh", "fish"}));
    app->footer("Examples:\n  bevlogen completion bash\n  source <(bevlogen completion bash)");
    on_command(*app, chosen, [shell] { fmt::print("{}", *shell == "bash" ? kBash : *shell == "zsh" ? kZsh : kFish); });
}

}  // namespace bevlogen
