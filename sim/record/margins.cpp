// Puts rows together from classes.
#include "sim/record/margins.hpp"

#include <algorithm>

#include "sim/core/contract.hpp"

namespace bevlogen {

Margins::Margins(const CategoryClasses& classes, std::size_t categories, const Grouping& first, const Grouping& second)
    : classes_(classes) {
    const std::vector<const Grouping*> only_first = {&first};
    const CategoryClasses of_first(categories, only_first);
    classes_of_.resize(of_first.count);
    for (std::size_t k = 0; k < classes.count; ++k) classes_of_[of_first.class_of[classes.first_category[k]]].push_back(k);
    count_of_first_ = classes_of_.size();
    for (std::size_t row = 0; row < second.size(); ++row) {
        const std::vector<std::size_t> of_row = classes.classes_in(second, row);
        const bool is_known = std::find(classes_of_.begin(), classes_of_.end(), of_row) != classes_of_.end();
        if (!is_known && composed_of_first(of_row).empty() && !of_row.empty()) classes_of_.push_back(of_row);
    }
}

// The first grouping's margins that together are these classes; none if it cannot be done.
std::vector<std::size_t> Margins::composed_of_first(const std::vector<std::size_t>& row_classes) const {
    std::vector<std::size_t> margins;
    std::size_t found = 0;
    for (std::size_t m = 0; m < count_of_first_; ++m) {
        if (!std::includes(row_classes.begin(), row_classes.end(), classes_of_[m].begin(), classes_of_[m].end())) continue;
        margins.push_back(m);
        found += classes_of_[m].size();
    }
    return found == row_classes.size() ? margins : std::vector<std::size_t>{};
}

std::vector<std::size_t> Margins::margins_in(const Grouping& grouping, std::size_t row) const {
    const std::vector<std::size_t> of_row = classes_.classes_in(grouping, row);
    std::vector<std::size_t> margins = composed_of_first(of_row);
    if (!margins.empty() || of_row.empty()) return margins;
    const auto found = std::find(classes_of_.begin(), classes_of_.end(), of_row);
    expect(found != classes_of_.end(), "a row belongs to one of the groupings that the margins were made for");
    return {static_cast<std::size_t>(found - classes_of_.begin())};
}

}  // namespace bevlogen
