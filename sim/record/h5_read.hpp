// Reads attributes, variables and boxes of values from an HDF5 file of any content. Included by .cpp files of this folder only.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "sim/record/h5.hpp"
#include "sim/record/stored_results.hpp"

namespace bevlogen::h5 {

// In the order in which they were made, without those by which HDF5 and netCDF-4 keep dimensions.
std::vector<StoredAttribute> read_attributes(hid_t object);
// Empty if there is no such group.
std::vector<StoredAttribute> read_group_attributes(hid_t file, const std::string& group);
// The datasets of the root group, in the order in which they were made.
std::vector<StoredVariable> read_variables(hid_t file);
StoredValues read_box(hid_t file, const StoredVariable& variable, std::span<const std::size_t> first, std::span<const std::size_t> count);

// A value of 1, 2, 4 or 8 bytes (floating: 4 or 8) as a number, and as text that tells any two numbers apart.
double number_of(StoredKind kind, std::span<const std::byte> bytes);
std::int64_t whole_of(std::span<const std::byte> bytes);
std::string shown_bytes(StoredKind kind, std::span<const std::byte> bytes);

}  // namespace bevlogen::h5
