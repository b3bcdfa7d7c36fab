// Opens a results file and reads from it; every failure becomes a sentence about the file.
#include "sim/record/stored_results.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <numeric>
#include <utility>

#include "sim/core/contract.hpp"
#include "sim/core/diagnostic.hpp"
#include "sim/record/h5_read.hpp"
#include "sim/record/results_file.hpp"

namespace bevlogen {
namespace {

[[noreturn]] void refuse(const std::filesystem::path& file, std::string sentence) {
    throw InputError(Place{file.string()}, std::move(sentence));
}

// What can be said about a file before HDF5 looks at it.
void refuse_other_files(const std::filesystem::path& file) {
    constexpr std::array<char, 8> kSignature = {'\x89', 'H', 'D', 'F', '\r', '\n', '\x1a', '\n'};
    std::error_code error;
    const std::filesystem::file_status status = std::filesystem::status(file, error);
    if (!std::filesystem::exists(status)) refuse(file, "there is no such file");
    if (std::filesystem::is_directory(status)) refuse(file, "is a folder, not a results file");
    if (!std::filesystem::is_regular_file(status)) refuse(file, "is not an ordinary file, so no results file");
    if (file.extension() == ".part") refuse(file, "is a results file that is still being written, or whose writing was broken off (.part)");
    std::ifstream stream(file, std::ios::binary);
    if (!stream) refuse(file, "cannot be opened for reading");
    std::array<char, 8> start{};
    stream.read(start.data(), start.size());
    const auto got = static_cast<std::size_t>(stream.gcount());
    if (got == 0) refuse(file, "is empty, not a results file");
    if (!std::equal(start.begin(), start.begin() + static_cast<std::ptrdiff_t>(got), kSignature.begin())) {
        refuse(file, "is not an HDF5 file, so not a results file");
    }
    if (got == 1) refuse(file, "is cut off: only 1 byte is there");
    if (got < kSignature.size()) refuse(file, fmt::format("is cut off: only {} bytes are there", got));
}

std::string text_of_attribute(const std::vector<StoredAttribute>& attributes, std::string_view name) {
    const auto found = std::find_if(attributes.begin(), attributes.end(), [&](const StoredAttribute& a) { return a.name == name; });
    return found == attributes.end() ? "" : found->text;
}

void refuse_foreign_files(const std::filesystem::path& file, const std::vector<StoredAttribute>& attributes) {
    const auto text_of = [&](std::string_view name) { return text_of_attribute(attributes, name); };
    if (text_of("format") != kResultsFormat) {
        refuse(file,
               fmt::format("is an HDF5 file, but not a results file of bevlogen (its attribute format is not \"{}\")", kResultsFormat));
    }
    const std::string version = text_of("format_version");
    if (version == std::to_string(kResultsFormatVersion)) return;
    if (version.empty() || version.find_first_not_of("0123456789") != std::string::npos)
        refuse(file, "does not say of which format version it is");
    const std::string writer = text_of("version").empty() ? "of another version" : text_of("version");
    refuse(file, fmt::format("has format version {}, written by bevlogen {}; this program reads version {} only{}", version, writer,
                             kResultsFormatVersion, version == "1" ? ": repeat the run to have it anew" : ""));
}

}  // namespace

struct StoredResults::Open {
    h5::File file;
};

// HDF5's refusal as a sentence about the file. Metadata and values carry checksums, so damage is noticed here.
template <class Work>
auto StoredResults::reading(Work work) const {
    try {
        return work();
    } catch (const h5::Error& error) {
        refuse(path_, fmt::format("is cut off or damaged: {}", error.what()));
    }
}

StoredResults::StoredResults(const std::filesystem::path& file) : path_(file), open_(std::make_unique<Open>()) {
    refuse_other_files(path_);
    reading([&] {
        open_->file = h5::open_file(path_);
        attributes_ = h5::read_attributes(open_->file);
        refuse_foreign_files(path_, attributes_);
        provenance_ = h5::read_group_attributes(open_->file, "provenance");
        variables_ = h5::read_variables(open_->file);
    });
}

StoredResults::~StoredResults() = default;
StoredResults::StoredResults(StoredResults&&) noexcept = default;

std::string StoredResults::attribute(std::string_view name) const { return text_of_attribute(attributes_, name); }

Label StoredResults::label(std::string_view name) const {
    const std::string text = attribute(name), dutch = attribute(std::string(name) + "_nl");
    return {text, dutch.empty() ? text : dutch};
}

std::string StoredResults::provenance(std::string_view name) const { return text_of_attribute(provenance_, name); }

std::vector<std::string> StoredResults::texts(std::string_view variable) const {
    const StoredVariable* found = find(variable);
    return found == nullptr ? std::vector<std::string>{} : read(*found).texts;
}

const StoredVariable* StoredResults::find(std::string_view name) const {
    const auto found = std::find_if(variables_.begin(), variables_.end(), [&](const StoredVariable& v) { return v.name == name; });
    return found == variables_.end() ? nullptr : &*found;
}

StoredValues StoredResults::read(const StoredVariable& variable) const {
    std::vector<std::size_t> first(variable.dimensions.size(), 0);
    std::vector<std::size_t> count;
    for (const StoredDimension& dimension : variable.dimensions) count.push_back(dimension.size);
    return read(variable, first, count);
}

StoredValues StoredResults::read(const StoredVariable& variable, std::span<const std::size_t> first,
                                 std::span<const std::size_t> count) const {
    expect(first.size() == variable.dimensions.size() && count.size() == first.size(), "a box has the rank of its variable");
    return reading([&] { return h5::read_box(open_->file, variable, first, count); });
}

const StoredAttribute* StoredVariable::find_attribute(std::string_view attribute) const {
    const auto found = std::find_if(attributes.begin(), attributes.end(), [&](const StoredAttribute& a) { return a.name == attribute; });
    return found == attributes.end() ? nullptr : &*found;
}

std::size_t StoredVariable::values() const {
    return std::accumulate(dimensions.begin(), dimensions.end(), std::size_t{1},
                           [](std::size_t product, const StoredDimension& d) { return product * d.size; });
}

std::string shown_value(const StoredVariable& variable, const StoredValues& values, std::size_t index) {
    if (variable.kind == StoredKind::text) return fmt::format("\"{}\"", values.texts[index]);
    const std::span<const std::byte> bytes = std::span(values.bytes).subspan(index * variable.value_size, variable.value_size);
    const StoredAttribute* fill = variable.find_attribute("_FillValue");
    if (fill != nullptr && fill->type == variable.type && std::ranges::equal(fill->bytes, bytes)) return "missing";
    const StoredAttribute* scale = variable.find_attribute("scale_factor");
    if (scale != nullptr && variable.kind == StoredKind::whole) {
        return fmt::format("{}", h5::number_of(variable.kind, bytes) * h5::number_of(StoredKind::floating, scale->bytes));
    }
    return h5::shown_bytes(variable.kind, bytes);
}

}  // namespace bevlogen
