// Questions that are answered with yes or no, and what an answer follows from.
#pragma once

#include <array>

#include "models/workforce/phases.hpp"
#include "sim/core/portable_math.hpp"
#include "sim/scenario/parameter_group.hpp"

namespace bevlogen::instruments {

struct YesNoParameters {
    // "I would rather work fewer hours": log odds by phase, and per SD of work-home interference.
    std::array<float, workforce::kPhases> wants_less{};
    float wants_less_on_work_home = 0.0f;
};

ParameterGroup<YesNoParameters> declare_yes_no_parameters();

// I2 The chance of a yes with these log odds.
BEVLOGEN_INLINE float chance_of_yes(float log_odds) noexcept { return 1.0f / (1.0f + portable_exp(-log_odds)); }

}  // namespace bevlogen::instruments
