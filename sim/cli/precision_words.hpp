// What --until-ci did, in words.
#pragma once

#include <string>

#include "sim/cli/carry_out.hpp"

namespace bevlogen {

// How many replicates it took, whether the interval became as narrow as asked, and for each alternative what can be said of the outcome:
// better, worse, or not distinguishable from the base.
std::string precision_words(const Model& model, const CarriedOut& done, const Precision& precision);

}  // namespace bevlogen
