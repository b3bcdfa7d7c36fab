// Sums and squares of many outcomes by many classes: values are turned into a row a person, and rows are added class by class.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "sim/core/line_vector.hpp"
#include "sim/engine/outcome.hpp"

namespace bevlogen {

// Outcomes are taken in strips of this many: the rows of a cell stay in the level-1 cache, their sums in registers.
inline constexpr std::size_t kStrip = 8;
constexpr std::size_t padded_outcomes(std::size_t outcomes) { return (outcomes + kStrip - 1) / kStrip * kStrip; }

// Where the posts of a cell stand when they are put in order by class, in each class as they were; who is in none comes last.
struct ClassOrder {
    std::array<std::uint32_t, kMaxCategories + 1> ends{};  // class k stands at [ends[k], ends[k + 1])
    // Of post first_post + i, in whole groups of kStrip; posts of other cells in the first and the last group share the place behind all.
    std::vector<std::uint32_t> place;
    std::size_t first_post = 0;

    std::size_t count(std::size_t k) const { return ends[k + 1] - ends[k]; }
    // Of posts [begin, end); a class is less than `classes`, or kNoCategory.
    void sort(std::span<const std::uint8_t> class_of_post, std::size_t begin, std::size_t end, std::size_t classes);
};

// For each class k of those posts, with n = padded_outcomes(columns.size()): sums[2 k n + o] is the sum of outcome o, sums[(2 k + 1) n + o]
// that of its squares, in float32, in an order that follows from that of the posts. Where nobody is in a class, its sums are left as they
// are. Columns have room for whole vectors of eight values.
void sum_by_class(std::span<const float* const> columns, const ClassOrder& posts, std::size_t classes, LineVector<float>& rows,
                  float* sums);

}  // namespace bevlogen
