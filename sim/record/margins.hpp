// The sets of persons that sums are kept of: as few as the rows of phases and strata can be put together from.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "sim/record/category_classes.hpp"

namespace bevlogen {

// A margin is a set of classes. First come the classes that the rows of the first grouping tell apart; then each row of the second that
// cannot be put together from those.
class Margins {
  public:
    // `classes` tells all rows of both groupings apart.
    Margins(const CategoryClasses& classes, std::size_t categories, const Grouping& first, const Grouping& second);

    std::size_t count() const { return classes_of_.size(); }
    // Margins of the first grouping's own; they do not overlap.
    std::size_t count_of_first() const { return count_of_first_; }
    // The classes of a margin, ascending.
    std::span<const std::size_t> classes_of(std::size_t margin) const { return classes_of_[margin]; }
    // Margins that do not overlap and together are a row, ascending.
    std::vector<std::size_t> margins_in(const Grouping& grouping, std::size_t row) const;

  private:
    std::vector<std::size_t> composed_of_first(const std::vector<std::size_t>& row_classes) const;

    CategoryClasses classes_;
    std::size_t count_of_first_ = 0;
    std::vector<std::vector<std::size_t>> classes_of_;
};

}  // namespace bevlogen
