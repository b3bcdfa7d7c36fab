// What the lever `schedule` does to who works fewer hours: the share who do, fragmented work in the team, and how long training takes.
#pragma once

#include <span>
#include <vector>

#include "models/interventions/schedule.hpp"
#include "models/wellbeing/factor_parameters.hpp"
#include "models/workforce/career_terms.hpp"
#include "models/workforce/fields.hpp"
#include "sim/engine/model.hpp"

namespace bevlogen::interventions {

// kHoursRatio of a share of those who take part, drawn once a person, falls to part_time_hours of what it was. After change_schedule.
void change_part_time(const ScheduleParameters& parameters, const Now& now, std::size_t lever, const Block& block,
                      const workforce::WorkforceFields& fields, Scratch& scratch);

// E20 for them: as the mean hours of a team fall, role unclarity rises and support of colleagues falls (kBaseTarget). Students do not
// count.
void fragment_part_time(const ScheduleParameters& parameters, const wellbeing::FactorParameters& factors, const Now& now, std::size_t lever,
                        const Block& block, const workforce::WorkforceFields& fields, Scratch& scratch);

// Residents in training who work fewer hours by this lever train as much more slowly, where their training time is not protected. Fills
// terms.training_pace; leaves it empty where nothing changes.
void set_training_pace(const ScheduleParameters& parameters, const Now& now, std::size_t lever, const Block& block,
                       const workforce::WorkforceFields& fields, workforce::CareerTerms& terms);

}  // namespace bevlogen::interventions
