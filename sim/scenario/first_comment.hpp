// What a file says of itself in its first line.
#pragma once

#include <filesystem>
#include <string>

namespace bevlogen {

// Without the sign that makes it a comment; empty where the first line is none, or there is no such file.
std::string first_comment(const std::filesystem::path& file);

}  // namespace bevlogen
