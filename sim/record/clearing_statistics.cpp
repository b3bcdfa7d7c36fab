// Sums by cell and class, folded into margins; statistics when all blocks have been added.
#include "sim/record/clearing_statistics.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <utility>

#include "sim/population/population.hpp"

namespace bevlogen {
namespace {

CategoryClasses classes_of(const Model& model) {
    const std::array<const Grouping*, 2> groupings = {&model.phases(), &model.strata()};
    return {model.category_count(), groupings};
}

}  // namespace

ClearingStatistics::ClearingStatistics(const RecordPlan& plan, std::size_t cells, unsigned slots, RunRecord& record)
    : plan_(plan),
      classes_(classes_of(*plan.model)),
      margins_(classes_, plan.model->category_count(), plan.model->phases(), plan.model->strata()),
      length_(padded_outcomes(plan.outcomes())),
      sums_(cells, margins_.count() * 2 * length_),
      slots_(slots) {
    for (Slot& slot : slots_) {
        slot.class_sums.assign(classes_.count * 2 * length_, 0.0f);
        slot.persons.assign(classes_.count, 0);
    }
    const float missing = std::numeric_limits<float>::quiet_NaN();
    const auto clearings = static_cast<std::size_t>(plan.clearings);
    record.by_phase.assign(plan.outcomes() * clearings * plan.phases() * kMeasures.size(), missing);
    record.by_stratum.assign(plan.outcomes() * clearings * plan.strata() * kMeasures.size(), missing);
    record.persons_by_phase.assign(clearings * plan.phases(), 0);
    record.persons_by_stratum.assign(clearings * plan.strata(), 0);
}

void ClearingStatistics::add(const BlockNow& now, std::span<const float* const> outcomes, std::span<const std::uint8_t> categories) {
    Slot& slot = slots_[now.slot];
    classes_.find(categories, slot.class_of_post);
    const auto begins = now.block.team_begin();
    for (std::size_t t = 0; t < now.block.teams(); t += kTeamsPerCell) {
        const std::size_t end = std::min(t + kTeamsPerCell, now.block.teams());
        slot.posts.sort(slot.class_of_post, begins[t], begins[end], classes_.count);
        sum_by_class(outcomes, slot.posts, classes_.count, slot.rows, slot.class_sums.data());
        for (std::size_t k = 0; k < classes_.count; ++k) slot.persons[k] += static_cast<std::uint32_t>(slot.posts.count(k));
        add_margins(slot, sums_.row((now.block.first_team() + t) / kTeamsPerCell));
    }
}

void ClearingStatistics::add_margins(const Slot& slot, std::span<float> row) const {
    const std::size_t width = 2 * length_;
    for (std::size_t m = 0; m < margins_.count(); ++m) {
        float* __restrict to = row.data() + m * width;
        bool is_first = true;
        for (const std::size_t k : margins_.classes_of(m)) {
            if (slot.posts.count(k) == 0) continue;
            const float* __restrict from = slot.class_sums.data() + k * width;
            if (std::exchange(is_first, false)) {
                std::copy_n(from, width, to);
            } else {
                for (std::size_t i = 0; i < width; ++i) to[i] += from[i];
            }
        }
        if (is_first) std::fill_n(to, width, 0.0f);
    }
}

void ClearingStatistics::close(Week week, RunRecord& record) {
    std::vector<std::uint32_t> persons(classes_.count, 0);
    for (Slot& slot : slots_) {
        for (std::size_t k = 0; k < persons.size(); ++k) persons[k] += std::exchange(slot.persons[k], 0);
    }
    const std::vector<double> sums = sums_.total();
    const std::size_t clearing = static_cast<std::size_t>(week.value / kWeeksPerEpoch) - 1;
    close_rows(plan_.model->phases(), clearing, persons, sums, record.by_phase, record.persons_by_phase);
    close_rows(plan_.model->strata(), clearing, persons, sums, record.by_stratum, record.persons_by_stratum);
}

void ClearingStatistics::close_rows(const Grouping& grouping, std::size_t clearing, std::span<const std::uint32_t> persons,
                                    std::span<const double> sums, std::vector<float>& values, std::vector<std::int32_t>& counts) const {
    for (std::size_t row = 0; row < grouping.size(); ++row) {
        std::uint32_t n = 0;
        for (const std::size_t k : classes_.classes_in(grouping, row)) n += persons[k];
        counts[clearing * grouping.size() + row] = static_cast<std::int32_t>(n);
        if (n == 0) continue;
        const std::vector<std::size_t> margins = margins_.margins_in(grouping, row);
        for (std::size_t o = 0; o < plan_.outcomes(); ++o) {
            double sum = 0.0;
            double squares = 0.0;
            for (const std::size_t m : margins) {
                sum += sums[2 * m * length_ + o];
                squares += sums[(2 * m + 1) * length_ + o];
            }
            const double mean = sum / n;
            const std::size_t at = (o * static_cast<std::size_t>(plan_.clearings) + clearing) * grouping.size() + row;
            values[at * kMeasures.size()] = static_cast<float>(mean);
            if (plan_.model->outcomes()[o].shape == Shape::share) continue;
            values[at * kMeasures.size() + 1] = static_cast<float>(std::sqrt(std::max(0.0, squares / n - mean * mean)));
        }
    }
}

}  // namespace bevlogen
