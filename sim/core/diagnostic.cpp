// Orders and words the diagnostics.
#include "sim/core/diagnostic.hpp"

#include <algorithm>
#include <iterator>
#include <tuple>

namespace bevlogen {

namespace {

// What is told twice is told twice soon; of a file of a hundred thousand mistakes not every pair is compared.
constexpr std::ptrdiff_t kMostBetween = 256;

}  // namespace

void Diagnostics::error(const Place& place, std::string message) {
    const auto lately = errors_.end() - std::min(kMostBetween, std::ssize(errors_));
    const bool known = std::any_of(lately, errors_.end(), [&](const Diagnostic& d) {
        return d.message == message && d.place.line == place.line && d.place.column == place.column && d.place.file == place.file;
    });
    if (!known) errors_.push_back({place, std::move(message)});
}

std::vector<Diagnostic> Diagnostics::sorted() const {
    std::vector<std::string> files;
    for (const Diagnostic& d : errors_) {
        if (std::find(files.begin(), files.end(), d.place.file) == files.end()) files.push_back(d.place.file);
    }
    std::vector<Diagnostic> sorted = errors_;
    std::stable_sort(sorted.begin(), sorted.end(), [&](const Diagnostic& a, const Diagnostic& b) {
        const auto rank = [&](const Diagnostic& d) {
            return std::tuple(std::find(files.begin(), files.end(), d.place.file) - files.begin(), d.place.line, d.place.column);
        };
        return rank(a) < rank(b);
    });
    return sorted;
}

std::string Diagnostics::report() const {
    std::string text;
    for (const Diagnostic& d : sorted()) {
        text += d.place.file;
        if (d.place.line > 0) text += ":" + std::to_string(d.place.line) + ":" + std::to_string(d.place.column);
        text += ": error: " + d.message + "\n";
    }
    text += errors_.size() == 1 ? "1 error" : std::to_string(errors_.size()) + " errors";
    return text + ", nothing was run.\n";
}

}  // namespace bevlogen
