// Collects what `show` prints about a results file.
#include "sim/record/number_cells.hpp"
#include "sim/record/results_reader.hpp"
#include "sim/record/stored_results.hpp"

namespace bevlogen {
namespace {

std::vector<ResultsAttribute> shown(const std::vector<StoredAttribute>& attributes) {
    std::vector<ResultsAttribute> result;
    for (const StoredAttribute& attribute : attributes) result.push_back({attribute.name, attribute.text});
    return result;
}

}  // namespace

ResultsSummary summarise_results(const std::filesystem::path& file) { return summary_of(StoredResults(file)); }

ResultsSummary summary_of(const StoredResults& results) {
    ResultsSummary summary;
    summary.attributes = shown(results.attributes());
    summary.provenance = shown(results.provenance());
    for (const StoredVariable& variable : results.variables()) {
        if (variable.is_coordinate) {
            summary.dimensions.push_back({variable.name, variable.values()});
            continue;
        }
        ResultsVariable& listed = summary.variables.emplace_back();
        listed.name = variable.name;
        for (const StoredDimension& dimension : variable.dimensions) listed.dimensions.push_back(dimension.name);
        listed.units = text_of(variable, "units");
        listed.long_name = text_of(variable, "long_name");
    }
    summary.scenarios = results.texts("scenario");
    summary.resolved_scenarios = results.texts("resolved_scenario");
    return summary;
}

}  // namespace bevlogen
