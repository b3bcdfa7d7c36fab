// What a sweep varies: a path of the scenario and the values that it takes.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/core/label.hpp"
#include "sim/scenario/key.hpp"

namespace bevlogen {

enum class Spread {
    values,      // each of a few, all alike
    linear,      // evenly over a range
    log,         // evenly in the logarithm over a range
    normal,      // `first` the mean, `second` the SD; cut off at the range
    lognormal,   // `first` the median, `second` the factor of two thirds; cut off at the range
    triangular,  // `first` the mode, over the range
    beta,        // `first` alpha, `second` beta, over the range
};

// "linear", "log", ...
std::string_view word_of(Spread spread);

struct Axis {
    std::string path;
    Label label;
    std::string description;
    KeyDecl key;                             // bounds and words of the path; views the vocabulary
    std::optional<std::size_t> parameter{};  // index into the vocabulary's table; else a key of an intervention or of the scenario
    Spread spread = Spread::linear;
    std::vector<double> values{};  // of Spread::values: numbers, 0 or 1 of a flag, the index of a word
    double low = 0.0;              // of all others: no value is outside of it
    double high = 0.0;
    double first = 0.0;
    double second = 0.0;

    // The value at a coordinate in [0, 1]: a quantile, so that even coordinates give values as probable as the spread says. Rounded to nine
    // digits, so that it can be written, typed and found again on another machine; a whole number for a path that takes no other.
    double value_at(double coordinate) const;
    // The value as it is written in a scenario: 0.25, 3, true, "national".
    std::string written(double value) const;
    // "0.1 to 0.4", "8, 16 or 24", "normal, mean 0.3, SD 0.1": for people.
    std::string in_words() const;
};

}  // namespace bevlogen
