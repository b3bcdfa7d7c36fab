// Keeps the sums of some masks and two columns in registers while the columns stream by.
#include "sim/record/masked_sums.hpp"

#include <algorithm>
#include <array>
#include <cstring>

namespace bevlogen {
namespace {

constexpr std::size_t kLanes = 8;
constexpr std::size_t kAlignment = 4 * kLanes;
using Floats = float __attribute__((vector_size(4 * kLanes)));
using Bits = std::uint32_t __attribute__((vector_size(4 * kLanes)));

inline Floats load(const float* from) {
    Floats vector;
    std::memcpy(&vector, from, sizeof vector);
    return vector;
}

// The first lanes, zeros behind.
inline Floats load_some(const float* from, std::size_t count) {
    Floats vector = {};
    for (std::size_t l = 0; l < count; ++l) vector[l] = from[l];
    return vector;
}

// A value that is left out is +0: whatever stands in a vacant post does not count.
inline Floats masked(Floats x, Bits mask) { return reinterpret_cast<Floats>(reinterpret_cast<Bits>(x) & mask); }

// ((0 + 4) + (2 + 6)) + ((1 + 5) + (3 + 7)).
inline float total(Floats lane) {
    lane += __builtin_shufflevector(lane, lane, 4, 5, 6, 7, 0, 1, 2, 3);
    lane += __builtin_shufflevector(lane, lane, 2, 3, 0, 1, 6, 7, 4, 5);
    lane += __builtin_shufflevector(lane, lane, 1, 0, 3, 2, 5, 4, 7, 6);
    return lane[0];
}

// As many sets as have room in registers with two columns.
constexpr std::size_t kSetsAtOnce = 6;

// `a` and `b`: two columns of the block.
template <std::size_t Sets>
void sum_columns(const float* a, const float* b, const CellMasks& masks, std::size_t first_set, float* sums_a, float* sums_b) {
    std::array<const Bits*, Sets> mask;
    for (std::size_t m = 0; m < Sets; ++m) mask[m] = reinterpret_cast<const Bits*>(masks.of(first_set + m));
    Floats lanes_a[Sets] = {};
    Floats lanes_b[Sets] = {};
    const std::uint32_t* const begins = masks.vectors().data();
    const std::size_t vectors = masks.vectors().size();
    std::size_t whole = vectors;  // vectors that lie within the columns with all their lanes
    while (whole > 0 && begins[whole - 1] + kLanes > masks.column_length()) --whole;
    for (std::size_t v = 0; v < whole; ++v) {
        const Floats x = load(a + begins[v]);
        const Floats y = load(b + begins[v]);
#pragma GCC unroll 6
        for (std::size_t m = 0; m < Sets; ++m) {
            lanes_a[m] += masked(x, mask[m][v]);
            lanes_b[m] += masked(y, mask[m][v]);
        }
    }
    for (std::size_t v = whole; v < vectors; ++v) {
        const Floats x = load_some(a + begins[v], masks.column_length() - begins[v]);
        const Floats y = load_some(b + begins[v], masks.column_length() - begins[v]);
#pragma GCC unroll 6
        for (std::size_t m = 0; m < Sets; ++m) {
            lanes_a[m] += masked(x, mask[m][v]);
            lanes_b[m] += masked(y, mask[m][v]);
        }
    }
#pragma GCC unroll 6
    for (std::size_t m = 0; m < Sets; ++m) {
        sums_a[m] = total(lanes_a[m]);
        sums_b[m] = total(lanes_b[m]);
    }
}

using Sum = void (*)(const float*, const float*, const CellMasks&, std::size_t, float*, float*);
constexpr std::array<Sum, kSetsAtOnce> kSums = {sum_columns<1>, sum_columns<2>, sum_columns<3>,
                                                sum_columns<4>, sum_columns<5>, sum_columns<6>};

}  // namespace

void CellMasks::assign(std::span<const std::uint8_t> set_of_post, std::span<const std::uint32_t> team_begin, std::size_t column_length,
                       std::size_t sets) {
    sets_ = sets;
    column_length_ = column_length;
    vectors_.clear();
    for (std::size_t t = 0; t + 1 < team_begin.size(); ++t) {
        for (std::uint32_t at = team_begin[t]; at < team_begin[t + 1]; at += kLanes) vectors_.push_back(at);
    }
    stride_ = vectors_.size() * kLanes;
    bits_.assign(sets_ * stride_ + kLanes, 0u);
    const std::size_t past = reinterpret_cast<std::uintptr_t>(bits_.data()) % kAlignment;
    std::uint32_t* const first = bits_.data() + (past == 0 ? 0 : (kAlignment - past) / sizeof(std::uint32_t));
    first_ = first;
    std::size_t at = 0;  // lane
    for (std::size_t t = 0; t + 1 < team_begin.size(); ++t) {
        const std::size_t posts = team_begin[t + 1] - team_begin[t];
        const std::uint8_t* __restrict from = set_of_post.data() + team_begin[t];
        for (std::size_t m = 0; m < sets_; ++m) {
            std::uint32_t* __restrict to = first + m * stride_ + at;
            const auto set = static_cast<std::uint8_t>(m);
            for (std::size_t i = 0; i < posts; ++i) to[i] = from[i] == set ? ~std::uint32_t{0} : 0u;
        }
        at += (posts + kLanes - 1) / kLanes * kLanes;
    }
}

void sum_under_masks(std::span<const float* const> columns, const CellMasks& masks, float* sums) {
    for (std::size_t set = 0; set < masks.sets(); set += kSetsAtOnce) {
        const Sum sum = kSums[std::min(kSetsAtOnce, masks.sets() - set) - 1];
        for (std::size_t c = 0; c < columns.size(); c += 2) {
            const std::size_t other = std::min(c + 1, columns.size() - 1);  // the last of an odd number is summed twice
            sum(columns[c], columns[other], masks, set, sums + c * masks.sets() + set, sums + other * masks.sets() + set);
        }
    }
}

}  // namespace bevlogen
