// What each factor tends to before feedbacks: phase, team, leader, and what stands for weeks: roster, duties, household, contract, shares.
#pragma once

#include <optional>

#include "models/wellbeing/factor_constants.hpp"
#include "models/workforce/event_parameters.hpp"
#include "models/workforce/fields.hpp"
#include "models/workforce/work_parameters.hpp"
#include "sim/engine/scratch.hpp"

namespace bevlogen::wellbeing {

// What the targets are centred on and compared with, from the other parts of the model.
struct TargetReferences {
    workforce::WorkParameters work;
    float leader_on_supervisor_support = 0.0f, leader_on_recognition = 0.0f, leader_on_safety = 0.0f, leader_on_management_friction = 0.0f;
    std::array<float, kPhases> care_at_home{};     // mean share who care for somebody
    std::array<float, kPhases> temporary_share{};  // of contracts
    std::array<float, kPhases> newcomer{};         // mean of being new in a team
    Fading fading;
    workforce::MeanEventEffects events;
};

class FactorTargets {
  public:
    FactorTargets(const FactorParameters& factors, const TargetReferences& references, const workforce::WorkforceFields& fields);

    // Adds what a team and its leader do for safety to kSafetyShift.
    void add_safety(const Block& block, Scratch& scratch) const;
    // After the levers have set the conditions: centred phase offsets, effects of team and leader, then what follows from the conditions
    // (standing parts of E5 ... E9, E20, E21). `moved`: where there is a market, what moving house does to work-home interference; what the
    // market does to teams stands in kTeamFragments ... kYoungInsecurity by then.
    void set(const Block& block, Scratch& scratch, std::optional<float> moved = {}) const;

    float offset(std::size_t factor, std::size_t phase) const { return offset_[factor][phase]; }
    const FactorParameters& parameters() const { return f_; }
    const Fading& fading() const { return r_.fading; }
    float overtime() const { return r_.work.overtime; }

  private:
    FactorParameters f_;
    TargetReferences r_;
    const workforce::WorkforceFields& fields_;
    std::array<std::array<float, kPhases>, kFactors> offset_{};  // centred
    std::array<std::array<float, kPhases>, kFactors> level_{};   // offset less the mean effects of events and arrivals
    std::array<float, kPhases> reference_care_{};                // share of working time that goes to care today
};

}  // namespace bevlogen::wellbeing
