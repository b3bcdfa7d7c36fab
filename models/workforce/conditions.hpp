// Working conditions of each post as they are today; levers change them afterwards.
#pragma once

#include "models/workforce/fields.hpp"
#include "models/workforce/scratch_layout.hpp"
#include "models/workforce/work_parameters.hpp"
#include "sim/engine/scratch.hpp"

namespace bevlogen::workforce {

// Fills the condition columns of working memory (scratch_layout.hpp) with today's conditions of the phase.
void set_conditions(const WorkParameters& work, const WorkforceFields& fields, const Block& block, Scratch& scratch);

// After the levers: a team's duties are conserved, so those of exempted posts (kIsExempt) are passed on in proportion to the duties of the
// others of the team; where everybody is exempt, nothing is passed on.
void pass_duties_on(const Block& block, const WorkforceFields& fields, Scratch& scratch);

// Share of working time that goes to care at these conditions: (1 - administration)(1 - side tasks - losses).
inline float care_share(float administration, float side_tasks, float losses) noexcept {
    return (1.0f - administration) * (1.0f - side_tasks - losses);
}

}  // namespace bevlogen::workforce
