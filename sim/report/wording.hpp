// Numbers and units as they stand in a sentence, in both languages.
#pragma once

#include <string>

#include "sim/core/label.hpp"
#include "sim/engine/outcome.hpp"
#include "sim/experiment/paired.hpp"

namespace bevlogen {

// The same text in both languages.
Label both(const std::string& text);
Label operator+(Label a, const Label& b);

// "1,234.5" and "1.234,5"; a true minus sign; zero has none.
Label worded(double number, int digits);
// A setting as short as it was written: "0.05" and "0,05".
Label worded_setting(double number);
// "weeks" and "weken"; nothing for "1". Words that are the same in both languages, or unknown, stay.
Label worded_unit(const std::string& unit);
// "€ 12.3 million", "€ 45,600": so many digits that count, as money is told.
Label worded_euros(double euros, int counting_digits = 3);
// "3 to 5" and "3 tot 5", with signs where `signs`.
Label worded_range(double low, double high, int digits);
// Week 30 of the run: "week 30 (year 1)".
Label worded_week(int week);

// "percentage points", "SD"; nothing for a bare number.
Label difference_unit(const OutcomeDecl& outcome);
// "%", "hours per week"; nothing for a bare number.
Label level_unit(const OutcomeDecl& outcome);
// "18.3%", "38.2 hours per week"; the bare number where there is no unit.
Label with_unit(Label number, const Label& unit);
// Digits behind the point of a level.
int level_digits(const OutcomeDecl& outcome, double level);

// "a, b and c".
Label listed(const std::vector<Label>& items);
// With a capital first letter and a full stop.
Label sentence(const Label& words);

}  // namespace bevlogen
