// Boost.Random's distributions over a stream, for synthesis, durations and matches (not for the weekly kernels).
#pragma once

#include "sim/random/stream.hpp"

namespace bevlogen {

// Boost calls the C library, whose last bit differs between machines, so every result is rounded to 2^-12.
double draw_normal(Stream& stream, double mean, double sd);
double draw_lognormal(Stream& stream, double mean_of_log, double sd_of_log);
double draw_beta(Stream& stream, double alpha, double beta);
double draw_exponential(Stream& stream, double mean);
// A uniform number in [0, 1), exact (24 bits of one word).
double draw_uniform(Stream& stream);
int draw_poisson(Stream& stream, double mean);
// Rounds down or up at random so that the mean is kept: 2.3 gives 3 in three of ten draws.
int round_at_random(Stream& stream, double value);

}  // namespace bevlogen
