// Which program this is: version, commit, compiler.
#pragma once

#include <string_view>

namespace bevlogen {

struct BuildInfo {
    std::string_view version;   // "0.1.0"
    std::string_view commit;    // short hash, "-dirty" where the tree had changes, "unknown" outside git
    std::string_view compiler;  // "GNU 12.2.0"
    std::string_view preset;    // CMake build type
};

BuildInfo build_info();

}  // namespace bevlogen
