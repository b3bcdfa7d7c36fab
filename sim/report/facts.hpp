// Everything that a report tells of an experiment, as estimates: made once from its runs.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "sim/experiment/choice_effects.hpp"
#include "sim/experiment/clearing_series.hpp"
#include "sim/experiment/costs.hpp"
#include "sim/experiment/person_gains.hpp"
#include "sim/experiment/probability_best.hpp"
#include "sim/experiment/resamples.hpp"
#include "sim/experiment/stored_experiment.hpp"
#include "sim/experiment/variance_split.hpp"
#include "sim/experiment/verdict.hpp"

namespace bevlogen {

class Facts {
  public:
    // Reads all runs of `stored`, which must outlive this. Years count from 1; the experiment must have that year. `others` are the same
    // comparison under other words of a choice.
    Facts(const StoredExperiment& stored, int year, std::span<const StoredExperiment* const> others = {});

    const StoredExperiment& stored() const { return stored_; }
    const Model& model() const { return stored_.model(); }
    const Experiment& experiment() const { return stored_.experiment(); }
    const ExperimentResult& result() const { return result_; }
    const PersonGains& gains() const { return gains_; }
    const ClearingSeries& series() const { return series_; }  // of key()
    const ClearingSeries& steps() const { return steps_; }    // of programmes, in order (OutcomeDecl::step)
    const Costs& costs() const { return costs_; }
    bool is_comparison() const { return stored_.scenarios() > 1; }
    std::size_t scenarios() const { return stored_.scenarios(); }
    std::size_t phases() const { return model().phases().size(); }
    std::size_t replicates() const { return stored_.replicates(); }
    // What estimates are over, and how many there are.
    const ObservationUnit& unit() const { return result_.levels.unit(); }
    std::size_t observations() const { return unit().count(replicates()); }
    // That were there; fewer than scenarios times replicates where some failed.
    std::size_t runs() const { return runs_; }
    int year() const { return year_; }
    int years() const { return result_.levels.years(); }

    // Outcomes on which the answer rests: the headline ones. Indices into Model::outcomes(), as `o` everywhere below.
    const std::vector<std::size_t>& key() const { return series_.outcomes(); }
    // The one that the answer begins with: what is to be averted, else the first with a good direction, else the first.
    std::size_t foremost() const { return foremost_; }
    const OutcomeDecl& outcome(std::size_t o) const { return model().outcomes()[o]; }

    // Means over the year `year()`; differences are scenario minus base, paired by replicate.
    Estimate level(std::size_t s, std::size_t o, std::size_t phase) const;
    Estimate difference(std::size_t s, std::size_t o, std::size_t phase) const;
    Verdict verdict(std::size_t s, std::size_t o, std::size_t phase) const;
    // Of the variance of a difference, how much is of the parameters and how much chance; not numbers without draws.
    VarianceSplit split(std::size_t s, std::size_t o) const;
    // Of key(), under each word of a choice; null where the comparison was made under one word.
    const ChoiceEffects* choice() const { return choice_ ? &*choice_ : nullptr; }
    // In SD between persons of the base.
    double effect(std::size_t s, std::size_t o, std::size_t phase) const;
    // Digits behind the point for all differences of the outcome, as shown.
    int difference_digits(std::size_t o) const;

    // Of a share: how many persons more are in that state at any time of the year, and person-years over all years; both for the persons of
    // the base, so that new posts do not count.
    std::optional<Estimate> persons(std::size_t s, std::size_t o) const;
    std::optional<Estimate> person_years(std::size_t s, std::size_t o) const;
    // Probability that each scenario is the best in the outcome; NaN where that means nothing, or of too few replicates: resamples of a few
    // that happen to agree would be certain.
    static constexpr std::size_t kFewestForBest = 8;
    std::vector<double> best(std::size_t o) const;
    const Resamples& resamples() const { return resamples_; }
    // Of everybody; `k` counts key().
    EffectTimes times(std::size_t s, std::size_t k) const;

  private:
    std::vector<double> values(std::size_t s, std::size_t o, std::size_t phase, int year) const;
    Estimate weighed_by_persons(std::size_t s, std::size_t o, int first_year, int last_year) const;

    const StoredExperiment& stored_;
    int year_;
    std::size_t runs_ = 0;
    ExperimentResult result_;
    ClearingSeries series_, steps_;
    PersonGains gains_;
    Costs costs_;
    Resamples resamples_;
    std::optional<ChoiceEffects> choice_;
    std::size_t foremost_ = 0;
};

}  // namespace bevlogen
