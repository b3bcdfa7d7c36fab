// Which posts of a block are of each class: a bit a post, in words of 64 posts.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "sim/engine/outcome.hpp"

namespace bevlogen {

inline constexpr std::size_t kWordPosts = 64;

// Bit i tells whether bytes[i] is `value`, of kWordPosts bytes.
std::uint64_t bits_where(const std::uint8_t* bytes, std::uint8_t value);

class ClassBits {
  public:
    // Of the posts of a block; `class_of_post` is below `classes`, or kNoCategory: in none.
    void assign(std::span<const std::uint8_t> class_of_post, std::size_t classes);

    std::size_t classes() const { return classes_; }
    // Bit i of word w is that of post 64 w + i; at least one word more than there are posts for.
    std::span<const std::uint64_t> of(std::size_t k) const { return {bits_.data() + k * words_, words_}; }
    // Of class k: bit i is that of post `at` + i, up to post `end`, without that.
    std::uint64_t from(std::size_t k, std::size_t at, std::size_t end) const {
        const std::uint64_t* words = bits_.data() + k * words_ + at / kWordPosts;
        const std::size_t bit = at % kWordPosts;
        const std::uint64_t all = words[0] >> bit | words[1] << 1 << (kWordPosts - 1 - bit);
        return end - at < kWordPosts ? all & ((std::uint64_t{1} << (end - at)) - 1) : all;
    }

  private:
    std::size_t classes_ = 0, words_ = 0;
    std::vector<std::uint64_t> bits_;
};

}  // namespace bevlogen
