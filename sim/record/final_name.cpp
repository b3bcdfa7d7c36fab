// Paths and a PartFile.
#include "sim/record/final_name.hpp"

#include <fmt/format.h>

#include <stdexcept>

#include "sim/record/part_file.hpp"
#include "sim/record/system_words.hpp"

namespace bevlogen {

std::filesystem::path part_of(const std::filesystem::path& path) { return path.string() + ".part"; }

std::filesystem::path folder_holding(const std::filesystem::path& path) {
    return path.has_parent_path() ? path.parent_path() : std::filesystem::path(".");
}

void require_folder(const std::filesystem::path& path) {
    std::error_code error;
    if (std::filesystem::is_directory(folder_holding(path), error)) return;
    throw std::runtime_error(fmt::format("cannot write {}: there is no folder {}", path.string(), folder_holding(path).string()));
}

void make_folder_of(const std::filesystem::path& path) {
    if (!path.has_parent_path()) return;
    std::error_code error;
    std::filesystem::create_directories(path.parent_path(), error);
    if (!error || std::filesystem::is_directory(path.parent_path())) return;
    throw std::runtime_error(fmt::format("cannot make the folder {}: {}", path.parent_path().string(), system_words(error.value())));
}

void write_whole(const std::filesystem::path& path, std::string_view content) {
    PartFile file(path);
    file.write(content);
    file.finish();
}

}  // namespace bevlogen
