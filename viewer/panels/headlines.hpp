// The figures that matter most, large: what they are now, and how far from the ghost. A click shows the curves.
#pragma once

#include <vector>

#include "viewer/scene/scene.hpp"

namespace bevlogen {

// The model's headline outcomes that fit in a row, the share of the burnt out first where there is one.
std::vector<std::size_t> headline_outcomes(const Model& model);

void show_headlines(Scene& scene);
float headlines_height(const Scene& scene);

}  // namespace bevlogen
