// Transposes eight posts by eight outcomes at a time; every addition is of one outcome's own, so vectors of any width give the same bits.
#include "sim/record/row_moments.hpp"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <utility>

namespace bevlogen {
namespace {

using Floats = float __attribute__((vector_size(4 * kStrip)));

inline Floats load(const float* from) {
    Floats vector;
    std::memcpy(&vector, from, sizeof vector);
    return vector;
}
inline void store(float* to, Floats vector) { std::memcpy(to, &vector, sizeof vector); }

// Eight columns of eight posts to eight rows of eight outcomes.
inline void transpose(const Floats (&x)[kStrip], float* rows) {
    Floats pair[kStrip], four[kStrip];
    for (std::size_t i = 0; i < kStrip; i += 2) {
        pair[i] = __builtin_shufflevector(x[i], x[i + 1], 0, 8, 1, 9, 4, 12, 5, 13);
        pair[i + 1] = __builtin_shufflevector(x[i], x[i + 1], 2, 10, 3, 11, 6, 14, 7, 15);
    }
    for (std::size_t i = 0; i < kStrip; i += 4) {
        four[i] = __builtin_shufflevector(pair[i], pair[i + 2], 0, 1, 8, 9, 4, 5, 12, 13);
        four[i + 1] = __builtin_shufflevector(pair[i], pair[i + 2], 2, 3, 10, 11, 6, 7, 14, 15);
        four[i + 2] = __builtin_shufflevector(pair[i + 1], pair[i + 3], 0, 1, 8, 9, 4, 5, 12, 13);
        four[i + 3] = __builtin_shufflevector(pair[i + 1], pair[i + 3], 2, 3, 10, 11, 6, 7, 14, 15);
    }
    for (std::size_t i = 0; i < 4; ++i) {
        store(rows + i * kStrip, __builtin_shufflevector(four[i], four[i + 4], 0, 1, 2, 3, 8, 9, 10, 11));
        store(rows + (i + 4) * kStrip, __builtin_shufflevector(four[i], four[i + 4], 4, 5, 6, 7, 12, 13, 14, 15));
    }
}

// Whether nobody of these posts has anything of these outcomes, as far as that is seen at once: all columns are one, of zeros.
bool is_zero(std::span<const float* const> columns, const ClassOrder& posts) {
    for (const float* column : columns) {
        if (column != columns.front()) return false;
    }
    const float* from = columns.front() + posts.first_post;
    return columns.size() > 1 && std::all_of(from, from + posts.padded_posts, [](float x) { return x == 0.0f; });
}

// Turns up to kStrip columns of the posts of a cell, in whole vectors, into a row for each post. Where there are fewer columns, the last
// one stands in for the others.
void turn_into_rows(std::span<const float* const> columns, const ClassOrder& posts, float* rows) {
    std::array<const float*, kStrip> from{};
    for (std::size_t k = 0; k < kStrip; ++k) from[k] = columns[std::min(k, columns.size() - 1)] + posts.first_post;
    for (std::size_t i = 0; i < posts.padded_posts; i += kStrip) {
        Floats x[kStrip];
        for (std::size_t k = 0; k < kStrip; ++k) x[k] = load(from[k] + i);
        transpose(x, rows + i * kStrip);
    }
}

// Rounded once, as every machine with fused multiply-add does.
inline Floats multiply_add(Floats a, Floats b, Floats c) {
    Floats sum;
    for (std::size_t l = 0; l < kStrip; ++l) sum[l] = std::fma(a[l], b[l], c[l]);
    return sum;
}

struct Moments {
    Floats sum = {}, square = {};

    void add(const float* row) {
        const Floats x = load(row);
        sum += x;
        square = multiply_add(x, x, square);
    }
};

// Adds sums and squares over some rows, which take turns between two sums that do not wait for one another.
void add_rows(const float* rows, std::span<const std::uint32_t> order, float* sums, float* squares) {
    Moments even, odd;
    std::size_t i = 0;
    for (; i + 1 < order.size(); i += 2) {
        even.add(rows + order[i] * kStrip);
        odd.add(rows + order[i + 1] * kStrip);
    }
    if (i < order.size()) even.add(rows + order[i] * kStrip);
    store(sums, load(sums) + (even.sum + odd.sum));
    store(squares, load(squares) + (even.square + odd.square));
}

}  // namespace

// Neighbours are often of one class, and a count that has just been written is waited for: so the two halves take turns, each with counts
// of its own.
void ClassOrder::sort(std::span<const std::uint8_t> class_of_post, std::size_t begin, std::size_t end, std::size_t classes) {
    const std::uint8_t* class_of = class_of_post.data() + begin;
    const std::size_t posts = end - begin, half = posts / 2;
    std::array<std::uint32_t, 256> first{}, second{};
    for (std::size_t i = 0; i < half; ++i) {
        ++first[class_of[i]];
        ++second[class_of[half + i]];
    }
    if (posts % 2 != 0) ++second[class_of[posts - 1]];
    ends.fill(0);
    for (std::size_t k = 0; k < classes; ++k) {
        ends[k + 1] = ends[k] + first[k] + second[k];
        second[k] = ends[k] + std::exchange(first[k], ends[k]);
    }
    // Who is in no class is put behind all others, and then left out.
    second[kNoCategory] = ends[classes] + std::exchange(first[kNoCategory], ends[classes]);
    first_post = begin / kStrip * kStrip;
    padded_posts = (end + kStrip - 1) / kStrip * kStrip - first_post;
    order.resize(posts);
    const auto at = static_cast<std::uint32_t>(begin - first_post);
    for (std::size_t i = 0; i < half; ++i) {
        order[first[class_of[i]]++] = at + static_cast<std::uint32_t>(i);
        order[second[class_of[half + i]]++] = at + static_cast<std::uint32_t>(half + i);
    }
    if (posts % 2 != 0) order[second[class_of[posts - 1]]++] = at + static_cast<std::uint32_t>(posts - 1);
    order.resize(ends[classes]);
}

void sum_by_class(std::span<const float* const> columns, const ClassOrder& posts, std::size_t classes, LineVector<float>& rows,
                  float* sums) {
    rows.resize(std::max(rows.size(), posts.padded_posts * kStrip));
    const std::size_t length = padded_outcomes(columns.size());
    for (std::size_t o = 0; o < columns.size(); o += kStrip) {
        const auto strip = columns.subspan(o, std::min(kStrip, columns.size() - o));
        if (is_zero(strip, posts)) continue;
        turn_into_rows(strip, posts, rows.data());
        for (std::size_t k = 0; k < classes; ++k) {
            float* to = sums + 2 * k * length + o;
            add_rows(rows.data(), posts.of(k), to, to + length);
        }
    }
}

}  // namespace bevlogen
