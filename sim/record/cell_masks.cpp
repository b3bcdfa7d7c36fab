// Finds the members of each set as bits of words, then goes from one vector to the next.
#include "sim/record/cell_masks.hpp"

#include <algorithm>
#include <bit>
#include <cstring>

#include "sim/core/contract.hpp"

namespace bevlogen {
namespace {

constexpr std::size_t kWordPosts = 64;

// Bit i tells whether post i of kWordPosts is of the set.
std::uint64_t members_of(const std::uint8_t* set_of_post, std::uint8_t set) {
    std::uint64_t members = 0;
#ifdef __AVX2__
    using Bytes = char __attribute__((vector_size(kWordPosts / 2)));
    for (std::size_t half = 0; half < 2; ++half) {
        Bytes x;
        std::memcpy(&x, set_of_post + half * sizeof x, sizeof x);
        const Bytes is_of_set = (Bytes)(x == static_cast<char>(set));
        members |= std::uint64_t{static_cast<std::uint32_t>(__builtin_ia32_pmovmskb256(is_of_set))} << half * sizeof x;
    }
#else
    for (std::size_t i = 0; i < kWordPosts; ++i) members |= std::uint64_t{set_of_post[i] == set} << i;
#endif
    return members;
}

// For posts that follow one another: a bit each in `words`, which tells whether it is of the set; none beyond the last post.
void find_members(std::span<const std::uint8_t> set_of_post, std::uint8_t set, std::vector<std::uint64_t>& words) {
    const std::size_t whole = set_of_post.size() / kWordPosts;
    words.assign(whole + 2, 0);
    for (std::size_t word = 0; word < whole; ++word) words[word] = members_of(set_of_post.data() + word * kWordPosts, set);
    std::uint8_t last[kWordPosts];
    std::fill_n(last, kWordPosts, kNoCategory);
    std::ranges::copy(set_of_post.subspan(whole * kWordPosts), last);
    words[whole] = members_of(last, set);
}

// Bit i: that of post `at` + i.
std::uint64_t bits_from(const std::vector<std::uint64_t>& words, std::size_t at) {
    const std::size_t word = at / kWordPosts, bit = at % kWordPosts;
    return words[word] >> bit | words[word + 1] << 1 << (kWordPosts - 1 - bit);
}

// The first member from post `at` on; `posts` where there is none.
std::size_t next_member(const std::vector<std::uint64_t>& words, std::size_t at, std::size_t posts) {
    for (; at < posts; at += kWordPosts) {
        const std::uint64_t bits = bits_from(words, at);
        if (bits != 0) return at + static_cast<std::size_t>(std::countr_zero(bits));
    }
    return posts;
}

}  // namespace

void CellMasks::assign(std::span<const std::uint8_t> set_of_post, std::span<const std::uint32_t> team_begin, std::size_t column_length,
                       std::size_t sets) {
    expect(sets < kNoCategory, "a set has a number of its own");
    column_length_ = column_length;
    const std::size_t begin = team_begin.front(), posts = team_begin.back() - begin;
    ends_.assign(sets, 0);
    first_.resize(posts);  // as many as there could be
    masks_.resize(posts);
    std::size_t vectors = 0;
    for (std::size_t set = 0; set < sets; ++set) {
        find_members(set_of_post.subspan(begin, posts), static_cast<std::uint8_t>(set), members_);
        std::size_t team = 0;
        for (std::size_t at = next_member(members_, 0, posts); at < posts;) {
            while (team_begin[team + 1] <= begin + at) ++team;
            const std::size_t count = std::min(team_begin[team + 1] - begin - at, kLanes);
            first_[vectors] = static_cast<std::uint32_t>(begin + at);
            masks_[vectors++] = static_cast<std::uint8_t>(bits_from(members_, at) & (~std::uint64_t{0} >> (kWordPosts - count)));
            at = next_member(members_, at + count, posts);
        }
        ends_[set] = vectors;
    }
    first_.resize(vectors);
    masks_.resize(vectors);
}

}  // namespace bevlogen
