// Keeps the sums of some masks in registers while a column streams by.
#include "sim/record/masked_sums.hpp"

#include <algorithm>
#include <array>
#include <cstring>

#include "sim/engine/outcome.hpp"

namespace bevlogen {
namespace {

constexpr std::size_t kLanes = 8;
using Floats = float __attribute__((vector_size(4 * kLanes)));
using Bits = std::uint32_t __attribute__((vector_size(4 * kLanes)));

template <class Vector, class T>
inline Vector load(const T* from) {
    Vector vector;
    std::memcpy(&vector, from, sizeof vector);
    return vector;
}

// A value that is left out is +0: whatever stands in a vacant post does not count.
inline Floats masked(Floats x, Bits mask) { return reinterpret_cast<Floats>(reinterpret_cast<Bits>(x) & mask); }

inline float total(Floats lane) { return ((lane[0] + lane[4]) + (lane[2] + lane[6])) + ((lane[1] + lane[5]) + (lane[3] + lane[7])); }

// As many sets as have room in registers beside a value.
constexpr std::size_t kSetsAtOnce = 8;

// The masks of some sets over the posts of a cell: whole vectors where they lie, and what is left at the end with zeros behind it.
struct CellMasks {
    std::size_t whole = 0;  // posts in whole vectors
    std::size_t rest = 0;   // posts behind them
    std::array<const std::uint32_t*, kSetsAtOnce> at{};
    std::array<Bits, kSetsAtOnce> last{};

    CellMasks(const Masks& masks, std::size_t first, std::size_t sets, std::size_t begin, std::size_t end)
        : whole((end - begin) / kLanes * kLanes), rest(end - begin - whole) {
        for (std::size_t m = 0; m < sets; ++m) {
            at[m] = masks.of(first + m) + begin;
            for (std::size_t l = 0; l < rest; ++l) last[m][l] = at[m][whole + l];
        }
    }
};

// `x`: the column from the first post of the cell on.
template <std::size_t Sets>
void sum_column(const float* x, const CellMasks& masks, float* sums) {
    Floats lanes[Sets] = {};
    for (std::size_t i = 0; i < masks.whole; i += kLanes) {
        const Floats value = load<Floats>(x + i);
#pragma GCC unroll 8
        for (std::size_t m = 0; m < Sets; ++m) lanes[m] += masked(value, load<Bits>(masks.at[m] + i));
    }
    Floats value = {};
    for (std::size_t l = 0; l < masks.rest; ++l) value[l] = x[masks.whole + l];
#pragma GCC unroll 8
    for (std::size_t m = 0; m < Sets; ++m) sums[m] = total(lanes[m] + masked(value, masks.last[m]));
}

void sum_column_of(std::size_t sets, const float* x, const CellMasks& masks, float* sums) {
    switch (sets) {
        case 1: return sum_column<1>(x, masks, sums);
        case 2: return sum_column<2>(x, masks, sums);
        case 3: return sum_column<3>(x, masks, sums);
        case 4: return sum_column<4>(x, masks, sums);
        case 5: return sum_column<5>(x, masks, sums);
        case 6: return sum_column<6>(x, masks, sums);
        case 7: return sum_column<7>(x, masks, sums);
        default: return sum_column<8>(x, masks, sums);
    }
}

}  // namespace

void Masks::assign(std::span<const std::uint8_t> set_of_post, std::size_t sets) {
    sets_ = sets;
    stride_ = set_of_post.size();
    bits_.resize(std::max(bits_.size(), sets_ * stride_));
    const std::uint8_t* __restrict from = set_of_post.data();
    for (std::size_t m = 0; m < sets_; ++m) {
        std::uint32_t* __restrict to = bits_.data() + m * stride_;
        const auto set = static_cast<std::uint8_t>(m);
        for (std::size_t i = 0; i < stride_; ++i) to[i] = from[i] == set ? ~std::uint32_t{0} : 0u;
    }
}

void sum_under_masks(std::span<const float* const> columns, const Masks& masks, std::size_t begin, std::size_t end, float* sums) {
    for (std::size_t first = 0; first < masks.sets(); first += kSetsAtOnce) {
        const std::size_t sets = std::min(kSetsAtOnce, masks.sets() - first);
        const CellMasks cell(masks, first, sets, begin, end);
        for (std::size_t c = 0; c < columns.size(); ++c) sum_column_of(sets, columns[c] + begin, cell, sums + c * masks.sets() + first);
    }
}

}  // namespace bevlogen
