// Looks upward from the program: build/release/bin -> scenarios, bin -> share/bevlogen/scenarios.
#include "sim/cli/library.hpp"

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
    return {};
}

fs::path shown_path(const fs::path& path) {
    std::error_code ignored;
    const fs::path relative = fs::relative(path, fs::current_path(ignored), ignored);
    if (relative.empty() || relative.native().size() >= path.native().size()) return path;
    return relative;
}

}  // namespace bevlogen
