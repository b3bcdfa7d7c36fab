// Categories that no row of a grouping tells apart, merged into classes, so that sums are kept once for each.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "sim/engine/outcome.hpp"

namespace bevlogen {

struct CategoryClasses {
    // Merges categories of the same membership in all rows of the grouping.
    CategoryClasses(std::size_t categories, const Grouping& grouping);

    std::size_t count = 0;
    std::array<std::uint8_t, 256> class_of{};   // of a category; kNoCategory for none
    std::vector<std::uint32_t> first_category;  // of each class
    // The class of each category of `categories`.
    void find(std::span<const std::uint8_t> categories, std::vector<std::uint8_t>& classes) const;
    // Classes that belong to a row of that grouping, in ascending order.
    std::vector<std::size_t> classes_in(const Grouping& grouping, std::size_t row) const;
};

}  // namespace bevlogen
