// The prices of the workforce: wages, coaches, discount rates, and who pays wages.
#pragma once

#include <array>
#include <span>
#include <string>
#include <vector>

#include "models/workforce/phases.hpp"
#include "sim/scenario/parameter_group.hpp"
#include "sim/scenario/vocabulary.hpp"

namespace bevlogen::workforce {

// Who bears costs; the hospital, where an intervention does not say who.
enum class Payer : std::uint8_t { hospital, department, person, training_fund, insurer, subsidy };
inline constexpr std::size_t kPayers = 6;
const std::vector<PayerDecl>& payer_decls();

// In double precision, which money asks for. EUR of the price year.
struct CostParameters {
    int price_year = 0;
    double discount_of_costs = 0.0, discount_of_effects = 0.0;  // a year
    std::array<double, kPhases> wage{};                         // an hour of a contract, with employer's charges
    std::array<int, kPhases> wage_payer{};                      // a Payer
    double hired_hour = 0.0;                                    // price of an hour of somebody who stands in, relative to the wage
    double session_external = 0.0, session_internal = 0.0;      // a session with a coach
    double employed_coach = 0.0;                                // a year
    double facilitator_professional = 0.0;                      // a session of a peer group
    double service = 0.0;                                       // a stay in a service of the hospital
    double support_hour = 0.0;                                  // of support staff
    std::array<double, kPhases> replacement_of_leaver{};        // to find and settle somebody in the place of who leaves
    double care_not_delivered = 0.0;                            // an hour of care that is asked and not given; 0: no price
};

ParameterGroup<CostParameters> declare_cost_parameters();

}  // namespace bevlogen::workforce
