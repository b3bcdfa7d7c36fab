// Names of files that are being written, and a whole file at once.
#pragma once

#include <filesystem>
#include <string_view>

namespace bevlogen {

// NAME.part in the same folder.
std::filesystem::path part_of(const std::filesystem::path& path);
// "." for the working directory.
std::filesystem::path folder_holding(const std::filesystem::path& path);
// Throws std::runtime_error where there is no folder to write `path` into.
void require_folder(const std::filesystem::path& path);
// Makes the folder to write `path` into where there is none. Throws std::runtime_error.
void make_folder_of(const std::filesystem::path& path);
// Writes a content that is there already as a PartFile. Throws std::runtime_error; then nothing is left behind, and what stood at `path`
// stays.
void write_whole(const std::filesystem::path& path, std::string_view content);

}  // namespace bevlogen
