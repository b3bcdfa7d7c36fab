// O_NOFOLLOW, a lock, and a second look at the name.
#include "sim/record/locked_file.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <stdexcept>

#include "sim/record/system_words.hpp"

namespace bevlogen {
namespace {

[[noreturn]] void refuse(const char* what, const std::filesystem::path& path, const std::string& why) {
    throw std::runtime_error(fmt::format("cannot open {}{}: {}", what, path.string(), why));
}

bool is_under_its_name(int descriptor, const std::filesystem::path& path) {
    struct stat opened {
    }, named{};
    if (::fstat(descriptor, &opened) != 0 || ::lstat(path.c_str(), &named) != 0) return false;
    return opened.st_dev == named.st_dev && opened.st_ino == named.st_ino;
}

}  // namespace

void refuse_link(const char* what, const std::filesystem::path& path) {
    std::error_code none;
    if (!std::filesystem::is_symlink(std::filesystem::symlink_status(path, none))) return;
    refuse(what, path,
           fmt::format("it is a link to {}, and nothing is written through a link; remove it, or name the file itself",
                       std::filesystem::read_symlink(path, none).string()));
}

int open_locked(const char* what, const std::filesystem::path& path, int flags, int (*lock)(int descriptor)) {
    constexpr int kTries = 100;  // as many processes would have to end one after the other at the same instant
    for (int tried = 0; tried < kTries; ++tried) {
        refuse_link(what, path);
        const int descriptor = ::open(path.c_str(), flags | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC, 0666);
        if (descriptor < 0) refuse(what, path, system_words(errno));
        const auto let_go = [&](const char* why) {
            ::close(descriptor);
            refuse(what, path, why);
        };
        struct stat status {};
        if (::fstat(descriptor, &status) != 0 || !S_ISREG(status.st_mode)) let_go("it is not an ordinary file; remove it");
        const int error = lock(descriptor);
        if (error == EWOULDBLOCK || error == EACCES)
            let_go("another process is writing to it; wait until that ends, or choose another name");
        if (is_under_its_name(descriptor, path)) return descriptor;
        ::close(descriptor);
    }
    refuse(what, path, "other processes come and go there");
}

}  // namespace bevlogen
