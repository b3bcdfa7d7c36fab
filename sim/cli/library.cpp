// Looks upward from the program: build/release/bin -> scenarios, bin -> share/bevlogen/scenarios. Then, for a program of one's own, where
// packages put them (XDG Base Directory Specification).
#include "sim/cli/library.hpp"

#include <algorithm>
#include <cstdlib>
#include <sstream>
#include <string>

namespace bevlogen {

namespace fs = std::filesystem;

fs::path scenario_library() {
    std::error_code ignored;
    const fs::path program = fs::read_symlink("/proc/self/exe", ignored);
    if (program.empty()) return {};
    fs::path folder = program.parent_path();
    for (int level = 0; level < 4 && folder.has_parent_path(); ++level) {
        for (const fs::path& candidate : {folder / "scenarios", folder / "share" / "bevlogen" / "scenarios"}) {
            if (fs::exists(candidate / "baseline.toml", ignored)) return candidate;
        }
        folder = folder.parent_path();
    }
    const char* given = std::getenv("XDG_DATA_DIRS");
    std::istringstream shares(given != nullptr && *given != '\0' ? given : "/usr/local/share:/usr/share");
    for (std::string share; std::getline(shares, share, ':');) {
        const fs::path candidate = fs::path(share) / "bevlogen" / "scenarios";
        if (candidate.is_absolute() && fs::exists(candidate / "baseline.toml", ignored)) return candidate;
    }
    return {};
}

std::string as_file_name(const std::string& name) {
    std::string safe = name;
    std::replace_if(
        safe.begin(), safe.end(), [](unsigned char c) { return c == '/' || c < 0x20 || c == 0x7f; }, '_');
    return safe;
}

fs::path shown_path(const fs::path& path) {
    std::error_code ignored;
    const fs::path relative = fs::relative(path, fs::current_path(ignored), ignored);
    const fs::path shorter = relative.empty() || relative.native().size() >= path.native().size() ? path : relative;
    return shorter.native().starts_with('-') ? "." / shorter : shorter;
}

}  // namespace bevlogen
