// Reads boxes of one scenario and replicate and puts them where the recorder had put them.
#include "sim/record/stored_runs.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <numeric>
#include <string>

#include "sim/core/diagnostic.hpp"
#include "sim/record/results_layout.hpp"

namespace bevlogen {
namespace {

constexpr float kNoNumber = std::numeric_limits<float>::quiet_NaN();

// Boxes of one run: [1][1][as many as wanted along each further dimension].
class RunBoxes {
  public:
    RunBoxes(const StoredResults& results, std::size_t scenario, std::size_t replicate)
        : results_(results), scenario_(scenario), replicate_(replicate) {}

    // Appends the values of the variable, or as many of `missing` where the file has none.
    template <class Number>
    void append(const VariableLayout& layout, const std::vector<std::size_t>& counts, Number missing, std::vector<Number>& values) const {
        std::vector<std::size_t> first = {scenario_, replicate_}, count = {1, 1};
        first.resize(2 + counts.size(), 0);
        count.insert(count.end(), counts.begin(), counts.end());
        const StoredVariable* variable = results_.find(layout.name);
        if (!variable) {
            std::size_t size = 1;
            for (const std::size_t n : counts) size *= n;
            values.insert(values.end(), size, missing);
            return;
        }
        bool fits = variable->value_size == sizeof(Number) && variable->dimensions.size() == count.size();
        for (std::size_t d = 0; fits && d < count.size(); ++d)
            fits = variable->dimensions[d].name == layout.dimensions[d] && first[d] + count[d] <= variable->dimensions[d].size;
        if (!fits) {
            throw InputError({results_.path().string(), 0, 0},
                             fmt::format("holds \"{}\" in another shape than this version of its model records", layout.name));
        }
        const std::vector<Number> read = results_.read(*variable, first, count).as<Number>();
        values.insert(values.end(), read.begin(), read.end());
    }

  private:
    const StoredResults& results_;
    std::size_t scenario_, replicate_;
};

template <class Number>
std::vector<Number> coordinates(const StoredResults& results, std::string_view name) {
    const StoredVariable* variable = results.find(name);
    return variable && variable->value_size == sizeof(Number) ? results.read(*variable).as<Number>() : std::vector<Number>{};
}

}  // namespace

RecordOptions stored_options(const StoredResults& results) {
    RecordOptions options;
    options.joined = results.find("person") != nullptr;
    const std::vector<std::int32_t> weeks = coordinates<std::int32_t>(results, "twin_week");
    options.twin_weeks.assign(weeks.begin(), weeks.end());
    const std::vector<std::int32_t> looks = coordinates<std::int32_t>(results, "panel_week");
    if (!looks.empty()) options.panel_every = looks.front();
    options.panel_persons = coordinates<std::uint64_t>(results, "panel_person").size();
    return options;
}

RunRecord read_curves(const StoredResults& results, const RecordPlan& plan, std::size_t scenario, std::size_t replicate,
                      std::span<const std::size_t> wanted) {
    const RunBoxes boxes(results, scenario, replicate);
    const auto clearings = static_cast<std::size_t>(plan.clearings);
    const std::size_t of_outcome = clearings * plan.phases() * kMeasures.size();
    RunRecord record;
    for (std::size_t o = 0; o < plan.outcomes(); ++o) {
        if (std::find(wanted.begin(), wanted.end(), o) == wanted.end())
            record.by_phase.insert(record.by_phase.end(), of_outcome, kNoNumber);
        else
            boxes.append(by_phase_variable(plan.model->outcomes()[o]), {clearings, plan.phases(), kMeasures.size()}, kNoNumber,
                         record.by_phase);
    }
    boxes.append(persons_by_phase_variable(), {clearings, plan.phases()}, std::int32_t{-1}, record.persons_by_phase);
    return record;
}

RunRecord read_run(const StoredResults& results, const RecordPlan& plan, std::size_t scenario, std::size_t replicate) {
    const RunBoxes boxes(results, scenario, replicate);
    const std::vector<OutcomeDecl>& outcomes = plan.model->outcomes();
    std::vector<std::size_t> all(outcomes.size());
    std::iota(all.begin(), all.end(), std::size_t{0});
    RunRecord record = read_curves(results, plan, scenario, replicate, all);
    if (!plan.options.joined) return record;
    record.joined_persons = coordinates<std::uint64_t>(results, "person");
    const std::size_t persons = record.joined_persons.size();
    for (const std::size_t o : plan.joined) boxes.append(last_year_variable(outcomes[o]), {persons}, kNoValue, record.joined);
    boxes.append(person_phase_variable(plan.model->phases()), {persons}, kNoValue, record.joined_phase);
    for (const std::size_t o : plan.twin)
        boxes.append(twin_variable(outcomes[o]), {plan.options.twin_weeks.size(), persons}, kNoValue, record.twin);
    return record;
}

StoredTeamMap read_team_map(const StoredResults& results, const RecordPlan& plan, std::size_t scenario, std::size_t replicate,
                            std::size_t outcome) {
    const VariableLayout layout = team_variable(plan.model->outcomes()[outcome]);
    StoredTeamMap map;
    if (!results.find(layout.name)) return map;
    for (const std::int64_t id : coordinates<std::int64_t>(results, "team")) map.teams.push_back({static_cast<std::uint32_t>(id)});
    RunBoxes(results, scenario, replicate).append(layout, {static_cast<std::size_t>(plan.quarters), map.teams.size()}, kNoValue, map.means);
    return map;
}

}  // namespace bevlogen
