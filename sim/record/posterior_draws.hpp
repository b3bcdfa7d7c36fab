// Draws from the posterior of a calibration, as the draws of parameters under which scenarios are run.
#pragma once

#include <cstddef>
#include <filesystem>

#include "sim/record/calibration_file.hpp"
#include "sim/scenario/parameter_draws.hpp"

namespace bevlogen {

// `count` draws, each about as plausible as the next: points of the posterior in proportion to their weights (systematic resampling,
// Kitagawa 1996), the same whenever it is asked. A point with a large weight comes more than once. At least two.
std::string posterior_draws_text(const CalibrationRecord& record, std::size_t count);

// Of a file of draws (TOML; `count` has no meaning), or of a calibration's results file. Throws InputError with every mistake.
ParameterDraws read_draws_or_posterior(const std::filesystem::path& file, std::size_t count, const Vocabulary& vocabulary);

}  // namespace bevlogen
