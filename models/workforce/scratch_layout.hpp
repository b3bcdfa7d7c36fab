// Which column of working memory holds what while a block is stepped.
#pragma once

#include <cstddef>

#include "models/workforce/work_factors.hpp"
#include "sim/core/week.hpp"

namespace bevlogen::workforce::columns {

// Written by set_targets, valid until the next call: what a factor tends to without feedbacks, and weights of the phase.
inline constexpr std::size_t kBaseTarget = 0;  // kFactors columns: demands, resources
inline constexpr std::size_t kCapitalOnStrain = kBaseTarget + kFactors;
inline constexpr std::size_t kFlexibilityOnStrain = kCapitalOnStrain + 1;
inline constexpr std::size_t kColleaguesNeed = kFlexibilityOnStrain + 1;
inline constexpr std::size_t kAutonomyNeed = kColleaguesNeed + 1;
inline constexpr std::size_t kContentNeed = kAutonomyNeed + 1;
inline constexpr std::size_t kEpochNoise = kContentNeed + 1;  // kWeeksPerEpoch columns: normals that are drawn once an epoch
// Written by each step: the state at the start of the week, and the teams' aggregates spread over their posts.
inline constexpr std::size_t kPresent = kEpochNoise + kWeeksPerEpoch;  // 1: filled and not on leave
inline constexpr std::size_t kOnLeave = kPresent + 1;                  // 1; 2: without a post, whom insecurity does not spare
inline constexpr std::size_t kStartExhaustionZ = kOnLeave + 1;
inline constexpr std::size_t kStartBurnoutZ = kStartExhaustionZ + 1;
inline constexpr std::size_t kStartEngagementZ = kStartBurnoutZ + 1;
inline constexpr std::size_t kTeamCount = kStartEngagementZ + 1;
inline constexpr std::size_t kTeamBurnout = kTeamCount + 1;  // sum over who is present
inline constexpr std::size_t kTeamEngagement = kTeamBurnout + 1;
inline constexpr std::size_t kTeamCohesion = kTeamEngagement + 1;
// In the same columns, where the theory knows no contagion but looks at the team's leader and safety.
inline constexpr std::size_t kTeamLeader = kTeamBurnout, kTeamSafety = kTeamEngagement;
// Written by the load of the week, spread over the posts of each team.
inline constexpr std::size_t kLogLoad = kTeamCohesion + 1;
inline constexpr std::size_t kOvertime = kLogLoad + 1;  // hours over those at a load of 0
// Working conditions in the weeks to come: today's, written by set_conditions, then changed by levers, valid until the next call.
inline constexpr std::size_t kAdministrationShare = kOvertime + 1;       // of working time
inline constexpr std::size_t kSideTaskShare = kAdministrationShare + 1;  // of what administration leaves
inline constexpr std::size_t kLossShare = kSideTaskShare + 1;            // to consultation and logistics, of what administration leaves
inline constexpr std::size_t kHoursRatio = kLossShare + 1;               // hours of the roster over those of the contract
inline constexpr std::size_t kExtraHours = kHoursRatio + 1;              // a week beside the roster (unpaid preparation); 0 today
inline constexpr std::size_t kShiftsADay = kExtraHours + 1;              // 3 today
inline constexpr std::size_t kDuties = kShiftsADay + 1;                  // night, weekend and on-call shifts per 4 weeks
inline constexpr std::size_t kIsExempt = kDuties + 1;                    // 1: passes its duties on to the others of the team
inline constexpr std::size_t kHouseholdShare = kIsExempt + 1;            // how much of care at home weighs: 1 today
inline constexpr std::size_t kVisibility = kHouseholdShare + 1;          // of help, on the logit of enrolment; 0 today
inline constexpr std::size_t kStigmaShift = kVisibility + 1;             // of asking help; 0 today
inline constexpr std::size_t kSafetyShift = kStigmaShift + 1;            // of psychological safety; 0 today
inline constexpr std::size_t kReplacedShare = kSafetyShift + 1;          // of long absences
// What capacity follows from, written after the levers.
inline constexpr std::size_t kCarePerHour = kReplacedShare + 1;       // contribution x share of care in an hour that administration leaves
inline constexpr std::size_t kRosterHours = kCarePerHour + 1;         // a week by contract and schedule: what care follows from
inline constexpr std::size_t kUsualHours = kRosterHours + 1;          // a week at a load of 0, with the overtime that is usual in the phase
inline constexpr std::size_t kSupervisionHours = kUsualHours + 1;     // hours of care that supervising the person takes from the team
inline constexpr std::size_t kHandoverShare = kSupervisionHours + 1;  // share of the team's capacity that handovers leave: 1 today
// Hazards that stay the same from one call of set_targets to the next, of whoever is at work.
inline constexpr std::size_t kMaternityHazard = kHandoverShare + 1;
inline constexpr std::size_t kConflictHazard = kMaternityHazard + 1;
// Written each week: hours of programmes before the load, the others by the load.
inline constexpr std::size_t kReleasedHours = kConflictHazard + 1;
inline constexpr std::size_t kStaffed = kReleasedHours + 1;  // share of the week in which somebody does the work of the post
inline constexpr std::size_t kCareHours = kStaffed + 1;      // hours of care of a staffed post, less the supervision it takes
// Written by the theory's step: the chance of the week's absence, kAbsenceUniforms columns.
inline constexpr std::size_t kAbsenceUniforms = 4;
inline constexpr std::size_t kAbsenceUniform = kCareHours + 1;
// More conditions, of levers alone.
inline constexpr std::size_t kTaskMatch =
    kAbsenceUniform + kAbsenceUniforms;                         // of tasks with the person, in [0, 1]; tasks.match_today today
inline constexpr std::size_t kUnagreedMatch = kTaskMatch + 1;   // how much of the match has changed without the team's consent
inline constexpr std::size_t kSeeksTimes = kUnagreedMatch + 1;  // rate of looking for another employer over the usual; 1 today
inline constexpr std::size_t kScratchColumns = kSeeksTimes + 1;

// Columns over teams: care demand, written with the conditions.
inline constexpr std::size_t kTeamVolume = 0;             // log that is added to care demand; 0 today
inline constexpr std::size_t kTeamPsi = kTeamVolume + 1;  // how far care demand follows capacity
inline constexpr std::size_t kTeamShock = kTeamPsi + 1;   // SD of shocks over the usual; 1 today
// What the market adds to targets, written before them: of everybody in the team, then of its anios and jonge klaren.
inline constexpr std::size_t kTeamFragments = kTeamShock + 1;         // to role unclarity, and off the support of colleagues
inline constexpr std::size_t kTeamRecognition = kTeamFragments + 1;   // in pools
inline constexpr std::size_t kTeamInsecurity = kTeamRecognition + 1;  // in pools
inline constexpr std::size_t kAniosInsecurity = kTeamInsecurity + 1;
inline constexpr std::size_t kYoungInsecurity = kAniosInsecurity + 1;
inline constexpr std::size_t kScratchTeamColumns = kYoungInsecurity + 1;

}  // namespace bevlogen::workforce::columns
