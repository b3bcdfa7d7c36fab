// Knows scenarios, comparisons, catalogue entries, parameter files, draws, sweeps, trials and calibrations by their keys.
#include "sim/scenario/file_kind.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <string_view>

namespace bevlogen {
namespace {

constexpr std::array<std::string_view, 3> kOfComparison = {"base", "alternatives", "interventions"};
constexpr std::array<std::string_view, 1> kOfDraws = {"draw"};
constexpr std::array<std::string_view, 4> kOfTrial = {"recruit", "waves", "analysis", "arm"};
constexpr std::array<std::string_view, 3> kOfCalibration = {"free", "target", "search"};
constexpr std::array<std::string_view, 3> kOfSweep = {"axis", "design", "scenario"};
constexpr std::array<std::string_view, 9> kOfScenario = {"model", "extends", "world",      "parameter_files", "parameters",
                                                         "time",  "run",     "population", "intervention"};
constexpr std::array<std::string_view, 15> kOfIntervention = {"level",   "source", "decides", "pays",  "must_agree",
                                                              "costs",   "knobs",  "numbers", "scope", "uptake",
                                                              "mandate", "start",  "ramp",    "end",   "change"};

bool is_array_of_tables(const TomlValue& value) {
    return value.is(TomlKind::array) && !value.items.empty() && value.items.front().is(TomlKind::table);
}

// An entry with value and unit, or named rows.
bool holds_parameter_entry(const TomlValue& table) {
    if (table.find("value") && (table.find("unit") || table.find("source"))) return true;
    return std::any_of(table.entries.begin(), table.entries.end(), [](const TomlEntry& entry) {
        return is_array_of_tables(entry.value) || (entry.value.is(TomlKind::table) && holds_parameter_entry(entry.value));
    });
}

const TomlEntry* first_of(const TomlValue& tree, std::span<const std::string_view> keys) {
    const auto it = std::find_if(tree.entries.begin(), tree.entries.end(),
                                 [&](const TomlEntry& entry) { return std::find(keys.begin(), keys.end(), entry.key) != keys.end(); });
    return it == tree.entries.end() ? nullptr : &*it;
}

const TomlEntry* first_parameter(const TomlValue& tree) {
    const auto it = std::find_if(tree.entries.begin(), tree.entries.end(), [](const TomlEntry& entry) {
        return entry.value.is(TomlKind::table) && holds_parameter_entry(entry.value);
    });
    return it == tree.entries.end() ? nullptr : &*it;
}

// What only a scenario says in this way, whatever else was put into it by mistake.
bool names_model_or_base(const TomlValue& tree) {
    const auto is_text = [&](std::string_view key) {
        const TomlValue* value = tree.find(key);
        return value && value->is(TomlKind::text);
    };
    return is_text("model") || is_text("extends");
}

std::string_view in_words(FileKind kind) {
    switch (kind) {
        case FileKind::scenario: return "a scenario";
        case FileKind::comparison: return "a comparison";
        case FileKind::intervention: return "a catalogue entry";
        case FileKind::parameters: return "a parameter or world file";
        case FileKind::draws: return "a file of parameter draws";
        case FileKind::sweep: return "a plan of a sweep";
        case FileKind::trial: return "a trial";
        case FileKind::calibration: return "a calibration";
    }
    return "another file";
}

std::string_view its_use(FileKind kind) {
    switch (kind) {
        case FileKind::scenario: return "run it";
        case FileKind::comparison: return "use \"bevlogen compare\"";
        case FileKind::intervention: return "name it with \"use\" in an [[intervention]] of a scenario";
        case FileKind::parameters: return "name it under parameter_files or world";
        case FileKind::draws: return "name it after --parameters";
        case FileKind::sweep: return "use \"bevlogen sweep\"";
        case FileKind::trial: return "use \"bevlogen trial\"";
        case FileKind::calibration: return "use \"bevlogen calibrate\"";
    }
    return "";
}

}  // namespace

KnownKind kind_of_tree(const TomlValue& tree) {
    const bool is_complete_comparison = tree.find("base") && (tree.find("alternatives") || tree.find("interventions"));
    if (is_complete_comparison || !names_model_or_base(tree)) {
        if (const TomlEntry* key = first_of(tree, kOfComparison)) return {FileKind::comparison, key->place};
        const bool is_plan_with_draws = tree.find("axis") || tree.find("design");
        if (const TomlEntry* key = first_of(tree, kOfDraws); key && !is_plan_with_draws) return {FileKind::draws, key->place};
        if (const TomlEntry* key = first_of(tree, kOfTrial)) return {FileKind::trial, key->place};
        if (const TomlEntry* key = first_of(tree, kOfCalibration)) return {FileKind::calibration, key->place};
        if (const TomlEntry* key = first_of(tree, kOfSweep)) return {FileKind::sweep, key->place};
        if (const TomlEntry* key = first_parameter(tree)) return {FileKind::parameters, key->place};
    }
    if (const TomlEntry* key = first_of(tree, kOfScenario)) return {FileKind::scenario, key->place};
    if (const TomlEntry* key = first_of(tree, kOfIntervention)) return {FileKind::intervention, key->place};
    return {FileKind::scenario, {tree.place.file, 0, 0}};
}

bool expect_scenario(const TomlValue& tree, const Place* named_at, Diagnostics& diagnostics) {
    const auto [kind, telling] = kind_of_tree(tree);
    if (kind == FileKind::scenario) return true;
    if (named_at) {
        diagnostics.error(*named_at, "\"" + telling.file + "\" is " + std::string(in_words(kind)) + ", not a scenario");
    } else {
        diagnostics.error(telling, "this is " + std::string(in_words(kind)) + ": " + std::string(its_use(kind)));
    }
    return false;
}

bool expect_intervention(const TomlValue& tree, const Place& named_at, Diagnostics& diagnostics) {
    const auto [kind, telling] = kind_of_tree(tree);
    if (kind == FileKind::intervention || telling.line == 0) return true;
    diagnostics.error(named_at, "\"" + telling.file + "\" is " + std::string(in_words(kind)) + ", not a catalogue entry");
    return false;
}

bool expect_trial(const TomlValue& tree, Diagnostics& diagnostics) {
    const auto [kind, telling] = kind_of_tree(tree);
    if (kind == FileKind::trial || telling.line == 0) return true;
    diagnostics.error(
        telling, "this is " + std::string(in_words(kind)) + ", not a trial: name a scenario, [recruit], two [[arm]] and an [[analysis]]");
    return false;
}

bool expect_calibration(const TomlValue& tree, Diagnostics& diagnostics) {
    const auto [kind, telling] = kind_of_tree(tree);
    if (kind == FileKind::calibration || telling.line == 0) return true;
    diagnostics.error(telling, "this is " + std::string(in_words(kind)) +
                                   ", not a calibration: name a scenario, a [[free]] parameter, a [[condition]] and a [[target]]");
    return false;
}

bool expect_sweep(const TomlValue& tree, Diagnostics& diagnostics) {
    const auto [kind, telling] = kind_of_tree(tree);
    if (kind == FileKind::sweep || telling.line == 0) return true;
    diagnostics.error(telling,
                      "this is " + std::string(in_words(kind)) + ", not a plan of a sweep: name a scenario, a [design] and an [[axis]]");
    return false;
}

bool expect_comparison(const TomlValue& tree, Diagnostics& diagnostics) {
    const auto [kind, telling] = kind_of_tree(tree);
    if (kind == FileKind::comparison || telling.line == 0) return true;
    diagnostics.error(telling, "this is " + std::string(in_words(kind)) + ", not a comparison: name a base and at least one alternative");
    return false;
}

}  // namespace bevlogen
