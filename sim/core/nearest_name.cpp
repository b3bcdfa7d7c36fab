// Edit distance with transpositions over short names.
#include "sim/core/nearest_name.hpp"

#include <algorithm>
#include <numeric>
#include <utility>
#include <vector>

namespace bevlogen {
namespace {

std::size_t edit_distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> before_last(b.size() + 1), last(b.size() + 1), row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::swap(before_last, last);
        std::swap(last, row);
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) row[j] = std::min(row[j], before_last[j - 2] + 1);
        }
    }
    return row[b.size()];
}

}  // namespace

std::optional<std::string> nearest_name(std::string_view written, std::span<const std::string> valid) {
    constexpr std::size_t kBeginning = 5;
    if (written.size() >= kBeginning) {
        const auto goes_on = [&](const std::string& name) { return name.starts_with(written); };
        const auto first = std::find_if(valid.begin(), valid.end(), goes_on);
        if (first != valid.end() && std::find_if(first + 1, valid.end(), goes_on) == valid.end()) return *first;
    }
    const std::size_t tolerated = std::max<std::size_t>(2, written.size() / 3);
    std::optional<std::string> best;
    std::size_t best_distance = tolerated + 1;
    for (const std::string& name : valid) {
        // No nearer than the lengths are, and a long word costs its length a name.
        const std::size_t least = std::max(name.size(), written.size()) - std::min(name.size(), written.size());
        if (least >= best_distance) continue;
        const std::size_t distance = edit_distance(written, name);
        if (distance < best_distance && distance < name.size()) {
            best_distance = distance;
            best = name;
        }
    }
    return best;
}

std::string suggestion(std::string_view written, std::span<const std::string> valid) {
    if (const auto near = nearest_name(written, valid)) return "; did you mean \"" + *near + "\"?";
    if (valid.empty() || valid.size() > 12) return {};
    std::string text = " (valid: ";
    for (std::size_t i = 0; i < valid.size(); ++i) text += (i > 0 ? ", " : "") + valid[i];
    return text + ")";
}

}  // namespace bevlogen
