// Prints scenarios and interventions as TOML.
#include "sim/scenario/resolved_text.hpp"

#include <algorithm>
#include <span>

#include "sim/scenario/keys.hpp"
#include "sim/scenario/lever_slots.hpp"
#include "sim/scenario/number_origins.hpp"
#include "sim/scenario/scope_reader.hpp"
#include "sim/scenario/toml_text.hpp"

namespace bevlogen {
namespace {

std::string line(std::string_view key, const std::string& value) { return toml_key(key) + " = " + value + "\n"; }

std::string label_text(const Label& label) { return "{ en = " + toml_string(label.en) + ", nl = " + toml_string(label.nl) + " }"; }

// One string where it stands for both languages.
std::string short_label_text(const Label& label) { return label.en == label.nl ? toml_string(label.en) : label_text(label); }

std::string moment_text(std::string_view unit, Week week) { return "{ " + std::string(unit) + " = " + std::to_string(week.value) + " }"; }

std::string axis_text(std::uint32_t bits, std::uint32_t all, const ScopeAxis& axis) {
    if (bits == all) return toml_string(kEverybody);
    std::vector<std::string> words;
    for (std::size_t i = 0; i < axis.values.size(); ++i) {
        if (bits >> i & 1u) words.push_back(axis.values[i]);
    }
    return toml_strings(words);
}

std::string scope_text(const Scope& scope, const Vocabulary& vocabulary) {
    const Scope everybody = scope_of_everybody(vocabulary);
    std::string text = "{ ";
    for (std::size_t i = 0; i < vocabulary.scope_axes.size(); ++i) {
        const ScopeAxis& axis = vocabulary.scope_axes[i];
        text += toml_key(axis.key) + " = " + axis_text(scope.axes[i], everybody.axes[i], axis) + ", ";
    }
    text += "team_share = " + toml_number(scope.team_share) + ", coverage = " + toml_number(scope.coverage);
    if (scope.arm) text += ", arm = " + std::to_string(*scope.arm);
    if (scope.where) text += ", where = " + toml_string(vocabulary.predicates[*scope.where].name);
    return text + " }";
}

std::string lever_value_text(const LeverKey& key, double value) {
    switch (key.kind) {
        case LeverKeyKind::whole_number: return std::to_string(static_cast<std::int64_t>(value));
        case LeverKeyKind::flag: return value != 0.0 ? "true" : "false";
        case LeverKeyKind::word: return toml_string(key.words[static_cast<std::size_t>(value)]);
        case LeverKeyKind::number: break;
    }
    return toml_number(value);
}

// One value, or where they differ a table by the names of the axis; empty where none is set.
std::string lever_values_text(const LeverKey& key, std::span<const double> values, std::span<const ScopeAxis> axes) {
    if (std::all_of(values.begin(), values.end(), [&](double value) { return value == values[0]; })) {
        return is_set(values[0]) ? lever_value_text(key, values[0]) : std::string();
    }
    std::string text;
    for (std::size_t v = 0; v < values.size(); ++v) {
        if (!is_set(values[v])) continue;
        text += (text.empty() ? "{ " : ", ") + toml_key(axes[*key.axis].values[v]) + " = " + lever_value_text(key, values[v]);
    }
    return text + " }";
}

// Each key of each lever that is set.
std::string levers_text(std::span<const LeverSetting> levers, const Vocabulary& vocabulary) {
    std::string text;
    for (const LeverSetting& setting : levers) {
        const LeverDecl& lever = vocabulary.levers[setting.lever];
        std::span<const double> rest = setting.values;
        std::string keys;
        for (const LeverKey& key : lever.keys) {
            const std::size_t count = key_slots(vocabulary.scope_axes, key);
            const std::string value = lever_values_text(key, rest.first(count), vocabulary.scope_axes);
            rest = rest.subspan(count);
            if (!value.empty()) keys += (keys.empty() ? " " : ", ") + toml_key(key.name) + " = " + value;
        }
        text += line(lever.name, "{" + keys + " }");
    }
    return text;
}

std::string rows_text(const RowsDecl& decl, std::span<const NamedRow> rows) {
    std::string text;
    for (const NamedRow& row : rows) {
        text += "\n[[" + decl.path + "]]\n" + line("name", toml_string(row.name));
        for (std::size_t k = 0; k < decl.keys.size(); ++k) text += line(decl.keys[k].name, lever_value_text(decl.keys[k], row.values[k]));
    }
    return text;
}

std::string costs_text(const FixedCosts& costs, const Vocabulary& vocabulary) {
    std::string text = "{ one_off_euro = " + toml_number(costs.one_off_euro) + ", euro_per_year = " + toml_number(costs.euro_per_year) +
                       ", euro_per_person_year = " + toml_number(costs.euro_per_person_year);
    if (!vocabulary.payers.empty()) text += ", payer = " + toml_string(vocabulary.payers[costs.payer].name);
    return text + " }";
}

std::string knobs_text(std::span<const Knob> knobs) {
    std::string text = "[\n";
    for (const Knob& knob : knobs) {
        text += "    { path = " + toml_string(knob.path) + ", min = " + toml_number(knob.min) + ", max = " + toml_number(knob.max) +
                ", step = " + toml_number(knob.step) + ", label = " + label_text(knob.label) + " },\n";
    }
    return text + "]";
}

std::string numbers_text(std::span<const NumberOrigin> numbers) {
    std::string text = "[\n";
    for (const NumberOrigin& number : numbers) {
        text += "    { path = " + toml_string(number.path) + ", from = " + toml_string(word_of(number.from));
        if (number.range) text += ", range = [" + toml_number(number.range->low) + ", " + toml_number(number.range->high) + "]";
        if (!number.note.empty()) text += ", note = " + toml_string(number.note);
        text += " },\n";
    }
    return text + "]";
}

}  // namespace

std::string parameter_text(const ParameterDecl& decl, double value) {
    switch (decl.kind) {
        case ParameterKind::whole_number: return std::to_string(static_cast<std::int64_t>(value));
        case ParameterKind::choice: return toml_string(decl.choices[static_cast<std::size_t>(value)]);
        case ParameterKind::number: break;
    }
    return toml_number(value);
}

std::string resolved_intervention(const Intervention& it, const Vocabulary& vocabulary) {
    std::string text = "[[intervention]]\n";
    text += line("name", toml_string(it.name));
    text += line("title", label_text(it.title));
    text += line("level", toml_string(it.level));
    text += line("source", toml_string(it.source));
    text += line("decides", toml_strings(it.catalogue.decides));
    text += line("pays", toml_strings(it.catalogue.pays));
    text += line("must_agree", toml_strings(it.catalogue.must_agree));
    text += line("costs", costs_text(it.catalogue.costs, vocabulary));
    if (!it.catalogue.knobs.empty()) text += line("knobs", knobs_text(it.catalogue.knobs));
    if (!it.catalogue.numbers.empty()) text += line("numbers", numbers_text(it.catalogue.numbers));
    text += line("scope", scope_text(it.scope, vocabulary));
    text += line("uptake", toml_number(it.uptake));
    text += line("mandate", it.is_mandated ? "true" : "false");
    text += line("start", moment_text("week", it.schedule.start));
    if (it.schedule.end) text += line("end", moment_text("week", *it.schedule.end));
    text += line("ramp", moment_text("weeks", it.schedule.ramp));
    text += levers_text(it.levers, vocabulary);
    for (const InterventionChange& change : it.changes) {
        text += "\n[[intervention.change]]\n" + line("at", moment_text("week", change.at)) + levers_text(change.levers, vocabulary);
    }
    return text;
}

std::string resolved_text(const Scenario& scenario, const Vocabulary& vocabulary) {
    std::string text = line("title", short_label_text(scenario.title)) + line("question", short_label_text(scenario.question)) +
                       line("model", toml_string(scenario.model));
    text += "\n[time]\n" + line("years", std::to_string(scenario.years)) + line("burn_in", std::to_string(scenario.burn_in));
    text += "\n[run]\n" + line("seed", std::to_string(scenario.seed)) + line("replicates", std::to_string(scenario.replicates)) +
            line("first_replicate", std::to_string(scenario.first_replicate));
    text += "\n[population]\n" + line("scale", toml_number(scenario.population_scale));
    text += "\n[parameters]\n";
    const std::vector<ParameterDecl>& decls = vocabulary.parameters.decls();
    for (std::size_t i = 0; i < decls.size(); ++i) {
        text += toml_string(decls[i].path) + " = " + parameter_text(decls[i], scenario.parameters.values[i]) + "\n";
    }
    for (std::size_t t = 0; t < vocabulary.rows.size(); ++t) text += rows_text(vocabulary.rows[t], scenario.rows[t]);
    for (const Intervention& intervention : scenario.interventions) text += "\n" + resolved_intervention(intervention, vocabulary);
    return text;
}

}  // namespace bevlogen
