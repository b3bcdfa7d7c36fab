// Where the fixed reference score of an outcome stands among the parameters of a scenario.
#pragma once

#include <optional>
#include <string>

#include "sim/scenario/scenario.hpp"
#include "sim/scenario/vocabulary.hpp"

namespace bevlogen {

struct ReferencePlace {
    std::string path;  // "reference.exhaustion", without ".mean" and ".sd"
    double mean = 0.0;
    double sd = 1.0;
};

// `reference.NAME`, or `WORD.reference.NAME` where a parameter that is a choice has this WORD and there are such parameters: each theory
// may have references of its own. Nothing for an outcome without references.
std::optional<ReferencePlace> reference_of(const std::string& outcome, const Vocabulary& vocabulary, const Scenario& scenario);

}  // namespace bevlogen
