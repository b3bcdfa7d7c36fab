// A small HDF5 file of numbers by names: what an analysis found, for Python and R.
#pragma once

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "sim/record/results_file.hpp"

namespace bevlogen {

struct NamedDimension {
    std::string name;
    std::string long_name;
    std::vector<std::string> names;
};

// Numbers in row-major order over the dimensions; NaN where there is none.
struct NamedNumbers {
    std::string name;
    std::vector<std::string> dimensions;
    std::string unit;
    std::string description;
    std::vector<double> numbers;
};

struct NamedTable {
    std::string kind;                                             // "sensitivity"
    std::vector<std::pair<std::string, std::string>> attributes;  // of the file
    std::vector<NamedDimension> dimensions;
    std::vector<NamedNumbers> variables;
};

// Written as `path`.part, then renamed. Throws std::runtime_error; then nothing is left behind.
void write_table_file(const std::filesystem::path& path, const NamedTable& table, const Provenance& provenance);

}  // namespace bevlogen
