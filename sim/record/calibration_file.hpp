// Writes and reads the file of a calibration: HDF5 with simulations, parameters and parts of targets as named dimensions.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "sim/core/label.hpp"
#include "sim/record/results_file.hpp"
#include "sim/record/stored_results.hpp"

namespace bevlogen {

inline constexpr const char* kCalibrationKind = "calibration";

// In place of a prior: the parameter follows from the others.
inline constexpr const char* kFollows = "follows";

struct FittedParameter {
    std::string path;
    Label label;
    std::string unit;
    std::string description;
    std::string prior;       // for people: "0.1 to 0.4"
    double own_value = 0.0;  // that the scenario has without a calibration

    bool is_free() const { return prior != kFollows; }
};

struct AimedTarget {
    std::string name;
    Label label;
    std::string source;
    double weight = 1.0;
    std::string set_by;  // paths by which its level is set, with commas; empty where it is not
};

struct AimedPart {
    std::size_t target = 0;
    std::string statistic;  // for people
    std::string words;      // as the publication says it
    double value = 0.0, low = 0.0, high = 0.0;
};

struct CalibrationDescription {
    std::string model;
    Label title, question;
    std::string scenario;  // name of the base
    std::string plan;      // the file as read
    std::string resolved_scenario;
    std::string identity;  // in a few letters
    std::uint32_t seed = 0;
    std::vector<FittedParameter> parameters;
    std::vector<AimedTarget> targets;
    std::vector<AimedPart> parts;
};

// One simulation of all conditions at one point.
struct CalibrationRun {
    std::size_t generation = 0, index = 0;  // from 0
    std::vector<double> coordinate;         // a parameter, in (0, 1): the quantile of its prior; NaN of what follows
    std::vector<double> value;              // a parameter
    std::vector<double> part;               // NaN where the simulation failed or nothing could be measured
    double distance = 0.0;                  // infinite where it failed
    double weight = 0.0;                    // in the posterior, of which weights sum to 1; 0 outside of it
};

struct CalibrationGeneration {
    std::size_t points = 0;
    double tolerance = 0.0, accepted = 0.0, effective_points = 0.0;
};

// The one set of values that is nearest to the targets, measured again from every start.
struct ChosenValues {
    std::vector<double> value;              // a parameter; empty where no simulation succeeded
    std::vector<std::vector<double>> part;  // [start][part]
};

struct CalibrationRecord {
    CalibrationDescription about;
    std::vector<CalibrationGeneration> generations;
    std::vector<CalibrationRun> runs;  // in the order of generations and indices
    ChosenValues chosen{};
};

// Writes `path`.part, then `path`. Throws std::runtime_error; then nothing is left behind and what stood at `path` is untouched.
void write_calibration_file(const std::filesystem::path& path, const CalibrationRecord& record, const Provenance& provenance);

// Throws InputError for a file that is none, or is damaged.
CalibrationRecord read_calibration_file(const std::filesystem::path& file);
CalibrationRecord calibration_in(const StoredResults& file);

}  // namespace bevlogen
