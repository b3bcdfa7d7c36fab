// Matches the coordinates of two results files.
#include "sim/record/results_match.hpp"

#include <algorithm>
#include <array>

namespace bevlogen {
namespace {

constexpr std::array<std::string_view, 11> kRestricted = {"scenario",   "replicate",    "week",   "clearing", "year",     "quarter",
                                                          "panel_week", "panel_person", "person", "team",     "twin_week"};

std::vector<std::string> shown_coordinates(const StoredResults& results, const StoredVariable& coordinate) {
    const StoredValues values = results.read(coordinate);
    std::vector<std::string> shown;
    for (std::size_t i = 0; i < coordinate.values(); ++i) shown.push_back(shown_value(coordinate, values, i));
    return shown;
}

MatchedDimension whole(std::size_t size, std::vector<std::string> shown) {
    MatchedDimension matched;
    for (std::size_t i = 0; i < size; ++i) matched.pairs.emplace_back(i, i);
    matched.shown = std::move(shown);
    return matched;
}

}  // namespace

bool ResultsMatch::may_be_restricted(const std::string& dimension) {
    return std::find(kRestricted.begin(), kRestricted.end(), dimension) != kRestricted.end();
}

ResultsMatch::ResultsMatch(const StoredResults& a, const StoredResults& b, const DiffOptions& options) : options_(options) {
    for (const StoredVariable& coordinate : a.variables()) {
        if (!coordinate.is_coordinate) continue;
        std::vector<std::string> shown = shown_coordinates(a, coordinate);
        const StoredVariable* other = b.find(coordinate.name);
        if (!options_.common || !may_be_restricted(coordinate.name) || other == nullptr) {
            dimensions_[coordinate.name] = whole(coordinate.values(), std::move(shown));
            continue;
        }
        std::map<std::string, std::size_t> places;
        const std::vector<std::string> others = shown_coordinates(b, *other);
        for (std::size_t i = 0; i < others.size(); ++i) places.emplace(others[i], i);
        MatchedDimension matched;
        for (std::size_t i = 0; i < shown.size(); ++i) {
            if (const auto found = places.find(shown[i]); found != places.end()) matched.pairs.emplace_back(i, found->second);
        }
        matched.is_whole = shown == others;
        matched.shown = std::move(shown);
        if (matched.pairs.empty()) disjoint_.push_back(coordinate.name);
        dimensions_[coordinate.name] = std::move(matched);
    }
}

const MatchedDimension& ResultsMatch::dimension(const std::string& name, std::size_t size) {
    const auto found = dimensions_.find(name);
    if (found != dimensions_.end()) return found->second;
    return dimensions_[name] = whole(size, {});
}

bool ResultsMatch::has_same_shape(const StoredVariable& a, const StoredVariable& b) const {
    return std::ranges::equal(a.dimensions, b.dimensions, [&](const StoredDimension& left, const StoredDimension& right) {
        return left.name == right.name && (left.size == right.size || (options_.common && may_be_restricted(left.name)));
    });
}

}  // namespace bevlogen
