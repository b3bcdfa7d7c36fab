// Counts dots between letters that can stand in a key; skips strings and comments.
#include "sim/scenario/toml_depth.hpp"

#include <algorithm>
#include <cstddef>

namespace bevlogen {
namespace {

bool may_stand_in_key(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-' || c == ' ' || c == '\t';
}

// Behind the string that starts at `at`; a string of one line ends with it.
std::size_t end_of_string(std::string_view text, std::size_t at) {
    const char quote = text[at];
    const bool has_escapes = quote == '"';
    const bool is_long = text.substr(at, 3) == (has_escapes ? "\"\"\"" : "'''");
    const std::string_view end = text.substr(at, is_long ? 3 : 1);
    for (at += end.size(); at < text.size(); ++at) {
        if (has_escapes && text[at] == '\\') {
            ++at;
        } else if (text.substr(at, end.size()) == end) {
            return at + end.size();
        } else if (!is_long && text[at] == '\n') {
            return at;
        }
    }
    return text.size();
}

TextPlace place_in(std::string_view text, std::size_t at) {
    TextPlace place;
    for (const char c : text.substr(0, at)) {
        const bool is_within_letter = (static_cast<unsigned char>(c) & 0xc0u) == 0x80u;
        if (!is_within_letter) ++place.column;
        if (c == '\n') place = {place.line + 1, 1};
    }
    return place;
}

}  // namespace

std::optional<TextPlace> too_long_key(std::string_view text) {
    int dots = 0;
    for (std::size_t at = 0; at < text.size();) {
        const char c = text[at];
        if (c == '"' || c == '\'') {
            at = end_of_string(text, at);
            continue;
        }
        if (c == '#') {
            at = std::min(text.find('\n', at), text.size());
            continue;
        }
        ++at;
        if (c == '.') {
            if (++dots >= kDeepestTables) return place_in(text, at);
        } else if (!may_stand_in_key(c)) {
            dots = 0;
        }
    }
    return std::nullopt;
}

}  // namespace bevlogen
