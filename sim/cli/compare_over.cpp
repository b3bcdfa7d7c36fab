// Runs a comparison once a word.
#include "sim/cli/compare_over.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "sim/cli/choice_table.hpp"
#include "sim/cli/library.hpp"
#include "sim/cli/output_file.hpp"
#include "sim/cli/program.hpp"
#include "sim/cli/streams.hpp"
#include "sim/core/nearest_name.hpp"

namespace bevlogen {
namespace {

// The choice's words, the scenario's own first.
std::vector<std::string> words_of(const Model& model, const Scenario& base, const std::string& path) {
    const ParameterTable& table = model.vocabulary().parameters;
    std::vector<std::string> choices;
    for (const ParameterDecl& decl : table.decls()) {
        if (decl.kind == ParameterKind::choice) choices.push_back(decl.path);
    }
    const auto index = table.find(path);
    if (!index || table.decls()[*index].kind != ParameterKind::choice) {
        const std::string what = index ? "is a number, and --over takes a parameter that is a choice" : "is no parameter that is a choice";
        throw InputError({"--over " + path, 0, 0}, what + suggestion(path, choices));
    }
    std::vector<std::string> words = table.decls()[*index].choices;
    const auto own = static_cast<std::ptrdiff_t>(base.parameters.values[*index]);
    std::rotate(words.begin(), words.begin() + own, words.begin() + own + 1);
    return words;
}

std::filesystem::path place_of_word(const std::filesystem::path& out, const std::string& word) {
    return out.parent_path() / (out.stem().string() + "." + word + out.extension().string());
}

struct UnderWord {
    std::string word;
    Experiment experiment;
    std::filesystem::path out;
};

// Everything is read and checked before anything runs.
std::vector<UnderWord> read_all(const Context& context, const OverComparison& asked, const std::vector<std::string>& words) {
    std::vector<UnderWord> all;
    for (const std::string& word : words) {
        UnderWord one{word, asked.read({{asked.path, word}}), place_of_word(asked.out, word)};
        check_before_running(context.model_of(one.experiment.scenarios.front()), one.experiment);
        require_results_place(one.out);
        all.push_back(std::move(one));
    }
    return all;
}

}  // namespace

int compare_over(const Context& context, const OverComparison& asked) {
    const Experiment as_it_is = asked.read({});
    const Model& model = context.model_of(as_it_is.scenarios.front());
    const ComparisonView view = asked.view(model, as_it_is.scenarios.front());
    const std::vector<UnderWord> all = read_all(context, asked, words_of(model, as_it_is.scenarios.front(), asked.path));
    const std::filesystem::path report = std::filesystem::path(asked.out).replace_extension(".html");
    if (asked.report && std::filesystem::exists(report)) require_output_place(report, {asked.out}, "a.h5");
    int exit_code = kExitDone;
    std::vector<CarriedOut> done;
    done.reserve(all.size());  // runs hold on to them
    std::vector<ChoiceRun> runs;
    for (const UnderWord& one : all) {
        if (!asked.options.quiet) complain("{} = {}\n", asked.path, one.word);
        RunOptions options = asked.options;
        options.out = one.out.string();
        const CarriedOut& carried = done.emplace_back(carry_out(context, options, one.experiment, one.out));
        if (!carried.result.finished) return carried.exit_code;
        exit_code = std::max(exit_code, carried.exit_code);
        runs.push_back({carried.experiment, carried.result.levels});
    }
    // All files come before what is printed: who reads that may go away.
    std::string report_line;
    if (asked.report) {
        ReportOptions options = *asked.report;
        for (std::size_t i = 1; i < all.size(); ++i) options.over.push_back(all[i].out.string());
        report_line = ReportedFiles({all.front().out}, readers_of(context, {}), options).write(report, context.command_words());
    }
    const ChoiceEffects effects(model, runs, view.outcomes, view.year);
    const AnswerFor answer = asked.options.json ? AnswerFor::programs : AnswerFor::people;
    fmt::print("{}", asked.options.json ? choice_json(model, all.front().experiment, effects)
                                        : choice_table(model, all.front().experiment, effects));
    for (const CarriedOut& one : done) tell_beside(answer, "results: {} ({:.1f} s)\n", shown_path(one.out).string(), one.seconds);
    if (asked.report) tell_beside(answer, "{}\n", report_line);
    return exit_code;
}

}  // namespace bevlogen
