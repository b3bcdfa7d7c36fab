// Finds the panel of each trace by its name, and reads one person's box of it.
#include "sim/record/panel_lives.hpp"

#include <fmt/format.h>

#include <cstdint>
#include <limits>

#include "sim/core/contract.hpp"
#include "sim/core/diagnostic.hpp"
#include "sim/record/record_plan.hpp"
#include "sim/record/results_layout.hpp"

namespace bevlogen {
namespace {

bool has_shape(const StoredVariable& variable, const VariableLayout& layout, std::size_t looks, std::size_t persons) {
    const auto& d = variable.dimensions;
    if (variable.type != "int16" || d.size() != layout.dimensions.size()) return false;
    for (std::size_t i = 0; i < d.size(); ++i) {
        if (d[i].name != layout.dimensions[i]) return false;
    }
    return d[1].size == looks && d[2].size == persons;
}

}  // namespace

PanelLives::PanelLives(const StoredResults& results, const Model& model) : results_(results) {
    const StoredVariable *weeks = results.find("panel_week"), *persons = results.find("panel_person");
    if (!weeks || !persons || weeks->type != "int32" || persons->type != "int64") return;
    for (const std::int32_t week : results.read(*weeks).as<std::int32_t>()) weeks_.push_back(week);
    for (const std::uint64_t id : results.read(*persons).as<std::uint64_t>()) persons_.push_back({id});
    for (const TraceDecl& trace : model.traces()) {
        const VariableLayout layout = panel_variable(trace);
        const StoredVariable* variable = results.find(layout.name);
        if (variable && !has_shape(*variable, layout, weeks_.size(), persons_.size())) {
            throw InputError({results.path().string(), 0, 0},
                             fmt::format("holds \"{}\" in another shape than this version of its model records", layout.name));
        }
        traces_.push_back(variable);
    }
}

std::vector<float> PanelLives::life(std::size_t scenario, std::size_t person) const {
    expect(person < persons_.size(), "a life is of somebody in the panel");
    std::vector<float> values(weeks_.size() * traces_.size(), std::numeric_limits<float>::quiet_NaN());
    const std::size_t first[] = {scenario, 0, person}, count[] = {1, weeks_.size(), 1};
    for (std::size_t trace = 0; trace < traces_.size(); ++trace) {
        if (!traces_[trace]) continue;
        const std::vector<std::int16_t> stored = results_.read(*traces_[trace], first, count).as<std::int16_t>();
        for (std::size_t look = 0; look < stored.size(); ++look) values[look * traces_.size() + trace] = read_stored(stored[look]);
    }
    return values;
}

}  // namespace bevlogen
