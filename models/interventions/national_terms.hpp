// What interventions do to the whole country's training and search for staff: what no person of a block can be asked for.
#pragma once

#include <vector>

#include "models/workforce/career_terms.hpp"
#include "models/workforce/world.hpp"
#include "sim/engine/model.hpp"

namespace bevlogen::interventions {

// Levers that act on the country, by their numbers in the vocabulary.
struct NationalLevers {
    std::size_t staffing = 0, training = 0;
};

// How far an intervention that acts on the country is meant to reach it: its team share x coverage x uptake x the share of the training
// posts that its kinds of hospitals have. Arms, predicates and sexes of a scope narrow nothing national.
struct NationalReach {
    Purpose intervention{};
    float share = 0.0f;
    std::uint32_t phases = 0;  // a bit for each Phase
};
std::vector<NationalReach> national_reach(std::span<const Intervention> interventions, const NationalLevers& levers,
                                          const workforce::World& world);

// The terms of this week. `adopted`: of interventions, in their order, the share of the country in which each is carried out.
workforce::NationalTerms national_terms(std::span<const NationalReach> reach, std::span<const InterventionNow> interventions,
                                        const NationalLevers& levers, std::span<const float> adopted);

}  // namespace bevlogen::interventions
