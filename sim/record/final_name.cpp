// fsync and a rename.
#include "sim/record/final_name.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <fstream>
#include <stdexcept>

namespace bevlogen {
namespace {

void synchronise(const std::filesystem::path& path, int flags) {
    const int descriptor = ::open(path.c_str(), flags | O_CLOEXEC);
    if (descriptor < 0) return;
    ::fsync(descriptor);
    ::close(descriptor);
}

}  // namespace

std::filesystem::path part_of(const std::filesystem::path& path) { return path.string() + ".part"; }

std::filesystem::path folder_holding(const std::filesystem::path& path) {
    return path.has_parent_path() ? path.parent_path() : std::filesystem::path(".");
}

void require_folder(const std::filesystem::path& path) {
    if (std::filesystem::is_directory(folder_holding(path))) return;
    throw std::runtime_error(fmt::format("cannot write {}: there is no folder {}", path.string(), folder_holding(path).string()));
}

void give_final_name(const std::filesystem::path& part, const std::filesystem::path& path) {
    synchronise(part, O_RDONLY);
    std::error_code error;
    std::filesystem::rename(part, path, error);
    if (error) throw std::runtime_error(fmt::format("cannot rename {} to {}: {}", part.string(), path.string(), error.message()));
    synchronise(folder_holding(path), O_RDONLY | O_DIRECTORY);
}

void write_whole(const std::filesystem::path& path, std::string_view content) {
    require_folder(path);
    const std::filesystem::path part = part_of(path);
    {
        std::ofstream out(part, std::ios::binary | std::ios::trunc);
        out << content;
        out.close();
        if (!out) {
            std::error_code none;
            std::filesystem::remove(part, none);
            throw std::runtime_error("cannot write " + path.string());
        }
    }
    give_final_name(part, path);
}

}  // namespace bevlogen
