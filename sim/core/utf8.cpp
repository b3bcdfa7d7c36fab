// Walks over letters.
#include "sim/core/utf8.hpp"

#include <cstddef>

namespace bevlogen {
namespace {

struct Letter {
    char32_t code = 0;
    std::size_t bytes = 0;
};

// Of the letter at the start of `bytes`, which is not empty.
std::optional<Letter> first_letter(std::string_view bytes) {
    const auto lead = static_cast<unsigned char>(bytes.front());
    if (lead < 0x80) return Letter{lead, 1};
    const std::size_t length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
    if (lead < 0xc2 || lead > 0xf4 || bytes.size() < length) return std::nullopt;
    char32_t code = lead & (0x7fu >> length);
    for (std::size_t i = 1; i < length; ++i) {
        const auto next = static_cast<unsigned char>(bytes[i]);
        if ((next & 0xc0u) != 0x80u) return std::nullopt;
        code = (code << 6u) | (next & 0x3fu);
    }
    constexpr char32_t kFewest[] = {0, 0, 0x80, 0x800, 0x10000};
    const bool is_surrogate = code >= 0xd800 && code <= 0xdfff;
    if (code < kFewest[length] || code > 0x10ffff || is_surrogate) return std::nullopt;
    return Letter{code, length};
}

}  // namespace

bool is_utf8(std::string_view bytes) {
    while (!bytes.empty()) {
        const auto letter = first_letter(bytes);
        if (!letter) return false;
        bytes.remove_prefix(letter->bytes);
    }
    return true;
}

std::optional<char32_t> control_letter_in(std::string_view text) {
    while (!text.empty()) {
        const Letter letter = first_letter(text).value_or(Letter{0xfffd, 1});
        const bool is_blank = letter.code == '\t' || letter.code == '\n' || letter.code == '\r';
        if ((letter.code < 0x20 && !is_blank) || (letter.code >= 0x7f && letter.code < 0xa0)) return letter.code;
        text.remove_prefix(letter.bytes);
    }
    return std::nullopt;
}

}  // namespace bevlogen
