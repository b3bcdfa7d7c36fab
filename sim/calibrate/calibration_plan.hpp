// A calibration as its file says it: a world, conditions in which something is measured, what is free, and what is aimed at.
#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include "sim/calibrate/sequential_abc.hpp"
#include "sim/calibrate/target.hpp"
#include "sim/engine/model.hpp"
#include "sim/engine/vocabularies.hpp"
#include "sim/scenario/read.hpp"
#include "sim/study/quantity.hpp"
#include "sim/sweep/axis.hpp"

namespace bevlogen {

struct CalibrationCondition {
    std::string name;
    Label label;
    Scenario scenario;
    int weeks = 0;  // measured, after settling
};

// Fixed reference scores of an outcome (reference_of), which follow from the free parameters: mean and SD of what is simulated.
struct DerivedReference {
    std::size_t quantity = 0;      // index into CalibrationPlan::standardised
    std::size_t mean = 0, sd = 0;  // parameters
    std::string path;              // "reference.exhaustion"
    bool is_z = false;             // the outcome is standardised with the references themselves
};

struct CalibrationPlan {
    std::string name;  // the file's stem
    Label title, question;
    std::string text;                              // the file as read
    std::vector<CalibrationCondition> conditions;  // the first is the base
    std::vector<Axis> free;                        // parameters with their priors
    std::vector<DerivedReference> references;      // none where references stay as they are
    std::vector<Quantity> standardised;            // outcomes of the references
    std::vector<Quantity> quantities;              // that persons are asked
    std::vector<Target> targets;
    int settle = 0;          // weeks under new parameters before anything is measured
    std::size_t starts = 1;  // replicates; simulation i starts from number i modulo starts
    AbcSettings search;
    std::uint32_t search_seed = 1;

    const Scenario& base() const { return conditions.front().scenario; }
    std::size_t parts() const;
    // Free parameters, then mean and SD of each reference: what a set of values is of.
    std::vector<std::size_t> parameters() const;
    // The scenario of a condition under a set of values, of parameters() or of the free ones alone.
    Scenario under(std::size_t condition, std::span<const double> values) const;
    // The values of the free parameters at a point of the unit cube.
    std::vector<double> values_at(std::span<const double> point) const;
    // The set that the base has by itself.
    std::vector<double> own_values() const;
};

// Reads `file` and the scenarios that it describes; overrides are of the scenario and come last. Throws InputError with every mistake.
CalibrationPlan read_calibration(const std::filesystem::path& file, const ModelShelf& shelf, std::span<const Override> overrides,
                                 const std::filesystem::path& library);

// What journals and results belong to: program, file and scenarios.
std::string calibration_identity(const CalibrationPlan& plan, const Vocabulary& vocabulary);

}  // namespace bevlogen
