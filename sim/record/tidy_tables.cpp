// Sorts variables into tables.
#include "sim/record/tidy_tables.hpp"

#include <algorithm>

namespace bevlogen {
namespace {

std::vector<TidyTable> known_tables() {
    return {{"by_phase", {"scenario", "replicate", "clearing", "phase", "measure"}, {}},
            {"by_stratum", {"scenario", "replicate", "year", "stratum", "measure"}, {}},
            {"quantiles", {"scenario", "replicate", "year", "phase", "quantile"}, {}},
            {"weekly", {"scenario", "replicate", "week", "phase"}, {}},
            {"team", {"scenario", "replicate", "quarter", "team"}, {}},
            {"last_year", {"scenario", "replicate", "person"}, {}},
            {"twin", {"scenario", "replicate", "twin_week", "person"}, {}},
            {"panel", {"scenario", "panel_week", "panel_person"}, {}},
            {"runs", {"point", "replicate", "outcome", "year", "phase"}, {}},
            {"persons", {"point", "replicate", "year", "phase"}, {}},
            {"costs", {"point", "replicate", "payer", "year"}, {}},
            {"parameters", {"point", "parameter"}, {}},
            {"status", {"point", "replicate"}, {}}};
}

std::vector<std::string> dimensions_of(const StoredVariable& variable) {
    std::vector<std::string> names;
    for (const StoredDimension& dimension : variable.dimensions) names.push_back(dimension.name);
    return names;
}

bool takes(const TidyTable& table, std::vector<std::string> dimensions) {
    if (table.dimensions == dimensions) return true;
    dimensions.emplace_back("measure");
    return table.dimensions == dimensions;
}

std::string outcome_of(const std::string& variable, const std::string& table) {
    const std::string ending = "_" + table;
    return variable.size() > ending.size() && variable.ends_with(ending) ? variable.substr(0, variable.size() - ending.size()) : variable;
}

}  // namespace

const TidyVariable* TidyTable::find(std::string_view outcome) const {
    const auto found = std::find_if(variables.begin(), variables.end(), [&](const TidyVariable& v) { return v.outcome == outcome; });
    return found == variables.end() ? nullptr : &*found;
}

std::vector<std::string> TidyTable::outcomes() const {
    std::vector<std::string> names;
    for (const TidyVariable& variable : variables) names.push_back(variable.outcome);
    return names;
}

std::vector<TidyTable> tidy_tables(const StoredResults& results) {
    std::vector<TidyTable> tables = known_tables();
    for (const StoredVariable& variable : results.variables()) {
        const bool is_number = variable.kind == StoredKind::floating || variable.kind == StoredKind::whole;
        if (variable.is_coordinate || !is_number || variable.dimensions.empty()) continue;
        const std::vector<std::string> dimensions = dimensions_of(variable);
        auto table = std::find_if(tables.begin(), tables.end(), [&](const TidyTable& t) { return takes(t, dimensions); });
        if (table == tables.end()) {
            std::string name = "over";
            for (const std::string& dimension : dimensions) name += "-" + dimension;
            table = tables.insert(tables.end(), {name, dimensions, {}});
        }
        table->variables.push_back({outcome_of(variable.name, table->name), &variable});
    }
    std::erase_if(tables, [](const TidyTable& table) { return table.variables.empty(); });
    return tables;
}

}  // namespace bevlogen
