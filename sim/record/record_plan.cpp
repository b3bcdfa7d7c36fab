// Derives what a run records from the flags of the model's outcomes.
#include "sim/record/record_plan.hpp"

#include <algorithm>
#include <limits>

#include "sim/core/contract.hpp"

namespace bevlogen {
namespace {

// Where each of `outcomes` stands in `weekly`.
std::vector<std::size_t> columns_among(const std::vector<std::size_t>& weekly, const std::vector<std::size_t>& outcomes) {
    std::vector<std::size_t> columns;
    for (const std::size_t outcome : outcomes) {
        const auto found = std::find(weekly.begin(), weekly.end(), outcome);
        expect(found != weekly.end(), "an outcome of the team map is a weekly outcome too");
        columns.push_back(static_cast<std::size_t>(found - weekly.begin()));
    }
    return columns;
}

void check_twin_weeks(const RecordOptions& options, int weeks) {
    expect(options.twin_weeks.empty() || options.joined, "twins are compared person by person");
    int before = 0;
    for (const int week : options.twin_weeks) {
        expect(week > before && week <= weeks && week % kWeeksPerEpoch == 0, "twin weeks are recorded clearings in ascending order");
        before = week;
    }
}

}  // namespace

float read_stored(std::int16_t value) {
    return value == kNoValue ? std::numeric_limits<float>::quiet_NaN() : static_cast<float>(value) * kStoredStep;
}

RecordPlan::RecordPlan(const Model& of_model, const Scenario& scenario, const RecordOptions& with_options)
    : model(&of_model),
      options(with_options),
      weeks(scenario.recorded_weeks().value),
      clearings(weeks / kWeeksPerEpoch),
      years(weeks / kWeeksPerYear),
      quarters(weeks / kWeeksPerQuarter),
      panel_looks(0) {
    expect(weeks >= 0, "a scenario does not end before its burn-in");
    expect(options.panel_every >= 1, "the panel is looked at every week at most");
    check_twin_weeks(options, weeks);
    panel_looks = weeks / options.panel_every;
    const std::vector<OutcomeDecl>& decls = model->outcomes();
    for (std::size_t i = 0; i < decls.size(); ++i) {
        if (decls[i].weekly) weekly.push_back(i);
        if (decls[i].shape == Shape::level && decls[i].role != Role::cost) levels.push_back(i);
        if (decls[i].team_map) team_map.push_back(i);
        if (decls[i].joined && options.joined) joined.push_back(i);
        const bool is_twin = decls[i].twin || decls[i].role == Role::offered || decls[i].role == Role::took_part;
        if (is_twin && !options.twin_weeks.empty()) twin.push_back(i);
    }
    weekly_columns_of_team_map = columns_among(weekly, team_map);
}

}  // namespace bevlogen
