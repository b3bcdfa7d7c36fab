// Compares parts with their tolerances.
#include "sim/calibrate/fit.hpp"

#include "sim/calibrate/posterior.hpp"

namespace bevlogen {

std::vector<PartFit> fit_over(const std::vector<std::vector<double>>& sets) {
    std::vector<PartFit> parts;
    if (sets.empty()) return parts;
    const std::vector<double> mean = mean_over(sets), weights(sets.size(), 1.0);
    for (std::size_t p = 0; p < mean.size(); ++p) {
        std::vector<double> all;
        for (const std::vector<double>& one : sets) all.push_back(one[p]);
        const WeightedSummary summary = summarise_weighted(all, weights);
        parts.push_back({mean[p], summary.low, summary.high});
    }
    return parts;
}

std::vector<PartFit> chosen_fit(const CalibrationRecord& record) {
    std::vector<PartFit> parts = fit_over(record.chosen.part);
    const std::vector<WeightedSummary> posterior = part_posteriors(record);
    for (std::size_t p = 0; p < parts.size(); ++p) parts[p].low = posterior[p].low, parts[p].high = posterior[p].high;
    return parts;
}

bool is_reached(const AimedPart& part, const PartFit& fit) { return NumberBand{part.low, part.high}.holds(fit.value); }

std::vector<TargetState> target_fits(const CalibrationDescription& about, const std::vector<PartFit>& parts) {
    std::vector<TargetState> all;
    for (const AimedTarget& target : about.targets) all.push_back(target.set_by.empty() ? TargetState::met : TargetState::set);
    for (std::size_t p = 0; p < parts.size(); ++p) {
        if (!is_reached(about.parts[p], parts[p])) all[about.parts[p].target] = TargetState::missed;
    }
    return all;
}

std::string_view word_of(TargetState state) { return state == TargetState::met ? "met" : state == TargetState::set ? "set" : "missed"; }

FitCounts count_fits(const CalibrationDescription& about, const std::vector<TargetState>& fits) {
    FitCounts n;
    for (std::size_t t = 0; t < fits.size(); ++t) {
        const bool is_level = !about.targets[t].set_by.empty();
        (is_level ? n.levels : n.tests) += 1;
        if (fits[t] != TargetState::missed) (is_level ? n.set : n.met) += 1;
    }
    return n;
}

}  // namespace bevlogen
