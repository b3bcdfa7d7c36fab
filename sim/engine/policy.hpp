// The interventions of a scenario over time: who is reached, and how strongly.
#pragma once

#include <cstddef>
#include <vector>

#include "sim/engine/model.hpp"
#include "sim/scenario/scenario.hpp"

namespace bevlogen {

class Policy {
  public:
    explicit Policy(const Scenario& scenario) : interventions_(scenario.interventions), burn_in_(scenario.burn_in_weeks()) {}

    std::size_t size() const { return interventions_.size(); }
    const Intervention& intervention(std::size_t i) const { return interventions_[i]; }

    // Whether any has started by this week (counted from the start of the burn-in); programmes go on after their end.
    bool has_started(Week week) const;
    // Whether a dose or a setting differs between this week and the one before.
    bool changes_at(Week week) const;
    // Dose and settings of intervention `i`.
    InterventionNow now(std::size_t i, Week week, const float* reach) const;

    // Fills reach[post] with 1 where the person is meant to take part in intervention `i`, else 0. Draws depend on person, team and the
    // intervention's name only, so who is meant stays meant; but a predicate of the scope (`where`) is asked again at each call.
    void fill_meant(std::size_t i, const Block& block, const EngineFields& engine, const Dynamics& dynamics, const Chance& chance,
                    float* reach) const;
    // The same, times how far the world carries the intervention out there (Dynamics::scale_reach).
    void fill_reach(std::size_t i, const Block& block, const EngineFields& engine, const Dynamics& dynamics, const Chance& chance,
                    float* reach) const;

    // Persons of the block who are in scope, whatever the draws of coverage and uptake say.
    std::size_t count_in_scope(std::size_t i, const Block& block, const EngineFields& engine, const Dynamics& dynamics) const;

  private:
    void mark_scope(std::size_t i, const Block& block, const EngineFields& engine, const Dynamics& dynamics,
                    std::vector<std::uint8_t>& in_scope) const;

    std::vector<Intervention> interventions_;
    Week burn_in_;
};

}  // namespace bevlogen
