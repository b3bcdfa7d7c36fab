// Transposes many posts by eight outcomes at a time; every addition is of one outcome's own, so vectors of any width give the same bits.
#include "sim/record/row_moments.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>

#include "sim/core/instruction_set.hpp"

namespace bevlogen {
namespace {

constexpr std::size_t kLanes = 8;
static_assert(kStrip == 2 * kLanes);
using Floats = float __attribute__((vector_size(4 * kLanes)));

inline Floats load(const float* from) {
    Floats vector;
    std::memcpy(&vector, from, sizeof vector);
    return vector;
}
inline void store(float* to, Floats vector) { std::memcpy(to, &vector, sizeof vector); }

// The columns of a strip, from the first post on. Where there are fewer columns, the last one stands in for the others.
using Strip = std::array<const float*, kStrip>;

// Eight columns of eight posts to eight outcomes in the rows of these posts.
inline void transpose(const float* const* columns, std::size_t post, float* rows) {
    Floats x[kLanes], pair[kLanes], four[kLanes];
    for (std::size_t i = 0; i < kLanes; ++i) x[i] = load(columns[i] + post);
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
        store(rows + i * kStrip, __builtin_shufflevector(four[i], four[i + 4], 0, 1, 2, 3, 8, 9, 10, 11));
        store(rows + (i + 4) * kStrip, __builtin_shufflevector(four[i], four[i + 4], 4, 5, 6, 7, 12, 13, 14, 15));
    }
}

// Turns the columns of some posts, in whole groups of kStrip, into a row for each post.
void turn_into_rows_narrow(const Strip& columns, std::size_t posts, float* rows) {
    for (std::size_t post = 0; post < posts; post += kLanes) {
        for (std::size_t k = 0; k < kStrip; k += kLanes) transpose(columns.data() + k, post, rows + post * kStrip + k);
    }
}

#if BEVLOGEN_HAS_WIDE_COPY
// The same for sixteen posts and all outcomes of a strip at a time: every shuffle and store does twice as much.
BEVLOGEN_WIDE_COPY void turn_into_rows_wide(const Strip& strip, std::size_t posts, float* rows) {
    using Wide = float __attribute__((vector_size(4 * kStrip)));
    const Strip columns = strip;  // a copy, which stores to rows cannot change
    for (std::size_t post = 0; post < posts; post += kStrip) {
        Wide four[4][4];  // [i][k]: of every fourth post from i on, four outcomes from 4 k on
        for (std::size_t k = 0; k < 4; ++k) {
            Wide x[4], pair[4];
            for (std::size_t i = 0; i < 4; ++i) std::memcpy(&x[i], columns[4 * k + i] + post, sizeof x[i]);
            for (std::size_t i = 0; i < 2; ++i) {
                const Wide &a = x[2 * i], &b = x[2 * i + 1];
                pair[2 * i] = __builtin_shufflevector(a, b, 0, 16, 1, 17, 4, 20, 5, 21, 8, 24, 9, 25, 12, 28, 13, 29);
                pair[2 * i + 1] = __builtin_shufflevector(a, b, 2, 18, 3, 19, 6, 22, 7, 23, 10, 26, 11, 27, 14, 30, 15, 31);
            }
            for (std::size_t i = 0; i < 2; ++i) {
                const Wide &a = pair[i], &b = pair[i + 2];
                four[2 * i][k] = __builtin_shufflevector(a, b, 0, 1, 16, 17, 4, 5, 20, 21, 8, 9, 24, 25, 12, 13, 28, 29);
                four[2 * i + 1][k] = __builtin_shufflevector(a, b, 2, 3, 18, 19, 6, 7, 22, 23, 10, 11, 26, 27, 14, 15, 30, 31);
            }
        }
        for (std::size_t i = 0; i < 4; ++i) {
            Wide half[4];  // of two posts, half of the outcomes
            for (std::size_t k = 0; k < 2; ++k) {
                const Wide &a = four[i][2 * k], &b = four[i][2 * k + 1];
                half[k] = __builtin_shufflevector(a, b, 0, 1, 2, 3, 4, 5, 6, 7, 16, 17, 18, 19, 20, 21, 22, 23);
                half[k + 2] = __builtin_shufflevector(a, b, 8, 9, 10, 11, 12, 13, 14, 15, 24, 25, 26, 27, 28, 29, 30, 31);
            }
            for (std::size_t j = 0; j < 2; ++j) {
                const Wide &a = half[2 * j], &b = half[2 * j + 1];
                const Wide first = __builtin_shufflevector(a, b, 0, 1, 2, 3, 8, 9, 10, 11, 16, 17, 18, 19, 24, 25, 26, 27);
                const Wide second = __builtin_shufflevector(a, b, 4, 5, 6, 7, 12, 13, 14, 15, 20, 21, 22, 23, 28, 29, 30, 31);
                float* to = rows + (post + i + 8 * j) * kStrip;
                std::memcpy(to, &first, sizeof first);
                std::memcpy(to + 4 * kStrip, &second, sizeof second);
            }
        }
    }
}
#endif

void turn_into_rows(std::span<const float* const> columns, const ClassOrder& posts, float* rows) {
    Strip from{};
    for (std::size_t k = 0; k < kStrip; ++k) from[k] = columns[std::min(k, columns.size() - 1)] + posts.first_post;
#if BEVLOGEN_HAS_WIDE_COPY
    if (vector_width() == VectorWidth::wide) return turn_into_rows_wide(from, posts.padded_posts, rows);
#endif
    turn_into_rows_narrow(from, posts.padded_posts, rows);
}

// Rounded once, as every machine with fused multiply-add does.
inline Floats multiply_add(Floats a, Floats b, Floats c) {
    Floats sum{};
    for (std::size_t l = 0; l < kLanes; ++l) sum[l] = std::fma(a[l], b[l], c[l]);
    return sum;
}

struct Moments {
    Floats sum[2] = {}, square[2] = {};

    void add(const float* row) {
        for (std::size_t half = 0; half < 2; ++half) {
            const Floats x = load(row + half * kLanes);
            sum[half] += x;
            square[half] = multiply_add(x, x, square[half]);
        }
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
    for (std::size_t half = 0; half < 2; ++half) {
        float *to = sums + half * kLanes, *to_squares = squares + half * kLanes;
        store(to, load(to) + (even.sum[half] + odd.sum[half]));
        store(to_squares, load(to_squares) + (even.square[half] + odd.square[half]));
    }
}

// Writes the posts of class k, counted from `first_post`, to `to`; returns where the next are to stand. Behind them there is room for
// kStrip numbers that mean nothing.
std::uint32_t* list_narrow(const ClassBits& members, std::size_t k, std::size_t begin, std::size_t end, std::size_t first_post,
                           std::uint32_t* to) {
    for (std::size_t at = begin; at < end; at += kWordPosts) {
        const auto from = static_cast<std::uint32_t>(at - first_post);
        for (std::uint64_t bits = members.from(k, at, end); bits != 0; bits &= bits - 1)
            *to++ = from + static_cast<std::uint32_t>(std::countr_zero(bits));
    }
    return to;
}

#if BEVLOGEN_HAS_WIDE_COPY
// The same for sixteen posts at a time, without a branch for each.
BEVLOGEN_WIDE_COPY std::uint32_t* list_wide(const ClassBits& members, std::size_t k, std::size_t begin, std::size_t end,
                                            std::size_t first_post, std::uint32_t* to) {
    using Integers = int __attribute__((vector_size(4 * kStrip)));
    constexpr Integers kLane = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15};
    for (std::size_t at = begin; at < end; at += kWordPosts) {
        const std::uint64_t bits = members.from(k, at, end);
        const auto from = static_cast<int>(at - first_post);
        for (int i = 0; i < static_cast<int>(kWordPosts); i += static_cast<int>(kStrip)) {
            const auto some = static_cast<std::uint16_t>(bits >> i);
            const Integers posts = __builtin_ia32_compresssi512_mask(kLane + (from + i), Integers{}, some);
            std::memcpy(to, &posts, sizeof posts);
            to += std::popcount(some);
        }
    }
    return to;
}
#endif

}  // namespace

void ClassOrder::sort(const ClassBits& members, std::size_t begin, std::size_t end) {
#if BEVLOGEN_HAS_WIDE_COPY
    const auto list = vector_width() == VectorWidth::wide ? list_wide : list_narrow;
#else
    const auto list = list_narrow;
#endif
    first_post = begin / kStrip * kStrip;
    padded_posts = (end + kStrip - 1) / kStrip * kStrip - first_post;
    order.resize(end - begin + kStrip);  // as many as there could be
    ends.fill(0);
    std::uint32_t* to = order.data();
    for (std::size_t k = 0; k < members.classes(); ++k) {
        to = list(members, k, begin, end, first_post, to);
        ends[k + 1] = static_cast<std::uint32_t>(to - order.data());
    }
    order.resize(ends[members.classes()]);
}

void sum_by_class(std::span<const float* const> columns, const ClassOrder& posts, std::size_t classes, LineVector<float>& rows,
                  float* sums) {
    rows.resize(std::max(rows.size(), posts.padded_posts * kStrip));
    const std::size_t length = padded_outcomes(columns.size());
    for (std::size_t o = 0; o < columns.size(); o += kStrip) {
        const auto strip = columns.subspan(o, std::min(kStrip, columns.size() - o));
        turn_into_rows(strip, posts, rows.data());
        for (std::size_t k = 0; k < classes; ++k) {
            float* to = sums + 2 * k * length + o;
            add_rows(rows.data(), posts.of(k), to, to + length);
        }
    }
}

}  // namespace bevlogen
