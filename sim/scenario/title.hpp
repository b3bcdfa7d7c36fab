// The title of one of our files, for lists.
#pragma once

#include <filesystem>
#include <string>

namespace bevlogen {

// `title`, or its English form; empty where the file has none or cannot be read.
std::string title_of_file(const std::filesystem::path& file);

}  // namespace bevlogen
