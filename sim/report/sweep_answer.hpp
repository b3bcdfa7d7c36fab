// What was found in a sweep in plain sentences, made from the numbers by rules: which parameters count, or how far more of something helps.
#pragma once

#include <vector>

#include "sim/report/sweep_findings.hpp"

namespace bevlogen {

// The sentences of one question, the first of which is the answer.
std::vector<Label> answer(const SweepFindings& findings, const SweepFinding& finding);
// How sure it is, and what its numbers mean.
std::vector<Label> certainty(const SweepFindings& findings);

}  // namespace bevlogen
