// Scope, schedule and levers as a reader would say them.
#include "sim/report/intervention_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <span>

#include "sim/report/wording.hpp"
#include "sim/scenario/lever_slots.hpp"

namespace bevlogen {
namespace {

Label one_value(const LeverKey& key, double value) {
    if (key.kind == LeverKeyKind::flag) return value != 0.0 ? Label{"yes", "ja"} : Label{"no", "nee"};
    if (key.kind == LeverKeyKind::word) return both(key.words[static_cast<std::size_t>(value)]);
    return worded_setting(value);
}

Label value_words(const LeverKey& key, std::span<const double> values, std::span<const ScopeAxis> axes) {
    if (!key.axis || std::all_of(values.begin(), values.end(), [&](double v) { return v == values.front(); }))
        return one_value(key, values.front());
    Label text;
    for (std::size_t v = 0; v < values.size(); ++v) {
        if (is_set(values[v]))
            text = text + both(text.en.empty() ? "" : "; ") + axes[*key.axis].labels[v] + both(" ") + one_value(key, values[v]);
    }
    return text;
}

void add_settings(const LeverSetting& setting, const std::string& before, const Vocabulary& vocabulary, std::vector<SettingWords>& words) {
    const LeverDecl& lever = vocabulary.levers[setting.lever];
    for (std::size_t k = 0; k < lever.keys.size(); ++k) {
        const LeverKey& key = lever.keys[k];
        const auto values =
            std::span(setting.values).subspan(lever_slot(vocabulary.scope_axes, lever, k), key_slots(vocabulary.scope_axes, key));
        if (std::none_of(values.begin(), values.end(), is_set)) continue;
        const bool is_usual = std::all_of(values.begin(), values.end(), [&](double v) { return v == key.fallback; });
        std::string path = before;
        path += lever.name;
        words.push_back(
            {path + "." + key.name, key.meaning, value_words(key, values, vocabulary.scope_axes), worded_unit(key.unit), is_usual});
    }
}

void add_costs(const FixedCosts& costs, std::vector<SettingWords>& words) {
    const auto add = [&](const char* path, double value, Label label) {
        if (value != 0.0) words.push_back({path, std::move(label), worded_setting(value), both("EUR"), false});
    };
    add("costs.one_off_euro", costs.one_off_euro, {"costs once, at the start", "eenmalige kosten, bij het begin"});
    add("costs.euro_per_year", costs.euro_per_year, {"costs per year", "kosten per jaar"});
    add("costs.euro_per_person_year", costs.euro_per_person_year,
        {"costs per person reached and year", "kosten per bereikte persoon en jaar"});
}

Label percent(double share) {
    const double in_percent = 100.0 * share;
    return worded(in_percent, in_percent == static_cast<int>(in_percent) ? 0 : 1) + both("%");
}

}  // namespace

std::vector<SettingWords> settings_of(const Intervention& intervention, const Vocabulary& vocabulary) {
    std::vector<SettingWords> words;
    for (const LeverSetting& setting : intervention.levers) add_settings(setting, "", vocabulary, words);
    for (const InterventionChange& change : intervention.changes) {
        for (const LeverSetting& setting : change.levers)
            add_settings(setting, fmt::format("from week {}: ", change.at.value), vocabulary, words);
    }
    add_costs(intervention.catalogue.costs, words);
    return words;
}

Label level_words(const std::string& level) {
    if (level == "individual") return {"individual", "individueel"};
    if (level == "organisational") return {"organisational", "organisatie"};
    if (level == "national") return {"national", "landelijk"};
    return both(level);
}

// A week that is counted from 0, from the start on: "after one year".
Label after(Week week) {
    if (week.value % kWeeksPerYear != 0) {
        return {fmt::format("after {} weeks", week.value), fmt::format("na {} weken", week.value)};
    }
    const int years = week.value / kWeeksPerYear;
    if (years == 1) return {"after one year", "na één jaar"};
    return {fmt::format("after {} years", years), fmt::format("na {} jaar", years)};
}

Label when_words(const Intervention& intervention) {
    const Schedule& schedule = intervention.schedule;
    Label text = schedule.start.value <= 0 ? Label{"from the start", "vanaf het begin"} : after(schedule.start);
    text = text + (schedule.end ? Label{"; it ends ", "; het eindigt "} + after(*schedule.end) : Label{", without end", ", zonder einde"});
    if (schedule.ramp.value > 0) {
        text = text + Label{fmt::format("; at full strength after {} weeks", schedule.ramp.value),
                            fmt::format("; na {} weken op volle sterkte", schedule.ramp.value)};
    }
    if (!intervention.is_mandated)
        text = text + Label{"; each hospital adopts it in its own time", "; elk ziekenhuis voert het in zijn eigen tijd in"};
    return text;
}

Label whom_words(const Intervention& intervention, const Vocabulary& vocabulary) {
    const Scope& scope = intervention.scope;
    Label text;
    for (std::size_t a = 0; a < vocabulary.scope_axes.size() && a < scope.axes.size(); ++a) {
        const ScopeAxis& axis = vocabulary.scope_axes[a];
        std::vector<Label> in;
        for (std::size_t v = 0; v < axis.values.size(); ++v) {
            if (scope.axes[a] >> v & 1u) in.push_back(axis.labels[v]);
        }
        if (in.size() == axis.values.size()) continue;
        text = text + both(text.en.empty() ? "" : "; ") + axis.label + both(": ") + listed(in);
    }
    if (scope.where)
        text = text + both(text.en.empty() ? "" : "; ") + Label{"only ", "alleen "} + vocabulary.predicates[*scope.where].label;
    if (text.en.empty()) text = {"everybody", "iedereen"};
    if (scope.team_share < 1.0) text = text + Label{"; in ", "; in "} + percent(scope.team_share) + Label{" of the teams", " van de teams"};
    if (scope.coverage < 1.0)
        text =
            text + Label{"; offered to ", "; aangeboden aan "} + percent(scope.coverage) + Label{" of these persons", " van deze personen"};
    if (intervention.uptake < 1.0) text = text + both("; ") + percent(intervention.uptake) + Label{" take part", " doen mee"};
    if (scope.arm) text = text + Label{fmt::format("; arm {} of a trial", *scope.arm), fmt::format("; arm {} van een trial", *scope.arm)};
    return text;
}

}  // namespace bevlogen
