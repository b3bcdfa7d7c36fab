// Asks the system for identity, size and time of a file.
#include "sim/live/file_state.hpp"

#include <sys/stat.h>

#include <utility>

namespace bevlogen {

FileWatch::FileWatch(std::filesystem::path path) : path_(std::move(path)), stamp_(stamp_of(path_)) {}

std::optional<FileWatch::Stamp> FileWatch::stamp_of(const std::filesystem::path& path) {
    struct stat found {};
    if (::stat(path.c_str(), &found) != 0) return std::nullopt;
    return Stamp{static_cast<std::uint64_t>(found.st_dev), static_cast<std::uint64_t>(found.st_ino),
                 static_cast<std::uint64_t>(found.st_size), static_cast<std::int64_t>(found.st_mtim.tv_sec),
                 static_cast<std::int64_t>(found.st_mtim.tv_nsec)};
}

FileState FileWatch::state() const {
    const std::optional<Stamp> now = stamp_of(path_);
    if (!now) return FileState::gone;
    return now == stamp_ ? FileState::as_opened : FileState::changed;
}

}  // namespace bevlogen
