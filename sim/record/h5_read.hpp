// Reads contents and boxes of values from an HDF5 file of any content. Included by .cpp files of this folder only.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "sim/record/h5.hpp"
#include "sim/record/stored_contents.hpp"

namespace bevlogen::h5 {

// Attributes, provenance and the datasets of the root group, each in the order in which they were made, without the attributes by which
// HDF5 and netCDF-4 keep dimensions. Of a file of another format or version only attributes. Throws Refusal (h5_limits.hpp) for what no
// results file has.
StoredContents read_contents(hid_t file, std::uint64_t file_bytes);
StoredValues read_box(hid_t file, const StoredVariable& variable, std::span<const std::size_t> first, std::span<const std::size_t> count);

// A value of 1, 2, 4 or 8 bytes (floating: 4 or 8) as a number, and as text that tells any two numbers apart. Of another size it is none:
// not a number, or 0.
double number_of(StoredKind kind, std::span<const std::byte> bytes);
std::int64_t whole_of(std::span<const std::byte> bytes);
std::string shown_bytes(StoredKind kind, std::span<const std::byte> bytes);

}  // namespace bevlogen::h5
