// Bits of classes are those of the posts, across the edges of words.
#include "sim/record/class_bits.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

namespace bevlogen {
namespace {

constexpr std::size_t kClasses = 3;

std::vector<std::uint8_t> classes_of(std::size_t posts) {
    std::vector<std::uint8_t> classes(posts);
    for (std::size_t i = 0; i < posts; ++i) classes[i] = i % 7 == 6 ? kNoCategory : static_cast<std::uint8_t>(i * i % 5 % kClasses);
    return classes;
}

TEST(ClassBits, TellWhoIsOfEachClass) {
    for (const std::size_t posts : {1u, 63u, 64u, 65u, 200u}) {
        const std::vector<std::uint8_t> classes = classes_of(posts);
        ClassBits bits;
        bits.assign(classes, kClasses);
        for (std::size_t k = 0; k < kClasses; ++k) {
            const auto words = bits.of(k);
            ASSERT_GE(words.size() * kWordPosts, posts + kWordPosts);
            for (std::size_t i = 0; i < words.size() * kWordPosts; ++i)
                ASSERT_EQ(words[i / kWordPosts] >> i % kWordPosts & 1, i < posts && classes[i] == k ? 1u : 0u)
                    << posts << " " << k << " " << i;
        }
    }
}

TEST(ClassBits, AreReadFromAnyPostUpToAnother) {
    constexpr std::size_t kPosts = 150;
    const std::vector<std::uint8_t> classes = classes_of(kPosts);
    ClassBits bits;
    bits.assign(classes, kClasses);
    for (std::size_t at = 0; at < kPosts; ++at) {
        for (const std::size_t end : {at + 1, std::min(at + 40, kPosts), std::min(at + kWordPosts, kPosts), kPosts}) {
            const std::uint64_t some = bits.from(1, at, end);
            for (std::size_t i = 0; i < kWordPosts; ++i)
                ASSERT_EQ(some >> i & 1, at + i < end && classes[at + i] == 1 ? 1u : 0u) << at << " " << end << " " << i;
        }
    }
}

}  // namespace
}  // namespace bevlogen
