// What a results file never has, though an HDF5 file may: links to elsewhere, values kept elsewhere, more values than it has bytes for.
#pragma once

#include <hdf5.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <vector>

namespace bevlogen {

// Deflate makes at most 1,032 bytes of one.
inline constexpr std::uint64_t kMostInflation = 1032;
// Places along a dimension: persons, points of a sweep.
inline constexpr std::uint64_t kMostPlaces = std::uint64_t{1} << 22;

// Of values that are read at once: what a file of this size can hold, no less than small files need, no more than fits beside a run.
inline std::size_t most_bytes_of_box(std::uint64_t file_bytes) {
    constexpr std::uint64_t kLeast = std::uint64_t{1} << 26, kMost = std::uint64_t{1} << 29;
    return std::clamp(file_bytes, kLeast / kMostInflation, kMost / kMostInflation) * kMostInflation;
}

namespace h5 {

// A sentence about the file.
struct Refusal : std::runtime_error {
    using std::runtime_error::runtime_error;
};

// All throw Refusal.
// Whether the file has a link of that name, which must be one to an object of the file itself.
bool has_own_link(hid_t file, const std::string& name);
// As many links or attributes as a results file may have.
void check_number_of_links(hid_t group);
void check_number_of_attributes(hid_t object, const std::string& name);
// Values of an attribute.
void check_attribute(const std::string& name, hssize_t values, std::size_t value_size);
// That values lie in the file itself, behind no filters but ours, and that there are bytes for those of a coordinate. Before its space is
// asked for, which of values kept elsewhere opens other files.
void check_storage(hid_t dataset, const std::string& name);
void check_extent(hid_t dataset, const std::string& name, const std::vector<hsize_t>& extent, std::size_t value_size, bool is_coordinate);

}  // namespace h5
}  // namespace bevlogen
