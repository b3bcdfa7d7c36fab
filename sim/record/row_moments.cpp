// Transposes eight posts by eight outcomes at a time; every addition is of one outcome's own, so vectors of any width give the same bits.
#include "sim/record/row_moments.hpp"

#include <algorithm>
#include <cmath>
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

// Rounded once, as every machine with fused multiply-add does.
inline Floats multiply_add(Floats a, Floats b, Floats c) {
    Floats sum;
    for (std::size_t l = 0; l < kLanes; ++l) sum[l] = std::fma(a[l], b[l], c[l]);
    return sum;
}

// Sums and squares of some rows, kept in registers.
struct Moments {
    static constexpr std::size_t kVectors = kStrip / kLanes;
    Floats sum[kVectors] = {};
    Floats square[kVectors] = {};

    void add(const float* row) {
        for (std::size_t v = 0; v < kVectors; ++v) {
            const Floats x = load(row + v * kLanes);
            sum[v] += x;
            square[v] = multiply_add(x, x, square[v]);
        }
    }
};

// Adds sums and squares of a strip over some rows, or begins with them where nothing is there yet. Rows take turns between two sums, which
// do not wait for one another.
void add_rows(const float* rows, std::span<const std::uint32_t> order, bool is_first, float* sums, float* squares) {
    Moments even, odd;
    std::size_t i = 0;
    for (; i + 1 < order.size(); i += 2) {
        even.add(rows + order[i] * kStrip);
        odd.add(rows + order[i + 1] * kStrip);
    }
    if (i < order.size()) even.add(rows + order[i] * kStrip);
    for (std::size_t v = 0; v < Moments::kVectors; ++v) {
        const Floats sum = even.sum[v] + odd.sum[v], square = even.square[v] + odd.square[v];
        store(sums + v * kLanes, is_first ? sum : load(sums + v * kLanes) + sum);
        store(squares + v * kLanes, is_first ? square : load(squares + v * kLanes) + square);
    }
}

}  // namespace

void ClassOrder::sort(std::span<const std::uint8_t> category_of_post, const std::array<std::uint8_t, 256>& class_of, std::size_t begin,
                      std::size_t end, std::size_t classes) {
    const std::size_t posts = end - begin;
    class_of_post_.resize(posts);
    const std::uint8_t* category = category_of_post.data() + begin;
    std::uint8_t* to = class_of_post_.data();
    // Who is in no class is counted behind all others, and then left out. Neighbours are often of one class: two counts that take turns do
    // not wait for one another.
    std::array<std::uint32_t, kMaxCategories + 1> even{}, odd{};
    const auto bounded = [&](std::size_t i) { return std::min<std::uint8_t>(class_of[category[i]], kMaxCategories); };
    for (std::size_t i = 0; i + 1 < posts; i += 2) {
        to[i] = bounded(i);
        to[i + 1] = bounded(i + 1);
        ++even[to[i]];
        ++odd[to[i + 1]];
    }
    if (posts % 2 != 0) ++even[to[posts - 1] = bounded(posts - 1)];
    ends.fill(0);
    for (std::size_t k = 0; k < classes; ++k) ends[k + 1] = ends[k] + even[k] + odd[k];
    std::array<std::uint32_t, kMaxCategories + 1> next = ends;
    next[kMaxCategories] = ends[classes];
    order.resize(posts);
    for (std::size_t i = 0; i < posts; ++i) order[next[to[i]]++] = static_cast<std::uint32_t>(i);
    order.resize(ends[classes]);
}

void sum_by_class(std::span<const float* const> columns, std::size_t begin, std::size_t end, const ClassOrder& posts,
                  std::span<const std::uint32_t> persons_so_far, LineVector<float>& rows, float* sums) {
    const std::size_t first = begin / kLanes * kLanes,
                      last = (end + kLanes - 1) / kLanes * kLanes;  // whole vectors, where they lie in lines
    rows.resize(std::max(rows.size(), (last - first) * kStrip));
    const std::size_t length = padded_outcomes(columns.size());
    for (std::size_t o = 0; o < columns.size(); o += kStrip) {
        turn_into_rows(columns.subspan(o, std::min(kStrip, columns.size() - o)), first, last - first, rows.data());
        for (std::size_t k = 0; k < persons_so_far.size(); ++k) {
            const std::size_t count = posts.ends[k + 1] - posts.ends[k];
            if (count == 0) continue;
            float* to = sums + 2 * k * length + o;
            add_rows(rows.data() + (begin - first) * kStrip, std::span(posts.order).subspan(posts.ends[k], count), persons_so_far[k] == 0,
                     to, to + length);
        }
    }
}

}  // namespace bevlogen
