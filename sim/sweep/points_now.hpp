// The points of a sweep as far as they have been run: from its file, or from the shards and journals of those who still run it.
#pragma once

#include <filesystem>

#include "sim/engine/model.hpp"
#include "sim/record/sweep_points.hpp"

namespace bevlogen {

// Only reads, and takes no lock. A file that stands alone says all by itself, whichever version of the program wrote it; what is found
// beside it, or without it, must be of this version. Every look reads all of it again. Throws InputError where nothing of a sweep is there,
// or what does not belong together, and std::runtime_error where a journal is damaged or cannot be read.
SweepPoints points_now(const std::filesystem::path& out, const ModelShelf& shelf);

}  // namespace bevlogen
