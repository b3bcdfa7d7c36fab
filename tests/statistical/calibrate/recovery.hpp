// Simulates targets from known parameters, calibrates to them, and looks whether the parameters come back.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "sim/calibrate/calibration_run.hpp"
#include "sim/calibrate/posterior.hpp"
#include "sim/random/distributions.hpp"
#include "tests/unit/calibrate/calibrations.hpp"

namespace bevlogen::testing {

class Recovery : public Calibrations {
  protected:
    static constexpr int kCases = 10;

    // The calibration with the targets that values at a point of the prior make; parts have tolerances of `widths`.
    static CalibrationPlan aimed_at(CalibrationPlan plan, const std::vector<double>& truth, const std::vector<double>& widths) {
        CalibrationExecution execution;
        execution.threads = 2;
        const auto values = mean_over(measure_at(model_of(plan), plan, std::vector<std::vector<double>>(plan.starts, truth), execution));
        std::size_t p = 0;
        for (Target& target : plan.targets) {
            for (TargetPart& part : target.parts) {
                part.value = values[p];
                part.tolerance = {values[p] - widths[p], values[p] + widths[p]};
                ++p;
            }
        }
        return plan;
    }

    // Of each free parameter, in how many cases the 90 % interval holds the truth, and in how many the targets identify it.
    struct Found {
        std::vector<int> held, identified;
    };
    static Found recover(const CalibrationPlan& base, const std::vector<double>& widths) {
        Found found{std::vector<int>(base.free.size(), 0), std::vector<int>(base.free.size(), 0)};
        for (int c = 0; c < kCases; ++c) {
            Stream stream({77, static_cast<std::uint32_t>(c)}, 0, Week{0}, Purpose::design);
            std::vector<double> point;
            for (std::size_t k = 0; k < base.free.size(); ++k) point.push_back(0.2 + 0.6 * draw_uniform(stream));  // away from the ends
            const std::vector<double> truth = base.values_at(point);
            CalibrationPlan plan = aimed_at(base, truth, widths);
            plan.text += "# case " + std::to_string(c) + "\n";
            CalibrationExecution execution;
            execution.threads = 2;
            execution.out = "case-" + std::to_string(c) + ".h5";
            Alone alone;
            const CalibrationRecord record = run_calibration(model_of(plan), plan, execution, alone).record;
            const auto posterior = parameter_posteriors(record);
            for (std::size_t k = 0; k < base.free.size(); ++k) {
                found.held[k] += posterior[k].value.low <= truth[k] && truth[k] <= posterior[k].value.high ? 1 : 0;
                found.identified[k] += posterior[k].is_identified ? 1 : 0;
                RecordProperty("case_" + std::to_string(c) + "_" + base.free[k].path, std::to_string(truth[k]) + " in " +
                                                                                          std::to_string(posterior[k].value.low) + " to " +
                                                                                          std::to_string(posterior[k].value.high));
            }
        }
        return found;
    }
};

}  // namespace bevlogen::testing
