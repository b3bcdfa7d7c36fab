// Working conditions of each post as they are today; levers change them afterwards.
#pragma once

#include "models/workforce/capacity_equations.hpp"
#include "models/workforce/fields.hpp"
#include "models/workforce/scratch_layout.hpp"
#include "models/workforce/work_parameters.hpp"
#include "sim/engine/scratch.hpp"

namespace bevlogen::workforce {

// Fills the condition columns of working memory (scratch_layout.hpp) with today's conditions of the phase, and released hours with 0.
// Each person has usual hours of their own.
void set_conditions(const WorkParameters& work, const WorkforceFields& fields, const Block& block, Scratch& scratch);

// After the levers: a team's duties are conserved, so those of exempted posts (kIsExempt, a share) are passed on in proportion to the
// duties that the others of the team keep; where nobody keeps any, nothing is passed on. Only posts with somebody on them take part, and no
// coassistenten: their duties are there to learn from and no help to the roster.
void pass_duties_on(const Block& block, const WorkforceFields& fields, Scratch& scratch);

}  // namespace bevlogen::workforce
