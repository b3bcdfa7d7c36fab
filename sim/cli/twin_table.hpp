// The table of who took part in programmes, and what that did to them: persons against themselves in the world without it.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "sim/experiment/experiment.hpp"
#include "sim/experiment/paired.hpp"

namespace bevlogen {

// Means over replicates with 95 % intervals.
struct TwinEffect {
    std::string label;            // of the outcome
    std::string unit;             // "SD" between persons, or points of a share
    Estimate among_participants;  // those who took part against their own twins
    Estimate among_offered;       // all who were offered against theirs
};

struct TwinRow {
    std::string scenario;
    int week = 0;        // of the reading, from the end of the burn-in
    Estimate offered;    // persons
    Estimate took_part;  // persons
    Estimate uptake;     // share of those offered
    std::vector<TwinEffect> effects;
};

// What a comparison found: a row for each alternative and moment at which somebody had been offered something. Differences of levels are in
// SD between persons of the base in that year.
std::vector<TwinRow> twin_rows(const Model& model, const Experiment& experiment, const ExperimentResult& result);

// "Who took part": offered, took part, uptake; then effects among participants and among all who were offered, a column for each outcome in
// the order of the first row that has it. Nothing for no rows.
std::string twin_table(std::span<const TwinRow> rows);

}  // namespace bevlogen
