// Never asks the locale: figures are the same everywhere.
#include "viewer/plot/numbers.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace bevlogen {
namespace {

constexpr double kPercent = 100.0;

bool is_of_shares(NumberStyle style) { return style != NumberStyle::plain; }
const char* unit_of(NumberStyle style) {
    return style == NumberStyle::percent ? "\u00a0%" : style == NumberStyle::percentage_points ? "\u00a0pp" : "";
}

}  // namespace

NumberStyle style_of_differences(NumberStyle style) { return is_of_shares(style) ? NumberStyle::percentage_points : style; }

std::string number_text(double value, int decimals, Language language) {
    if (!std::isfinite(value)) return "--";
    std::string digits = fmt::format("{:.{}f}", std::abs(value), decimals);
    const bool is_zero = digits.find_first_not_of("0.") == std::string::npos;
    const auto dot = std::min(digits.find('.'), digits.size());
    const bool is_dutch = language == Language::dutch;
    if (dot < digits.size()) digits[dot] = is_dutch ? ',' : '.';
    for (std::size_t place = dot; place > 3; place -= 3) digits.insert(place - 3, is_dutch ? "." : ",");
    return value < 0 && !is_zero ? "\u2212" + digits : digits;
}

std::string value_text(double value, NumberStyle style, Language language, Sign sign) {
    if (!std::isfinite(value)) return "--";
    const double shown = is_of_shares(style) ? value * kPercent : value;
    const double size = std::abs(shown);
    const int decimals = is_of_shares(style) ? (size < 1.0 ? 2 : 1) : size < 0.1 ? 3 : size < 10.0 ? 2 : size < 100.0 ? 1 : 0;
    std::string text = number_text(shown, decimals, language);
    const bool is_zero = text.find_first_of("123456789") == std::string::npos;  // as written
    if (sign == Sign::always && shown > 0 && !is_zero) text = "+" + text;
    return text + unit_of(style);
}

Ticks nice_ticks(double low, double high, int most) {
    Ticks ticks;
    if (!std::isfinite(low) || !std::isfinite(high) || !(low < high) || most < 1) return ticks;
    const double raw = (high - low) / most;
    const double power = std::pow(10.0, std::floor(std::log10(raw)));
    const double lead = raw / power;
    const double step = (lead <= 1.0 ? 1.0 : lead <= 2.0 ? 2.0 : lead <= 5.0 ? 5.0 : 10.0) * power;
    if (!(step > 0.0) || !std::isfinite(step)) return ticks;
    ticks.decimals = std::max(0, -static_cast<int>(std::floor(std::log10(step) + 1e-9)));
    const double first = std::ceil(low / step - 1e-9);
    for (int i = 0; i <= most + 1; ++i) {
        const double at = (first + i) * step;
        if (at > high + 1e-9 * step) break;
        ticks.at.push_back(std::abs(at) < 1e-9 * step ? 0.0 : at);
    }
    return ticks;
}

std::string tick_text(double value, const Ticks& ticks, NumberStyle style, Language language) {
    if (!is_of_shares(style)) return number_text(value, ticks.decimals, language);
    return number_text(value * kPercent, std::max(0, ticks.decimals - 2), language) + unit_of(style);
}

}  // namespace bevlogen
