// Sums by cell and class while a block is in cache; means when the epoch closes.
#include "sim/record/weekly_means.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

#include "sim/core/contract.hpp"
#include "sim/population/population.hpp"

namespace bevlogen {
namespace {

constexpr std::size_t kWeeksSummed = kWeeksPerEpoch - 1;

}  // namespace

WeeklyMeans::WeeklyMeans(const RecordPlan& plan, std::size_t cells, unsigned slots, RunRecord& record)
    : plan_(plan),
      classes_(plan.model->category_count(), plan.model->phases()),
      sums_(cells, kWeeksSummed * plan.weekly.size() * classes_.count),
      slots_(slots) {
    for (Slot& slot : slots_) slot.persons.assign(classes_.count, 0);
    record.weekly.assign(plan.weekly.size() * static_cast<std::size_t>(plan.weeks) * plan.phases(),
                         std::numeric_limits<float>::quiet_NaN());
}

void WeeklyMeans::start_epoch(const BlockNow& now, std::span<const ClassOrder> parts) {
    std::vector<std::uint64_t>& persons = slots_[now.slot].persons;
    for (const ClassOrder& part : parts) {
        for (std::size_t k = 0; k < classes_.count; ++k) persons[k] += part.of(k).size();
    }
}

// Weighted sums are left out: a column less for each. Their means follow from those of the others.
void WeeklyMeans::add_week(const BlockNow& now, const OutcomeColumns& weekly, std::span<const CellMasks> cells) {
    Slot& slot = slots_[now.slot];
    for (std::size_t o = 0; o < weekly.size(); ++o) expect(weekly.flags(o).flag == nullptr, "a weekly outcome has values, not flags");
    slot.weighted.assign(weekly.weighted().begin(), weekly.weighted().end());
    slot.summed.assign(weekly.all().begin(), weekly.all().end());
    std::erase(slot.summed, nullptr);
    const std::size_t week_of_epoch = static_cast<std::size_t>((now.week.value - 1) % kWeeksPerEpoch);
    const std::size_t first_cell = now.block.first_team() / kTeamsPerCell;
    for (std::size_t cell = 0; cell < cells.size(); ++cell) {
        float* row = sums_.row(first_cell + cell).data() + week_of_epoch * slot.summed.size() * classes_.count;
        sum_under_masks(slot.summed, cells[cell], row);
    }
}

void WeeklyMeans::close_epoch(Week week, RunRecord& record) {
    std::vector<std::uint64_t> persons(classes_.count, 0);
    for (Slot& slot : slots_) {
        for (std::size_t k = 0; k < persons.size(); ++k) persons[k] += std::exchange(slot.persons[k], 0);
    }
    const std::vector<double> sums = sums_.total();
    const Grouping& phases = plan_.model->phases();
    for (std::size_t phase = 0; phase < phases.size(); ++phase) {
        const auto classes = classes_.classes_in(phases, phase);
        std::uint64_t n = 0;
        for (const std::size_t k : classes) n += persons[k];
        if (n == 0) continue;
        for (std::size_t w = 0; w < kWeeksSummed; ++w) {
            const std::vector<double> means = means_of(sums, w, classes, n);
            const std::size_t at_week = static_cast<std::size_t>(week.value - kWeeksPerEpoch) + w;
            for (std::size_t o = 0; o < means.size(); ++o) place(record, o, at_week, phase) = static_cast<float>(means[o]);
        }
        const std::size_t clearing = static_cast<std::size_t>(week.value / kWeeksPerEpoch) - 1;
        for (std::size_t o = 0; o < plan_.weekly.size(); ++o) {
            const std::size_t row = (plan_.weekly[o] * static_cast<std::size_t>(plan_.clearings) + clearing) * phases.size() + phase;
            place(record, o, static_cast<std::size_t>(week.value) - 1, phase) = record.by_phase[row * kMeasures.size()];
        }
    }
}

float& WeeklyMeans::place(RunRecord& record, std::size_t outcome, std::size_t week, std::size_t phase) const {
    return record.weekly[(outcome * static_cast<std::size_t>(plan_.weeks) + week) * plan_.phases() + phase];
}

// Of the weekly outcomes in some classes with n persons.
std::vector<double> WeeklyMeans::means_of(std::span<const double> sums, std::size_t week_of_epoch, std::span<const std::size_t> classes,
                                          std::uint64_t n) const {
    const auto used = std::find_if(slots_.begin(), slots_.end(), [](const Slot& slot) { return !slot.summed.empty(); });
    expect(used != slots_.end(), "an epoch is closed after its blocks have been added");
    std::vector<double> means(plan_.weekly.size());
    const auto is_weighted = [&](std::size_t o) {
        return std::any_of(used->weighted.begin(), used->weighted.end(), [o](const auto& sum) { return sum.outcome == o; });
    };
    std::size_t column = 0;  // among those that are summed
    for (std::size_t o = 0; o < means.size(); ++o) {
        if (is_weighted(o)) continue;
        double sum = 0.0;
        for (const std::size_t k : classes) sum += sums[(week_of_epoch * used->summed.size() + column) * classes_.count + k];
        means[o] = sum / static_cast<double>(n);
        ++column;
    }
    for (const OutcomeColumns::WeightedSum& weighted : used->weighted) {
        means[weighted.outcome] = static_cast<double>(weighted.constant);
        for (const auto& term : weighted.terms) means[weighted.outcome] += static_cast<double>(term.weight) * means[term.outcome];
    }
    return means;
}

}  // namespace bevlogen
