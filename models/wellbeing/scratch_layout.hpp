// Which column of working memory holds what while a block is stepped.
#pragma once

#include <cstddef>

#include "models/wellbeing/factor_parameters.hpp"

namespace bevlogen::wellbeing {

// Written by set_targets, valid until the next call: what a factor tends to without feedbacks, and weights of the phase.
inline constexpr std::size_t kBaseTarget = 0;  // kFactors columns: demands, resources
inline constexpr std::size_t kCapitalOnStrain = kBaseTarget + kFactors;
inline constexpr std::size_t kFlexibilityOnStrain = kCapitalOnStrain + 1;
inline constexpr std::size_t kColleaguesNeed = kFlexibilityOnStrain + 1;
inline constexpr std::size_t kAutonomyNeed = kColleaguesNeed + 1;
inline constexpr std::size_t kContentNeed = kAutonomyNeed + 1;
// Written by each step: the state at the start of the week, and the teams' aggregates spread over their posts.
inline constexpr std::size_t kPresent = kContentNeed + 1;  // 1: filled and not on leave
inline constexpr std::size_t kOnLeave = kPresent + 1;
inline constexpr std::size_t kStartExhaustionZ = kOnLeave + 1;
inline constexpr std::size_t kStartBurnoutZ = kStartExhaustionZ + 1;
inline constexpr std::size_t kStartEngagementZ = kStartBurnoutZ + 1;
inline constexpr std::size_t kTeamCount = kStartEngagementZ + 1;
inline constexpr std::size_t kTeamBurnout = kTeamCount + 1;  // sum over who is present
inline constexpr std::size_t kTeamEngagement = kTeamBurnout + 1;
inline constexpr std::size_t kTeamCohesion = kTeamEngagement + 1;
inline constexpr std::size_t kYearsInPost = kTeamCohesion + 1;
inline constexpr std::size_t kScratchColumns = kYearsInPost + 1;

}  // namespace bevlogen::wellbeing
