// Compares simulated with published values.
#include "sim/calibrate/target.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace bevlogen {
namespace {

constexpr std::array<std::string_view, 14> kWords = {"mean",        "difference", "correlation",      "stability",     "slope",
                                                     "coefficient", "odds_ratio", "later_odds_ratio", "quarter_ratio", "rate_ratio",
                                                     "ratio",       "stay",       "persons",          "effect"};

}  // namespace

std::string_view word_of(StatisticKind kind) { return kWords[static_cast<std::size_t>(kind)]; }

std::optional<StatisticKind> statistic_kind(std::string_view word) {
    const auto found = std::ranges::find(kWords, word);
    if (found == kWords.end()) return std::nullopt;
    return static_cast<StatisticKind>(found - kWords.begin());
}

double TargetPart::miss_of(double simulated) const {
    const double width = simulated >= value ? tolerance.high - value : value - tolerance.low;
    return std::abs(simulated - value) / width;
}

TargetState state_of(const Target& target, const double* values) {
    for (std::size_t p = 0; p < target.parts.size(); ++p) {
        if (!target.parts[p].tolerance.holds(values[p])) return TargetState::missed;
    }
    return target.is_set() ? TargetState::set : TargetState::met;
}

double counted_miss(double miss) {
    constexpr double kFar = 2.0;
    if (!std::isfinite(miss)) return kFar * kFar;
    return miss * miss / (1.0 + (miss / kFar) * (miss / kFar));
}

double distance_of(const std::vector<Target>& targets, const std::vector<double>& values) {
    double sum = 0.0, weights = 0.0;
    const double* at = values.data();
    for (const Target& target : targets) {
        double counted = 0.0;
        for (const TargetPart& part : target.parts) counted += counted_miss(part.miss_of(*at++));
        sum += target.weight * counted / static_cast<double>(target.parts.size());
        weights += target.weight;
    }
    return std::sqrt(sum / weights);
}

}  // namespace bevlogen
