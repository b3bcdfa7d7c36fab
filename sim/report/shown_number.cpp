// Words numbers.
#include "sim/report/shown_number.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace bevlogen {
namespace {

double half_width(const OutcomeDecl& outcome, const Estimate& estimate) {
    return (shown_value(outcome, estimate.high) - shown_value(outcome, estimate.low)) / 2.0;
}

bool is_in_percent(const OutcomeDecl& outcome) { return outcome.shape == Shape::share || is_logarithm(outcome); }

// Digits with which the first digit of a number that is not zero is seen.
int digits_to_see(double number) { return -static_cast<int>(std::floor(std::log10(std::abs(number)))); }

const char* good_word(const OutcomeDecl& outcome) {
    switch (outcome.good) {
        case Direction::lower_is_better: return "lower is better";
        case Direction::higher_is_better: return "higher is better";
        default: return "";
    }
}

// The words with what stands between them and the text before; nothing for no words.
std::string after(const char* between, const std::string& words) { return words.empty() ? words : between + words; }

std::string without_sign_of_zero(const std::string& text) {
    return text.starts_with('-') && text.find_first_of("123456789") == std::string::npos ? text.substr(1) : text;
}

bool speaks_for_itself(const std::string& unit) { return unit == "%" || unit == "SD" || unit == "z" || unit == "points"; }

// ".03", "1.2": no zero before the point.
std::string short_number(double value, int digits) {
    const std::string text = fmt::format("{:.{}f}", value, digits);
    return text.starts_with("0.") ? text.substr(1) : text;
}

}  // namespace

bool has_interval(const Estimate& estimate) { return std::isfinite(estimate.low) && std::isfinite(estimate.high); }

bool is_logarithm(const OutcomeDecl& outcome) { return outcome.unit == "log"; }

double shown_value(const OutcomeDecl& outcome, double value) {
    if (outcome.shape == Shape::share) return 100.0 * value;
    return is_logarithm(outcome) ? 100.0 * std::expm1(value) : value;
}

Estimate shown_estimate(const OutcomeDecl& outcome, const Estimate& e) {
    return {shown_value(outcome, e.mean), shown_value(outcome, e.low), shown_value(outcome, e.high), e.replicates};
}

std::string shown_level(const OutcomeDecl& outcome, double value) {
    if (!std::isfinite(value)) return "-";
    const double x = shown_value(outcome, value);
    if (is_in_percent(outcome)) return without_sign_of_zero(fmt::format("{:.1f}", x));
    const double size = std::abs(x);
    return without_sign_of_zero(fmt::format("{:.{}f}", x, size < 10.0 ? 3 : size < 100.0 ? 2 : size < 1000.0 ? 1 : 0));
}

std::string shown_interval(const OutcomeDecl& outcome, const Estimate& estimate) {
    if (!has_interval(estimate)) return kNoInterval;
    return fmt::format("[{}, {}]", shown_level(outcome, estimate.low), shown_level(outcome, estimate.high));
}

int digits_of(const OutcomeDecl& outcome, std::span<const Estimate> differences) {
    const int most = is_in_percent(outcome) ? 2 : 3;
    double smallest = std::numeric_limits<double>::infinity();
    for (const Estimate& difference : differences) {
        if (!has_interval(difference)) continue;
        if (const double half = half_width(outcome, difference); half > 0.0) smallest = std::min(smallest, half);
    }
    return std::isfinite(smallest) ? std::clamp(digits_to_see(smallest), 0, most) : most;
}

std::string shown_change(const OutcomeDecl& outcome, double value, int digits) {
    if (!std::isfinite(value)) return "-";
    const std::string text = fmt::format("{:+.{}f}", shown_value(outcome, value), digits);
    return text.find_first_of("123456789") == std::string::npos ? text.substr(1) : text;  // zero has no sign
}

std::string shown_change_interval(const OutcomeDecl& outcome, const Estimate& difference, int digits) {
    if (!has_interval(difference)) return kNoInterval;
    return fmt::format("[{}, {}]", shown_change(outcome, difference.low, digits), shown_change(outcome, difference.high, digits));
}

std::string shown_difference(const OutcomeDecl& outcome, const Estimate& difference, int digits) {
    if (!std::isfinite(difference.mean)) return "- ";
    if (!has_interval(difference)) return shown_change(outcome, difference.mean, digits) + " ";
    if (difference.low == 0.0 && difference.high == 0.0) return "same ";
    std::string half = short_number(half_width(outcome, difference), digits);
    if (half.find_first_of("123456789") == std::string::npos) half = "<" + short_number(std::pow(10.0, -digits), digits);
    const std::string text = shown_change(outcome, difference.mean, digits) + " ± " + half;
    return difference.excludes_zero() ? text + " " : "(" + text + ")";
}

std::string shown_persons(double persons) {
    std::string text = fmt::format("{:.0f}", persons);
    for (std::size_t place = text.size(); place > 3; place -= 3) text.insert(place - 3, ",");
    return text;
}

std::string unit_word(const OutcomeDecl& outcome) {
    if (is_in_percent(outcome)) return "%";
    return outcome.unit == "1" ? "" : outcome.unit;
}

std::string outcome_heading(const OutcomeDecl& outcome) {
    return outcome.label.en + after(", ", unit_word(outcome)) + after(", ", good_word(outcome));
}

std::string outcome_legend(const OutcomeDecl& outcome) {
    const std::string unit = unit_word(outcome);
    std::string about = unit + (outcome.shape == Shape::share ? ", differences in percentage points" : "");
    if (const std::string& description = outcome.description; (is_logarithm(outcome) || !speaks_for_itself(unit)) && !description.empty()) {
        about = description.starts_with(unit) ? description : fmt::format("{} ({})", unit, description);
    }
    return outcome.label.en + after(": ", about) + after(about.empty() ? ": " : "; ", good_word(outcome));
}

}  // namespace bevlogen
