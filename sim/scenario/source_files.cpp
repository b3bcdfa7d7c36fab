// Looks for files beside the one that names them and in the library.
#include "sim/scenario/source_files.hpp"

#include <algorithm>
#include <cstdint>
#include <fstream>
#include <iterator>
#include <system_error>
#include <vector>

#include "sim/core/nearest_name.hpp"
#include "sim/core/utf8.hpp"
#include "sim/scenario/toml_parser.hpp"

namespace bevlogen {
namespace {

namespace fs = std::filesystem;

// Of no file of ours: what is larger takes minutes and gigabytes to parse.
constexpr std::uintmax_t kMostBytes = std::uintmax_t{32} << 20;

// Names become words of tables, results files and batch scripts.
bool is_plain_name(const std::string& name) {
    const bool has_control = std::any_of(name.begin(), name.end(), [](unsigned char c) { return c < 0x20 || c == 0x7f; });
    return !has_control && is_utf8(name);
}

bool is_file(const fs::path& path) {
    std::error_code failure;
    return fs::exists(path, failure) && !fs::is_directory(path, failure) && !failure;
}

std::vector<std::string> file_names_in(const fs::path& folder) {
    std::vector<std::string> names;
    std::error_code failure;
    fs::directory_iterator it(folder.empty() ? fs::path(".") : folder, failure);
    while (!failure && it != fs::directory_iterator()) {
        if (is_file(it->path())) names.push_back(it->path().filename().string());
        it.increment(failure);
    }
    std::sort(names.begin(), names.end());
    return names;
}

// scenarios/baseline.toml is found in a library called scenarios, from whichever folder one starts the program.
std::vector<fs::path> places_in_library(const fs::path& library, const fs::path& named) {
    if (library.empty() || named.is_absolute()) return {};
    const fs::path name_of_library = (library.has_filename() ? library : library.parent_path()).filename();
    std::vector<fs::path> places = {library / named};
    if (!named.empty() && *named.begin() == name_of_library) places.push_back(library / named.lexically_relative(name_of_library));
    return places;
}

}  // namespace

std::optional<fs::path> SourceFiles::locate(const std::string& named, const fs::path& folder, const Place& place) {
    if (named.empty() || named.find('\0') != std::string::npos) {
        diagnostics_->error(place, "the name of a file is empty or no name");
        return std::nullopt;
    }
    const fs::path beside = folder.empty() ? fs::path(named) : (folder / named).lexically_normal();
    if (!is_plain_name(beside.filename().string())) {
        diagnostics_->error(place, "the name of a file has letters that are not UTF-8 or control the terminal; rename it");
        return std::nullopt;
    }
    if (is_file(beside)) return beside;
    for (const fs::path& candidate : places_in_library(library_, named)) {
        if (is_file(candidate)) return candidate.lexically_normal();
    }
    std::error_code failure;
    if (fs::is_directory(beside, failure)) {
        diagnostics_->error(place, "\"" + beside.string() + "\" is a folder, not a file");
    } else {
        const std::vector<std::string> names = file_names_in(beside.parent_path());
        const auto near = nearest_name(beside.filename().string(), names);
        diagnostics_->error(place, "no file \"" + beside.string() + "\"" + (near ? "; did you mean \"" + *near + "\"?" : ""));
    }
    return std::nullopt;
}

std::optional<std::string> SourceFiles::read(const fs::path& file, const Place& place) {
    // It is read more than once, and a device or pipe may never end.
    std::error_code failure;
    if (!fs::is_regular_file(file, failure)) {
        diagnostics_->error(place, "\"" + file.string() + "\" is not an ordinary file; write what it gives to one, and name that");
        return std::nullopt;
    }
    if (fs::file_size(file, failure) > kMostBytes && !failure) {
        diagnostics_->error(place,
                            "\"" + file.string() + "\" is larger than " + std::to_string(kMostBytes >> 20) + " MB, which no such file is");
        return std::nullopt;
    }
    std::ifstream stream(file, std::ios::binary);
    std::string text{std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
    if (!stream) {
        diagnostics_->error(place, "cannot read \"" + file.string() + "\"");
        return std::nullopt;
    }
    return text;
}

std::optional<SourceFiles::Parsed> SourceFiles::parse(const std::string& named, const fs::path& folder, const Place& place) {
    const auto path = locate(named, folder, place);
    if (!path) return std::nullopt;
    const auto text = read(*path, place);
    if (!text) return std::nullopt;
    auto tree = parse_toml(*text, path->string(), *diagnostics_);
    if (!tree) return std::nullopt;
    return Parsed{*path, std::move(*tree)};
}

fs::path folder_of(const fs::path& file) { return file.has_parent_path() ? file.parent_path() : fs::path("."); }

std::string file_identity(const fs::path& file) {
    std::error_code failure;
    const fs::path canonical = fs::weakly_canonical(file, failure);
    return failure ? file.lexically_normal().string() : canonical.string();
}

}  // namespace bevlogen
