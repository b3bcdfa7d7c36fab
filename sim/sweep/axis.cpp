// Quantiles by Boost.Math.
#include "sim/sweep/axis.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <boost/math/distributions/beta.hpp>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/triangular.hpp>
#include <cmath>
#include <cstdlib>

#include "sim/core/contract.hpp"
#include "sim/scenario/toml_text.hpp"

namespace bevlogen {
namespace {

constexpr double kOutside = 1e-12;  // of a distribution without an end: what lies beyond its last value

double rounded(double value) { return std::strtod(fmt::format("{:.9g}", value).c_str(), nullptr); }

// The quantile of a distribution that is cut off at [low, high]. Above the median it is taken from the upper end, where probabilities are
// small and exact.
template <class Distribution>
double cut_off(const Distribution& distribution, double low, double high, double coordinate) {
    const double above_low = std::isfinite(low) ? cdf(complement(distribution, low)) : 1.0;
    const double above_high = std::isfinite(high) ? cdf(complement(distribution, high)) : 0.0;
    if (above_low < 0.5) {
        const double above = above_high + (1.0 - coordinate) * (above_low - above_high);
        return above > 0.0           ? quantile(complement(distribution, above))
               : std::isfinite(high) ? high
                                     : quantile(distribution, 1.0 - kOutside);
    }
    const double below_low = std::isfinite(low) ? cdf(distribution, low) : 0.0;
    const double below_high = std::isfinite(high) ? cdf(distribution, high) : 1.0;
    const double below = below_low + coordinate * (below_high - below_low);
    if (below <= 0.0) return std::isfinite(low) ? low : quantile(distribution, kOutside);
    if (below >= 1.0) return std::isfinite(high) ? high : quantile(distribution, 1.0 - kOutside);
    return quantile(distribution, below);
}

double quantile_of(const Axis& axis, double coordinate) {
    switch (axis.spread) {
        case Spread::linear: return axis.low + coordinate * (axis.high - axis.low);
        case Spread::log: return std::exp(std::log(axis.low) + coordinate * (std::log(axis.high) - std::log(axis.low)));
        case Spread::normal: return cut_off(boost::math::normal(axis.first, axis.second), axis.low, axis.high, coordinate);
        case Spread::lognormal:
            return std::exp(cut_off(boost::math::normal(std::log(axis.first), std::log(axis.second)), std::log(axis.low),
                                    std::log(axis.high), coordinate));
        case Spread::triangular: return quantile(boost::math::triangular(axis.low, axis.first, axis.high), coordinate);
        case Spread::beta:
            return axis.low + (axis.high - axis.low) * quantile(boost::math::beta_distribution<>(axis.first, axis.second), coordinate);
        case Spread::values: break;
    }
    expect(false, "values are chosen, not computed");
    return 0.0;
}

std::string joined(const std::vector<std::string>& words) {
    std::string text;
    for (std::size_t i = 0; i < words.size(); ++i) text += (i == 0 ? "" : i + 1 == words.size() ? " or " : ", ") + words[i];
    return text;
}

}  // namespace

std::string_view word_of(Spread spread) {
    constexpr std::array<std::string_view, 7> kWords = {"values", "linear", "log", "normal", "lognormal", "triangular", "beta"};
    return kWords[static_cast<std::size_t>(spread)];
}

double Axis::value_at(double coordinate) const {
    expect(coordinate >= 0.0 && coordinate <= 1.0, "a coordinate lies in [0, 1]");
    if (spread == Spread::values) {
        const auto count = static_cast<double>(values.size());
        return values[static_cast<std::size_t>(std::min(std::floor(coordinate * count), count - 1.0))];
    }
    if (key.type == KeyType::number) return std::clamp(rounded(quantile_of(*this, coordinate)), low, high);
    // Of whole numbers each is the nearest of a stretch of length 1, the first and last too.
    Axis wider = *this;
    wider.low -= 0.5;
    wider.high += 0.5;
    const double value = spread == Spread::linear ? quantile_of(wider, coordinate) : quantile_of(*this, coordinate);
    return std::clamp(std::round(value), low, high);
}

std::string Axis::written(double value) const {
    switch (key.type) {
        case KeyType::whole_number: return std::to_string(static_cast<std::int64_t>(value));
        case KeyType::flag: return value != 0.0 ? "true" : "false";
        case KeyType::word: return toml_string(key.words[static_cast<std::size_t>(value)]);
        default: return toml_number(value);
    }
}

std::string Axis::in_words() const {
    if (spread == Spread::values) {
        std::vector<std::string> words;
        for (const double value : values) words.push_back(key.type == KeyType::number ? shortest_number(value) : written(value));
        return joined(words);
    }
    const std::string range = shortest_number(low) + " to " + shortest_number(high);
    switch (spread) {
        case Spread::log: return range + ", by the logarithm";
        case Spread::normal:
            return fmt::format("{}, normal with mean {} and SD {}", range, shortest_number(first), shortest_number(second));
        case Spread::lognormal:
            return fmt::format("{}, lognormal with median {} and factor {}", range, shortest_number(first), shortest_number(second));
        case Spread::triangular: return fmt::format("{}, triangular with mode {}", range, shortest_number(first));
        case Spread::beta: return fmt::format("{}, beta({}, {})", range, shortest_number(first), shortest_number(second));
        default: return range;
    }
}

}  // namespace bevlogen
