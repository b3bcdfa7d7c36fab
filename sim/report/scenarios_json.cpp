// What each scenario does, in what it differs from the base, and what all of them assume.
#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "sim/report/intervention_words.hpp"
#include "sim/report/json.hpp"
#include "sim/report/source_kind.hpp"
#include "sim/report/wording.hpp"

namespace bevlogen {
namespace {

Label value_words(const ParameterDecl& decl, double value) {
    return decl.choices.empty() ? worded_setting(value) : both(decl.choices[static_cast<std::size_t>(value)]);
}

// A drawn parameter's least and largest value.
Label drawn_words(const ParameterDecl& decl, const std::pair<double, double>& range) {
    return value_words(decl, range.first) + Label{" to ", " tot "} + value_words(decl, range.second);
}

// "jdr" of "jdr.contagion".
std::string group_of(const std::string& path) { return path.substr(0, path.find('.')); }

}  // namespace

Json interventions_json(const Facts& facts) {
    Json all = Json::array();
    for (const Scenario& scenario : facts.experiment().scenarios) {
        Json interventions = Json::array();
        for (const Intervention& one : scenario.interventions) {
            Json settings = Json::array();
            for (const SettingWords& setting : settings_of(one, facts.model().vocabulary())) {
                settings.push_back({{"path", setting.path},
                                    {"label", text_json(setting.label)},
                                    {"value", text_json(setting.value)},
                                    {"unit", text_json(setting.unit)},
                                    {"is_usual", setting.is_usual}});
            }
            interventions.push_back({{"name", one.name},
                                     {"title", text_json(one.title)},
                                     {"level", text_json(level_words(one.level))},
                                     {"source", one.source},
                                     {"when", text_json(when_words(one))},
                                     {"whom", text_json(whom_words(one, facts.model().vocabulary()))},
                                     {"settings", std::move(settings)}});
        }
        all.push_back(std::move(interventions));
    }
    return all;
}

Json changes_json(const Facts& facts) {
    const std::vector<Scenario>& scenarios = facts.experiment().scenarios;
    const auto& decls = facts.model().vocabulary().parameters.decls();
    Json all = Json::array();
    for (const Scenario& scenario : scenarios) {
        Json changes = Json::array();
        for (std::size_t p = 0; p < decls.size(); ++p) {
            const double base = scenarios.front().parameters.values[p], value = scenario.parameters.values[p];
            if (base == value) continue;
            changes.push_back({{"path", decls[p].path},
                               {"label", text_json(decls[p].meaning)},
                               {"unit", text_json(worded_unit(decls[p].unit))},
                               {"base", text_json(value_words(decls[p], base))},
                               {"value", text_json(value_words(decls[p], value))},
                               {"source", scenario.parameters.origins[p].source}});
        }
        all.push_back(std::move(changes));
    }
    return all;
}

namespace {

// One text where both languages have the same: there are many hundreds.
Json brief_json(const Label& text) { return text.en == text.nl ? Json(text.en) : text_json(text); }

}  // namespace

Json assumptions_json(const Facts& facts) {
    const std::optional<ParameterDraws>& draws = facts.experiment().draws;
    const Scenario& base = facts.experiment().scenarios.front();
    const auto& decls = facts.model().vocabulary().parameters.decls();
    Json all = Json::array();
    for (std::size_t p = 0; p < decls.size(); ++p) {
        const ParameterOrigin& origin = base.parameters.origins[p];
        const auto drawn = draws ? draws->range(p) : std::nullopt;
        const double value = base.parameters.values[p];
        all.push_back({{"group", brief_json(both(group_of(decls[p].path)))},
                       {"path", decls[p].path},
                       {"label", text_json(decls[p].meaning)},
                       {"value", brief_json(drawn ? drawn_words(decls[p], *drawn) : value_words(decls[p], value))},
                       {"unit", brief_json(worded_unit(decls[p].unit))},
                       {"source", drawn ? text_json(Label{"drawn: ", "getrokken: "} + both(draws->name)) : Json(origin.source)},
                       {"kind", word_of(drawn ? SourceKind::drawn : kind_of_source(origin.source))}});
    }
    return all;
}

}  // namespace bevlogen
