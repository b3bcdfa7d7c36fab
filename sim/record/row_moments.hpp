// Sums and squares of many outcomes by many classes: values are turned into a row a person, and rows are added class by class.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "sim/core/line_vector.hpp"
#include "sim/engine/outcome.hpp"
#include "sim/record/class_bits.hpp"

namespace bevlogen {

// Outcomes are taken in strips of this many: rows stay in the level-1 cache, their sums in registers.
inline constexpr std::size_t kStrip = 16;
constexpr std::size_t padded_outcomes(std::size_t outcomes) { return (outcomes + kStrip - 1) / kStrip * kStrip; }

// Some posts of neighbouring teams by class: order[ends[k] ... ends[k + 1]) are those of class k, ascending; who is in none is left out.
struct ClassOrder {
    std::vector<std::uint32_t> order;  // counted from first_post
    std::array<std::uint32_t, kMaxCategories + 1> ends{};
    std::size_t first_post = 0, padded_posts = 0;  // whole groups of kStrip that hold them

    std::span<const std::uint32_t> of(std::size_t k) const { return {order.data() + ends[k], ends[k + 1] - ends[k]}; }
    // Of posts [begin, end) of the block.
    void sort(const ClassBits& members, std::size_t begin, std::size_t end);
};

// For each class k of those posts, with n = padded_outcomes(columns.size()): adds the sum of outcome o to sums[2 k n + o], that of its
// squares to sums[(2 k + 1) n + o], in float32, in an order that follows from that of the posts. Columns have room for whole vectors of
// kStrip values.
void sum_by_class(std::span<const float* const> columns, const ClassOrder& posts, std::size_t classes, LineVector<float>& rows,
                  float* sums);

}  // namespace bevlogen
