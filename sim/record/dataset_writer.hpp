// The HDF5 side of a results file that is being written: dimensions, variables, one run at a time. Included by .cpp files of this folder
// only.
#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "sim/record/h5.hpp"
#include "sim/record/results_layout.hpp"

namespace bevlogen {

// A dataset over (scenario, replicate, ...) or (scenario, ...): one run is one chunk.
struct RunVariable {
    h5::Dataset data;
    std::string name;
    hid_t in_memory = -1;
    std::vector<hsize_t> run_shape;  // of one chunk
    bool has_replicates = true;
    std::size_t values_a_run = 0;
};

// Throws h5::Error with what was attempted on what.
class DatasetWriter {
  public:
    explicit DatasetWriter(std::filesystem::path path);

    hid_t root() const { return file_; }
    // False, and nothing is written, for a dimension without values.
    bool add_dimension(const DimensionLayout& layout);
    // False while one of the variable's dimensions is not in the file.
    bool has_dimensions_of(const VariableLayout& layout) const;
    void add_text(const VariableLayout& layout);
    RunVariable add_run_variable(const VariableLayout& layout);
    // A variable of any dimensions that is written box by box, each a chunk or what is left of one at an end.
    RunVariable add_chunked_variable(const VariableLayout& layout, const std::vector<std::size_t>& chunk);
    // `values`: as many of the variable's type as the box holds, in row-major order.
    void write_box(const RunVariable& variable, std::span<const std::size_t> first, std::span<const std::size_t> count, const void* values);
    // `values`: values_a_run of the variable's type.
    void write_run(const RunVariable& variable, std::size_t scenario, std::size_t replicate, const void* values);
    // Unlike the destructor, tells when the end could not be written. Every RunVariable is closed before.
    void close();

  private:
    h5::Dataset create(const VariableLayout& layout, const std::vector<hsize_t>& chunk);

    std::filesystem::path path_;
    h5::File file_;
    std::map<std::string, h5::Dataset> scales_;
    std::map<std::string, std::size_t> sizes_;
};

}  // namespace bevlogen
