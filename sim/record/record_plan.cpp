// Derives what a run records from the flags of the model's outcomes.
#include "sim/record/record_plan.hpp"

#include <algorithm>

#include "sim/core/contract.hpp"

namespace bevlogen {
namespace {

// Where each of `outcomes` stands in `weekly`.
std::vector<std::size_t> columns_among(const std::vector<std::size_t>& weekly, const std::vector<std::size_t>& outcomes) {
    std::vector<std::size_t> columns;
    for (const std::size_t outcome : outcomes) {
        const auto found = std::find(weekly.begin(), weekly.end(), outcome);
        expect(found != weekly.end(), "an outcome of the panel or the team map is a weekly outcome too");
        columns.push_back(static_cast<std::size_t>(found - weekly.begin()));
    }
    return columns;
}

}  // namespace

RecordPlan::RecordPlan(const Model& of_model, const Scenario& scenario, const RecordOptions& with_options)
    : model(&of_model),
      options(with_options),
      weeks(scenario.recorded_weeks().value),
      clearings(weeks / kWeeksPerEpoch),
      quarters(weeks / kWeeksPerQuarter),
      panel_looks(0) {
    expect(weeks >= 0, "a scenario does not end before its burn-in");
    expect(options.panel_every >= 1, "the panel is looked at every week at most");
    panel_looks = weeks / options.panel_every;
    const std::vector<OutcomeDecl>& decls = model->outcomes();
    for (std::size_t i = 0; i < decls.size(); ++i) {
        if (decls[i].weekly) weekly.push_back(i);
        if (decls[i].panel) panel.push_back(i);
        if (decls[i].team_map) team_map.push_back(i);
        if (decls[i].joined && options.joined) joined.push_back(i);
    }
    weekly_columns_of_panel = columns_among(weekly, panel);
    weekly_columns_of_team_map = columns_among(weekly, team_map);
}

}  // namespace bevlogen
