// Looks at links, creation properties and extents before anything is read through them.
#include "sim/record/h5_limits.hpp"

#include <fmt/format.h>

#include "sim/record/h5.hpp"
#include "sim/record/stored_contents.hpp"

namespace bevlogen::h5 {
namespace {

constexpr hsize_t kMostLinks = 20'000, kMostAttributes = 2'000;
constexpr std::size_t kMostBytesOfAttribute = 1u << 22;
constexpr hsize_t kMostBytesOfChunk = hsize_t{1} << 27;
constexpr std::size_t kMostDimensions = 8;

void check_filters(hid_t creation, const std::string& name) {
    const int filters = H5Pget_nfilters(creation);
    for (int i = 0; i < filters; ++i) {
        unsigned flags = 0;
        std::size_t values = 0;
        const H5Z_filter_t filter = H5Pget_filter2(creation, static_cast<unsigned>(i), &flags, &values, nullptr, 0, nullptr, nullptr);
        if (filter != H5Z_FILTER_DEFLATE && filter != H5Z_FILTER_SHUFFLE && filter != H5Z_FILTER_FLETCHER32)
            throw Refusal(fmt::format("keeps {} behind a filter that no results file has (number {})", name, static_cast<int>(filter)));
    }
}

}  // namespace

bool has_own_link(hid_t file, const std::string& name) {
    if (H5Lexists(file, name.c_str(), H5P_DEFAULT) <= 0) return false;
    H5L_info_t info;
    check(H5Lget_info(file, name.c_str(), &info, H5P_DEFAULT), "look at the link " + name);
    if (info.type != H5L_TYPE_HARD) throw Refusal(fmt::format("has a link to elsewhere ({}), which no results file has", name));
    return true;
}

void check_number_of_links(hid_t group) {
    H5G_info_t info;
    check(H5Gget_info(group, &info), "count variables");
    if (info.nlinks > kMostLinks) throw Refusal(fmt::format("has {} variables, more than any results file", info.nlinks));
}

void check_number_of_attributes(hid_t object, const std::string& name) {
    H5O_info_t info;
    check(H5Oget_info2(object, &info, H5O_INFO_NUM_ATTRS), "count attributes");
    if (info.num_attrs > kMostAttributes)
        throw Refusal(fmt::format("has {} attributes of {}, more than any results file", info.num_attrs, name));
}

void check_attribute(const std::string& name, hssize_t values, std::size_t value_size) {
    if (values < 0) throw Error("read the attribute " + name);
    if (static_cast<std::size_t>(values) > kMostBytesOfAttribute / std::max<std::size_t>(value_size, 1))
        throw Refusal(fmt::format("has an attribute {} of {} values, more than any results file", name, values));
}

void check_storage(hid_t dataset, const std::string& name) {
    const Properties creation(H5Dget_create_plist(dataset), "read how " + name + " is kept");
    switch (H5Pget_layout(creation)) {
        case H5D_COMPACT: break;
        case H5D_CONTIGUOUS:
            if (H5Pget_external_count(creation) != 0)
                throw Refusal(fmt::format("keeps {} in other files, which no results file does", name));
            break;
        case H5D_CHUNKED: check_filters(creation, name); break;
        default: throw Refusal(fmt::format("keeps {} in a way that no results file does", name));
    }
}

void check_extent(hid_t dataset, const std::string& name, const std::vector<hsize_t>& extent, std::size_t value_size, bool is_coordinate) {
    if (extent.size() > kMostDimensions)
        throw Refusal(fmt::format("has {} over {} dimensions, more than any results file", name, extent.size()));
    hsize_t values = 1;
    bool is_empty = false;
    for (const hsize_t size : extent) is_empty = is_empty || size == 0;
    for (const hsize_t size : extent) {
        if (!is_empty && size > kMostStoredValues / values)
            throw Refusal(fmt::format("is damaged: it says that {} has more values than any results file", name));
        values = is_empty ? 0 : values * size;
    }
    const Properties creation(H5Dget_create_plist(dataset), "read how " + name + " is kept");
    const bool is_chunked = H5Pget_layout(creation) == H5D_CHUNKED;
    if (is_chunked) {
        std::vector<hsize_t> chunk(extent.size());
        check(H5Pget_chunk(creation, static_cast<int>(chunk.size()), chunk.data()), "read how " + name + " is kept");
        hsize_t bytes = value_size;
        for (const hsize_t size : chunk) {
            if (size == 0 || bytes > kMostBytesOfChunk / size)
                throw Refusal(fmt::format("is damaged: it says that {} lies in pieces larger than any results file has", name));
            bytes *= size;
        }
    }
    // What is not written of a chunked variable reads as missing; all else is written.
    if (is_chunked && !is_coordinate) return;
    if (is_coordinate && (extent.size() != 1 || extent.front() > kMostPlaces))
        throw Refusal(
            fmt::format("is damaged: it says that the dimension {} has {} places, and at most {} are read", name, values, kMostPlaces));
    const hsize_t kept = H5Dget_storage_size(dataset);
    if (values * value_size > (is_chunked ? kept * kMostInflation : kept))
        throw Refusal(fmt::format("is damaged: it says that {} has {} values, and holds {} bytes of them", name, values, kept));
}

}  // namespace bevlogen::h5
