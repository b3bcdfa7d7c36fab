// Synthetic recovery: targets that are simulated from known parameters give these back.
#include "tests/statistical/calibrate/recovery.hpp"

namespace bevlogen::testing {
namespace {

// A 90 % interval that is right holds the truth in 8 or more of 10 cases with a probability of .93; seeds are fixed.
TEST_F(Recovery, OfTheExampleFindsWhatItsTargetsTell) {
    const CalibrationPlan plan = read_calibration(scenario_folder() / "calibrations/example.toml", shelf(),
                                                  std::vector<Override>{{"example.teams", "20"}}, scenario_folder());
    const Found found = recover(plan, {0.05, 0.012, 0.012});
    for (std::size_t k = 0; k < 3; ++k) {
        EXPECT_GE(found.held[k], 8) << plan.free[k].path;
        EXPECT_GE(found.identified[k], 8) << plan.free[k].path;
    }
    EXPECT_EQ(plan.free[3].path, "example.relaxation");
    EXPECT_LE(found.identified[3], 2) << "no target tells it";
    EXPECT_GE(found.held[3], 8);
}

}  // namespace
}  // namespace bevlogen::testing
