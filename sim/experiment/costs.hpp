// What scenarios cost: amounts that runs used times prices of their scenarios, by line, payer, year and replicate.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "sim/engine/model.hpp"
#include "sim/experiment/cost_effect.hpp"
#include "sim/experiment/resource_use.hpp"
#include "sim/scenario/parameter_draws.hpp"

namespace bevlogen {

// By year: an amount of year y counts (1 + rate)^-(y - 1), at the base's rate.
enum class Discounting { none, by_year };

// Which part of the costs: of one line, payer or year; of all where none is said. Years count from 1.
struct CostPart {
    std::optional<std::size_t> line{};   // index into Costs::lines()
    std::optional<std::size_t> payer{};  // index into Vocabulary::payers
    std::optional<int> year{};
};

// Whether what the measure itself costs is not stated, though it is not free: nothing then counts for it.
bool is_unpriced(const Intervention& intervention, const Model& model);

class Costs {
  public:
    // Scenarios in the order of `used`, the first is the base; prices are those of each scenario, so that other prices need no new run:
    // give scenarios that have them. Interventions with costs per person populate a world to count whom they reach.
    // Under draws of parameters each replicate has the prices of its draw.
    Costs(const Model& model, std::span<const Scenario> scenarios, const ResourceUse& used,
          const std::optional<ParameterDraws>& draws = {});

    // Where not, the model knows no payers and there is nothing to ask.
    bool are_known() const { return payers_ > 0; }
    // Those of the model, then what interventions cost whatever they do.
    const std::vector<CostLineDecl>& lines() const { return lines_; }
    std::size_t payers() const { return payers_; }
    std::size_t scenarios() const { return prices_.size(); }
    int years() const { return years_; }
    // As the scenario says, whatever is drawn.
    const Prices& prices(std::size_t scenario) const { return prices_[scenario]; }

    // Whether an intervention of the scenario says no price and enrols nobody, who would have sessions to pay for: what it costs itself is
    // not counted then.
    bool has_unpriced_measure(std::size_t scenario) const { return has_unpriced_measure_[scenario]; }

    // EUR, one value a unit of observation; NaN where a run is missing. What a payer receives counts as negative.
    std::vector<double> euros(std::size_t scenario, const CostPart& part, Discounting discounting) const;
    // Scenario minus base, paired.
    std::vector<double> differences(std::size_t scenario, const CostPart& part, Discounting discounting) const;
    Estimate difference(std::size_t scenario, const CostPart& part, Discounting discounting) const;

    // Whether the model says which state is to be averted; person-years in it that the scenario averts, one value a unit.
    bool has_averted() const { return has_averted_; }
    std::vector<double> averted(std::size_t scenario, Discounting discounting) const;
    Estimate averted_estimate(std::size_t scenario) const;
    // Both discounted.
    CostPerAverted per_averted(std::size_t scenario) const;
    const ObservationUnit& unit() const { return unit_; }

  private:
    // Where the first replicate stands in euros_; the others follow.
    std::size_t place(std::size_t scenario, std::size_t line, std::size_t payer, int year) const;
    struct Replicates {
        std::size_t first, last;
    };
    void price_amounts(std::size_t scenario, Replicates under, const Prices& of, const Model& model, const ResourceUse& used);
    void spread(std::size_t scenario, Replicates under, const ScheduledCost& cost);
    void forget(std::size_t scenario, std::size_t replicate);  // a run that is missing

    ObservationUnit unit_;
    std::size_t replicates_, payers_;
    int weeks_, years_;
    bool has_averted_;
    std::vector<CostLineDecl> lines_;
    std::vector<Prices> prices_;  // of each scenario
    std::vector<bool> has_unpriced_measure_;
    std::vector<double> euros_;    // [scenario][line][payer][year][replicate]
    std::vector<double> averted_;  // [scenario][year][replicate]
};

// What an intervention costs whatever it does, as scheduled costs of the line `line`.
std::vector<ScheduledCost> costs_of_intervention(const Intervention& intervention, double persons_reached, double scale, std::size_t line,
                                                 Week recorded);

}  // namespace bevlogen
