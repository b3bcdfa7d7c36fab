// Histograms by class, counted as whole numbers, so that no order matters.
#include "sim/record/year_quantiles.hpp"

#include <array>
#include <limits>
#include <utility>

#include "sim/record/histogram.hpp"

namespace bevlogen {

YearQuantiles::YearQuantiles(const RecordPlan& plan, unsigned slots, RunRecord& record)
    : plan_(plan), classes_(plan.model->category_count(), plan.model->phases()), slots_(slots) {
    for (Slot& slot : slots_) slot.counts.assign(plan.levels.size() * (classes_.count + 1) * kHistogramBins, 0);
    record.quantiles.assign(plan.levels.size() * static_cast<std::size_t>(plan.years) * plan.phases() * kQuantiles.size(),
                            std::numeric_limits<float>::quiet_NaN());
}

void YearQuantiles::add(const BlockNow& now, std::span<const float* const> outcomes, std::span<const std::uint8_t> categories) {
    if (now.week.value % kWeeksPerYear != 0) return;
    Slot& slot = slots_[now.slot];
    slot.first_bin.resize(categories.size());
    for (std::size_t i = 0; i < categories.size(); ++i) {
        const std::size_t k = categories[i] == kNoCategory ? classes_.count : classes_.class_of[categories[i]];
        slot.first_bin[i] = static_cast<std::uint32_t>(k * kHistogramBins);
    }
    for (std::size_t o = 0; o < plan_.levels.size(); ++o) {
        const OutcomeDecl& outcome = plan_.model->outcomes()[plan_.levels[o]];
        std::uint32_t* counts = slot.counts.data() + o * (classes_.count + 1) * kHistogramBins;
        count_into_bins(outcomes[plan_.levels[o]], slot.first_bin, {outcome.low, outcome.high}, slot.bins, counts);
    }
}

void YearQuantiles::close(Week week, RunRecord& record) {
    if (week.value % kWeeksPerYear != 0) return;
    const std::size_t year = static_cast<std::size_t>(week.value / kWeeksPerYear) - 1;
    std::vector<std::uint32_t> counts(slots_.empty() ? 0 : slots_[0].counts.size(), 0);
    for (Slot& slot : slots_) {
        for (std::size_t i = 0; i < counts.size(); ++i) counts[i] += std::exchange(slot.counts[i], 0);
    }
    const Grouping& phases = plan_.model->phases();
    for (std::size_t phase = 0; phase < phases.size(); ++phase) {
        const auto classes = classes_.classes_in(phases, phase);
        for (std::size_t o = 0; o < plan_.levels.size(); ++o) {
            const OutcomeDecl& outcome = plan_.model->outcomes()[plan_.levels[o]];
            std::array<std::uint32_t, kHistogramBins> bins{};
            for (const std::size_t k : classes) {
                const std::uint32_t* from = counts.data() + (o * (classes_.count + 1) + k) * kHistogramBins;
                for (std::size_t bin = 0; bin < kHistogramBins; ++bin) bins[bin] += from[bin];
            }
            const std::size_t row = (o * static_cast<std::size_t>(plan_.years) + year) * phases.size() + phase;
            for (std::size_t q = 0; q < kQuantiles.size(); ++q) {
                record.quantiles[row * kQuantiles.size() + q] =
                    static_cast<float>(quantile(bins, {outcome.low, outcome.high}, kQuantiles[q].share));
            }
        }
    }
}

}  // namespace bevlogen
