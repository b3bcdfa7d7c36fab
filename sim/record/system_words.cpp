// A remedy for each way in which disks and folders commonly fail.
#include "sim/record/system_words.hpp"

#include <cerrno>
#include <cstring>

namespace bevlogen {
namespace {

const char* remedy_of(int error) {
    switch (error) {
        case ENOSPC: return "; make room there, then give the same command again";
        case EDQUOT: return "; make room in your quota, then give the same command again";
        case EFBIG: return "; raise the limit on the size of files (ulimit -f), then give the same command again";
        case EMFILE:
        case ENFILE: return "; raise the limit on open files (ulimit -n), then give the same command again";
        case EACCES:
        case EPERM:
        case EROFS: return "; name a file in a folder that you may write to";
        case ENAMETOOLONG: return "; choose a shorter name";
        default: return "";
    }
}

}  // namespace

std::string system_words(int error) { return std::strerror(error) + std::string(remedy_of(error)); }

}  // namespace bevlogen
