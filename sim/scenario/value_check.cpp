// The checks that every value of a file goes through.
#include "sim/scenario/value_check.hpp"

#include <algorithm>
#include <cmath>

#include "sim/core/nearest_name.hpp"
#include "sim/scenario/toml_text.hpp"

namespace bevlogen {
namespace {

constexpr double kLargestWholeDouble = 0x1p53;

// A number that is written as one and finite; errors otherwise.
std::optional<double> check_finite(const TomlValue& value, std::string_view name, TomlKind wanted, Diagnostics& diagnostics) {
    if (!value.is(TomlKind::number) && !value.is(TomlKind::whole_number)) {
        diagnostics.error(value.place, wrong_kind(name, wanted, value));
        return std::nullopt;
    }
    if (!std::isfinite(value.number)) {
        diagnostics.error(value.place, std::string(name) + " = " + shortest_number(value.number) + " (must be a finite number)");
        return std::nullopt;
    }
    return value.number == 0.0 ? 0.0 : value.number;  // there is one zero
}

std::optional<double> check_bounds(double number, const TomlValue& value, const KeyDecl& key, Diagnostics& diagnostics) {
    if (key.holds(number)) return number;
    const std::string doc = key.doc.empty() ? std::string() : ": " + std::string(key.doc);
    diagnostics.error(value.place,
                      std::string(key.name) + " = " + shortest_number(number) + " (must lie in " + bounds_text(key) + doc + ")");
    return std::nullopt;
}

}  // namespace

std::string wrong_kind(std::string_view name, TomlKind wanted, const TomlValue& value) {
    // A whole number is a number: in the place of a string, say so.
    const TomlKind found = value.is(TomlKind::whole_number) ? TomlKind::number : value.kind;
    return std::string(name) + " must be " + std::string(in_words(wanted)) + ", not " + std::string(in_words(found));
}

bool check_kind(const TomlValue& value, TomlKind wanted, std::string_view name, Diagnostics& diagnostics) {
    if (value.is(wanted)) return true;
    diagnostics.error(value.place, wrong_kind(name, wanted, value));
    return false;
}

std::optional<double> check_number(const TomlValue& value, const KeyDecl& key, Diagnostics& diagnostics) {
    const auto number = check_finite(value, key.name, TomlKind::number, diagnostics);
    if (!number) return std::nullopt;
    return check_bounds(*number, value, key, diagnostics);
}

std::optional<std::int64_t> check_whole_number(const TomlValue& value, const KeyDecl& key, Diagnostics& diagnostics) {
    const auto number = check_finite(value, key.name, TomlKind::whole_number, diagnostics);
    if (!number) return std::nullopt;
    if (*number != std::floor(*number)) {
        diagnostics.error(value.place, std::string(key.name) + " = " + shortest_number(*number) + " (must be a whole number in " +
                                           bounds_text(key) + ")");
        return std::nullopt;
    }
    if (!check_bounds(*number, value, key, diagnostics)) return std::nullopt;
    if (value.is(TomlKind::whole_number)) return value.whole;
    if (std::abs(*number) <= kLargestWholeDouble) return static_cast<std::int64_t>(*number);
    diagnostics.error(value.place, std::string(key.name) + " = " + shortest_number(*number) + " (too large to be exact)");
    return std::nullopt;
}

std::optional<bool> check_flag(const TomlValue& value, const KeyDecl& key, Diagnostics& diagnostics) {
    if (value.is(TomlKind::truth)) return value.truth;
    diagnostics.error(value.place, wrong_kind(key.name, TomlKind::truth, value) + " (true or false)");
    return std::nullopt;
}

std::optional<std::string> check_text(const TomlValue& value, const KeyDecl& key, Diagnostics& diagnostics) {
    if (!check_kind(value, TomlKind::text, key.name, diagnostics)) return std::nullopt;
    return value.text;
}

std::string wrong_word(std::string_view name, std::string_view written, std::span<const std::string_view> words) {
    std::string message = std::string(name) + " = " + toml_string(written) + " (must be one of ";
    std::vector<std::string> valid;
    for (const std::string_view word : words) {
        message += (valid.empty() ? "" : ", ") + std::string(word);
        valid.emplace_back(word);
    }
    if (words.empty()) message += "none: the model has no such words";
    message += ")";
    if (const auto near = nearest_name(written, valid)) message += "; did you mean \"" + *near + "\"?";
    return message;
}

std::optional<std::string> check_word(const TomlValue& value, const KeyDecl& key, Diagnostics& diagnostics) {
    const auto text = check_text(value, key, diagnostics);
    if (!text) return std::nullopt;
    if (std::find(key.words.begin(), key.words.end(), *text) != key.words.end()) return text;
    diagnostics.error(value.place, wrong_word(key.name, *text, key.words));
    return std::nullopt;
}

std::optional<double> check_as_number(const TomlValue& value, const KeyDecl& key, Diagnostics& diagnostics) {
    switch (key.type) {
        case KeyType::whole_number: {
            const auto whole = check_whole_number(value, key, diagnostics);
            return whole ? std::optional(static_cast<double>(*whole)) : std::nullopt;
        }
        case KeyType::flag: {
            const auto flag = check_flag(value, key, diagnostics);
            return flag ? std::optional(*flag ? 1.0 : 0.0) : std::nullopt;
        }
        case KeyType::word: {
            const auto word = check_word(value, key, diagnostics);
            if (!word) return std::nullopt;
            return static_cast<double>(std::find(key.words.begin(), key.words.end(), *word) - key.words.begin());
        }
        default: return check_number(value, key, diagnostics);
    }
}

std::optional<std::vector<std::string>> check_texts(const TomlValue& value, const KeyDecl& key, Diagnostics& diagnostics) {
    if (!check_kind(value, TomlKind::array, key.name, diagnostics)) return std::nullopt;
    std::vector<std::string> texts;
    bool is_right = true;
    for (const TomlValue& item : value.items) {
        if (!item.is(TomlKind::text)) {
            diagnostics.error(item.place, "each value of " + wrong_kind(key.name, TomlKind::text, item));
            is_right = false;
        } else if (std::find(texts.begin(), texts.end(), item.text) != texts.end()) {
            diagnostics.error(item.place, toml_string(item.text) + " stands twice in " + std::string(key.name));
            is_right = false;
        } else {
            texts.push_back(item.text);
        }
    }
    if (!is_right) return std::nullopt;
    return texts;
}

std::optional<NumberRange> check_range(const TomlValue& value, const KeyDecl& key, Diagnostics& diagnostics) {
    if (!check_kind(value, TomlKind::array, key.name, diagnostics)) return std::nullopt;
    if (value.items.size() != 2) {
        diagnostics.error(value.place, std::string(key.name) + " must be two numbers, [low, high]");
        return std::nullopt;
    }
    const auto low = check_number(value.items[0], key, diagnostics);
    const auto high = check_number(value.items[1], key, diagnostics);
    if (!low || !high) return std::nullopt;
    if (*low > *high) {
        diagnostics.error(value.place, std::string(key.name) + " = [" + shortest_number(*low) + ", " + shortest_number(*high) +
                                           "] (the lower end comes first)");
        return std::nullopt;
    }
    return NumberRange{*low, *high};
}

}  // namespace bevlogen
