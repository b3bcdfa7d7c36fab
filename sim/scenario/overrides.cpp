// Parses overrides and finds what each of them reaches.
#include "sim/scenario/overrides.hpp"

#include <algorithm>

#include "sim/core/nearest_name.hpp"
#include "sim/scenario/path_suggestion.hpp"
#include "sim/scenario/scenario_paths.hpp"
#include "sim/scenario/toml_parser.hpp"
#include "sim/scenario/toml_text.hpp"

namespace bevlogen {
namespace {

std::string trimmed(std::string_view text) {
    constexpr std::string_view kBlank = " \t\r\n";
    const std::size_t first = text.find_first_not_of(kBlank);
    if (first == std::string_view::npos) return {};
    return std::string(text.substr(first, text.find_last_not_of(kBlank) - first + 1));
}

// { time = { years = 3 } } for "time.years".
TomlValue nested(std::string_view path, TomlValue value) {
    const std::size_t dot = path.find('.');
    TomlValue table = empty_table(value.place);
    const Place place = value.place;
    if (dot == std::string_view::npos) {
        table.put({std::string(path), place, std::move(value)});
    } else {
        table.put({std::string(path.substr(0, dot)), place, nested(path.substr(dot + 1), std::move(value))});
    }
    return table;
}

std::optional<TomlValue> value_of(const Override& override, const Place& place, Diagnostics& diagnostics) {
    const std::string text = trimmed(override.value);
    if (auto value = parse_toml_value(text, place)) return value;
    if (text.starts_with('[') || text.starts_with('{') || text.starts_with('"') || text.starts_with('\'')) {
        diagnostics.error(place, "the value is not valid TOML");
        return std::nullopt;
    }
    auto word = parse_toml_value(toml_string(text), place);  // refuses what is no UTF-8
    if (!word) diagnostics.error(place, "the value is not valid text");
    return word;
}

bool has_path(const std::vector<KeyPath>& paths, std::string_view path) {
    return std::any_of(paths.begin(), paths.end(), [&](const KeyPath& known) { return known.path == path; });
}

class OverridePlacer {
  public:
    OverridePlacer(const Vocabulary* vocabulary, std::span<const std::string> interventions)
        : vocabulary_(vocabulary),
          interventions_(interventions),
          fixed_(fixed_paths()),
          of_intervention_(vocabulary ? intervention_paths(*vocabulary) : std::vector<KeyPath>{}) {}

    // Without its tree, which follows from the value.
    std::optional<PlacedOverride> find(const std::string& path) const {
        if (has_path(fixed_, path)) return placed(PlacedOverride::Target::fixed, path);
        if (!vocabulary_) return std::nullopt;
        if (vocabulary_->parameters.find(path)) return placed(PlacedOverride::Target::parameter, path);
        for (const std::string& name : interventions_) {
            const std::string start = "intervention." + name + ".";
            if (!path.starts_with(start)) continue;
            std::string rest = path.substr(start.size());
            const bool is_moment = rest == "start" || rest == "end" || rest == "ramp";
            if (is_moment || has_path(of_intervention_, rest)) {
                return placed(PlacedOverride::Target::intervention, std::move(rest), name);
            }
        }
        return std::nullopt;
    }

    // Whether the path is of an intervention that the scenario does not have.
    bool is_of_absent(const std::string& path) const {
        const auto name = intervention_named_in(path);
        return name && std::find(interventions_.begin(), interventions_.end(), *name) == interventions_.end();
    }

    std::string unknown(const std::string& path) const {
        std::vector<std::string> valid;
        const std::vector<KeyPath> all = vocabulary_ ? scenario_paths(*vocabulary_, interventions_) : fixed_;
        for (const KeyPath& known : all) valid.push_back(known.path);
        return "unknown path \"" + path + "\"" + path_suggestion(path, valid);
    }

  private:
    static PlacedOverride placed(PlacedOverride::Target target, std::string path, std::string intervention = {}) {
        PlacedOverride found;
        found.target = target;
        found.intervention = std::move(intervention);
        found.path = std::move(path);
        return found;
    }

    const Vocabulary* vocabulary_;
    std::span<const std::string> interventions_;
    std::vector<KeyPath> fixed_;
    std::vector<KeyPath> of_intervention_;
};

}  // namespace

Override parse_override(const std::string& text) {
    const std::size_t equals = text.find('=');
    if (equals == std::string::npos) throw InputError({"--set " + text, 0, 0}, "an override is written path=value");
    Override override{trimmed(std::string_view(text).substr(0, equals)), text.substr(equals + 1)};
    if (override.path.empty()) throw InputError({"--set " + text, 0, 0}, "the path before the equals sign is empty");
    return override;
}

std::vector<PlacedOverride> place_overrides(std::span<const Override> overrides, const Vocabulary* vocabulary,
                                            std::span<const std::string> interventions, AbsentIntervention absent,
                                            Diagnostics& diagnostics) {
    std::vector<PlacedOverride> placed;
    const OverridePlacer placer(vocabulary, interventions);
    for (std::size_t i = 0; i < overrides.size(); ++i) {
        const Override& override = overrides[i];
        const Place place = place_of(override);
        auto value = value_of(override, place, diagnostics);
        auto found = placer.find(override.path);
        const bool is_passed_over = absent == AbsentIntervention::is_passed_over && placer.is_of_absent(override.path);
        if (!found && vocabulary && !is_passed_over) diagnostics.error(place, placer.unknown(override.path));
        if (!value || !found) continue;
        const bool is_parameter = found->target == PlacedOverride::Target::parameter;
        found->tree = is_parameter ? std::move(*value) : nested(found->path, std::move(*value));
        found->index = i;
        placed.push_back(std::move(*found));
    }
    return placed;
}

Place place_of(const Override& override) { return {"--set " + override.path + "=" + override.value, 0, 0}; }

std::optional<std::string> intervention_named_in(std::string_view path) {
    constexpr std::string_view kStart = "intervention.";
    if (!path.starts_with(kStart)) return std::nullopt;
    path.remove_prefix(kStart.size());
    const std::size_t dot = path.find('.');
    if (dot == 0 || dot == std::string_view::npos) return std::nullopt;
    return std::string(path.substr(0, dot));
}

void check_overrides_taken(std::span<const Override> overrides, std::span<const SharedScenario> scenarios, Diagnostics& diagnostics) {
    std::vector<std::string> names;
    for (const SharedScenario& shared : scenarios) {
        for (const Intervention& intervention : shared.scenario.interventions) {
            if (std::find(names.begin(), names.end(), intervention.name) == names.end()) names.push_back(intervention.name);
        }
    }
    for (std::size_t i = 0; i < overrides.size(); ++i) {
        if (std::any_of(scenarios.begin(), scenarios.end(), [&](const SharedScenario& shared) { return shared.takes[i]; })) continue;
        const std::string name = intervention_named_in(overrides[i].path).value_or(overrides[i].path);
        diagnostics.error(place_of(overrides[i]), "no scenario has an intervention \"" + name + "\"" + suggestion(name, names));
    }
}

}  // namespace bevlogen
