// On what terms people work and train where interventions change them: what careers ask at a clearing.
#pragma once

#include <array>
#include <vector>

#include "models/workforce/phases.hpp"

namespace bevlogen::workforce {

// A value a post of a block; empty: as the parameters say.
struct CareerTerms {
    std::vector<float> contract_weeks, longest_weeks;  // of temporary specialists: one contract; all with one employer
    std::vector<float> training_pace;                  // of residents in training: share of the usual
};

// Of the whole country, relative to the parameters.
struct NationalTerms {
    float training_intake = 1.0f;                                           // training places a year
    float training_length = 1.0f;                                           // of who begins
    std::array<float, kPostKinds> search = {1.0f, 1.0f, 1.0f, 1.0f, 1.0f};  // time to fill a vacancy, by kind of post
};

}  // namespace bevlogen::workforce
