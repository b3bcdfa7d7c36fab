// Numbers as people of either language read them, and where the ticks of an axis stand.
#pragma once

#include <string>
#include <vector>

#include "sim/core/label.hpp"

namespace bevlogen {

// How values are shown: a share of 0 to 1 as percentages, a difference of shares in percentage points.
enum class NumberStyle { plain, percent, percentage_points };
// Of differences of what is shown so.
NumberStyle style_of_differences(NumberStyle style);

// With so many decimals: "1,234.5" or "1.234,5"; "--" for what is not a number.
std::string number_text(double value, int decimals, Language language);
// About three digits; of a percentage with its sign. `signed_value`: also a plus.
enum class Sign { where_negative, always };
std::string value_text(double value, NumberStyle style, Language language, Sign sign = Sign::where_negative);

struct Ticks {
    std::vector<double> at;
    int decimals = 0;  // that all of them need
};
// Steps of 1, 2 or 5 times a power of ten, at most `most` of them in [low, high]. None where the range is empty or not finite.
Ticks nice_ticks(double low, double high, int most);
std::string tick_text(double value, const Ticks& ticks, NumberStyle style, Language language);

}  // namespace bevlogen
