// Opens a results file by way of a process that reads it; every failure becomes a sentence about the file.
#include "sim/record/stored_results.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <map>
#include <utility>

#include "sim/core/contract.hpp"
#include "sim/core/diagnostic.hpp"
#include "sim/record/h5_limits.hpp"
#include "sim/record/h5_read.hpp"
#include "sim/record/reading_process.hpp"
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

// Of a dimension without a coordinate nothing else says how many places it has; each costs memory, also where no value was written.
void refuse_endless_dimensions(const std::filesystem::path& file, const StoredContents& contents) {
    for (const StoredVariable& variable : contents.variables) {
        for (const StoredDimension& dimension : variable.dimensions) {
            if (dimension.size <= kMostPlaces) continue;
            refuse(file, fmt::format("is damaged: it says that {} has {} places along {}, and at most {} are read", variable.name,
                                     dimension.size, dimension.name, kMostPlaces));
        }
    }
}

// Where a variable lies along a dimension that has a coordinate, it has a value at each place of it.
void refuse_unlike_dimensions(const std::filesystem::path& file, const StoredContents& contents) {
    std::map<std::string_view, std::size_t> places;
    for (const StoredVariable& variable : contents.variables) {
        if (variable.is_coordinate) places.emplace(variable.name, variable.values());
    }
    for (const StoredVariable& variable : contents.variables) {
        for (const StoredDimension& dimension : variable.dimensions) {
            const auto found = places.find(dimension.name);
            if (found == places.end() || found->second == dimension.size) continue;
            refuse(file, fmt::format("is damaged: {} has {} places along {}, which has {}", variable.name, dimension.size, dimension.name,
                                     found->second));
        }
    }
}

}  // namespace

StoredResults::StoredResults(const std::filesystem::path& file) : path_(file) {
    refuse_other_files(path_);
    source_ = std::make_unique<ReadingProcess>(path_);
    take_contents();
}

StoredResults::StoredResults(std::filesystem::path file, std::unique_ptr<ResultsSource> source)
    : path_(std::move(file)), source_(std::move(source)) {
    take_contents();
}

void StoredResults::take_contents() {
    contents_ = source_->contents();
    refuse_foreign_files(path_, contents_.attributes);
    refuse_endless_dimensions(path_, contents_);
    refuse_unlike_dimensions(path_, contents_);
}

std::string StoredResults::attribute(std::string_view name) const { return text_of_attribute(contents_.attributes, name); }

Label StoredResults::label(std::string_view name) const {
    const std::string text = attribute(name), dutch = attribute(std::string(name) + "_nl");
    return {text, dutch.empty() ? text : dutch};
}

std::string StoredResults::provenance(std::string_view name) const { return text_of_attribute(contents_.provenance, name); }

std::vector<std::string> StoredResults::texts(std::string_view variable) const {
    const StoredVariable* found = find(variable);
    return found == nullptr ? std::vector<std::string>{} : read(*found).texts;
}

const StoredVariable* StoredResults::find(std::string_view name) const {
    const auto found = std::ranges::find(contents_.variables, name, &StoredVariable::name);
    return found == contents_.variables.end() ? nullptr : &*found;
}

StoredValues StoredResults::read(const StoredVariable& variable) const { return values_in(variable, StoredBox::whole(variable)); }

StoredValues StoredResults::read(const StoredVariable& variable, std::span<const std::size_t> first,
                                 std::span<const std::size_t> count) const {
    expect(first.size() == variable.dimensions.size() && count.size() == first.size(), "a box has the rank of its variable");
    return values_in(variable, {{first.begin(), first.end()}, {count.begin(), count.end()}});
}

StoredValues StoredResults::values_in(const StoredVariable& variable, const StoredBox& box) const {
    for (std::size_t d = 0; d < box.count.size(); ++d) {
        const std::size_t places = variable.dimensions[d].size;
        if (box.first[d] > places || box.count[d] > places - box.first[d])
            refuse(path_, fmt::format("holds fewer {} along {} than it should", variable.name, variable.dimensions[d].name));
    }
    const std::size_t values = box.values();
    if (values == 0) return {};
    const std::size_t of_value = variable.kind == StoredKind::text ? sizeof(std::string) : variable.value_size;
    if (values > most_bytes_of_box(contents_.file_bytes) / of_value) {
        refuse(path_, fmt::format("is damaged: it says that {} values of {} belong together, more than a file of {} bytes has", values,
                                  variable.name, contents_.file_bytes));
    }
    return source_->read(variable, box);
}

std::string shown_value(const StoredVariable& variable, const StoredValues& values, std::size_t index) {
    if (variable.kind == StoredKind::text) return fmt::format("\"{}\"", values.texts[index]);
    const std::span<const std::byte> bytes = std::span(values.bytes).subspan(index * variable.value_size, variable.value_size);
    const StoredAttribute* fill = variable.find_attribute("_FillValue");
    if (fill != nullptr && fill->type == variable.type && std::ranges::equal(fill->bytes, bytes)) return "missing";
    const std::optional<double> scale = variable.scale();
    if (scale && variable.kind == StoredKind::whole) return fmt::format("{}", h5::number_of(variable.kind, bytes) * *scale);
    return h5::shown_bytes(variable.kind, bytes);
}

}  // namespace bevlogen
