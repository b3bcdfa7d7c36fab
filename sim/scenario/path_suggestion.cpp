// Follows a path from part to part through the valid ones.
#include "sim/scenario/path_suggestion.hpp"

#include <algorithm>
#include <optional>
#include <vector>

#include "sim/core/nearest_name.hpp"

namespace bevlogen {
namespace {

constexpr std::size_t kMostNamed = 8;

std::string below(const std::string& parent, const std::string& part) { return parent.empty() ? part : parent + "." + part; }

// The parts that may follow `parent`, in order of the paths.
std::vector<std::string> parts_below(const std::string& parent, std::span<const std::string> valid) {
    const std::string start = parent.empty() ? parent : parent + ".";
    std::vector<std::string> parts;
    for (const std::string& path : valid) {
        if (!path.starts_with(start)) continue;
        const std::string part = path.substr(start.size(), path.find('.', start.size()) - start.size());
        if (std::find(parts.begin(), parts.end(), part) == parts.end()) parts.push_back(part);
    }
    return parts;
}

std::string named(const std::string& parent, const std::vector<std::string>& parts) {
    if (parent.empty() || parts.empty() || parts.size() > kMostNamed) return {};
    std::string text = " (valid in " + parent + ": ";
    for (std::size_t i = 0; i < parts.size(); ++i) text += (i > 0 ? ", " : "") + parts[i];
    return text + ")";
}

std::string meant(const std::string& path) { return "; did you mean \"" + path + "\"?"; }

}  // namespace

std::string path_suggestion(std::string_view written, std::span<const std::string> valid) {
    std::string path;  // as far as it was followed, slips put right
    std::size_t begin = 0;
    while (begin <= written.size()) {
        const std::size_t end = std::min(written.find('.', begin), written.size());
        const std::string_view part = written.substr(begin, end - begin);
        const std::vector<std::string> parts = parts_below(path, valid);
        if (parts.empty()) return meant(path);  // it goes on where nothing follows
        const bool is_right = std::find(parts.begin(), parts.end(), part) != parts.end();
        const auto near = is_right ? std::optional(std::string(part)) : nearest_name(part, parts);
        if (!near) {
            const auto whole = path.empty() ? nearest_name(written, valid) : std::nullopt;
            return whole ? meant(*whole) : named(path, parts);
        }
        path = below(path, *near);
        begin = end + 1;
    }
    const bool is_path = std::find(valid.begin(), valid.end(), path) != valid.end();
    return is_path ? meant(path) : named(path, parts_below(path, valid));
}

}  // namespace bevlogen
