// Means at clearings, side by side.
#include "sim/experiment/clearing_series.hpp"

#include <algorithm>
#include <limits>
#include <utility>

namespace bevlogen {
namespace {

constexpr std::size_t kHoldsOn = kWeeksPerYear / kWeeksPerEpoch;
constexpr std::size_t kHoldsOnAtLeast = kHoldsOn / 2;

int week_of(std::size_t clearing) { return static_cast<int>(clearing + 1) * kWeeksPerEpoch; }

// The first clearing from `from` on at which `holds(clearing)` for a year or to the end.
template <class Holds>
std::optional<std::size_t> first_that_holds_on(std::size_t from, std::size_t clearings, Holds holds) {
    std::size_t length = 0;
    for (std::size_t c = from; c < clearings; ++c) {
        length = holds(c) ? length + 1 : 0;
        if (length == kHoldsOn || (c + 1 == clearings && length >= kHoldsOnAtLeast)) return c + 1 - length;
    }
    return {};
}

}  // namespace

ClearingSeries::ClearingSeries(const RecordPlan& plan, std::vector<std::size_t> outcomes, std::size_t scenarios, std::size_t replicates)
    : outcomes_(std::move(outcomes)),
      phases_(plan.phases()),
      clearings_(static_cast<std::size_t>(plan.clearings)),
      replicates_(replicates),
      unit_(plan.options.replicates_a_draw),
      values_(scenarios * outcomes_.size() * phases_ * clearings_ * replicates_, std::numeric_limits<double>::quiet_NaN()) {}

std::size_t ClearingSeries::at(std::size_t scenario, std::size_t k, std::size_t phase, std::size_t clearing) const {
    return (((scenario * outcomes_.size() + k) * phases_ + phase) * clearings_ + clearing) * replicates_;
}

void ClearingSeries::take_from(const RecordPlan&, std::size_t scenario, std::size_t replicate, const RunRecord& record) {
    for (std::size_t k = 0; k < outcomes_.size(); ++k) {
        for (std::size_t phase = 0; phase < phases_; ++phase) {
            for (std::size_t c = 0; c < clearings_; ++c) {
                const float mean =
                    record.by_phase[((outcomes_[k] * clearings_ + c) * phases_ + phase) * kMeasures.size() + measure_index("mean")];
                values_[at(scenario, k, phase, c) + replicate] = static_cast<double>(mean);
            }
        }
    }
}

std::vector<double> ClearingSeries::values(std::size_t scenario, std::size_t k, std::size_t phase, std::size_t clearing) const {
    return unit_.values(std::span(values_).subspan(at(scenario, k, phase, clearing), replicates_));
}

std::vector<Estimate> ClearingSeries::levels(std::size_t scenario, std::size_t k, std::size_t phase) const {
    std::vector<Estimate> series;
    for (std::size_t c = 0; c < clearings_; ++c) series.push_back(estimate_mean(values(scenario, k, phase, c), unit_.interval()));
    return series;
}

std::vector<Estimate> ClearingSeries::differences(std::size_t scenario, std::size_t k, std::size_t phase) const {
    std::vector<Estimate> series;
    for (std::size_t c = 0; c < clearings_; ++c)
        series.push_back(paired_difference(values(0, k, phase, c), values(scenario, k, phase, c), unit_.interval()));
    return series;
}

EffectTimes effect_times(std::span<const Estimate> differences, std::optional<int> end_week) {
    const auto first_above = first_that_holds_on(0, differences.size(), [&](std::size_t c) { return differences[c].low > 0.0; });
    const auto first_below = first_that_holds_on(0, differences.size(), [&](std::size_t c) { return differences[c].high < 0.0; });
    EffectTimes times;
    if (!first_above && !first_below) return times;
    const std::size_t first = std::min(first_above.value_or(differences.size()), first_below.value_or(differences.size()));
    times.first_week = week_of(first);
    std::size_t after = first;
    while (end_week && after < differences.size() && week_of(after) < *end_week) ++after;
    const auto faded = first_that_holds_on(after, differences.size(), [&](std::size_t c) { return !differences[c].excludes_zero(); });
    if (faded) times.faded_week = week_of(*faded);
    return times;
}

}  // namespace bevlogen
