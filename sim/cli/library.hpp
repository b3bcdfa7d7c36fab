// Where the ready scenarios lie.
#pragma once

#include <filesystem>
#include <string>

namespace bevlogen {

// `scenarios` of the source tree or the share folder that the program runs from, else of a folder in XDG_DATA_DIRS; empty where there is
// none.
std::filesystem::path scenario_library();

// A name, from wherever it came, as that of a file in one folder.
std::string as_file_name(const std::string& name);

// A path as a person would write it: relative to the working directory where that is shorter, and never like an option.
std::filesystem::path shown_path(const std::filesystem::path& path);

}  // namespace bevlogen
