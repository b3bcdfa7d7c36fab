// Walks an HDF5 file: types by name, dimensions by their scales, texts of fixed and of variable length.
#include "sim/record/h5_read.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <exception>
#include <limits>
#include <unordered_map>

#include "sim/record/h5_limits.hpp"
#include "sim/record/results_file.hpp"

namespace bevlogen::h5 {
namespace {

constexpr std::array<std::string_view, 8> kStructural = {"CLASS",         "NAME",          "REFERENCE_LIST",      "DIMENSION_LIST",
                                                         "_Netcdf4Dimid", "_NCProperties", "_Netcdf4Coordinates", "DIMENSION_LABELS"};

struct TypeInfo {
    StoredKind kind = StoredKind::other;
    std::string name = "other";
    std::size_t size = 0;
};

TypeInfo type_info(hid_t type) {
    const std::size_t size = H5Tget_size(type);
    switch (H5Tget_class(type)) {
        case H5T_STRING: return {StoredKind::text, "text", size};
        case H5T_FLOAT:
            if (size == 4 || size == 8) return {StoredKind::floating, fmt::format("float{}", 8 * size), size};
            break;
        case H5T_INTEGER:
            if (size == 1 || size == 2 || size == 4 || size == 8) {
                return {StoredKind::whole, fmt::format("{}{}", H5Tget_sign(type) == H5T_SGN_NONE ? "uint" : "int", 8 * size), size};
            }
            break;
        default: break;
    }
    return {StoredKind::other, "other", size};
}

// Texts of `type` for `count` elements, read by `read(memory)`.
template <class Read>
std::vector<std::string> read_texts(hid_t type, hid_t space, std::size_t count, Read read) {
    std::vector<std::string> texts(count);
    if (H5Tis_variable_str(type) > 0) {
        std::vector<char*> pointers(count, nullptr);
        read(pointers.data());
        for (std::size_t i = 0; i < count; ++i) texts[i] = pointers[i] == nullptr ? "" : pointers[i];
        H5Dvlen_reclaim(type, space, H5P_DEFAULT, pointers.data());
        return texts;
    }
    const std::size_t size = H5Tget_size(type);
    std::vector<char> letters(count * size);
    read(letters.data());
    for (std::size_t i = 0; i < count; ++i) texts[i].assign(letters.data() + i * size, ::strnlen(letters.data() + i * size, size));
    return texts;
}

StoredAttribute read_attribute(hid_t object, const std::string& name) {
    require_memory();
    const std::string attempt = "read the attribute " + name;
    const Attribute attribute(H5Aopen(object, name.c_str(), H5P_DEFAULT), attempt);
    const Type type(H5Aget_type(attribute), attempt);
    const Space space(H5Aget_space(attribute), attempt);
    const hssize_t extent = H5Sget_simple_extent_npoints(space);
    const TypeInfo info = type_info(type);
    check_attribute(name, extent, info.size);
    const auto count = static_cast<std::size_t>(extent);
    StoredAttribute result{name, "", info.name, {}};
    std::vector<std::string> parts;
    if (info.kind == StoredKind::text) {
        parts = read_texts(type, space, count, [&](void* memory) { check(H5Aread(attribute, type, memory), attempt); });
    } else if (info.kind != StoredKind::other) {
        result.bytes.resize(count * info.size);
        if (count > 0) check(H5Aread(attribute, type, result.bytes.data()), attempt);
        for (std::size_t i = 0; i < count; ++i)
            parts.push_back(shown_bytes(info.kind, std::span(result.bytes).subspan(i * info.size, info.size)));
    }
    for (const std::string& part : parts) result.text += (result.text.empty() ? "" : ", ") + part;
    return result;
}

// Keeps a name found by an iteration; an exception must not cross the C library.
herr_t keep_name(const char* name, void* data) {
    try {
        static_cast<std::vector<std::string>*>(data)->emplace_back(name);
        return 0;
    } catch (const std::exception&) {
        return -1;
    }
}

std::vector<StoredAttribute> read_attributes(hid_t object, const std::string& owner) {
    check_number_of_attributes(object, owner);
    std::vector<std::string> names;
    const auto keep = [](hid_t, const char* name, const H5A_info_t*, void* data) { return keep_name(name, data); };
    if (H5Aiterate2(object, H5_INDEX_CRT_ORDER, H5_ITER_INC, nullptr, keep, &names) < 0) {
        names.clear();
        check(H5Aiterate2(object, H5_INDEX_NAME, H5_ITER_INC, nullptr, keep, &names), "list attributes");
    }
    std::vector<StoredAttribute> attributes;
    for (const std::string& name : names) {
        if (std::find(kStructural.begin(), kStructural.end(), name) == kStructural.end())
            attributes.push_back(read_attribute(object, name));
    }
    return attributes;
}

// Names of datasets by where they are in the file: HDF5 itself walks through the whole file to name what a reference leads to.
using NamesByAddress = std::unordered_map<haddr_t, std::string>;

// The name of the scale along dimension `index`.
std::string dimension_name(hid_t dataset, unsigned index, const NamesByAddress& names) {
    haddr_t address = HADDR_UNDEF;
    const auto keep = [](hid_t, unsigned, hid_t scale, void* data) -> herr_t {
        H5O_info_t info;
        if (H5Oget_info2(scale, &info, H5O_INFO_BASIC) >= 0) *static_cast<haddr_t*>(data) = info.addr;
        return 1;
    };
    if (H5DSget_num_scales(dataset, index) > 0) H5DSiterate_scales(dataset, index, nullptr, keep, &address);
    const auto name = names.find(address);
    return name == names.end() ? fmt::format("dimension_{}", index + 1) : name->second;
}

StoredVariable read_variable(hid_t file, const std::string& name, const NamesByAddress& names) {
    require_memory();
    const std::string attempt = "read " + name;
    const Dataset data(H5Dopen2(file, name.c_str(), H5P_DEFAULT), attempt);
    check_storage(data, name);
    const Type type(H5Dget_type(data), attempt);
    const Space space(H5Dget_space(data), attempt);
    const int rank = H5Sget_simple_extent_ndims(space);
    if (rank < 0) throw Error(attempt);
    std::vector<hsize_t> extent(static_cast<std::size_t>(rank));
    if (rank > 0) check(H5Sget_simple_extent_dims(space, extent.data(), nullptr), attempt);
    const TypeInfo info = type_info(type);
    StoredVariable variable{name, info.name, info.kind, info.kind == StoredKind::text ? 0 : info.size, H5DSis_scale(data) > 0, {}, {}};
    check_extent(data, name, extent, info.size, variable.is_coordinate);
    for (std::size_t i = 0; i < extent.size(); ++i) {
        const bool own = variable.is_coordinate && i == 0;
        variable.dimensions.push_back(
            {own ? name : dimension_name(data, static_cast<unsigned>(i), names), static_cast<std::size_t>(extent[i])});
    }
    variable.attributes = read_attributes(data, name);
    return variable;
}

std::vector<StoredVariable> read_variables(hid_t file) {
    check_number_of_links(file);
    std::vector<std::string> names;
    const auto keep = [](hid_t, const char* name, const H5L_info_t*, void* data) { return keep_name(name, data); };
    if (H5Literate(file, H5_INDEX_CRT_ORDER, H5_ITER_INC, nullptr, keep, &names) < 0) {
        names.clear();
        check(H5Literate(file, H5_INDEX_NAME, H5_ITER_INC, nullptr, keep, &names), "list variables");
    }
    NamesByAddress datasets;
    std::erase_if(names, [&](const std::string& name) {
        H5O_info_t info;
        if (!has_own_link(file, name)) return true;
        check(H5Oget_info_by_name2(file, name.c_str(), &info, H5O_INFO_BASIC, H5P_DEFAULT), "look at " + name);
        if (info.type == H5O_TYPE_DATASET) datasets.emplace(info.addr, name);
        return info.type != H5O_TYPE_DATASET;
    });
    std::vector<StoredVariable> variables;
    for (const std::string& name : names) variables.push_back(read_variable(file, name, datasets));
    return variables;
}

bool is_of_this_version(const std::vector<StoredAttribute>& attributes) {
    const auto says = [&](std::string_view name, const std::string& text) {
        return std::any_of(attributes.begin(), attributes.end(),
                           [&](const StoredAttribute& a) { return a.name == name && a.text == text; });
    };
    return says("format", kResultsFormat) && says("format_version", std::to_string(kResultsFormatVersion));
}

}  // namespace

StoredContents read_contents(hid_t file, std::uint64_t file_bytes) {
    StoredContents contents{file_bytes, read_attributes(file, "the file"), {}, {}};
    if (!is_of_this_version(contents.attributes)) return contents;
    if (has_own_link(file, "provenance"))
        contents.provenance = read_attributes(Group(H5Gopen2(file, "provenance", H5P_DEFAULT), "open the group provenance"), "provenance");
    contents.variables = read_variables(file);
    return contents;
}

StoredValues read_box(hid_t file, const StoredVariable& variable, std::span<const std::size_t> first, std::span<const std::size_t> count) {
    require_memory();
    const std::string attempt = "read " + variable.name;
    const Dataset data(H5Dopen2(file, variable.name.c_str(), H5P_DEFAULT), attempt);
    const Type type(H5Dget_type(data), attempt);
    const Space in_file(H5Dget_space(data), attempt);
    const std::vector<hsize_t> offset(first.begin(), first.end());
    const std::vector<hsize_t> extent(count.begin(), count.end());
    std::size_t values = 1;
    for (const std::size_t size : count) values *= size;
    StoredValues result;
    if (values == 0) return result;
    if (!extent.empty()) check(H5Sselect_hyperslab(in_file, H5S_SELECT_SET, offset.data(), nullptr, extent.data(), nullptr), attempt);
    const Space in_memory(
        extent.empty() ? H5Screate(H5S_SCALAR) : H5Screate_simple(static_cast<int>(extent.size()), extent.data(), nullptr), attempt);
    const auto read = [&](void* memory) { check(H5Dread(data, type, in_memory, in_file, H5P_DEFAULT, memory), attempt); };
    if (variable.kind == StoredKind::text) {
        result.texts = read_texts(type, in_memory, values, read);
    } else {
        result.bytes.resize(values * variable.value_size);
        read(result.bytes.data());
    }
    return result;
}

namespace {

template <class T>
T from_bytes(std::span<const std::byte> bytes) {
    T value;
    std::memcpy(&value, bytes.data(), sizeof(T));
    return value;
}

}  // namespace

std::int64_t whole_of(std::span<const std::byte> bytes) {
    switch (bytes.size()) {
        case 1: return from_bytes<std::int8_t>(bytes);
        case 2: return from_bytes<std::int16_t>(bytes);
        case 4: return from_bytes<std::int32_t>(bytes);
        case 8: return from_bytes<std::int64_t>(bytes);
        default: return 0;
    }
}

double number_of(StoredKind kind, std::span<const std::byte> bytes) {
    if (kind == StoredKind::whole) return static_cast<double>(whole_of(bytes));
    if (bytes.size() != 4 && bytes.size() != 8) return std::numeric_limits<double>::quiet_NaN();
    return bytes.size() == 4 ? static_cast<double>(from_bytes<float>(bytes)) : from_bytes<double>(bytes);
}

std::string shown_bytes(StoredKind kind, std::span<const std::byte> bytes) {
    if (kind == StoredKind::whole) return fmt::format("{}", whole_of(bytes));
    if (kind == StoredKind::floating)
        return bytes.size() == 4 ? fmt::format("{}", from_bytes<float>(bytes)) : fmt::format("{}", from_bytes<double>(bytes));
    std::string text = "bytes";
    for (const std::byte byte : bytes) text += fmt::format(" {:02x}", std::to_integer<unsigned>(byte));
    return text;
}

}  // namespace bevlogen::h5
