// Takes differences from each run, and compares signs and places.
#include "sim/experiment/choice_effects.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace bevlogen {
namespace {

// The one choice in which the first scenarios of the runs differ.
std::size_t choice_of(const Model& model, std::span<const ChoiceRun> runs) {
    const auto& decls = model.vocabulary().parameters.decls();
    std::vector<std::size_t> differing;
    for (std::size_t p = 0; p < decls.size(); ++p) {
        const auto value = [&](const ChoiceRun& run) { return run.experiment.scenarios.front().parameters.values[p]; };
        const bool is_same = std::ranges::all_of(runs, [&](const ChoiceRun& run) { return value(run) == value(runs.front()); });
        if (decls[p].kind == ParameterKind::choice && !is_same) differing.push_back(p);
    }
    const std::string& name = runs.back().experiment.scenarios.front().name;
    if (differing.empty())
        throw InputError({name, 0, 0}, "differs from the first comparison in no parameter that is a choice, such as \"theory\"");
    if (differing.size() > 1)
        throw InputError({name, 0, 0}, fmt::format("differs from the first comparison in two choices, \"{}\" and \"{}\"",
                                                   decls[differing[0]].path, decls[differing[1]].path));
    return differing.front();
}

void check_scenarios(std::span<const ChoiceRun> runs, int year) {
    const auto names = [](const ChoiceRun& run) {
        std::vector<std::string> all;
        for (const Scenario& scenario : run.experiment.scenarios) all.push_back(scenario.name);
        return all;
    };
    for (const ChoiceRun& run : runs) {
        const std::string& name = run.experiment.scenarios.front().name;
        if (names(run) != names(runs.front())) throw InputError({name, 0, 0}, "has other scenarios than the first comparison");
        if (run.levels.years() < year) throw InputError({name, 0, 0}, fmt::format("has no year {}", year));
    }
}

}  // namespace

ChoiceEffects::ChoiceEffects(const Model& model, std::span<const ChoiceRun> runs, std::vector<std::size_t> outcomes, int year)
    : model_(&model),
      parameter_(&model.vocabulary().parameters.decls()[choice_of(model, runs)]),
      outcomes_(std::move(outcomes)),
      scenarios_(runs.front().experiment.scenarios.size()),
      year_(year) {
    check_scenarios(runs, year);
    const std::size_t choice = *model.vocabulary().parameters.find(parameter_->path);
    for (const ChoiceRun& run : runs) {
        const auto word = static_cast<std::size_t>(run.experiment.scenarios.front().parameters.values[choice]);
        if (std::ranges::find(words_, parameter_->choices[word]) != words_.end())
            throw InputError({parameter_->choices[word], 0, 0}, "is the word of two of these comparisons");
        words_.push_back(parameter_->choices[word]);
        for (std::size_t s = 0; s < scenarios_; ++s) {
            for (const std::size_t o : outcomes_) differences_.push_back(run.levels.difference(s, o, 0, year));
        }
        for (const std::size_t o : outcomes_) base_levels_.push_back(run.levels.level(0, o, 0, year).mean);
    }
}

Survival ChoiceEffects::survival(std::size_t s, std::size_t k) const {
    std::vector<Estimate> all;
    for (std::size_t w = 0; w < words_.size(); ++w) all.push_back(difference(w, s, k));
    return survival_of(all);
}

std::vector<double> ChoiceEffects::places(std::size_t w, std::size_t k) const {
    std::vector<double> all;
    for (std::size_t s = 1; s < scenarios_; ++s) all.push_back(difference(w, s, k).mean);
    return places_of(all, model_->outcomes()[outcomes_[k]].good);
}

double ChoiceEffects::agreement(std::size_t w, std::size_t other, std::size_t k) const {
    return agreement_of(places(w, k), places(other, k));
}

Survival survival_of(std::span<const Estimate> differences) {
    std::size_t lower = 0, higher = 0, equal = 0;
    for (const Estimate& found : differences) {
        lower += found.high<0.0, higher += found.low> 0.0;
        equal += found.replicates > 1 && found.low == 0.0 && found.high == 0.0;
    }
    if (equal == differences.size()) return Survival::none;
    if (lower == differences.size() || higher == differences.size()) return Survival::holds;
    return lower > 0 && higher > 0 ? Survival::turns : Survival::unclear;
}

std::vector<double> places_of(std::span<const double> differences, Direction good) {
    const double sign = good == Direction::lower_is_better ? 1.0 : -1.0;
    std::vector<double> places;
    for (const double own : differences) {
        double before = 0.0, equal = 0.0;
        for (const double other : differences) before += sign * other < sign * own, equal += other == own;
        places.push_back(std::isfinite(own) ? before + (equal + 1.0) / 2.0 : 0.0);
    }
    return places;
}

double agreement_of(std::span<const double> places, std::span<const double> others) {
    constexpr double kNone = std::numeric_limits<double>::quiet_NaN();
    const auto n = static_cast<double>(places.size());
    double sums[2] = {}, squares[2] = {}, products = 0.0;
    for (std::size_t i = 0; i < places.size(); ++i) {
        const double a = places[i], b = others[i];
        if (a == 0.0 || b == 0.0) return kNone;
        sums[0] += a, sums[1] += b, squares[0] += a * a, squares[1] += b * b, products += a * b;
    }
    const double spread = (squares[0] - sums[0] * sums[0] / n) * (squares[1] - sums[1] * sums[1] / n);
    return n < 3.0 || !(spread > 0.0) ? kNone : (products - sums[0] * sums[1] / n) / std::sqrt(spread);
}

}  // namespace bevlogen
