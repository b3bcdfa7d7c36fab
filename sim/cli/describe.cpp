// `bevlogen describe`: every parameter, outcome, cost line, lever, instrument, field and scope of a model, with unit, bounds, value and
// source.
#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "sim/cli/context.hpp"
#include "sim/cli/model_choice.hpp"
#include "sim/cli/terminal.hpp"
#include "sim/experiment/reference_scores.hpp"
#include "sim/record/results_reader.hpp"
#include "sim/scenario/lever_slots.hpp"

namespace bevlogen {
namespace {

// A table with a heading; cells are printed in columns, as Markdown, or as JSON.
struct Table {
    std::string name;
    std::vector<std::string> columns;
    std::vector<std::vector<std::string>> rows;
};

std::string bounds(double min, double max) { return fmt::format("[{}, {}]", min, max); }

Table parameters(const Model& model, const Scenario* scenario) {
    Table table{"parameters", {"path", "unit", "bounds", "value", "meaning", "source"}, {}};
    const auto& decls = model.vocabulary().parameters.decls();
    for (std::size_t p = 0; p < decls.size(); ++p) {
        std::string value, source;
        if (scenario) {
            const double x = scenario->parameters.values[p];
            value = decls[p].choices.empty() ? fmt::format("{}", x) : decls[p].choices[static_cast<std::size_t>(x)];
            source = scenario->parameters.origins[p].source;
        }
        std::string allowed =
            decls[p].choices.empty() ? bounds(decls[p].min, decls[p].max) : fmt::format("{}", fmt::join(decls[p].choices, ", "));
        table.rows.push_back({decls[p].path, decls[p].unit, std::move(allowed), std::move(value), decls[p].meaning.en, std::move(source)});
    }
    return table;
}

Table outcomes(const Model& model) {
    Table table{"outcomes", {"name", "label", "label_nl", "unit", "better", "recorded", "description"}, {}};
    for (const OutcomeDecl& o : model.outcomes()) {
        table.rows.push_back({o.name, o.label.en, o.label.nl, o.unit, std::string(word_of(o.good)),
                              o.weekly ? "weekly and at clearings" : "at clearings", o.description});
    }
    return table;
}

Table payers(const Model& model) {
    Table table{"payers", {"name", "label", "label_nl"}, {}};
    for (const PayerDecl& payer : model.vocabulary().payers) table.rows.push_back({payer.name, payer.label.en, payer.label.nl});
    return table;
}

Table cost_lines(const Model& model) {
    Table table{"costs", {"name", "label", "label_nl", "amount", "description"}, {}};
    std::vector<CostLineDecl> lines = model.cost_lines();
    if (!model.vocabulary().payers.empty()) lines.push_back(intervention_cost_line());
    for (const CostLineDecl& line : lines) {
        const std::string amount = line.outcome ? model.outcomes()[*line.outcome].name : "of the scenario alone";
        table.rows.push_back({line.name, line.label.en, line.label.nl, amount, line.description});
    }
    return table;
}

Table instruments(const Model& model) {
    Table table{"instruments", {"name", "label", "label_nl", "scale", "unit", "source", "description"}, {}};
    for (const InstrumentDecl& i : model.instruments()) {
        table.rows.push_back({i.name, i.label.en, i.label.nl, bounds(static_cast<double>(i.low), static_cast<double>(i.high)), i.unit,
                              i.source, i.description});
    }
    return table;
}

// "whole number", "word by phases"
std::string kind(const LeverKey& key, const Vocabulary& vocabulary) {
    const char* one = key.kind == LeverKeyKind::number         ? "number"
                      : key.kind == LeverKeyKind::whole_number ? "whole number"
                      : key.kind == LeverKeyKind::flag         ? "flag"
                                                               : "word";
    return key.axis ? fmt::format("{} by {}", one, vocabulary.scope_axes[*key.axis].key) : one;
}

std::string allowed(const LeverKey& key) {
    if (key.kind == LeverKeyKind::flag) return "true, false";
    if (key.kind == LeverKeyKind::word) return fmt::format("{}", fmt::join(key.words, ", "));
    return bounds(key.min, key.max);
}

std::string fallback(const LeverKey& key, const char* without) {
    if (!is_set(key.fallback)) return without;
    if (key.kind == LeverKeyKind::flag) return key.fallback != 0.0 ? "true" : "false";
    if (key.kind == LeverKeyKind::word) return key.words[static_cast<std::size_t>(key.fallback)];
    return fmt::format("{}", key.fallback);
}

Table levers(const Model& model) {
    Table table{"levers", {"lever", "key", "kind", "unit", "bounds", "default", "meaning", "meaning_nl"}, {}};
    for (const LeverDecl& lever : model.vocabulary().levers) {
        for (const LeverKey& key : lever.keys) {
            table.rows.push_back({lever.name, key.name, kind(key, model.vocabulary()), key.unit.empty() ? "1" : key.unit, allowed(key),
                                  fallback(key, "not set"), key.meaning.en, key.meaning.nl});
        }
    }
    return table;
}

Table rows(const Model& model) {
    Table table{"rows", {"table", "key", "kind", "unit", "bounds", "default", "meaning", "meaning_nl"}, {}};
    for (const RowsDecl& decl : model.vocabulary().rows) {
        table.rows.push_back({decl.path, "name", "text", "1", "no two the same", "required", decl.label.en, decl.label.nl});
        for (const LeverKey& key : decl.keys) {
            table.rows.push_back({decl.path, key.name, kind(key, model.vocabulary()), key.unit.empty() ? "1" : key.unit, allowed(key),
                                  fallback(key, "required"), key.meaning.en, key.meaning.nl});
        }
    }
    return table;
}

Table scopes(const Model& model) {
    Table table{"scopes", {"word", "value", "label", "label_nl"}, {}};
    for (const ScopeAxis& axis : model.vocabulary().scope_axes) {
        for (std::size_t v = 0; v < axis.values.size(); ++v)
            table.rows.push_back({axis.key, axis.values[v], axis.labels[v].en, axis.labels[v].nl});
    }
    for (const PredicateDecl& p : model.vocabulary().predicates) table.rows.push_back({"where", p.name, p.label.en, p.label.nl});
    return table;
}

Table groups(const Model& model) {
    Table table{"groups", {"dimension", "name", "label", "label_nl"}, {}};
    const auto add = [&](const char* dimension, const Grouping& grouping) {
        for (std::size_t g = 0; g < grouping.size(); ++g)
            table.rows.push_back({dimension, grouping.names[g], grouping.labels[g].en, grouping.labels[g].nl});
    };
    add("phase", model.phases());
    add("stratum", model.strata());
    return table;
}

Table fields(const Model& model) {
    Table table{"fields", {"of", "name", "unit", "label", "label_nl"}, {}};
    for (const FieldDecl& f : model.fields().person.decls()) table.rows.push_back({"person", f.name, f.unit, f.label.en, f.label.nl});
    for (const FieldDecl& f : model.fields().team.decls()) table.rows.push_back({"team", f.name, f.unit, f.label.en, f.label.nl});
    return table;
}

// Few models have rows of their world, or costs.
bool is_for_every_model(const Table& table) { return table.name != "rows" && table.name != "costs" && table.name != "payers"; }

// The rows in which a cell contains the word; all for an empty word.
Table filtered(Table table, const std::string& word) {
    std::erase_if(table.rows, [&](const std::vector<std::string>& row) {
        return std::none_of(row.begin(), row.end(), [&](const std::string& cell) { return cell.find(word) != std::string::npos; });
    });
    return table;
}

std::string as_markdown(const Table& table) {
    std::string text = fmt::format("### {}\n\n| {} |\n|{}\n", table.name, fmt::join(table.columns, " | "), std::string());
    text.pop_back();
    for (std::size_t c = 0; c < table.columns.size(); ++c) text += " --- |";
    text += "\n";
    for (const auto& row : table.rows) text += fmt::format("| {} |\n", fmt::join(row, " | "));
    return text + "\n";
}

std::string as_text(const Table& table) {
    std::string text = bold(table.name) + "\n";
    for (const auto& row : table.rows) {
        std::string line = fmt::format("  {:<44}", row[0] + (table.columns[0] == "path" || table.columns[0] == "name" ? "" : " " + row[1]));
        for (std::size_t c = table.columns[0] == "path" || table.columns[0] == "name" ? 1 : 2; c < row.size(); ++c) {
            if (table.columns[c].ends_with("_nl") || row[c].empty()) continue;
            const bool is_default = table.columns[c] == "default" && row[c] != "required" && row[c] != "not set";
            line += (is_default ? "  default " : "  ") + row[c];
        }
        text += line + "\n";
    }
    return text;
}

nlohmann::ordered_json as_json(const Table& table) {
    nlohmann::ordered_json rows = nlohmann::ordered_json::array();
    for (const auto& row : table.rows) {
        nlohmann::ordered_json entry;
        for (std::size_t c = 0; c < row.size(); ++c) entry[table.columns[c]] = row[c];
        rows.push_back(std::move(entry));
    }
    return rows;
}

struct DescribeCommand {
    std::string model = "workforce";
    std::string scenario;
    std::string filter;
    std::string references;
    bool json = false;
    bool markdown = false;

    void run(const Context& context) const {
        if (!references.empty()) return print_references(context);
        const Model& chosen = chosen_model(context, model);
        const std::optional<Scenario> read =
            scenario.empty() ? baseline_of(context, model) : read_scenario(scenario, context.vocabularies(), {}, context.library);
        if (read && read->model != model)
            throw InputError({scenario, 0, 0}, "is a scenario of the model \"" + read->model + "\", not of \"" + model + "\"");
        const std::vector<Table> tables = {parameters(chosen, read ? &*read : nullptr),
                                           outcomes(chosen),
                                           cost_lines(chosen),
                                           payers(chosen),
                                           instruments(chosen),
                                           levers(chosen),
                                           rows(chosen),
                                           scopes(chosen),
                                           groups(chosen),
                                           fields(chosen)};
        nlohmann::ordered_json answer = {{"model", model}, {"title", chosen.vocabulary().title.en}};
        std::string text;
        std::size_t found = 0;
        for (const Table& all : tables) {
            const Table table = filtered(all, filter);
            found += table.rows.size();
            if (table.rows.empty() && (!filter.empty() || !is_for_every_model(table))) continue;
            if (json) {
                answer[table.name] = as_json(table);
            } else {
                text += markdown ? as_markdown(table) : as_text(table);
            }
        }
        if (found == 0) throw InputError({"describe", 0, 0}, "nothing contains \"" + filter + "\"; without a word everything is listed");
        fmt::print("{}", json ? answer.dump(1) + "\n" : text);
    }

  private:
    // As lines of a scenario's [parameters]; what they say should become the values in the parameter files.
    void print_references(const Context& context) const {
        const ResultsSummary summary = summarise_results(references);
        const Scenario used =
            read_scenario_text(summary.resolved_scenarios.front(), references, context.vocabularies(), {}, context.library);
        fmt::print("# measured in {}, scenario {}\n[parameters]\n", references, summary.scenarios.front());
        for (const ReferenceScore& score : measure_references(references, context.model_of(used), used)) {
            fmt::print("\"{0}.mean\" = {1:.3f}\n\"{0}.sd\" = {2:.3f}\n", score.path, score.mean, score.sd);
        }
    }
};

}  // namespace

void add_describe(CLI::App& program, const Context& context, Action& chosen) {
    auto command = std::make_shared<DescribeCommand>();
    CLI::App* app = program.add_subcommand(
        "describe", "List parameters, outcomes, costs, levers, scopes, instruments and fields with units and sources");
    app->add_option("word", command->filter, "Only lines that contain it");
    app->add_option("--model", command->model, "Model to describe")->capture_default_str();
    app->add_option("--scenario", command->scenario, "Scenario whose values are shown (default: the model's baseline)");
    app->add_option("--references", command->references,
                    "Print what the reference scores should be, measured in this results file of a baseline");
    app->add_flag("--markdown", command->markdown, "As Markdown tables, as in the documentation");
    app->add_flag("--json", command->json, "Print the answer as JSON");
    app->footer("Example:\n  bevlogen describe workload");
    on_command(*app, chosen, [command, &context] { command->run(context); });
}

}  // namespace bevlogen
