// The lever `tasks`: tasks that match persons, fewer side tasks, variety, mobility.
#pragma once

#include <span>

#include "models/interventions/work_lever_parameters.hpp"
#include "models/workforce/fields.hpp"
#include "sim/core/week.hpp"
#include "sim/engine/model.hpp"

namespace bevlogen::interventions {

// `tasks = { match = 0.7, agreed = true }`, `tasks = { side_tasks = -0.25, to_posts = 0.5 }`, `tasks = { mobility = 2 }`.
LeverDecl tasks_lever();

// Changes the conditions kSideTaskShare and kSeeksTimes of whoever takes part, and fills kTaskMatch and kUnagreedMatch where an
// intervention has the lever.
void change_tasks(const TaskParameters& parameters, std::span<const InterventionNow> interventions, std::size_t lever, std::size_t posts,
                  Scratch& scratch);

// Adds what match and variety do to the targets of work content, autonomy, support of colleagues and role unclarity. Variety unsettles in
// the first weeks after its start, in whole epochs. `week`: that in hand.
void add_task_shifts(const TaskParameters& parameters, std::span<const InterventionNow> interventions, std::size_t lever, Week week,
                     std::size_t posts, Scratch& scratch);

// Hours a week of side tasks, at 1 FTE, that support staff takes over from whom the intervention reaches: price x share of the working time
// of a phase is what it costs. `values`: of a setting of the lever.
double support_share(std::span<const double> values);

}  // namespace bevlogen::interventions
