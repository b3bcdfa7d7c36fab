// How many there are in each phase, who comes and goes, and the posts that stay vacant.
#pragma once

#include <memory>
#include <vector>

#include "sim/live/snapshot.hpp"
#include "sim/record/record_plan.hpp"
#include "viewer/figures/figure.hpp"
#include "viewer/plot/bars.hpp"
#include "viewer/plot/line_chart.hpp"

namespace bevlogen {

// The outcomes of which the figure tells where the model has them: vacancies, and what moves people.
std::vector<std::size_t> staffing_outcomes(const Model& model);

struct StaffingChoice {
    double years = 10.0;
    bool is_live = true;
    Language language = Language::english;
};

BarChart persons_chart(const Model& model, const Snapshot& snapshot, const StaffingChoice& choice);
// Persons a year, the mean over the last year.
BarChart flows_chart(const Model& model, const Snapshot& snapshot, const StaffingChoice& choice);
LineChart vacancies_chart(const Model& model, const Snapshot& snapshot, const StaffingChoice& choice);

Figure staffing_figure(const Model& model, std::shared_ptr<const Snapshot> snapshot, const StaffingChoice& choice);

}  // namespace bevlogen
