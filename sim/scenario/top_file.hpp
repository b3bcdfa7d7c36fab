// The file that a user names: found, read and parsed.
#pragma once

#include <filesystem>
#include <string>

#include "sim/core/diagnostic.hpp"
#include "sim/scenario/source_files.hpp"
#include "sim/scenario/toml_value.hpp"

namespace bevlogen {

struct TopFile {
    std::filesystem::path path;
    std::string text;  // as read
    TomlValue tree;
};

// Throws InputError where it is nowhere, cannot be read or is no TOML.
TopFile read_top_file(const std::filesystem::path& file, SourceFiles& files, Diagnostics& diagnostics);

}  // namespace bevlogen
