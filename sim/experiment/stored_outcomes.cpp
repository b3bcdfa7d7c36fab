// Boxes of a results file.
#include "sim/experiment/stored_outcomes.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "sim/core/diagnostic.hpp"
#include "sim/record/record_plan.hpp"

namespace bevlogen {
void StoredOutcomes::refuse(const std::string& what) const {
    throw InputError({results_.path().string(), 0, 0}, "holds no " + what + "; it is not a file of the model " + model_);
}

std::vector<ByClearing> StoredOutcomes::series(const std::string& dataset, std::size_t row, std::string_view measure) const {
    const StoredVariable* variable = results_.find(dataset);
    if (!variable || variable->dimensions.size() != 5 || variable->kind != StoredKind::floating || variable->dimensions[3].size <= row)
        refuse("statistics of \"" + dataset + "\"");
    const StoredVariable* measures = results_.find(variable->dimensions[4].name);
    const std::vector<std::string> names = measures ? results_.read(*measures).texts : std::vector<std::string>{};
    const auto found = static_cast<std::size_t>(std::find(names.begin(), names.end(), measure) - names.begin());
    if (found == names.size()) refuse(std::string(measure) + " of \"" + dataset + "\"");

    const std::size_t replicates = variable->dimensions[1].size, clearings = variable->dimensions[2].size;
    const std::vector<std::size_t> first = {0, 0, 0, row, found}, count = {1, replicates, clearings, 1, 1};
    const std::vector<float> numbers = results_.read(*variable, first, count).as<float>();
    std::vector<ByClearing> series(replicates);
    for (std::size_t r = 0; r < replicates; ++r) {
        for (std::size_t c = 0; c < clearings; ++c) series[r].push_back(static_cast<double>(numbers[r * clearings + c]));
    }
    return series;
}

std::vector<ByClearing> StoredOutcomes::persons(std::size_t row) const {
    const StoredVariable* variable = results_.find("persons");
    if (!variable || variable->dimensions.size() != 4 || variable->value_size != sizeof(std::int32_t) ||
        variable->dimensions[3].size <= row)
        refuse("numbers of persons");
    const std::size_t replicates = variable->dimensions[1].size, clearings = variable->dimensions[2].size;
    const std::vector<std::size_t> first = {0, 0, 0, row}, count = {1, replicates, clearings, 1};
    const std::vector<std::int32_t> numbers = results_.read(*variable, first, count).as<std::int32_t>();
    std::vector<ByClearing> series(replicates);
    for (std::size_t r = 0; r < replicates; ++r) {
        for (std::size_t c = 0; c < clearings; ++c) series[r].push_back(static_cast<double>(numbers[r * clearings + c]));
    }
    return series;
}

PanelTrace StoredOutcomes::panel(const std::string& trace) const {
    const StoredVariable* variable = results_.find(trace + "_panel");
    const StoredVariable* weeks = results_.find("panel_week");
    if (!variable || !weeks) return {};
    if (variable->dimensions.size() != 3 || variable->value_size != sizeof(std::int16_t) || weeks->value_size != sizeof(std::int32_t))
        refuse("panel of \"" + trace + "\"");
    const std::vector<std::int32_t> week = results_.read(*weeks).as<std::int32_t>();
    const std::vector<std::size_t> first = {0, 0, 0}, count = {1, variable->dimensions[1].size, variable->dimensions[2].size};
    PanelTrace panel{count[2], week.empty() ? 1 : week.front(), {}};
    for (const std::int16_t value : results_.read(*variable, first, count).as<std::int16_t>()) {
        panel.values.push_back(value == kNoValue ? std::numeric_limits<double>::quiet_NaN() : static_cast<double>(value) * kStoredStep);
    }
    return panel;
}

double mean_of_present(std::span<const double> values) {
    double sum = 0.0, count = 0.0;
    for (const double value : values) {
        if (!std::isnan(value)) sum += value, count += 1.0;
    }
    return count > 0.0 ? sum / count : std::numeric_limits<double>::quiet_NaN();
}

}  // namespace bevlogen
