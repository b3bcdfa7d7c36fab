// Gives a file that was written as NAME.part its final name: what stands under that is whole, also after the machine has died.
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
// Gives `part` to the disk, renames it and gives the folder to the disk. Throws std::runtime_error.
void give_final_name(const std::filesystem::path& part, const std::filesystem::path& path);
// All of that for a content that is there already. Throws std::runtime_error; then nothing is left behind, and what stood at `path` stays.
void write_whole(const std::filesystem::path& path, std::string_view content);

}  // namespace bevlogen
