// A programme that does nothing is significant as often as the level of the test says, in trials that are held in the workforce itself.
#include <gtest/gtest.h>

#include "sim/study/trial_run.hpp"
#include "tests/unit/engine/house_runs.hpp"
#include "tests/unit/record/fake_run.hpp"

namespace bevlogen::testing {
namespace {

constexpr const char* kTrial = R"(title = "Coaching that does nothing"
scenario = "baseline.toml"
waves = [0, 24]
set = { time.years = 1, time.burn_in = 1, coaching.gain.size = 0.0, coaching.enrolment.opt_out_uptake = 1.0 }
[recruit]
at = { week = 4 }
scope = { phases = ["jonge_klare", "specialist_mid", "specialist_late"] }
willing = { base = 0.0, motivation = 0.5, exhaustion_z = 0.6 }
most_trials = 126
[[arm]]
name = "coaching"
persons = 44
[[arm]]
name = "waiting"
persons = 44
[[intervention]]
name = "coaching"
scope = { arm = 1 }
start = { week = 4 }
coaching = { sessions = 6, spacing = 3, opt_out = true, location = "online", released = true, coaches = 0 }
[[analysis]]
name = "exhaustion"
kind = "change"
of = "ubos_exhaustion"
took_part = "coaching_taken_part"
)";

// 1,000 trials at a level of 5 %: 3 to 7 % are 2.9 standard deviations, a false-positive rate of .4 %; the seed is fixed.
TEST(NullTrial, IsSignificantInAboutOneOfTwenty) {
    const Folder folder;
    write_content(folder / "null.toml", kTrial);
    const TrialPlan plan = read_trial(folder / "null.toml", shelf(), {}, scenario_folder());
    TrialExecution execution;
    execution.threads = 2;
    execution.worlds = 8;
    const TrialFindings findings = run_trial(*shelf().find("workforce"), plan, execution);
    ASSERT_GE(findings.trials, 990u);
    const TrialSummary summary = findings.analyses[0].summary(AnalysisKind::change);
    RecordProperty("significant", std::to_string(summary.significant));
    EXPECT_GE(summary.significant, 0.03);
    EXPECT_LE(summary.significant, 0.07);
    EXPECT_NEAR(summary.mean, 0.0, 0.03);
}

}  // namespace
}  // namespace bevlogen::testing
