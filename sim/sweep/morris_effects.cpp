// Each trajectory has one effect of each axis; moments over those that are there.
#include "sim/sweep/morris_effects.hpp"

#include <cmath>
#include <utility>

#include "sim/core/contract.hpp"

namespace bevlogen {
namespace {

struct ElementaryEffect {
    std::size_t trajectory;
    double size;
};

// [axis], those that are missing left out.
std::vector<std::vector<ElementaryEffect>> elementary_effects(std::span<const MorrisStep> steps, std::size_t axes,
                                                              std::span<const double> values) {
    std::vector<std::vector<ElementaryEffect>> effects(axes);
    for (std::size_t step = 0; step < steps.size(); ++step) {
        expect(steps[step].axis < axes, "a step is along one of the axes");
        const std::size_t trajectory = step / axes;
        const std::size_t from = step + trajectory;  // a trajectory has a point more than it has steps
        const double size = (values[from + 1] - values[from]) / steps[step].change;
        if (std::isfinite(size)) effects[steps[step].axis].push_back({trajectory, size});
    }
    return effects;
}

Interval interval_of_mean_absolute(const std::vector<ElementaryEffect>& effects, const Resamples& of_trajectories) {
    std::vector<double> means(of_trajectories.size());
    for (std::size_t draw = 0; draw < means.size(); ++draw) {
        double sum = 0.0, weights = 0.0;
        for (const auto& [trajectory, size] : effects) {
            const double weight = of_trajectories.weights(draw)[trajectory];
            weights += weight;
            sum += weight * std::abs(size);
        }
        means[draw] = sum / weights;  // not a number where none was drawn: percentile_interval leaves it out
    }
    return percentile_interval(std::move(means));
}

MorrisEffect summary(const std::vector<ElementaryEffect>& effects, const Resamples& of_trajectories) {
    MorrisEffect effect;
    effect.effects_used = effects.size();
    if (effects.empty()) return effect;
    const auto n = static_cast<double>(effects.size());
    double sum = 0.0, absolute = 0.0, squares = 0.0;
    for (const auto& each : effects) {
        sum += each.size;
        absolute += std::abs(each.size);
    }
    effect.mean = sum / n;
    effect.mean_absolute = absolute / n;
    if (effects.size() < 2) return effect;
    for (const auto& each : effects) squares += (each.size - effect.mean) * (each.size - effect.mean);
    effect.sd = std::sqrt(squares / (n - 1.0));
    effect.interval = interval_of_mean_absolute(effects, of_trajectories);
    return effect;
}

}  // namespace

std::vector<MorrisEffect> morris_effects(std::span<const MorrisStep> steps, std::size_t axes, std::span<const double> values,
                                         const Resamples& of_trajectories) {
    expect(axes >= 1 && steps.size() % axes == 0, "a trajectory steps along each axis");
    const std::size_t trajectories = steps.size() / axes;
    expect(values.size() == trajectories * (axes + 1), "a trajectory has a value more than it has axes");
    expect(of_trajectories.weights(0).size() == trajectories, "resamples are of as many trajectories");
    std::vector<MorrisEffect> effects;
    effects.reserve(axes);
    for (const auto& of_axis : elementary_effects(steps, axes, values)) effects.push_back(summary(of_axis, of_trajectories));
    return effects;
}

}  // namespace bevlogen
