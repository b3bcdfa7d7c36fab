// Means of teams, summed in the order of posts.
#include "sim/record/team_maps.hpp"

#include <limits>

#include "sim/engine/lane_sum.hpp"

namespace bevlogen {

void prepare_team_maps(const RecordPlan& plan, const Population& population, RunRecord& record) {
    for (const Block& block : population.blocks()) {
        for (const TeamId team : block.team_ids()) record.teams.push_back(team.value);
    }
    record.team_map.assign(plan.team_map.size() * static_cast<std::size_t>(plan.quarters) * record.teams.size(), kNoValue);
}

void map_teams(const RecordPlan& plan, const BlockNow& now, std::span<const float* const> weekly, const float* counted, RunRecord& record) {
    const std::size_t quarter = static_cast<std::size_t>(now.week.value / kWeeksPerQuarter) - 1;
    const auto begins = now.block.team_begin();
    for (std::size_t t = 0; t < now.block.teams(); ++t) {
        const double count = lane_sum(counted, counted, begins[t], begins[t + 1]);
        for (std::size_t k = 0; k < plan.team_map.size(); ++k) {
            const float* column = weekly[plan.weekly_columns_of_team_map[k]];
            const double mean =
                count > 0.0 ? lane_sum(column, counted, begins[t], begins[t + 1]) / count : std::numeric_limits<double>::quiet_NaN();
            const std::size_t row = k * static_cast<std::size_t>(plan.quarters) + quarter;
            record.team_map[row * record.teams.size() + now.block.first_team() + t] = stored_value(static_cast<float>(mean));
        }
    }
}

}  // namespace bevlogen
