// The dimensions and variables of a sweep's file and what is said about each; knows no HDF5.
#pragma once

#include <vector>

#include "sim/record/results_layout.hpp"
#include "sim/record/sweep_file.hpp"

namespace bevlogen {

std::vector<DimensionLayout> sweep_dimensions(const SweepDescription& description);
std::vector<VariableLayout> sweep_texts(const SweepDescription& description);
VariableLayout sweep_values_variable();
VariableLayout sweep_persons_variable();
VariableLayout sweep_euros_variable(int price_year);
VariableLayout sweep_status_variable();
VariableLayout parameter_values_variable();
VariableLayout parameter_coordinates_variable();

// Runs that failed: a dimension of their own, and point, replicate and message of each.
struct FailedSweepRun {
    std::size_t point = 0;
    std::size_t replicate = 0;
    std::string message;
};
DimensionLayout failed_dimension(std::size_t count);
VariableLayout failed_point_variable();
VariableLayout failed_replicate_variable();
VariableLayout failed_message_variable(const std::vector<FailedSweepRun>& failed);

// Points that are written and read together: some hundred kilobytes.
std::size_t points_a_chunk(const SweepShape& shape, std::size_t points);

}  // namespace bevlogen
