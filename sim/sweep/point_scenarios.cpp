// Reads the resolved base under overrides.
#include "sim/sweep/point_scenarios.hpp"

#include <algorithm>

#include "sim/engine/vocabularies.hpp"

namespace bevlogen {
const Scenario& PointScenarios::at(std::size_t point) {
    const std::span<const double> values = plan_->at(point);
    std::vector<double> to_read;
    std::vector<Override> overrides;
    for (std::size_t a = 0; a < values.size(); ++a) {
        const Axis& axis = plan_->axes[a];
        if (axis.parameter) continue;
        to_read.push_back(values[a]);
        overrides.push_back({axis.path, axis.written(values[a])});
    }
    if (!is_read_ || to_read != read_values_) {
        is_read_ = false;
        if (overrides.empty()) {
            scenario_ = plan_->base;
        } else {
            scenario_ = read_scenario_text(plan_->base.resolved, plan_->base.name, vocabularies_of(*shelf_), overrides, {});
            scenario_.name = plan_->base.name;
        }
        read_values_ = to_read;
        is_read_ = true;
    }
    for (std::size_t a = 0; a < values.size(); ++a) {
        if (const auto& parameter = plan_->axes[a].parameter) scenario_.parameters.values[*parameter] = values[a];
    }
    return scenario_;
}

bool PointScenarios::share_burn_in(const SweepPlan& plan) {
    return std::all_of(plan.axes.begin(), plan.axes.end(), [](const Axis& axis) { return axis.path.starts_with("intervention."); });
}

std::vector<std::string> settings_of(const SweepPlan& plan, std::size_t point) {
    std::vector<std::string> settings;
    for (std::size_t a = 0; a < plan.axes.size(); ++a)
        settings.push_back(plan.axes[a].path + "=" + plan.axes[a].written(plan.at(point)[a]));
    return settings;
}

}  // namespace bevlogen
