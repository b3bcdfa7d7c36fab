// Synthetic recovery of four parameters of the workforce model, each told by some of the targets.
#include "tests/statistical/calibrate/recovery.hpp"

namespace bevlogen::testing {
namespace {

constexpr const char* kDoctors = R"(scenario = "baseline.toml"
set = { population.scale = 0.03, time.burn_in = 1 }
settle = 52
years = 2
starts = 2
[search]
start = 200
keep = 60
generation = 80
most_generations = 7
least_accepted = 0.0
[[free]]
path = "instruments.ubos_exhaustion.mean"
range = [1.4, 2.4]
[[free]]
path = "factors.shared_noise"
range = [0.0, 0.6]
[[free]]
path = "absence.burnout.hazard"
range = [0.0002, 0.002]
[[free]]
path = "coaching.gain.size"
range = [0.2, 2.5]
[[condition]]
name = "today"
[[condition]]
name = "coaching"
weeks = 4
[[condition.intervention]]
name = "coaching"
start = { week = 4 }
coaching = { sessions = 6, opt_out = true, coaches = 0 }
[[target]]
name = "level"
source = "simulated"
part = [{ statistic = "mean", of = "ubos_exhaustion", value = 0, tolerance = [-1, 1] }]
[[target]]
name = "stability"
source = "simulated"
part = [{ statistic = "stability", of = "ubes", value = 0, tolerance = [-1, 1] }]
[[target]]
name = "slope"
source = "simulated"
part = [{ statistic = "coefficient", of = "exhaustion", with = "development", value = 0, tolerance = [-1, 1] }]
[[target]]
name = "leave"
source = "simulated"
part = [{ statistic = "mean", of = "burnout_leave_onset", value = 0, tolerance = [-1, 1] }]
[[target]]
name = "programme"
source = "simulated"
part = [{ statistic = "effect", of = "ubos_exhaustion", condition = "coaching", against = "today", took_part = "coaching_taken_part", value = 0, tolerance = [-1, 1] }]
)";

TEST_F(Recovery, OfDoctorsFindsWhatTheTargetsTell) {
    const CalibrationPlan plan = read(kDoctors);
    const Found found = recover(plan, {0.04, 0.02, 0.04, 0.003, 0.02});
    for (std::size_t k = 0; k < plan.free.size(); ++k) {
        EXPECT_GE(found.held[k], 8) << plan.free[k].path;
        EXPECT_GE(found.identified[k], 8) << plan.free[k].path;
    }
}

}  // namespace
}  // namespace bevlogen::testing
