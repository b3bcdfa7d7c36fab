// The equations of peer groups, one pure function each, numbered as in docs/model.md.
#pragma once

#include "sim/core/portable_math.hpp"

namespace bevlogen::interventions {

// G1 How safe it is to speak in the group: safety at work (team, leader, culture, own gains), who leads, whether seniors sit with juniors.
inline float safety_in_group(float at_work, float of_facilitator, float of_ranks) noexcept { return at_work + of_facilitator + of_ranks; }

// G2 What a session adds to support or safety: half of it is lost where the group is not safe, less happens where nobody leads.
inline float gain_of_peer_session(float size, float safety, float reversed_share, float strength) noexcept {
    return strength * (safety > 0.0f ? size : -reversed_share * size);
}

// G3 What a session takes from emotional load: nothing where the group is not safe.
inline float relief_of_peer_session(float size, float safety, float strength) noexcept { return safety > 0.0f ? strength * size : 0.0f; }

// G4 What is left of a gain after some weeks.
inline float left_of_time_constant(float weeks, float time_constant) noexcept { return portable_exp(-weeks / time_constant); }

}  // namespace bevlogen::interventions
