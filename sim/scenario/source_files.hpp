// Finds and reads the files that a scenario names.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "sim/core/diagnostic.hpp"
#include "sim/scenario/toml_value.hpp"

namespace bevlogen {

class SourceFiles {
  public:
    // `library` may be empty: then there is none.
    SourceFiles(std::filesystem::path library, Diagnostics& diagnostics) : library_(std::move(library)), diagnostics_(&diagnostics) {}

    // Where `named` lies: beside the file that names it (`folder`, see folder_of; empty for a file that the user names), else in the
    // library. An error at `place` with the nearest name in that folder where it is nowhere.
    std::optional<std::filesystem::path> locate(const std::string& named, const std::filesystem::path& folder, const Place& place);

    // The bytes of a file; an error at `place` where they cannot be read.
    std::optional<std::string> read(const std::filesystem::path& file, const Place& place);

    // Locates, reads and parses. `file` of every place is the path as it is shown to the user.
    struct Parsed {
        std::filesystem::path path;
        TomlValue tree;
    };
    std::optional<Parsed> parse(const std::string& named, const std::filesystem::path& folder, const Place& place);

  private:
    std::filesystem::path library_;
    Diagnostics* diagnostics_;
};

// The folder that the paths in `file` start from; "." for the working directory.
std::filesystem::path folder_of(const std::filesystem::path& file);

// One identity for all spellings of a path, to tell whether two are the same file.
std::string file_identity(const std::filesystem::path& file);

}  // namespace bevlogen
