// `bevlogen show`: what a results file holds, and the life of one person in it.
#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "sim/cli/context.hpp"
#include "sim/cli/pattern_table.hpp"
#include "sim/cli/person_story.hpp"
#include "sim/cli/terminal.hpp"
#include "sim/cli/text_table.hpp"
#include "sim/core/nearest_name.hpp"
#include "sim/record/results_reader.hpp"

namespace bevlogen {
namespace {

struct ShowCommand {
    std::string file;
    bool json = false;
    bool asks_scenario = false;
    std::string scenario;  // empty: all, or the first
    bool all = false;
    bool patterns = false;
    std::string person;  // empty: none

    void run(const Context& context) const {
        if (!person.empty()) return tell_person(context.shelf);
        if (patterns) return print_patterns(context);
        const ResultsSummary summary = summarise_results(file);
        if (asks_scenario) {
            print_scenarios(summary);
        } else if (json) {
            print_json(summary);
        } else {
            print(summary);
        }
    }

  private:
    // With two scenarios both lives are told, with more the one that was asked for; the first scenario is what they part from.
    void tell_person(const ModelShelf& shelf) const {
        const StoredResults results(file);
        const StoredPanel panel(results, shelf);
        const StoryHead head{panel.person(person), panel.size(), panel.replicate()};
        const std::size_t chosen = scenario.empty() ? 0 : panel.scenario(scenario);
        const std::size_t scenarios = panel.scenarios().size();
        const std::size_t other = chosen == 0 && scenarios == 2 ? 1 : chosen;
        const LifeStory base = story_of(panel.life(head.person, 0));
        const LifeStory apart = story_of(panel.life(head.person, other));
        const LifeStory& told = chosen == 0 ? base : apart;
        if (json) {
            const TwoLives both{base, apart};
            fmt::print("{}", story_json(head, told, other == 0 ? nullptr : &both));
            return;
        }
        fmt::print("{}", story_text(head, told));
        if (other != 0) fmt::print("\n{}", parting_text(base, apart));
        if (chosen == 0 && scenarios > 2) {
            const auto others = fmt::format("{}", fmt::join(panel.scenarios().begin() + 1, panel.scenarios().end(), ", "));
            const std::string hint =
                fmt::format("With --scenario and one of these it tells where that life parts from this one: {}", others);
            fmt::print("\n{}\n", wrapped(hint, 2));
        }
    }

    void print_scenarios(const ResultsSummary& summary) const {
        bool is_there = false;
        for (std::size_t s = 0; s < summary.resolved_scenarios.size(); ++s) {
            if (!scenario.empty() && scenario != summary.scenarios[s]) continue;
            fmt::print("{}\n", summary.resolved_scenarios[s]);
            is_there = true;
        }
        if (is_there || scenario.empty()) return;
        throw InputError({"--scenario", 0, 0},
                         fmt::format("the file has no scenario \"{}\"{}", scenario, suggestion(scenario, summary.scenarios)));
    }

    void print_patterns(const Context& context) const {
        const std::vector<PatternValue> found = patterns_in(file, context);
        fmt::print("{}", json ? with_patterns("{}", found) : pattern_table(found));
    }

    static void print_json(const ResultsSummary& summary) {
        nlohmann::ordered_json answer;
        for (const auto& attribute : summary.attributes) answer["attributes"][attribute.name] = attribute.value;
        for (const auto& attribute : summary.provenance) answer["provenance"][attribute.name] = attribute.value;
        for (const auto& dimension : summary.dimensions) answer["dimensions"][dimension.name] = dimension.size;
        for (const auto& v : summary.variables) {
            answer["variables"].push_back({{"name", v.name}, {"dimensions", v.dimensions}, {"units", v.units}, {"long_name", v.long_name}});
        }
        if (!summary.scenarios.empty()) answer["scenarios"] = summary.scenarios;
        fmt::print("{}\n", answer.dump(1));
    }

    void print(const ResultsSummary& summary) const {
        fmt::print("{}\n", bold(file));
        for (const auto& attribute : summary.attributes) fmt::print("  {:<18} {}\n", attribute.name, attribute.value);
        if (!summary.scenarios.empty()) fmt::print("{}\n", bold("scenarios"));
        for (const std::string& name : summary.scenarios) fmt::print("  {}\n", name);
        fmt::print("{}\n", bold("dimensions"));
        for (const auto& dimension : summary.dimensions) fmt::print("  {:<18} {}\n", dimension.name, dimension.size);
        fmt::print("{}\n", bold("variables"));
        std::size_t hidden = 0;
        for (const auto& v : summary.variables) {
            const bool is_detail = v.name.find("_by_stratum") != std::string::npos || v.name.find("_panel") != std::string::npos ||
                                   v.name.find("_team") != std::string::npos || v.name.find("_weekly") != std::string::npos;
            if (is_detail && !all) {
                ++hidden;
                continue;
            }
            fmt::print("  {:<28} {} {}\n", v.name, v.long_name, v.units.empty() ? "" : "(" + v.units + ")");
        }
        if (hidden > 0) fmt::print("  and {} more (weekly, by stratum, by team, panel): --all\n", hidden);
        fmt::print("{}\n", bold("provenance"));
        for (const auto& attribute : summary.provenance) fmt::print("  {:<18} {}\n", attribute.name, attribute.value);
    }
};

}  // namespace

void add_show(CLI::App& program, const Context& context, Action& chosen) {
    auto command = std::make_shared<ShowCommand>();
    CLI::App* app = program.add_subcommand("show", "Print what a results file holds, or follow one person of its panel");
    app->add_option("file", command->file, "Results file")->required();
    CLI::Option* scenario = app->add_option("--scenario", command->scenario,
                                            "Print the resolved scenarios, each itself a valid scenario file, or only that of the name; "
                                            "with --person: whose life is told (the first)")
                                ->type_name("[NAME]")
                                ->expected(0, 1);
    app->add_option("--person", command->person, "Tell the life of a person of the panel: first, a number from 1, or an id")
        ->type_name("first|N|ID");
    app->add_flag("--all", command->all, "Every variable");
    app->add_flag("--summary", command->patterns, "Print what the model is held to, and whether the (first) scenario meets it");
    app->add_flag("--json", command->json, "Print the answer as JSON");
    app->footer(
        "Examples:\n  bevlogen show results/baseline.run.h5\n  bevlogen show results/baseline.run.h5 --summary\n"
        "  bevlogen show results/baseline.run.h5 --person first");
    on_command(*app, chosen, [command, scenario, &context] {
        command->asks_scenario = scenario->count() > 0;
        command->run(context);
    });
}

}  // namespace bevlogen
