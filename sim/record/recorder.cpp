// Sums by cell and class while blocks are in cache; statistics when the epoch closes.
#include "sim/record/recorder.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "sim/core/bytes.hpp"
#include "sim/record/block_statistics.hpp"

namespace bevlogen {
namespace {

CategoryClasses classes_of(const Model& model, bool with_strata) {
    std::vector<const Grouping*> groupings = {&model.phases()};
    if (with_strata) groupings.push_back(&model.strata());
    return CategoryClasses(model.category_count(), groupings);
}

std::size_t count_of(int n) { return static_cast<std::size_t>(n); }

}  // namespace

Recorder::Recorder(const RecordPlan& plan, const Population& population, const Chance& chance, unsigned slots, bool keeps_panel)
    : plan_(plan),
      weekly_classes_(classes_of(*plan.model, false)),
      clearing_classes_(classes_of(*plan.model, true)),
      weekly_sums_(population.cells(), kWeeksPerEpoch * plan.weekly.size() * weekly_classes_.count),
      clearing_sums_(population.cells(), plan.outcomes() * clearing_classes_.count * 2),
      slots_(slots),
      traces_(plan, population, chance, keeps_panel, record_) {
    const float missing = std::numeric_limits<float>::quiet_NaN();
    record_.weekly.assign(plan.weekly.size() * count_of(plan.weeks) * plan.phases(), missing);
    record_.by_phase.assign(plan.outcomes() * count_of(plan.clearings) * plan.phases() * kMeasures.size(), missing);
    record_.by_stratum.assign(plan.outcomes() * count_of(plan.clearings) * plan.strata() * kMeasures.size(), missing);
    record_.persons_by_phase.assign(count_of(plan.clearings) * plan.phases(), 0);
    record_.persons_by_stratum.assign(count_of(plan.clearings) * plan.strata(), 0);
    for (Slot& slot : slots_) {
        slot.class_counts.assign(weekly_classes_.count, 0);
        slot.clearing_counts.assign(clearing_classes_.count, 0);
        slot.histograms.assign(plan.outcomes() * (clearing_classes_.count + 1) * kHistogramBins, 0);
    }
}

void Recorder::sort_into_weekly_classes(const BlockNow& now, Slot& slot) {
    const std::size_t n = now.block.posts();
    slot.category.resize(n);
    now.dynamics.categorise(now.block, slot.category);
    slot.counted.assign(now.block.padded_posts(), 0.0f);
    for (std::size_t i = 0; i < n; ++i) slot.counted[i] = slot.category[i] == kNoCategory ? 0.0f : 1.0f;
    for (std::uint8_t& category : slot.category) category = weekly_classes_.class_of[category];
    const auto begins = now.block.team_begin();
    slot.weekly_cells.resize((now.block.teams() + kTeamsPerCell - 1) / kTeamsPerCell);
    for (std::size_t cell = 0; cell < slot.weekly_cells.size(); ++cell) {
        CellOrder& posts = slot.weekly_cells[cell];
        const std::size_t end = std::min((cell + 1) * kTeamsPerCell, now.block.teams());
        sort_by_class(slot.category, begins[cell * kTeamsPerCell], begins[end], weekly_classes_.count, posts.order, posts.ends);
        for (std::size_t k = 0; k < weekly_classes_.count; ++k) slot.class_counts[k] += posts.ends[k + 1] - posts.ends[k];
    }
}

void Recorder::observe_week(const BlockNow& now) {
    Slot& slot = slots_[now.slot];
    const std::size_t week_of_epoch = count_of((now.week.value - 1) % kWeeksPerEpoch);
    if (week_of_epoch == 0) sort_into_weekly_classes(now, slot);
    const std::size_t stride = now.block.padded_posts();
    slot.measured.resize(std::max(slot.measured.size(), plan_.outcomes() * stride));
    now.dynamics.measure_weekly(now.block, slot.measured.data(), stride);
    const std::size_t first_cell = now.block.first_team() / kTeamsPerCell;
    for (std::size_t cell = 0; cell < slot.weekly_cells.size(); ++cell) {
        double* row = weekly_sums_.row(first_cell + cell).data() + week_of_epoch * plan_.weekly.size() * weekly_classes_.count;
        add_sums(slot.measured.data(), stride, plan_.weekly.size(), slot.weekly_cells[cell].order, slot.weekly_cells[cell].ends, row);
    }
    traces_.trace_week(now, slot.measured.data(), stride, slot.counted.data(), record_);
}

void Recorder::observe_clearing(const BlockNow& now) {
    Slot& slot = slots_[now.slot];
    const std::size_t n = now.block.posts();
    const std::size_t stride = now.block.padded_posts();
    slot.measured.resize(std::max(slot.measured.size(), plan_.outcomes() * stride));
    now.dynamics.measure(now.block, now.week_from_burn_in, now.chance, slot.measured.data(), stride);
    slot.category.resize(n);
    now.dynamics.categorise(now.block, slot.category);
    for (std::uint8_t& category : slot.category) category = clearing_classes_.class_of[category];

    const auto begins = now.block.team_begin();
    auto& [order, ends] = slot.clearing_cell;
    for (std::size_t t = 0; t < now.block.teams(); t += kTeamsPerCell) {
        const std::size_t end = std::min(t + kTeamsPerCell, now.block.teams());
        sort_by_class(slot.category, begins[t], begins[end], clearing_classes_.count, order, ends);
        for (std::size_t k = 0; k < clearing_classes_.count; ++k) slot.clearing_counts[k] += ends[k + 1] - ends[k];
        double* row = clearing_sums_.row((now.block.first_team() + t) / kTeamsPerCell).data();
        add_moments(slot.measured.data(), stride, plan_.outcomes(), order, ends, row);
    }
    slot.first_bin.resize(n);
    for (std::size_t i = 0; i < n; ++i) {
        const std::size_t k = slot.category[i] == kNoCategory ? clearing_classes_.count : slot.category[i];
        slot.first_bin[i] = static_cast<std::uint32_t>(k * kHistogramBins);
    }
    for (std::size_t o = 0; o < plan_.outcomes(); ++o) {
        const OutcomeDecl& outcome = plan_.model->outcomes()[o];
        if (outcome.shape == Shape::share) continue;
        std::uint32_t* counts = slot.histograms.data() + o * (clearing_classes_.count + 1) * kHistogramBins;
        count_into_bins(slot.measured.data() + o * stride, slot.first_bin, {outcome.low, outcome.high}, slot.bins, counts);
    }
    traces_.trace_clearing(now, slot.measured.data(), stride);
}

void Recorder::close_epoch(Week week, std::span<const Block>) {
    close_weeks(week);
    close_clearing(week);
}

void Recorder::close_weeks(Week week) {
    std::vector<std::uint64_t> counts(weekly_classes_.count, 0);
    for (Slot& slot : slots_) {
        for (std::size_t k = 0; k < counts.size(); ++k) counts[k] += std::exchange(slot.class_counts[k], 0);
    }
    const std::vector<double> sums = weekly_sums_.total_and_clear();
    const Grouping& phases = plan_.model->phases();
    for (std::size_t phase = 0; phase < phases.size(); ++phase) {
        const auto classes = weekly_classes_.classes_in(phases, phase);
        std::uint64_t n = 0;
        for (const std::size_t k : classes) n += counts[k];
        if (n == 0) continue;
        for (std::size_t w = 0; w < count_of(kWeeksPerEpoch); ++w) {
            const std::size_t at_week = count_of(week.value) - count_of(kWeeksPerEpoch) + w;
            for (std::size_t o = 0; o < plan_.weekly.size(); ++o) {
                double sum = 0.0;
                for (const std::size_t k : classes) sum += sums[(w * plan_.weekly.size() + o) * weekly_classes_.count + k];
                record_.weekly[(o * count_of(plan_.weeks) + at_week) * phases.size() + phase] =
                    static_cast<float>(sum / static_cast<double>(n));
            }
        }
    }
}

void Recorder::close_clearing(Week week) {
    const std::size_t clearing = count_of(week.value / kWeeksPerEpoch) - 1;
    const std::size_t classes = clearing_classes_.count;
    std::vector<std::uint32_t> counts(classes, 0);
    std::vector<std::uint32_t> histograms(plan_.outcomes() * (classes + 1) * kHistogramBins, 0);
    for (Slot& slot : slots_) {
        for (std::size_t k = 0; k < classes; ++k) counts[k] += std::exchange(slot.clearing_counts[k], 0);
        for (std::size_t i = 0; i < histograms.size(); ++i) histograms[i] += std::exchange(slot.histograms[i], 0);
    }
    const ClassMoments moments{counts, clearing_sums_.total_and_clear(), histograms};
    const auto close_rows = [&](const Grouping& grouping, std::vector<float>& values, std::vector<std::int32_t>& persons) {
        for (std::size_t row = 0; row < grouping.size(); ++row) {
            const auto members = clearing_classes_.classes_in(grouping, row);
            std::int64_t n = 0;
            for (const std::size_t k : members) n += counts[k];
            persons[clearing * grouping.size() + row] = static_cast<std::int32_t>(n);
            for (std::size_t o = 0; o < plan_.outcomes(); ++o) {
                const std::size_t at = ((o * count_of(plan_.clearings) + clearing) * grouping.size() + row) * kMeasures.size();
                write_measures(moments, members, o, plan_.model->outcomes()[o], values.data() + at);
            }
        }
    };
    close_rows(plan_.model->phases(), record_.by_phase, record_.persons_by_phase);
    close_rows(plan_.model->strata(), record_.by_stratum, record_.persons_by_stratum);
}

RunRecord Recorder::take() {
    traces_.finish(record_);
    return std::move(record_);
}

std::vector<std::byte> Recorder::to_bytes() const {
    ByteWriter out;
    const std::vector<std::byte> record = record_.to_bytes();
    out.array(record);
    out.array(traces_.last_year_sums());
    return out.take();
}

void Recorder::restore(std::span<const std::byte> bytes) {
    ByteReader in(bytes);
    const auto record = in.array<std::byte>();
    record_ = RunRecord::from_bytes(record);
    traces_.last_year_sums() = in.array<double>();
}

}  // namespace bevlogen
