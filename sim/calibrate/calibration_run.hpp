// Carries a calibration out: generation by generation, with every simulation in a journal, so that what was stopped goes on exactly.
#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <string>

#include "sim/calibrate/calibration_plan.hpp"
#include "sim/population/population.hpp"
#include "sim/record/calibration_file.hpp"
#include "sim/sweep/peers.hpp"

namespace bevlogen {

struct CalibrationProgress {
    std::size_t generation = 0;        // from 1
    std::size_t done = 0, points = 0;  // simulations of it
    double tolerance = 0.0;            // of the generation before; 0 in the first
};

// How it is carried out; nothing here changes a number.
struct CalibrationExecution {
    unsigned threads = 1;
    std::size_t block_posts = kDefaultBlockPosts;
    std::filesystem::path out;
    std::function<bool()> should_stop{};
    std::function<void(const CalibrationProgress&)> on_progress{};  // one thread at a time
    Provenance provenance{};
};

struct CalibrationEnd {
    bool is_finished = false;  // else it was stopped, and the same again goes on from there
    std::size_t found = 0;     // simulations that were done before
    std::size_t now = 0;       // by this process
    CalibrationRecord record;  // empty where it is not finished, or in processes that do not write it
};

// Throws InputError where files of another calibration stand at or beside `out`, std::runtime_error where the world fails.
CalibrationEnd run_calibration(const Model& model, const CalibrationPlan& plan, const CalibrationExecution& execution, Peers& peers);

// All parts under each of these sets of values of the free parameters, number i from start i modulo starts: [set][part]. Sets that were not
// reached because it was stopped are empty. Throws std::runtime_error where a simulation fails.
std::vector<std::vector<double>> measure_at(const Model& model, const CalibrationPlan& plan, const std::vector<std::vector<double>>& sets,
                                            const CalibrationExecution& execution);

// What a calibration's file says about it.
CalibrationDescription describe_calibration(const CalibrationPlan& plan, const Model& model);

}  // namespace bevlogen
