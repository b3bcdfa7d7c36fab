// What each draw of the workforce model is for. A number is never given a new meaning: old results would change.
#pragma once

#include "sim/random/chance.hpp"

namespace bevlogen::workforce {

inline constexpr Purpose kTeamSize{0x0110};
inline constexpr Purpose kWhoSitsHere{0x0111};
inline constexpr Purpose kPersonAttributes{0x0112};
inline constexpr Purpose kTraits{0x0113};
inline constexpr Purpose kTeamEffects{0x0114};
inline constexpr Purpose kInitialState{0x0120};
inline constexpr Purpose kWeeklyNoise{0x0121};
inline constexpr Purpose kAddedPosts{0x0115};          // world's chance
inline constexpr Purpose kUsualHoursOfPerson{0x0116};  // world's chance
inline constexpr Purpose kVolumeShock{0x0122};
inline constexpr Purpose kAbsenceAndEvents{0x0123};
inline constexpr Purpose kLeaveLength{0x0124};
inline constexpr Purpose kRotation{0x0125};
inline constexpr Purpose kDeparture{0x0126};
inline constexpr Purpose kOpening{0x0127};  // of a post
inline constexpr Purpose kSeeker{0x0128};
inline constexpr Purpose kEntry{0x0129};  // of a region, and of who enters
inline constexpr Purpose kGraduation{0x012a};
inline constexpr Purpose kTrainingLength{0x012b};
inline constexpr Purpose kLeaderQuality{0x012c};
inline constexpr Purpose kPast{0x012d};  // what had happened before the start
inline constexpr Purpose kUbos{0x0130};
inline constexpr Purpose kUbes{0x0131};
inline constexpr Purpose kYesNoItems{0x0132};
inline constexpr Purpose kServicePlaces{0x0148};  // of a hospital
inline constexpr Purpose kServiceTurn{0x0149};    // of who waits for a service
inline constexpr Purpose kSurvey{0x0133};         // BAT-12, and who answers

}  // namespace bevlogen::workforce
