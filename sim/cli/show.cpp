// `bevlogen show`: what a results file holds.
#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "sim/cli/context.hpp"
#include "sim/cli/pattern_table.hpp"
#include "sim/cli/terminal.hpp"
#include "sim/record/results_reader.hpp"

namespace bevlogen {
namespace {

struct ShowCommand {
    std::string file;
    bool json = false;
    bool scenario = false;
    bool all = false;
    bool patterns = false;

    void run(const Context& context) const {
        if (patterns) return print_patterns(context);
        const ResultsSummary summary = summarise_results(file);
        if (scenario) {
            for (const std::string& text : summary.resolved_scenarios) fmt::print("{}\n", text);
        } else if (json) {
            print_json(summary);
        } else {
            print(summary);
        }
    }

  private:
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
        answer["scenarios"] = summary.scenarios;
        fmt::print("{}\n", answer.dump(1));
    }

    void print(const ResultsSummary& summary) const {
        fmt::print("{}\n", bold(file));
        for (const auto& attribute : summary.attributes) fmt::print("  {:<18} {}\n", attribute.name, attribute.value);
        fmt::print("{}\n", bold("scenarios"));
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

void add_show(CLI::App& program, const Context& context, int&) {
    auto command = std::make_shared<ShowCommand>();
    CLI::App* app = program.add_subcommand("show", "Print what a results file holds");
    app->add_option("file", command->file, "Results file")->required();
    app->add_flag("--scenario", command->scenario, "Print the resolved scenario, itself a valid scenario file");
    app->add_flag("--all", command->all, "Every variable");
    app->add_flag("--summary", command->patterns, "Print what the model is held to, and whether the (first) scenario meets it");
    app->add_flag("--json", command->json, "Print the answer as JSON");
    app->footer("Examples:\n  bevlogen show results/less-administration.h5\n  bevlogen show results/baseline.run.h5 --summary");
    app->callback([command, &context] { command->run(context); });
}

}  // namespace bevlogen
