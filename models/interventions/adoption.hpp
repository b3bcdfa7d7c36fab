// Which hospitals carry out a policy that nobody mandates, and how faithfully; and the lever `adoption`.
#pragma once

#include <array>
#include <span>
#include <vector>

#include "models/workforce/fields.hpp"
#include "models/workforce/world.hpp"
#include "sim/engine/model.hpp"
#include "sim/scenario/parameter_group.hpp"

namespace bevlogen::interventions {

inline constexpr std::size_t kLevels = 3;  // individual, organisational, national

struct AdoptionParameters {
    std::array<float, kLevels> hazard{};    // per week, where one party has to agree
    std::array<float, kLevels> fidelity{};  // share that is carried out, at usual ownership
    float highest_fidelity = 0.0f;          // at full ownership
    float per_party = 0.0f;                 // hazard of each further party that must agree, a factor
    float on_ownership = 0.0f, on_examples = 0.0f;
    float ownership = 0.0f;        // usual, in [0, 1]
    float per_level = 0.0f;        // ownership of each further level that acts
    float ownership_weeks = 0.0f;  // with which it fades
};

ParameterGroup<AdoptionParameters> declare_adoption_parameters();

// `adoption = { ownership = 0.3 }`: of every policy that is not mandated.
LeverDecl adoption_lever();

// Thesis of 2024, section 4.5.4: no actor can push a policy through alone. Everything is decided at clearings, by hospital, from chance.
class Adoption {
  public:
    // `lever`: number of `adoption` in the vocabulary. At most 64 interventions may be left to the hospitals.
    Adoption(const AdoptionParameters& parameters, const workforce::WorkforceFields& fields, const workforce::World& world,
             const Scenario& scenario, std::size_t lever);

    // Whether anything is left to the hospitals.
    bool is_needed() const { return left_ > 0; }
    // Nothing is adopted, ownership is usual.
    void populate(Block& block) const;
    // Scales the reach of intervention `i` (in order of names) by fidelity where the hospital has adopted it, by 0 elsewhere. A mandated
    // one stays as it is.
    void scale_reach(std::size_t i, const Block& block, std::span<float> reach) const;
    // Of each intervention the mean of that scale over teams; 1 of those that are mandated.
    std::vector<float> carried_out(std::span<const Block> blocks) const;
    // At the clearing: ownership, then which hospitals begin, all from the state before.
    void clear_nation(std::span<Block> blocks, const Now& now) const;
    // Of what is left to the hospitals, the share that the hospital of each team has adopted; `to`: one value a team.
    void measure(const Block& block, std::span<float> to) const;

  private:
    // What is known of an intervention of the scenario.
    struct Policy {
        bool is_mandated = true;
        std::size_t level = 0;
        int parties = 0;
        std::uint32_t sites = 0;  // a bit for each Site
        float share = 1.0f;       // whom it is meant for: team share x coverage x uptake

        std::size_t bit = 0;  // in the columns `adopted`, where it is left to the hospitals

        // One that is meant for nobody is nothing, so that it moves no bit of the others.
        bool is_left() const { return !is_mandated && share > 0.0f; }
    };
    float scale(std::size_t i, const Block& block, std::size_t team) const;
    // `strength`: of each intervention, dose x share x how far it is carried out.
    float active_ownership(const Now& now, std::span<const float> strength) const;

    AdoptionParameters p_;
    const workforce::WorkforceFields& fields_;
    const workforce::World& world_;
    std::size_t lever_;
    std::vector<Policy> policies_;
    std::size_t left_ = 0;  // policies that are left to the hospitals
};

}  // namespace bevlogen::interventions
