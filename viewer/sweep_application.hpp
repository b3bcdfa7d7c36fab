// The window of a sweep: looks at it again and again while it runs.
#pragma once

#include <functional>

#include "sim/record/sweep_points.hpp"
#include "viewer/application.hpp"

namespace bevlogen {

// Until the user quits. `look` reads what there is; it may throw InputError or std::runtime_error, which is told and tried again, but for
// the first time.
void run_sweep_application(const std::function<SweepPoints()>& look, const ApplicationOptions& options);

}  // namespace bevlogen
