// How far the three basic needs are met, from the factors of the moment.
#pragma once

#include "models/wellbeing/jdr.hpp"

namespace bevlogen::wellbeing {

// Three columns (autonomy, competence, relatedness) for the posts of a block, at out[k stride + i].
void measure_needs(const Jdr& theory, const Block& block, float* out, std::size_t stride);

}  // namespace bevlogen::wellbeing
