// What each scenario does, in what it differs from the base, and what all of them assume.
#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "sim/report/intervention_words.hpp"
#include "sim/report/json.hpp"
#include "sim/report/wording.hpp"

namespace bevlogen {
namespace {

std::string value_text(const ParameterDecl& decl, double value) {
    return decl.choices.empty() ? fmt::format("{:g}", value) : decl.choices[static_cast<std::size_t>(value)];
}

// "jdr" of "jdr.contagion".
std::string group_of(const std::string& path) { return path.substr(0, path.find('.')); }

bool is_assumed(const std::string& source) { return source.starts_with("assumed"); }

}  // namespace

Json interventions_json(const Facts& facts) {
    Json all = Json::array();
    for (const Scenario& scenario : facts.experiment().scenarios) {
        Json interventions = Json::array();
        for (const Intervention& one : scenario.interventions) {
            Json settings = Json::array();
            for (const SettingWords& setting : settings_of(one, facts.model().vocabulary())) {
                settings.push_back(
                    {{"path", setting.path}, {"label", text_json(setting.label)}, {"value", setting.value}, {"unit", setting.unit}});
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
                               {"unit", decls[p].unit},
                               {"base", value_text(decls[p], base)},
                               {"value", value_text(decls[p], value)},
                               {"source", scenario.parameters.origins[p].source}});
        }
        all.push_back(std::move(changes));
    }
    return all;
}

Json assumptions_json(const Facts& facts) {
    const Scenario& base = facts.experiment().scenarios.front();
    const auto& decls = facts.model().vocabulary().parameters.decls();
    Json all = Json::array();
    for (std::size_t p = 0; p < decls.size(); ++p) {
        const ParameterOrigin& origin = base.parameters.origins[p];
        all.push_back({{"group", text_json(both(group_of(decls[p].path)))},
                       {"path", decls[p].path},
                       {"label", text_json(decls[p].meaning)},
                       {"value", value_text(decls[p], base.parameters.values[p])},
                       {"unit", decls[p].unit},
                       {"source", origin.source},
                       {"is_assumed", is_assumed(origin.source)}});
    }
    return all;
}

}  // namespace bevlogen
