// Whether a file on disk is still the one that was opened.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>

namespace bevlogen {

enum class FileState { as_opened, changed, gone };

// Remembers how a file was. Looking at it costs one call of the system, none of which waits for a disk that is local.
class FileWatch {
  public:
    // To be made before the file is opened: what is replaced in between then shows as changed.
    explicit FileWatch(std::filesystem::path path);

    const std::filesystem::path& path() const { return path_; }
    FileState state() const;

  private:
    struct Stamp {
        std::uint64_t device = 0, inode = 0, size = 0;
        std::int64_t seconds = 0, nanoseconds = 0;  // of the last change of its content

        bool operator==(const Stamp&) const = default;
    };
    static std::optional<Stamp> stamp_of(const std::filesystem::path& path);

    std::filesystem::path path_;
    std::optional<Stamp> stamp_;
};

}  // namespace bevlogen
