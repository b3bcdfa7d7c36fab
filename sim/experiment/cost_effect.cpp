// Fieller's interval of a ratio of paired means, and a bootstrap of net benefit.
#include "sim/experiment/cost_effect.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "sim/core/contract.hpp"
#include "sim/experiment/probability_best.hpp"

namespace bevlogen {
namespace {

constexpr double kNotANumber = std::numeric_limits<double>::quiet_NaN();

struct Pairs {
    std::vector<double> costs, averted;
};

Pairs present(std::span<const double> costs, std::span<const double> averted) {
    expect(costs.size() == averted.size(), "costs and averted years are of the same replicates");
    Pairs pairs;
    for (std::size_t r = 0; r < costs.size(); ++r) {
        if (!std::isfinite(costs[r]) || !std::isfinite(averted[r])) continue;
        pairs.costs.push_back(costs[r]);
        pairs.averted.push_back(averted[r]);
    }
    return pairs;
}

double covariance(std::span<const double> a, double mean_a, std::span<const double> b, double mean_b) {
    double sum = 0.0;
    for (std::size_t r = 0; r < a.size(); ++r) sum += (a[r] - mean_a) * (b[r] - mean_b);
    return sum / (static_cast<double>(a.size()) - 1.0);
}

// The interval of mean cost over mean averted, where that of averted excludes zero: the roots of
// (e^2 - t^2 v_e) R^2 - 2 (e c - t^2 v_ce) R + (c^2 - t^2 v_c) = 0, with variances of means or, for a draw, of one more value.
Estimate fieller(const Pairs& pairs, double cost, double averted, IntervalOf of) {
    const std::size_t n = pairs.costs.size();
    const double share = t_of_interval(n) * t_of_interval(n) * share_of_variance(of, n);
    const double squared = averted * averted - share * covariance(pairs.averted, averted, pairs.averted, averted);
    const double linear = averted * cost - share * covariance(pairs.costs, cost, pairs.averted, averted);
    const double constant = cost * cost - share * covariance(pairs.costs, cost, pairs.costs, cost);
    expect(squared > 0.0, "a ratio is asked where the effect is clear");
    const double root = std::sqrt(std::max(0.0, linear * linear - squared * constant));
    return {cost / averted, (linear - root) / squared, (linear + root) / squared, pairs.costs.size()};
}

CostVerdict verdict_of(const Estimate& cost, const Estimate& averted) {
    if (cost.low > 0.0) {
        if (averted.low > 0.0) return CostVerdict::dearer_and_better;
        return averted.high < 0.0 ? CostVerdict::dearer_and_worse : CostVerdict::dearer;
    }
    if (cost.high < 0.0) {
        if (averted.low > 0.0) return CostVerdict::cheaper_and_better;
        return averted.high < 0.0 ? CostVerdict::cheaper_and_worse : CostVerdict::cheaper;
    }
    if (averted.low > 0.0) return CostVerdict::better;
    return averted.high < 0.0 ? CostVerdict::worse : CostVerdict::unclear;
}

}  // namespace

Label words_for(CostVerdict verdict, bool has_unpriced_measure) {
    if (has_unpriced_measure) {
        const Label words = words_for(verdict);
        return {words.en + ", before the measure's own price, which is not stated",
                words.nl + ", vóór de prijs van de maatregel zelf, die niet is opgegeven"};
    }
    switch (verdict) {
        case CostVerdict::dearer_and_better: return {"dearer and better", "duurder en beter"};
        case CostVerdict::cheaper_and_better: return {"cheaper and better", "goedkoper en beter"};
        case CostVerdict::dearer_and_worse: return {"dearer and worse", "duurder en slechter"};
        case CostVerdict::cheaper_and_worse:
            return {"cheaper and worse: EUR saved a year lost", "goedkoper en slechter: euro bespaard per verloren jaar"};
        case CostVerdict::better: return {"better; costs not distinguishable", "beter; kosten niet te onderscheiden"};
        case CostVerdict::worse: return {"worse; costs not distinguishable", "slechter; kosten niet te onderscheiden"};
        case CostVerdict::dearer: return {"dearer; effect not distinguishable", "duurder; effect niet te onderscheiden"};
        case CostVerdict::cheaper: return {"cheaper; effect not distinguishable", "goedkoper; effect niet te onderscheiden"};
        case CostVerdict::unclear: break;
    }
    return {"not distinguishable", "niet te onderscheiden"};
}

CostPerAverted cost_per_averted(std::span<const double> costs, std::span<const double> averted, IntervalOf of) {
    const Pairs pairs = present(costs, averted);
    const Estimate cost = estimate_mean(pairs.costs, of), effect = estimate_mean(pairs.averted, of);
    CostPerAverted answer{verdict_of(cost, effect), {kNotANumber, kNotANumber, kNotANumber, pairs.costs.size()}};
    const bool has_ratio = answer.verdict == CostVerdict::dearer_and_better || answer.verdict == CostVerdict::better ||
                           answer.verdict == CostVerdict::cheaper_and_worse;
    if (has_ratio) answer.ratio = fieller(pairs, cost.mean, effect.mean, of);
    return answer;
}

std::vector<std::vector<double>> acceptability(std::span<const std::vector<double>> costs, std::span<const std::vector<double>> averted,
                                               std::span<const double> worth, const Resamples& resamples) {
    expect(!costs.empty() && costs.size() == averted.size(), "costs and averted years are of the same scenarios");
    const std::size_t scenarios = costs.size(), replicates = costs.front().size();
    std::vector<std::vector<double>> shares(scenarios), benefit(scenarios, std::vector<double>(replicates));
    for (const double a_year : worth) {
        for (std::size_t s = 0; s < scenarios; ++s) {
            for (std::size_t r = 0; r < replicates; ++r) benefit[s][r] = a_year * averted[s][r] - costs[s][r];
        }
        const std::vector<double> best = probability_best(benefit, Direction::higher_is_better, resamples);
        if (!std::isfinite(best.front())) return {};
        for (std::size_t s = 0; s < scenarios; ++s) shares[s].push_back(best[s]);
    }
    return shares;
}

std::vector<double> usual_worths() {
    std::vector<double> worths;
    for (int euro = 0; euro <= 200'000; euro += 10'000) worths.push_back(euro);
    return worths;
}

}  // namespace bevlogen
