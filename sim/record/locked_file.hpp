// Opens a file to write in it that no other process writes, and that is no link to another place.
#pragma once

#include <filesystem>

namespace bevlogen {

// Throws std::runtime_error where `path` is a link: what is behind it lies elsewhere and may be anybody's. Folders on the way may be links.
void refuse_link(const char* what, const std::filesystem::path& path);

// Opens with `flags` and locks with `lock`, which gives 0 or errno; the descriptor is the caller's to close. What is locked is what stands
// under the name then: a file that its owner renamed or deleted in the meantime is let go. Throws std::runtime_error where it cannot be
// opened, is a link or no ordinary file, or is another process's. Where the file system knows no locks, no other process is noticed.
// `what` stands before the path in messages, e.g. "the journal ".
int open_locked(const char* what, const std::filesystem::path& path, int flags, int (*lock)(int descriptor));

}  // namespace bevlogen
