// Means of teams, summed in the order of posts.
#include "sim/record/team_maps.hpp"

#include <algorithm>
#include <array>
#include <limits>

#include "sim/engine/lane_sum.hpp"

namespace bevlogen {
namespace {

constexpr std::size_t kAtOnce = 2;  // outcomes

}  // namespace

void prepare_team_maps(const RecordPlan& plan, const Population& population, RunRecord& record) {
    for (const Block& block : population.blocks()) {
        for (const TeamId team : block.team_ids()) record.teams.push_back(team.value);
    }
    record.team_map.assign(plan.team_map.size() * static_cast<std::size_t>(plan.quarters) * record.teams.size(), kNoValue);
}

void map_teams(const RecordPlan& plan, const BlockNow& now, std::span<const float* const> weekly, const float* counted, RunRecord& record) {
    const std::size_t quarter = static_cast<std::size_t>(now.week.value / kWeeksPerQuarter) - 1;
    const auto begins = now.block.team_begin();
    for (std::size_t first = 0; first < plan.team_map.size(); first += kAtOnce) {
        const std::size_t last = std::min(first + kAtOnce, plan.team_map.size());
        std::array<const float*, kAtOnce + 1> columns;
        for (std::size_t k = 0; k < kAtOnce; ++k) columns[k] = weekly[plan.weekly_columns_of_team_map[std::min(first + k, last - 1)]];
        columns[kAtOnce] = counted;
        for (std::size_t t = 0; t < now.block.teams(); ++t) {
            const auto sums = lane_sums(columns, counted, begins[t], begins[t + 1], now.block.padded_posts());
            for (std::size_t k = first; k < last; ++k) {
                const double mean = sums[kAtOnce] > 0.0 ? sums[k - first] / sums[kAtOnce] : std::numeric_limits<double>::quiet_NaN();
                const std::size_t row = k * static_cast<std::size_t>(plan.quarters) + quarter;
                record.team_map[row * record.teams.size() + now.block.first_team() + t] = stored_value(static_cast<float>(mean));
            }
        }
    }
}

}  // namespace bevlogen
