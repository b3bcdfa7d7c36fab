// What the market and moving do to what factors tend to; what having no post does.
#pragma once

#include "models/careers/departure_parameters.hpp"
#include "models/careers/market_parameters.hpp"
#include "models/wellbeing/factor_parameters.hpp"
#include "models/workforce/fields.hpp"
#include "models/workforce/scratch_layout.hpp"
#include "sim/engine/model.hpp"

namespace bevlogen::careers {

// What FactorTargets::set adds for the market, into kTeamFragments ... kYoungInsecurity: insecurity by competition (K3) of anios and jonge
// klaren, fragmentation of teams where more than usual work fewer hours (E20), and in pools insecurity and recognition.
void note_market(const MarketParameters& market, const DepartureParameters& departure, const wellbeing::FactorParameters& factors,
                 const workforce::WorkforceFields& fields, const Block& block, Scratch& scratch);

// Specialists with side roles give less of their time to care.
void withdraw_from_care(const DepartureParameters& departure, const workforce::WorkforceFields& fields, const Block& block,
                        Scratch& scratch);

}  // namespace bevlogen::careers
