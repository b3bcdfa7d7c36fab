// The answer in plain sentences, made from the numbers by rules: what a scenario does, for whom, when and at what cost.
#pragma once

#include <vector>

#include "sim/report/facts.hpp"

namespace bevlogen {

// What is said of one difference. It is called lower or higher, better or worse only where its interval excludes zero.
Label difference_sentence(const Facts& facts, std::size_t s, std::size_t o);
// Of the base, or of a scenario alone: the level of an outcome.
Label level_sentence(const Facts& facts, std::size_t s, std::size_t o);
// What everybody must read of a scenario: the foremost outcome, costs, and what else is better or worse. The base of a comparison has its
// level; a single run one for each key outcome.
std::vector<Label> answer(const Facts& facts, std::size_t s);
// And more of an alternative: small differences, what is no difference, for whom, from when on.
std::vector<Label> details_of_answer(const Facts& facts, std::size_t s);

}  // namespace bevlogen
