// Writes numbers and strings as TOML.
#include "sim/scenario/toml_text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace bevlogen {

std::string shortest_number(double value) {
    std::string text = fmt::format("{}", value);
    if (text.ends_with(".0")) text.resize(text.size() - 2);
    return text;
}

std::string toml_number(double value) {
    std::string text = shortest_number(value);
    const bool is_plain =
        std::all_of(text.begin(), text.end(), [](char letter) { return letter == '-' || (letter >= '0' && letter <= '9'); });
    return is_plain ? text + ".0" : text;
}

std::string toml_string(std::string_view text) {
    std::string quoted = "\"";
    for (const char letter : text) {
        switch (letter) {
            case '"': quoted += "\\\""; break;
            case '\\': quoted += "\\\\"; break;
            case '\b': quoted += "\\b"; break;
            case '\t': quoted += "\\t"; break;
            case '\n': quoted += "\\n"; break;
            case '\f': quoted += "\\f"; break;
            case '\r': quoted += "\\r"; break;
            default:
                if (const auto byte = static_cast<unsigned char>(letter); byte < 0x20 || byte == 0x7f) {
                    quoted += fmt::format("\\u{:04X}", byte);
                } else {
                    quoted += letter;
                }
        }
    }
    return quoted + "\"";
}

std::string toml_strings(std::span<const std::string> texts) {
    std::string list = "[";
    for (std::size_t i = 0; i < texts.size(); ++i) list += (i > 0 ? ", " : "") + toml_string(texts[i]);
    return list + "]";
}

std::string toml_key(std::string_view key) {
    const auto is_bare = [](char letter) {
        return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') || (letter >= '0' && letter <= '9') || letter == '_' ||
               letter == '-';
    };
    if (!key.empty() && std::all_of(key.begin(), key.end(), is_bare)) return std::string(key);
    return toml_string(key);
}

}  // namespace bevlogen
