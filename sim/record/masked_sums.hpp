// Sums of columns over some posts by set, without moving a value: for few columns, and sets whose posts lie together.
#pragma once

#include <span>

#include "sim/record/cell_masks.hpp"

namespace bevlogen {

// sums[c sets + m] = sum of columns[c] over the posts of the cell that belong to set m, in float32 with eight virtual lanes counted from
// the beginning of each vector of the set: the same bits whatever the width of the machine's vectors, wherever the cell lies in its block,
// and however many empty posts follow at the end of a team.
void sum_under_masks(std::span<const float* const> columns, const CellMasks& masks, float* sums);

}  // namespace bevlogen
