// Sums by cell and class while a block is in cache; means when the epoch closes.
#include "sim/record/weekly_means.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

#include "sim/population/population.hpp"

namespace bevlogen {
namespace {

CategoryClasses classes_of(const Model& model) {
    const std::array<const Grouping*, 1> groupings = {&model.phases()};
    return {model.category_count(), groupings};
}

}  // namespace

WeeklyMeans::WeeklyMeans(const RecordPlan& plan, std::size_t cells, unsigned slots, RunRecord& record)
    : plan_(plan), classes_(classes_of(*plan.model)), sums_(cells, kWeeksPerEpoch * plan.weekly.size() * classes_.count), slots_(slots) {
    for (Slot& slot : slots_) slot.persons.assign(classes_.count, 0);
    record.weekly.assign(plan.weekly.size() * static_cast<std::size_t>(plan.weeks) * plan.phases(),
                         std::numeric_limits<float>::quiet_NaN());
}

void WeeklyMeans::start_epoch(std::span<const std::uint8_t> categories, unsigned slot) {
    Slot& mine = slots_[slot];
    classes_.find(categories, mine.class_of_post);
    mine.masks.assign(mine.class_of_post, classes_.count);
    std::array<std::uint32_t, 256> persons{};
    for (const std::uint8_t k : mine.class_of_post) ++persons[k];
    for (std::size_t k = 0; k < classes_.count; ++k) mine.persons[k] += persons[k];
}

void WeeklyMeans::add_week(const BlockNow& now, std::span<const float* const> weekly) {
    const Masks& masks = slots_[now.slot].masks;
    const std::size_t week_of_epoch = static_cast<std::size_t>((now.week.value - 1) % kWeeksPerEpoch);
    const auto begins = now.block.team_begin();
    for (std::size_t t = 0; t < now.block.teams(); t += kTeamsPerCell) {
        const std::size_t end = std::min(t + kTeamsPerCell, now.block.teams());
        float* row = sums_.row((now.block.first_team() + t) / kTeamsPerCell).data() + week_of_epoch * weekly.size() * classes_.count;
        sum_under_masks(weekly, masks, begins[t], begins[end], row);
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
    for (std::size_t phase = 0; phase < phases.size(); ++phase) {
        const auto classes = classes_.classes_in(phases, phase);
        std::uint64_t n = 0;
        for (const std::size_t k : classes) n += persons[k];
        if (n == 0) continue;
        for (std::size_t w = 0; w < kWeeksPerEpoch; ++w) {
            const std::size_t at_week = static_cast<std::size_t>(week.value - kWeeksPerEpoch) + w;
            for (std::size_t o = 0; o < outcomes; ++o) {
                double sum = 0.0;
                for (const std::size_t k : classes) sum += sums[(w * outcomes + o) * classes_.count + k];
                record.weekly[(o * weeks + at_week) * phases.size() + phase] = static_cast<float>(sum / static_cast<double>(n));
            }
        }
    }
}

}  // namespace bevlogen
