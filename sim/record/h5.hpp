// The HDF5 C API with owners and exceptions: what a results file needs, and no more. Included by .cpp files of this folder only.
#pragma once

#include <hdf5.h>
#include <hdf5_hl.h>

#include <cstdint>
#include <filesystem>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace bevlogen::h5 {

// What HDF5 refused, with the innermost reason that it gives.
class Error : public std::runtime_error {
  public:
    explicit Error(const std::string& attempt);
};

// HDF5 1.10 crashes, waits for itself for ever or ends the process where it gets no memory. So it is asked only while there is more than it
// needs at once. Throws std::bad_alloc.
void require_memory();

// As much memory, which becomes free when an owner of HDF5's identifiers is taken down: to be its last member.
class MemoryReserve {
  public:
    MemoryReserve();
    ~MemoryReserve();
    MemoryReserve(const MemoryReserve&) = delete;
    MemoryReserve& operator=(const MemoryReserve&) = delete;

  private:
    void* memory_ = nullptr;
};

inline void check(herr_t result, const std::string& attempt) {
    if (result < 0) throw Error(attempt);
}

// Owns one HDF5 identifier.
template <herr_t (*kClose)(hid_t)>
class Owner {
  public:
    Owner() = default;
    Owner(hid_t id, const std::string& attempt) : id_(id) {
        if (id < 0) throw Error(attempt);
    }
    Owner(Owner&& other) noexcept : id_(std::exchange(other.id_, -1)) {}
    Owner& operator=(Owner&& other) noexcept {
        std::swap(id_, other.id_);
        return *this;
    }
    ~Owner() {
        if (id_ >= 0) kClose(id_);
    }
    operator hid_t() const { return id_; }  // NOLINT(google-explicit-constructor): what HDF5's functions ask for
    // Unlike the destructor, tells when what was buffered could not be written.
    void close(const std::string& attempt) {
        require_memory();
        if (id_ >= 0) check(kClose(std::exchange(id_, -1)), attempt);
    }

  private:
    hid_t id_ = -1;
};
using File = Owner<H5Fclose>;
using Group = Owner<H5Gclose>;
using Dataset = Owner<H5Dclose>;
using Space = Owner<H5Sclose>;
using Type = Owner<H5Tclose>;
using Attribute = Owner<H5Aclose>;
using Properties = Owner<H5Pclose>;

// A new file that netCDF-4 reads and appends to: creation order is tracked on every object, times of objects are not.
File create_file(const std::filesystem::path& path);
File open_file(const std::filesystem::path& path);
Group create_group(hid_t parent, const std::string& name);

// Of a dataset: chunked, shuffled, deflated and with checksums if `chunk` is not empty.
Properties dataset_properties(const std::vector<hsize_t>& chunk);

// Variable-length UTF-8: what netCDF-4 calls a string. Fixed-length ones would make netCDF-C 4.9.0 corrupt its heap.
Type string_type();

// Attributes of text have a fixed length, null-terminated: netCDF's text attributes, which every reader knows.
void write_attribute(hid_t object, const std::string& name, std::string_view text);
void write_attribute(hid_t object, const std::string& name, int number);
void write_attribute(hid_t object, const std::string& name, float number);
void write_attribute(hid_t object, const std::string& name, std::span<const std::int16_t> numbers);
// `_FillValue`: of the type of the dataset, one element.
void write_fill_attribute(hid_t dataset, hid_t type, const void* value);

void write_strings(hid_t dataset, const std::vector<std::string>& texts);

}  // namespace bevlogen::h5
