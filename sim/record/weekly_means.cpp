// Sums by cell and class while a block is in cache; means when the epoch closes.
#include "sim/record/weekly_means.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

#include "sim/population/population.hpp"

namespace bevlogen {
namespace {

constexpr std::size_t kWeeksSummed = kWeeksPerEpoch - 1;

CategoryClasses classes_of(const Model& model) {
    const std::array<const Grouping*, 1> groupings = {&model.phases()};
    return {model.category_count(), groupings};
}

}  // namespace

WeeklyMeans::WeeklyMeans(const RecordPlan& plan, const Population& population, unsigned slots, RunRecord& record)
    : plan_(plan),
      classes_(classes_of(*plan.model)),
      blocks_(population.blocks().size()),
      sums_(population.cells(), kWeeksSummed * plan.weekly.size() * classes_.count),
      slots_(slots) {
    for (Slot& slot : slots_) slot.persons.assign(classes_.count, 0);
    record.weekly.assign(plan.weekly.size() * static_cast<std::size_t>(plan.weeks) * plan.phases(),
                         std::numeric_limits<float>::quiet_NaN());
}

void WeeklyMeans::start_epoch(const BlockNow& now, std::span<const std::uint8_t> categories) {
    Slot& slot = slots_[now.slot];
    Classes& here = blocks_[now.block_index];
    classes_.find(categories, slot.class_of_post);
    if (slot.class_of_post != here.class_of_post) {
        here.class_of_post = slot.class_of_post;
        sort(now.block, here);
    }
    for (std::size_t k = 0; k < classes_.count; ++k) slot.persons[k] += here.persons[k];
}

void WeeklyMeans::sort(const Block& block, Classes& classes) const {
    std::array<std::uint32_t, 256> persons{};
    for (const std::uint8_t k : classes.class_of_post) ++persons[k];
    classes.persons.assign(persons.begin(), persons.begin() + static_cast<std::ptrdiff_t>(classes_.count));
    classes.cells.resize((block.teams() + kTeamsPerCell - 1) / kTeamsPerCell);
    for (std::size_t cell = 0; cell < classes.cells.size(); ++cell) {
        const std::size_t end = std::min((cell + 1) * kTeamsPerCell, block.teams());
        const auto teams = block.team_begin().subspan(cell * kTeamsPerCell, end - cell * kTeamsPerCell + 1);
        classes.cells[cell].assign(classes.class_of_post, teams, block.padded_posts(), classes_.count);
    }
}

void WeeklyMeans::add_week(const BlockNow& now, std::span<const float* const> weekly) {
    const std::vector<CellMasks>& cells = blocks_[now.block_index].cells;
    const std::size_t week_of_epoch = static_cast<std::size_t>((now.week.value - 1) % kWeeksPerEpoch);
    const std::size_t first_cell = now.block.first_team() / kTeamsPerCell;
    for (std::size_t cell = 0; cell < cells.size(); ++cell) {
        float* row = sums_.row(first_cell + cell).data() + week_of_epoch * weekly.size() * classes_.count;
        sum_under_masks(weekly, cells[cell], row);
    }
}

void WeeklyMeans::close_epoch(Week week, RunRecord& record) {
    std::vector<std::uint64_t> persons(classes_.count, 0);
    for (Slot& slot : slots_) {
        for (std::size_t k = 0; k < persons.size(); ++k) persons[k] += std::exchange(slot.persons[k], 0);
    }
    const std::vector<double> sums = sums_.total();
    const Grouping& phases = plan_.model->phases();
    const std::size_t outcomes = plan_.weekly.size();
    const auto weeks = static_cast<std::size_t>(plan_.weeks);
    const std::size_t clearing = static_cast<std::size_t>(week.value / kWeeksPerEpoch) - 1;
    for (std::size_t phase = 0; phase < phases.size(); ++phase) {
        const auto classes = classes_.classes_in(phases, phase);
        std::uint64_t n = 0;
        for (const std::size_t k : classes) n += persons[k];
        if (n == 0) continue;
        for (std::size_t o = 0; o < outcomes; ++o) {
            float* means =
                record.weekly.data() + (o * weeks + static_cast<std::size_t>(week.value - kWeeksPerEpoch)) * phases.size() + phase;
            for (std::size_t w = 0; w < kWeeksSummed; ++w) {
                double sum = 0.0;
                for (const std::size_t k : classes) sum += sums[(w * outcomes + o) * classes_.count + k];
                means[w * phases.size()] = static_cast<float>(sum / static_cast<double>(n));
            }
            const std::size_t row = (plan_.weekly[o] * static_cast<std::size_t>(plan_.clearings) + clearing) * phases.size() + phase;
            means[kWeeksSummed * phases.size()] = record.by_phase[row * kMeasures.size()];
        }
    }
}

}  // namespace bevlogen
