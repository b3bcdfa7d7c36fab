// Transposes eight posts by eight outcomes at a time; every addition is of one outcome's own, so vectors of any width give the same bits.
#include "sim/record/row_moments.hpp"

#include <algorithm>
#include <cstring>

namespace bevlogen {
namespace {

constexpr std::size_t kLanes = 8;
using Floats = float __attribute__((vector_size(4 * kLanes)));

inline Floats load(const float* from) {
    Floats vector;
    std::memcpy(&vector, from, sizeof vector);
    return vector;
}
inline void store(float* to, Floats vector) { std::memcpy(to, &vector, sizeof vector); }

// Eight columns of eight posts to eight rows of eight outcomes.
inline void transpose(const Floats (&x)[kLanes], float* to) {
    Floats pair[kLanes], four[kLanes];
    for (std::size_t i = 0; i < kLanes; i += 2) {
        pair[i] = __builtin_shufflevector(x[i], x[i + 1], 0, 8, 1, 9, 4, 12, 5, 13);
        pair[i + 1] = __builtin_shufflevector(x[i], x[i + 1], 2, 10, 3, 11, 6, 14, 7, 15);
    }
    for (std::size_t i = 0; i < kLanes; i += 4) {
        four[i] = __builtin_shufflevector(pair[i], pair[i + 2], 0, 1, 8, 9, 4, 5, 12, 13);
        four[i + 1] = __builtin_shufflevector(pair[i], pair[i + 2], 2, 3, 10, 11, 6, 7, 14, 15);
        four[i + 2] = __builtin_shufflevector(pair[i + 1], pair[i + 3], 0, 1, 8, 9, 4, 5, 12, 13);
        four[i + 3] = __builtin_shufflevector(pair[i + 1], pair[i + 3], 2, 3, 10, 11, 6, 7, 14, 15);
    }
    for (std::size_t i = 0; i < 4; ++i) {
        store(to + i * kStrip, __builtin_shufflevector(four[i], four[i + 4], 0, 1, 2, 3, 8, 9, 10, 11));
        store(to + (i + 4) * kStrip, __builtin_shufflevector(four[i], four[i + 4], 4, 5, 6, 7, 12, 13, 14, 15));
    }
}

// Turns up to kStrip columns of `posts` posts, a multiple of kLanes, into rows of kStrip values. Where there are fewer columns, the last
// one stands in for the others.
void turn_into_rows(std::span<const float* const> columns, std::size_t begin, std::size_t posts, float* rows) {
    for (std::size_t o = 0; o < kStrip; o += kLanes) {
        std::array<const float*, kLanes> from{};
        for (std::size_t k = 0; k < kLanes; ++k) from[k] = columns[std::min(o + k, columns.size() - 1)] + begin;
        for (std::size_t i = 0; i < posts; i += kLanes) {
            Floats x[kLanes];
            for (std::size_t k = 0; k < kLanes; ++k) x[k] = load(from[k] + i);
            transpose(x, rows + i * kStrip + o);
        }
    }
}

// Sums and squares of a strip over some rows, kept in registers.
void add_rows(const float* rows, std::span<const std::uint32_t> order, float* sums, float* squares) {
    constexpr std::size_t kVectors = kStrip / kLanes;
    Floats sum[kVectors] = {};
    Floats square[kVectors] = {};
    for (const std::uint32_t post : order) {
        for (std::size_t v = 0; v < kVectors; ++v) {
            const Floats x = load(rows + post * kStrip + v * kLanes);
            sum[v] += x;
            square[v] += x * x;
        }
    }
    for (std::size_t v = 0; v < kVectors; ++v) {
        store(sums + v * kLanes, sum[v]);
        store(squares + v * kLanes, square[v]);
    }
}

}  // namespace

void ClassOrder::sort(std::span<const std::uint8_t> category_of_post, const std::array<std::uint8_t, 256>& class_of, std::size_t begin,
                      std::size_t end, std::size_t classes) {
    const std::size_t posts = end - begin;
    class_of_post_.resize(posts + 1);
    class_of_post_[posts] = kNoCategory;
    const std::uint8_t* category = category_of_post.data() + begin;
    std::uint8_t* to = class_of_post_.data();
    // Neighbours are often of one class: two counts that take turns do not wait for one another.
    std::array<std::uint32_t, 256> even{}, odd{};
    for (std::size_t i = 0; i < posts; i += 2) {
        to[i] = class_of[category[i]];
        to[i + 1] = i + 1 < posts ? class_of[category[i + 1]] : kNoCategory;
        ++even[to[i]];
        ++odd[to[i + 1]];
    }
    ends.fill(0);
    for (std::size_t k = 0; k < classes; ++k) ends[k + 1] = ends[k] + even[k] + odd[k];
    std::array<std::uint32_t, 256> next{};  // who is in no class is put behind all others, and then left out
    std::copy(ends.begin(), ends.end(), next.begin());
    std::uint32_t* in_none = next.data() + kNoCategory;
    *in_none = ends[classes];
    order.resize(posts);
    for (std::size_t i = 0; i < posts; ++i) order[next[to[i]]++] = static_cast<std::uint32_t>(i);
    order.resize(ends[classes]);
}

void sum_by_class(std::span<const float* const> columns, std::size_t begin, std::size_t end, const ClassOrder& cell, std::size_t classes,
                  LineVector<float>& rows, float* sums) {
    const std::size_t first = begin / kLanes * kLanes,
                      last = (end + kLanes - 1) / kLanes * kLanes;  // whole vectors, where they lie in lines
    rows.resize(std::max(rows.size(), (last - first) * kStrip));
    const std::size_t length = padded_outcomes(columns.size());
    for (std::size_t o = 0; o < columns.size(); o += kStrip) {
        turn_into_rows(columns.subspan(o, std::min(kStrip, columns.size() - o)), first, last - first, rows.data());
        for (std::size_t k = 0; k < classes; ++k) {
            const std::size_t count = cell.ends[k + 1] - cell.ends[k];
            if (count == 0) continue;
            float* to = sums + 2 * k * length + o;
            add_rows(rows.data() + (begin - first) * kStrip, std::span(cell.order).subspan(cell.ends[k], count), to, to + length);
        }
    }
}

}  // namespace bevlogen
