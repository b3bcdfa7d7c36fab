// Means of teams, summed in the order of posts with eight virtual lanes, in float32: they are stored in 16 bits.
#include "sim/record/team_maps.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <limits>

namespace bevlogen {
namespace {

constexpr std::size_t kLanes = 8;
constexpr std::size_t kAtOnce = 2;  // outcomes
using Floats = float __attribute__((vector_size(4 * kLanes)));
using Mask = int __attribute__((vector_size(4 * kLanes)));

inline float sum_of(const Floats& x) { return ((x[0] + x[4]) + (x[2] + x[6])) + ((x[1] + x[5]) + (x[3] + x[7])); }

// Of the posts [begin, end), those that count: how many there are, and sums of some columns. Columns and `counted` have whole groups of
// kLanes posts before `room`.
struct TeamSums {
    float persons = 0.0f;
    std::array<float, kAtOnce> sums{};
};
TeamSums sums_of_team(const std::array<const float*, kAtOnce>& columns, const float* counted, std::size_t begin, std::size_t end,
                      std::size_t room) {
    constexpr Mask kLane = {0, 1, 2, 3, 4, 5, 6, 7};
    Floats persons = {}, sums[kAtOnce] = {};
    const auto load = [&](const float* column, std::size_t at) __attribute__((always_inline)) {
        Floats x = {};
        std::memcpy(&x, column + at, at + kLanes <= room ? sizeof x : (end - at) * sizeof(float));
        return x;
    };
    for (std::size_t at = begin; at < end; at += kLanes) {
        const Mask counts = (kLane < static_cast<int>(end - at)) & (load(counted, at) != Floats{});
        persons += counts ? Floats{} + 1.0f : Floats{};
        for (std::size_t k = 0; k < kAtOnce; ++k) sums[k] += counts ? load(columns[k], at) : Floats{};
    }
    TeamSums team{sum_of(persons), {}};
    for (std::size_t k = 0; k < kAtOnce; ++k) team.sums[k] = sum_of(sums[k]);
    return team;
}

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
        std::array<const float*, kAtOnce> columns;
        for (std::size_t k = 0; k < kAtOnce; ++k) columns[k] = weekly[plan.weekly_columns_of_team_map[std::min(first + k, last - 1)]];
        for (std::size_t t = 0; t < now.block.teams(); ++t) {
            const TeamSums team = sums_of_team(columns, counted, begins[t], begins[t + 1], now.block.padded_posts());
            for (std::size_t k = first; k < last; ++k) {
                const float mean = team.persons > 0.0f ? team.sums[k - first] / team.persons : std::numeric_limits<float>::quiet_NaN();
                const std::size_t row = k * static_cast<std::size_t>(plan.quarters) + quarter;
                record.team_map[row * record.teams.size() + now.block.first_team() + t] = stored_value(mean);
            }
        }
    }
}

}  // namespace bevlogen
