// English and Dutch forms of numbers and lists.
#include "sim/report/wording.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>
#include <utility>

#include "sim/core/week.hpp"
#include "sim/report/shown_number.hpp"

namespace bevlogen {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 17> kUnitWords = {{{"weeks", "weken"},
                                                                                       {"years", "jaar"},
                                                                                       {"year", "jaar"},
                                                                                       {"hours", "uur"},
                                                                                       {"hour", "uur"},
                                                                                       {"minutes", "minuten"},
                                                                                       {"points", "punten"},
                                                                                       {"items", "vragen"},
                                                                                       {"sessions", "sessies"},
                                                                                       {"session", "sessie"},
                                                                                       {"persons", "personen"},
                                                                                       {"person", "persoon"},
                                                                                       {"shift", "dienst"},
                                                                                       {"share", "aandeel"},
                                                                                       {"a", "per"},
                                                                                       {"day", "dag"},
                                                                                       {"FTE", "fte"}}};
constexpr const char* kMinus = "\u2212";

// Digits of |number| with a separator for thousands and one for decimals.
std::string grouped(double number, int digits, char thousands, char decimal) {
    std::string text = fmt::format("{:.{}f}", std::abs(number), digits);
    const std::size_t point = std::min(text.find('.'), text.size());
    if (point < text.size()) text[point] = decimal;
    for (std::size_t place = point; place > 3; place -= 3) text.insert(place - 3, 1, thousands);
    return text;
}

bool is_zero(const std::string& digits) { return digits.find_first_of("123456789") == std::string::npos; }

std::string capitalised(const std::string& text) {
    const bool is_small = !text.empty() && text.front() >= 'a' && text.front() <= 'z';
    return is_small ? std::string(1, static_cast<char>(text.front() - 'a' + 'A')) + text.substr(1) : text;
}

std::string joined(const std::vector<Label>& items, Language language, const char* last) {
    std::string text;
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (i > 0) text += i + 1 == items.size() ? last : ", ";
        text += items[i].in(language);
    }
    return text;
}

}  // namespace

Label both(const std::string& text) { return Label::same(text); }

Label operator+(Label a, const Label& b) { return {std::move(a.en) + b.en, std::move(a.nl) + b.nl}; }

Label worded(double number, int digits) {
    if (!std::isfinite(number)) return {"unknown", "onbekend"};
    const std::string en = grouped(number, digits, ',', '.'), nl = grouped(number, digits, '.', ',');
    const std::string sign = number < 0.0 && !is_zero(en) ? kMinus : "";
    return {sign + en, sign + nl};
}

Label worded_setting(double number) {
    const std::string en = fmt::format("{}", number);
    std::string nl = en;
    std::replace(nl.begin(), nl.end(), '.', ',');
    return {en, nl};
}

Label worded_unit(const std::string& unit) {
    if (unit == "1") return {};
    if (unit == "weeks of care") return {unit, "weken zorg"};
    if (unit == "hours per week") return {unit, "uur per week"};
    std::string dutch;
    for (std::size_t from = 0; from <= unit.size();) {
        const std::size_t to = std::min(unit.find(' ', from), unit.size());
        const std::string word = unit.substr(from, to - from);
        const auto known = std::find_if(kUnitWords.begin(), kUnitWords.end(), [&](const auto& one) { return one.first == word; });
        dutch += (from == 0 ? "" : " ") + (known == kUnitWords.end() ? word : std::string(known->second));
        from = to + 1;
    }
    return {unit, dutch};
}

Label worded_euros(double euros, int counting_digits) {
    const double size = std::abs(euros);
    const Label before = both(std::string(euros < 0.0 && size >= 0.5 ? kMinus : "") + "€\u00a0");
    if (size < 0.5) return before + both("0");
    const double step = std::pow(10.0, std::floor(std::log10(size)) + 1.0 - counting_digits);
    const double rounded = std::round(size / step) * step;
    const auto in = [&](double unit, const Label& name) {
        const double number = rounded / unit;
        return before + worded(number, std::max(0, counting_digits - 1 - static_cast<int>(std::floor(std::log10(number))))) + name;
    };
    if (rounded >= 1e9) return in(1e9, {" billion", " miljard"});
    if (rounded >= 1e6) return in(1e6, {" million", " miljoen"});
    return before + worded(std::max(rounded, 1.0), 0);
}

Label worded_range(double low, double high, int digits) { return worded(low, digits) + Label{" to ", " tot "} + worded(high, digits); }

Label worded_week(int week) {
    const int year = (week + kWeeksPerYear - 1) / kWeeksPerYear;
    return {fmt::format("week {} (year {})", week, year), fmt::format("week {} (jaar {})", week, year)};
}

Label difference_unit(const OutcomeDecl& outcome) {
    if (outcome.shape == Shape::share) return {"percentage points", "procentpunt"};
    return level_unit(outcome);
}

Label level_unit(const OutcomeDecl& outcome) {
    if (outcome.shape == Shape::share || is_logarithm(outcome)) return both("%");
    return worded_unit(outcome.unit);
}

int level_digits(const OutcomeDecl& outcome, double level) {
    if (outcome.shape == Shape::share || is_logarithm(outcome)) return 1;
    const double size = std::abs(level);
    return size < 10.0 ? 2 : size < 1000.0 ? 1 : 0;
}

Label with_unit(Label number, const Label& unit) {
    if (unit.en.empty()) return number;
    const Label blank = unit.en.starts_with('%') ? Label{} : both(" ");
    return std::move(number) + blank + unit;
}

Label listed(const std::vector<Label>& items) {
    return {joined(items, Language::english, " and "), joined(items, Language::dutch, " en ")};
}

Label sentence(const Label& words) { return {capitalised(words.en) + ".", capitalised(words.nl) + "."}; }

}  // namespace bevlogen
