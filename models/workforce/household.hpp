// The household: who cares for somebody at home, by age.
#pragma once

#include <array>

#include "models/workforce/stationary.hpp"
#include "sim/scenario/parameter_group.hpp"

namespace bevlogen::workforce {

// Of the line through (age, probability of care at home): rising, highest, falling.
inline constexpr std::size_t kCarePoints = 5;

struct HouseholdParameters {
    std::array<float, kCarePoints> age{};   // years, ascending
    std::array<float, kCarePoints> care{};  // probability at that age
};

ParameterGroup<HouseholdParameters> declare_household_parameters();

// Probability of care at home at an age in years: linear between the points, flat outside them.
double care_probability(const HouseholdParameters& household, double age) noexcept;

// Its mean over the stationary population of each phase: what makes the effect of care zero on average within a phase.
std::array<float, kPhases> mean_care_share(const HouseholdParameters& household, const StationaryCareers& careers);

}  // namespace bevlogen::workforce
