// Compares the classes of many posts at a time.
#include "sim/record/class_bits.hpp"

#include <algorithm>
#include <cstring>

#include "sim/core/contract.hpp"

namespace bevlogen {

std::uint64_t bits_where(const std::uint8_t* bytes, std::uint8_t value) {
    std::uint64_t bits = 0;
#ifdef __AVX2__
    using Bytes = char __attribute__((vector_size(kWordPosts / 2)));
    for (std::size_t half = 0; half < 2; ++half) {
        Bytes x;
        std::memcpy(&x, bytes + half * sizeof x, sizeof x);
        const Bytes is_it = (Bytes)(x == static_cast<char>(value));
        bits |= std::uint64_t{static_cast<std::uint32_t>(__builtin_ia32_pmovmskb256(is_it))} << half * sizeof x;
    }
#else
    for (std::size_t i = 0; i < kWordPosts; ++i) bits |= std::uint64_t{bytes[i] == value} << i;
#endif
    return bits;
}

void ClassBits::assign(std::span<const std::uint8_t> class_of_post, std::size_t classes) {
    expect(classes < kNoCategory, "a class has a number of its own");
    const std::size_t whole = class_of_post.size() / kWordPosts;
    classes_ = classes;
    words_ = whole + 2;
    bits_.assign(classes * words_, 0);
    std::uint8_t last[kWordPosts];
    std::fill_n(last, kWordPosts, kNoCategory);
    std::ranges::copy(class_of_post.subspan(whole * kWordPosts), last);
    for (std::size_t k = 0; k < classes; ++k) {
        std::uint64_t* bits = bits_.data() + k * words_;
        const auto value = static_cast<std::uint8_t>(k);
        for (std::size_t word = 0; word < whole; ++word) bits[word] = bits_where(class_of_post.data() + word * kWordPosts, value);
        bits[whole] = bits_where(last, value);
    }
}

}  // namespace bevlogen
