// What the workforce model reports: its outcomes, phases and strata.
#pragma once

#include <vector>

#include "models/workforce/phases.hpp"
#include "sim/engine/outcome.hpp"

namespace bevlogen {

// Columns of measure(), in this order: factors, personal resources, needs, the five outcomes, burnout, engagement, four readings, four
// shares made of readings and factors, four shares by stage of coaching, six of leave and work, those of careers, adoption, three shares by
// stage of peer groups, those of programmes, of surveys and of care, the amounts that cost money.
std::vector<OutcomeDecl> workforce_outcomes();

// A category is a phase, a kind of hospital (or none: no post) and a sex.
inline constexpr std::size_t kWorkforceCategories = workforce::kPhases * workforce::kTeamSites * 2;
constexpr std::uint8_t category_of(std::uint8_t phase, std::uint8_t site, std::uint8_t sex) {
    constexpr auto kPhases = static_cast<std::uint8_t>(workforce::kPhases), kSites = static_cast<std::uint8_t>(workforce::kTeamSites);
    return static_cast<std::uint8_t>(phase + kPhases * (site + kSites * sex));
}

Grouping workforce_phases();  // all, then the six
Grouping workforce_strata();  // the four groups of the thesis, kinds of hospital, sexes

}  // namespace bevlogen
