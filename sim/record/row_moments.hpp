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

// Some posts by class: order[ends[k] ... ends[k + 1]) are those of class k, ascending; who is in none is left out.
struct ClassOrder {
    std::vector<std::uint32_t> order;
    std::array<std::uint32_t, kMaxCategories + 1> ends{};

    // Posts [begin, end), whose classes are class_of[category_of_post[i]]; numbers in `order` count from `begin`.
    void sort(std::span<const std::uint8_t> category_of_post, const std::array<std::uint8_t, 256>& class_of, std::size_t begin,
              std::size_t end, std::size_t classes);

  private:
    std::vector<std::uint8_t> class_of_post_;  // working memory
};

// Outcomes are taken in strips of this many, so that rows stay in cache and their sums in registers.
inline constexpr std::size_t kStrip = 24;
constexpr std::size_t padded_outcomes(std::size_t outcomes) { return (outcomes + kStrip - 1) / kStrip * kStrip; }

// For each class k among the posts [begin, end), with n = padded_outcomes(columns.size()): adds to sums[2 k n + o] the sum of outcome o, to
// sums[(2 k + 1) n + o] that of its squares, in float32, in an order that follows from that of
// the posts; begins with them where persons_so_far[k] is 0. Other
// classes are left as they are. Columns have room for whole vectors of eight values.
void sum_by_class(std::span<const float* const> columns, std::size_t begin, std::size_t end, const ClassOrder& posts,
                  std::span<const std::uint32_t> persons_so_far, LineVector<float>& rows, float* sums);

}  // namespace bevlogen
