// Asks the statistics of a comparison what a report tells.
#include "sim/report/facts.hpp"

#include <algorithm>
#include <cmath>

#include "sim/report/shown_number.hpp"

namespace bevlogen {
namespace {

// The outcomes with this mark.
std::vector<std::size_t> outcomes_with(const Model& model, bool OutcomeDecl::*mark) {
    std::vector<std::size_t> outcomes;
    for (std::size_t o = 0; o < model.outcomes().size(); ++o) {
        if (model.outcomes()[o].*mark) outcomes.push_back(o);
    }
    return outcomes;
}

// The week from which no programme of the scenario acts any more, if there is one.
std::optional<int> end_of_programmes(const Scenario& scenario) {
    std::optional<int> end;
    for (const Intervention& intervention : scenario.interventions) {
        if (!intervention.schedule.end) return {};
        end = std::max(end.value_or(0), intervention.schedule.end->value);
    }
    return end;
}

ChoiceEffects choice_effects(const StoredExperiment& stored, const ExperimentResult& result,
                             std::span<const StoredExperiment* const> others, const std::vector<std::size_t>& outcomes, int year) {
    std::vector<ExperimentResult> results;
    results.reserve(others.size());  // runs hold on to them
    std::vector<ChoiceRun> runs = {{stored.experiment(), result.levels}};
    for (const StoredExperiment* other : others) runs.push_back({other->experiment(), results.emplace_back(other->result()).levels});
    return {stored.model(), runs, outcomes, year};
}

}  // namespace

Facts::Facts(const StoredExperiment& stored, int year, std::span<const StoredExperiment* const> others)
    : stored_(stored),
      year_(year),
      result_(stored.plan(), stored.scenarios(), stored.replicates()),
      series_(stored.plan(), outcomes_with(stored.model(), &OutcomeDecl::headline), stored.scenarios(), stored.replicates()),
      steps_(stored.plan(), outcomes_with(stored.model(), &OutcomeDecl::step), stored.scenarios(), stored.replicates()),
      gains_(stored.plan(), stored.scenarios(), stored.replicates()),
      costs_([&] {
          stored.for_each_run([&](std::size_t scenario, std::size_t replicate, const RunRecord& record) {
              ++runs_;
              result_.take_from(scenario, replicate, record);
              series_.take_from(stored.plan(), scenario, replicate, record);
              steps_.take_from(stored.plan(), scenario, replicate, record);
              gains_.take_from(stored.plan(), scenario, replicate, record);
          });
          return Costs(stored.model(), stored.experiment().scenarios, result_.resources, stored.experiment().draws);
      }()),
      resamples_(observations(), unit().interval()) {
    const auto averts = std::find_if(key().begin(), key().end(), [&](std::size_t o) { return !outcome(o).averted.en.empty(); });
    const auto directed = std::find_if(key().begin(), key().end(), [&](std::size_t o) { return outcome(o).good != Direction::neutral; });
    if (!others.empty()) choice_ = choice_effects(stored, result_, others, key(), year);
    if (!key().empty()) foremost_ = averts != key().end() ? *averts : directed != key().end() ? *directed : key().front();
}

std::vector<double> Facts::values(std::size_t s, std::size_t o, std::size_t phase, int year) const {
    return result_.levels.values(s, o, phase, year);
}

Estimate Facts::level(std::size_t s, std::size_t o, std::size_t phase) const { return result_.levels.level(s, o, phase, year_); }

Estimate Facts::difference(std::size_t s, std::size_t o, std::size_t phase) const { return result_.levels.difference(s, o, phase, year_); }

Verdict Facts::verdict(std::size_t s, std::size_t o, std::size_t phase) const {
    return verdict_of(outcome(o).good, difference(s, o, phase));
}

VarianceSplit Facts::split(std::size_t s, std::size_t o) const {
    std::vector<double> differences = result_.levels.by_replicate(s, o, 0, year_);
    const std::vector<double> base = result_.levels.by_replicate(0, o, 0, year_);
    for (std::size_t r = 0; r < base.size(); ++r) differences[r] -= base[r];
    return split_variance(differences, unit().replicates());
}

double Facts::effect(std::size_t s, std::size_t o, std::size_t phase) const {
    return standardised_effect(difference(s, o, phase), result_.levels.base_sd(o, phase, year_));
}

int Facts::difference_digits(std::size_t o) const {
    std::vector<Estimate> differences;
    for (std::size_t s = 1; s < scenarios(); ++s) differences.push_back(difference(s, o, 0));
    return digits_of(outcome(o), differences);
}

Estimate Facts::weighed_by_persons(std::size_t s, std::size_t o, int first_year, int last_year) const {
    std::vector<double> base(observations(), 0.0), other(observations(), 0.0);
    for (int year = first_year; year <= last_year; ++year) {
        const double persons = result_.levels.persons(0, year);
        const std::vector<double> without = values(0, o, 0, year), with = values(s, o, 0, year);
        for (std::size_t r = 0; r < observations(); ++r) {
            base[r] += persons * without[r];
            other[r] += persons * with[r];
        }
    }
    return paired_difference(base, other, unit().interval());
}

std::optional<Estimate> Facts::persons(std::size_t s, std::size_t o) const {
    if (outcome(o).shape != Shape::share) return {};
    return weighed_by_persons(s, o, year_, year_);
}

std::optional<Estimate> Facts::person_years(std::size_t s, std::size_t o) const {
    if (outcome(o).shape != Shape::share) return {};
    return weighed_by_persons(s, o, 1, years());
}

std::vector<double> Facts::best(std::size_t o) const {
    std::vector<std::vector<double>> all;
    for (std::size_t s = 0; s < scenarios(); ++s) all.push_back(values(s, o, 0, year_));
    const Direction good = observations() < kFewestForBest ? Direction::neutral : outcome(o).good;
    return probability_best(all, good, resamples_);
}

EffectTimes Facts::times(std::size_t s, std::size_t k) const {
    return effect_times(series_.differences(s, k, 0), end_of_programmes(experiment().scenarios[s]));
}

}  // namespace bevlogen
