// Writes dimensions as dimension scales and variables as chunked datasets, the way netCDF-4 does.
#include "sim/record/dataset_writer.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <utility>

#include "sim/core/contract.hpp"

namespace bevlogen {
namespace {

// How values lie in the file and in memory, and what stands where a run is missing.
struct Storage {
    hid_t in_file;
    hid_t in_memory;
    const void* missing;  // null: nothing can be missing
};

Storage storage_of(StoredAs stored_as) {
    static constexpr float kMissingFloat = std::numeric_limits<float>::quiet_NaN();
    static constexpr double kMissingDouble = std::numeric_limits<double>::quiet_NaN();
    static constexpr std::int16_t kMissingScaled = kNoValue;
    static constexpr std::int32_t kMissingCount = -1;
    switch (stored_as) {
        case StoredAs::float32: return {H5T_IEEE_F32LE, H5T_NATIVE_FLOAT, &kMissingFloat};
        case StoredAs::float64: return {H5T_IEEE_F64LE, H5T_NATIVE_DOUBLE, &kMissingDouble};
        case StoredAs::scaled16: return {H5T_STD_I16LE, H5T_NATIVE_INT16, &kMissingScaled};
        case StoredAs::count32: return {H5T_STD_I32LE, H5T_NATIVE_INT32, &kMissingCount};
        case StoredAs::whole32: return {H5T_STD_I32LE, H5T_NATIVE_INT64, nullptr};
        case StoredAs::whole64: return {H5T_STD_I64LE, H5T_NATIVE_INT64, nullptr};
        default: break;
    }
    expect(false, "texts are stored by write_strings");
    return {};
}

}  // namespace

DatasetWriter::DatasetWriter(std::filesystem::path path) : path_(std::move(path)), file_(h5::create_file(path_)) {}

bool DatasetWriter::add_dimension(const DimensionLayout& layout) {
    if (layout.size() == 0) return false;
    h5::require_memory();
    const hsize_t size = layout.size();
    const h5::Space space(H5Screate_simple(1, &size, nullptr), "make a dimension");
    const h5::Properties properties = h5::dataset_properties({});
    const bool is_text = layout.stored_as == StoredAs::text;
    const h5::Type strings = h5::string_type();
    const hid_t type = is_text ? static_cast<hid_t>(strings) : storage_of(layout.stored_as).in_file;
    h5::Dataset data(H5Dcreate2(file_, layout.name.c_str(), type, space, H5P_DEFAULT, properties, H5P_DEFAULT), "create " + layout.name);
    if (is_text) {
        h5::write_strings(data, layout.texts);
    } else {
        h5::check(H5Dwrite(data, H5T_NATIVE_INT64, H5S_ALL, H5S_ALL, H5P_DEFAULT, layout.numbers.data()), "write " + layout.name);
    }
    h5::check(H5DSset_scale(data, layout.name.c_str()), "make a dimension of " + layout.name);
    for (const auto& [name, text] : layout.attributes) h5::write_attribute(data, name, text);
    scales_.emplace(layout.name, std::move(data));
    sizes_[layout.name] = layout.size();
    return true;
}

bool DatasetWriter::has_dimensions_of(const VariableLayout& layout) const {
    return std::all_of(layout.dimensions.begin(), layout.dimensions.end(), [&](const std::string& name) { return sizes_.count(name) > 0; });
}

h5::Dataset DatasetWriter::create(const VariableLayout& layout, const std::vector<hsize_t>& chunk) {
    h5::require_memory();
    std::vector<hsize_t> extent;
    for (const std::string& name : layout.dimensions) extent.push_back(sizes_.at(name));
    const h5::Properties properties = h5::dataset_properties(chunk);
    const h5::Properties access(H5Pcreate(H5P_DATASET_ACCESS), "make properties");
    // Chunks are written whole, so a cache would only hold memory.
    h5::check(H5Pset_chunk_cache(access, 0, 0, 1.0), "choose the cache");
    const h5::Type strings = h5::string_type();
    const Storage storage = layout.stored_as == StoredAs::text ? Storage{strings, strings, nullptr} : storage_of(layout.stored_as);
    if (storage.missing != nullptr) h5::check(H5Pset_fill_value(properties, storage.in_file, storage.missing), "set the fill value");
    const h5::Space space(H5Screate_simple(static_cast<int>(extent.size()), extent.data(), nullptr), "shape " + layout.name);
    h5::Dataset data(H5Dcreate2(file_, layout.name.c_str(), storage.in_file, space, H5P_DEFAULT, properties, access),
                     "create " + layout.name);
    for (unsigned i = 0; i < layout.dimensions.size(); ++i) {
        h5::check(H5DSattach_scale(data, scales_.at(layout.dimensions[i]), i), "attach " + layout.dimensions[i] + " to " + layout.name);
    }
    if (storage.missing != nullptr) h5::write_fill_attribute(data, storage.in_file, storage.missing);
    if (layout.stored_as == StoredAs::scaled16) h5::write_attribute(data, "scale_factor", kStoredStep);
    if (!layout.flag_values.empty()) h5::write_attribute(data, "flag_values", layout.flag_values);
    for (const auto& [name, text] : layout.attributes) h5::write_attribute(data, name, text);
    return data;
}

void DatasetWriter::add_text(const VariableLayout& layout) {
    if (has_dimensions_of(layout)) h5::write_strings(create(layout, {}), layout.texts);
}

RunVariable DatasetWriter::add_run_variable(const VariableLayout& layout) {
    RunVariable variable;
    variable.name = layout.name;
    variable.values_a_run = 1;
    for (const std::string& name : layout.dimensions) {
        variable.run_shape.push_back(name == "scenario" || name == "replicate" ? 1 : sizes_.at(name));
        variable.values_a_run *= variable.run_shape.back();
    }
    variable.data = create(layout, variable.run_shape);
    variable.in_memory = storage_of(layout.stored_as).in_memory;
    variable.has_replicates = layout.dimensions[1] == "replicate";
    return variable;
}

RunVariable DatasetWriter::add_chunked_variable(const VariableLayout& layout, const std::vector<std::size_t>& chunk) {
    RunVariable variable;
    variable.name = layout.name;
    for (std::size_t d = 0; d < chunk.size(); ++d) variable.run_shape.push_back(std::min(chunk[d], sizes_.at(layout.dimensions[d])));
    variable.data = create(layout, variable.run_shape);
    variable.in_memory = storage_of(layout.stored_as).in_memory;
    return variable;
}

void DatasetWriter::write_box(const RunVariable& variable, std::span<const std::size_t> first, std::span<const std::size_t> count,
                              const void* values) {
    h5::require_memory();
    const std::vector<hsize_t> offset(first.begin(), first.end()), extent(count.begin(), count.end());
    const std::string attempt = fmt::format("write {} to {}", variable.name, path_.string());
    const h5::Space in_file(H5Dget_space(variable.data), attempt);
    const h5::Space in_memory(H5Screate_simple(static_cast<int>(extent.size()), extent.data(), nullptr), attempt);
    h5::check(H5Sselect_hyperslab(in_file, H5S_SELECT_SET, offset.data(), nullptr, extent.data(), nullptr), attempt);
    h5::check(H5Dwrite(variable.data, variable.in_memory, in_memory, in_file, H5P_DEFAULT, values), attempt);
}

void DatasetWriter::write_run(const RunVariable& variable, std::size_t scenario, std::size_t replicate, const void* values) {
    std::vector<std::size_t> first(variable.run_shape.size(), 0);
    first[0] = scenario;
    if (variable.has_replicates) first[1] = replicate;
    const std::vector<std::size_t> count(variable.run_shape.begin(), variable.run_shape.end());
    write_box(variable, first, count, values);
}

void DatasetWriter::close() {
    const std::string attempt = "close " + path_.string();
    for (auto& [name, scale] : scales_) scale.close(attempt);
    file_.close(attempt);
}

}  // namespace bevlogen
