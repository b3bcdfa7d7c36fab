// What a report says of itself: how sure it is, where it ends, what is odd about its files, and how to repeat it.
#pragma once

#include <string>
#include <vector>

#include "sim/report/facts.hpp"

namespace bevlogen {

struct Notice {
    const char* kind;  // "warning" or "info"
    Label text;
};

// Above the answer: what a reader must know first.
std::vector<Notice> notices(const Facts& facts);
std::vector<Label> certainty(const Facts& facts);
// Of which part of the whole numbers are, where population.scale is not 1.
Label scale_words(double scale);
// That another theory could answer otherwise.
Label theory_words();
// Those of every report, then the model's own.
std::vector<Label> limits(const Model& model);

}  // namespace bevlogen
