// An open file without following links, a lock, fsync and a rename.
#include "sim/record/part_file.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <stdexcept>
#include <utility>

#include "sim/record/final_name.hpp"
#include "sim/record/locked_file.hpp"
#include "sim/record/system_words.hpp"

namespace bevlogen {
namespace {

namespace fs = std::filesystem;

void synchronise_folder(const fs::path& folder) {
    const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0) return;  // a file system that cannot be synchronised by folder keeps its own order
    ::fsync(descriptor);
    ::close(descriptor);
}

// A lock of its own kind: HDF5 and journals use flock(), which would meet itself in one process.
int lock_record(int descriptor) {
    struct flock whole {};
    whole.l_type = F_WRLCK;
    whole.l_whence = SEEK_SET;
    return ::fcntl(descriptor, F_OFD_SETLK, &whole) == 0 ? 0 : errno;
}

}  // namespace

PartFile::PartFile(fs::path path) : final_(std::move(path)), part_(part_of(final_)) {
    require_folder(final_);
    refuse_link("", final_);
    descriptor_ = open_locked("", part_, O_RDWR | O_CREAT, lock_record);
    if (::ftruncate(descriptor_, 0) != 0) {
        const int error = errno;
        ::close(descriptor_);
        fail("empty", error);
    }
}

PartFile::~PartFile() {
    if (!is_finished_) {
        std::error_code ignored;
        fs::remove(part_, ignored);
    }
    if (descriptor_ >= 0) ::close(descriptor_);
}

void PartFile::write(std::string_view content) {
    while (!content.empty()) {
        const ssize_t written = ::write(descriptor_, content.data(), content.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) fail("write", errno);
        content.remove_prefix(static_cast<std::size_t>(written));
    }
}

void PartFile::finish() {
    // A disk that fails or is full may say so only here; some file systems know no fsync.
    if (::fsync(descriptor_) != 0 && errno != EINVAL && errno != ENOTSUP) fail("give to the disk", errno);
    refuse_link("", final_);
    if (::rename(part_.c_str(), final_.c_str()) != 0) {
        throw std::runtime_error(fmt::format("cannot rename {} to {}: {}", part_.string(), final_.string(), system_words(errno)));
    }
    is_finished_ = true;
    synchronise_folder(folder_holding(final_));
}

void PartFile::fail(const char* attempt, int error) const {
    throw std::runtime_error(fmt::format("cannot {} {}: {}", attempt, part_.string(), system_words(error)));
}

}  // namespace bevlogen
