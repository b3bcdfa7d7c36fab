// A small calibration of the example model, in a folder that lasts for one test.
#pragma once

#include <string>
#include <vector>

#include "sim/calibrate/calibration_plan.hpp"
#include "tests/unit/sweep/sweep_files.hpp"

namespace bevlogen::testing {

class Calibrations : public SweepFiles {
  protected:
    static constexpr const char* kHead = R"(scenario = "example.toml"
set = { example.teams = 6, example.persons_per_team = 10, time.burn_in = 1 }
settle = 52
years = 1
starts = 2
[search]
start = 20
keep = 8
generation = 10
most_generations = 4
least_accepted = 0.0
)";
    static constexpr const char* kFree = R"([[free]]
path = "example.mean"
range = [-1.0, 1.0]
[[free]]
path = "example.spread"
range = [0.3, 1.5]
)";
    static constexpr const char* kCondition = "[[condition]]\nname = \"today\"\n";
    static constexpr const char* kTarget = R"([[target]]
name = "mean"
source = "arithmetic"
[[target.part]]
statistic = "mean"
of = "mood"
value = 0.5
tolerance = [0.4, 0.6]
[[target.part]]
statistic = "mean"
of = "mood"
at_least = 1.5
value = 0.13
tolerance = [0.1, 0.16]
)";
    static std::string whole() { return std::string(kHead) + kFree + kCondition + kTarget; }

    // Throws InputError.
    static CalibrationPlan read(const std::string& text, const std::vector<std::string>& sets = {}) {
        write_content("calibration.toml", text);
        std::vector<Override> overrides;
        for (const std::string& set : sets) overrides.push_back(parse_override(set));
        return read_calibration("calibration.toml", shelf(), overrides, scenario_folder());
    }
    static std::string report_of_calibration(const std::string& text) {
        return report_of([&] { read(text); });
    }
    static const Model& model_of(const CalibrationPlan& plan) { return *shelf().find(plan.base().model); }
};

}  // namespace bevlogen::testing
