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

// `a` and `b`: two columns from the first post of the cell on.
template <std::size_t Sets>
void sum_columns(const float* a, const float* b, const CellMasks& masks, std::size_t first_set, float* sums_a, float* sums_b) {
    std::array<const Bits*, Sets> mask;
    for (std::size_t m = 0; m < Sets; ++m) mask[m] = reinterpret_cast<const Bits*>(masks.of(first_set + m));
    Floats lanes_a[Sets] = {};
    Floats lanes_b[Sets] = {};
    const std::size_t vectors = masks.posts() / kLanes;
    for (std::size_t v = 0; v < vectors; ++v) {
        const Floats x = load(a + v * kLanes);
        const Floats y = load(b + v * kLanes);
#pragma GCC unroll 6
        for (std::size_t m = 0; m < Sets; ++m) {
            lanes_a[m] += masked(x, mask[m][v]);
            lanes_b[m] += masked(y, mask[m][v]);
        }
    }
    const std::size_t rest = masks.posts() - vectors * kLanes;
    const Floats x = load_some(a + vectors * kLanes, rest);
    const Floats y = load_some(b + vectors * kLanes, rest);
#pragma GCC unroll 6
    for (std::size_t m = 0; m < Sets; ++m) {
        sums_a[m] = total(lanes_a[m] + (rest > 0 ? masked(x, mask[m][vectors]) : Floats{}));
        sums_b[m] = total(lanes_b[m] + (rest > 0 ? masked(y, mask[m][vectors]) : Floats{}));
    }
}

using Sum = void (*)(const float*, const float*, const CellMasks&, std::size_t, float*, float*);
constexpr std::array<Sum, kSetsAtOnce> kSums = {sum_columns<1>, sum_columns<2>, sum_columns<3>,
                                                sum_columns<4>, sum_columns<5>, sum_columns<6>};

}  // namespace

void CellMasks::assign(std::span<const std::uint8_t> set_of_post, std::size_t begin, std::size_t end, std::size_t sets) {
    sets_ = sets;
    begin_ = begin;
    posts_ = end - begin;
    stride_ = (posts_ + kLanes - 1) / kLanes * kLanes;
    bits_.resize(std::max(bits_.size(), sets_ * stride_ + kLanes));
    const std::size_t past = reinterpret_cast<std::uintptr_t>(bits_.data()) % kAlignment;
    std::uint32_t* const first = bits_.data() + (past == 0 ? 0 : (kAlignment - past) / sizeof(std::uint32_t));
    first_ = first;
    const std::uint8_t* __restrict from = set_of_post.data() + begin;
    for (std::size_t m = 0; m < sets_; ++m) {
        std::uint32_t* __restrict to = first + m * stride_;
        const auto set = static_cast<std::uint8_t>(m);
        for (std::size_t i = 0; i < posts_; ++i) to[i] = from[i] == set ? ~std::uint32_t{0} : 0u;
        std::fill(to + posts_, to + stride_, 0u);
    }
}

void sum_under_masks(std::span<const float* const> columns, const CellMasks& masks, float* sums) {
    for (std::size_t set = 0; set < masks.sets(); set += kSetsAtOnce) {
        const Sum sum = kSums[std::min(kSetsAtOnce, masks.sets() - set) - 1];
        for (std::size_t c = 0; c < columns.size(); c += 2) {
            const std::size_t other = std::min(c + 1, columns.size() - 1);  // the last of an odd number is summed twice
            sum(columns[c] + masks.begin(), columns[other] + masks.begin(), masks, set, sums + c * masks.sets() + set,
                sums + other * masks.sets() + set);
        }
    }
}

}  // namespace bevlogen
