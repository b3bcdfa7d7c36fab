// Keeps the sums of one set and a dozen columns in registers while those vectors stream by in which somebody of the set sits; compiled for
// each instruction set and chosen at run time. A lane that is left out stays as it is: whatever stands in a vacant post does not count.
#include "sim/record/masked_sums.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <utility>

// As sim/random/bulk.cpp: AVX2 with fused multiply-add at least, whether or not the compiler may use AES; or NEON on arm64.
#define HWY_DISABLE_PCLMUL_AES
#define HWY_DISABLED_TARGETS (HWY_SSSE3 | HWY_SSE4 | HWY_SVE | HWY_SVE2 | HWY_SVE_256 | HWY_SVE2_128)
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "sim/record/masked_sums.cpp"
#include <hwy/foreach_target.h>
// After foreach_target.h, which includes this file once for each instruction set.
#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace bevlogen {
namespace {
namespace HWY_NAMESPACE {

namespace hn = hwy::HWY_NAMESPACE;

// Vectors of 4 (NEON) or 8 posts: never more, so that the eight lanes of a sum are the same everywhere.
using TagF = hn::CappedTag<float, CellMasks::kLanes>;
using VecF = hn::Vec<TagF>;
inline constexpr TagF kF{};
inline constexpr std::size_t kWidth = hn::MaxLanes(TagF());
inline constexpr std::size_t kVectors = CellMasks::kLanes / kWidth;

// As many columns as have room in registers, they and where they begin.
inline constexpr std::size_t kColumnsAtOnce = 6;

// The lanes of kColumns columns, one after the other in `lanes`.
template <std::size_t kColumns>
HWY_ATTR void sum_columns(const float* const* columns, const CellMasks::Vectors& set, std::size_t column_length, float* lanes) {
    std::array<const float*, kColumns> column;
    std::copy_n(columns, kColumns, column.begin());
    VecF sum[kColumns * kVectors];
    for (VecF& s : sum) s = hn::Zero(kF);
    const auto add = [&](std::size_t c, const float* from, unsigned mask) HWY_ATTR __attribute__((always_inline)) {
        for (std::size_t v = 0; v < kVectors; ++v) {
            const auto bits = static_cast<std::uint8_t>(mask >> v * kWidth);
            VecF& s = sum[c * kVectors + v];
            s = hn::IfThenElse(hn::LoadMaskBits(kF, &bits), hn::Add(s, hn::LoadU(kF, from + v * kWidth)), s);
        }
    };
    std::size_t whole = set.count;  // vectors that lie within the columns with all their lanes
    while (whole > 0 && set.first[whole - 1] + CellMasks::kLanes > column_length) --whole;
    for (std::size_t i = 0; i < whole; ++i) {
#pragma GCC unroll 6
        for (std::size_t c = 0; c < kColumns; ++c) add(c, column[c] + set.first[i], set.mask[i]);
    }
    for (std::size_t i = whole; i < set.count; ++i) {
        for (std::size_t c = 0; c < kColumns; ++c) {
            std::array<float, CellMasks::kLanes> last{};
            std::copy(column[c] + set.first[i], column[c] + column_length, last.begin());
            add(c, last.data(), set.mask[i]);
        }
    }
#pragma GCC unroll 6
    for (std::size_t i = 0; i < kColumns * kVectors; ++i) hn::StoreU(sum[i], kF, lanes + i * kWidth);
}

// Of eight columns at once: ((0 + 4) + (2 + 6)) + ((1 + 5) + (3 + 7)) of the eight lanes of each.
inline void add_lanes(const float* lanes, float* totals) {
    constexpr std::size_t n = CellMasks::kLanes;
    using Eight = float __attribute__((vector_size(4 * n)));
    Eight x[n];
    std::memcpy(x, lanes, sizeof x);
    const auto halves = [](Eight a, Eight b) {
        return __builtin_shufflevector(a, b, 0, 1, 2, 3, 8, 9, 10, 11) + __builtin_shufflevector(a, b, 4, 5, 6, 7, 12, 13, 14, 15);
    };
    const auto pairs = [](Eight a, Eight b) {
        return __builtin_shufflevector(a, b, 0, 1, 8, 9, 4, 5, 12, 13) + __builtin_shufflevector(a, b, 2, 3, 10, 11, 6, 7, 14, 15);
    };
    const auto singles = [](Eight a, Eight b) {
        return __builtin_shufflevector(a, b, 0, 2, 8, 10, 4, 6, 12, 14) + __builtin_shufflevector(a, b, 1, 3, 9, 11, 5, 7, 13, 15);
    };
    const Eight ab = halves(x[0], x[1]), cd = halves(x[2], x[3]), ef = halves(x[4], x[5]), gh = halves(x[6], x[7]);
    const Eight total = singles(pairs(ab, cd), pairs(ef, gh));  // of a, c, e, g and b, d, f, h
    std::memcpy(totals, &total, sizeof total);
}

using Sum = void (*)(const float* const*, const CellMasks::Vectors&, std::size_t, float*);

template <std::size_t... kLess>
constexpr std::array<Sum, kColumnsAtOnce> sums_of(std::index_sequence<kLess...>) {
    return {sum_columns<kLess + 1>...};
}

void sum_of_target(std::span<const float* const> columns, const CellMasks& masks, float* sums) {
    static constexpr std::array<Sum, kColumnsAtOnce> kSums = sums_of(std::make_index_sequence<kColumnsAtOnce>());
    // Where add_lanes puts the total of each column.
    constexpr std::array<std::size_t, CellMasks::kLanes> kPlace = {0, 4, 1, 5, 2, 6, 3, 7};
    alignas(64) std::array<float, CellMasks::kLanes * CellMasks::kLanes> lanes{};
    std::array<float, CellMasks::kLanes> totals;
    for (std::size_t first = 0; first < columns.size(); first += kColumnsAtOnce) {  // these few stay in the level-1 cache for all sets
        const std::size_t n = std::min(kColumnsAtOnce, columns.size() - first);
        for (std::size_t set = 0; set < masks.sets(); ++set) {
            kSums[n - 1](columns.data() + first, masks.of(set), masks.column_length(), lanes.data());
            add_lanes(lanes.data(), totals.data());
            for (std::size_t c = 0; c < n; ++c) sums[(first + c) * masks.sets() + set] = totals[kPlace[c]];
        }
    }
}

}  // namespace HWY_NAMESPACE
}  // namespace
}  // namespace bevlogen
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace bevlogen {
namespace {

HWY_EXPORT(sum_of_target);

}  // namespace

void sum_under_masks(std::span<const float* const> columns, const CellMasks& masks, float* sums) {
    HWY_DYNAMIC_DISPATCH(sum_of_target)(columns, masks, sums);
}

}  // namespace bevlogen
#endif
