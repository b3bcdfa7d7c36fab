// The only place where distributions of Boost.Random are used; its quasi-random sequence is in quasi_random.hpp.
#include "sim/random/distributions.hpp"

#include <boost/random/beta_distribution.hpp>
#include <boost/random/exponential_distribution.hpp>
#include <boost/random/lognormal_distribution.hpp>
#include <boost/random/normal_distribution.hpp>
#include <boost/random/poisson_distribution.hpp>
#include <cmath>

namespace bevlogen {
namespace {

double rounded(double value) { return std::round(value * 0x1p12) * 0x1p-12; }

}  // namespace

double draw_normal(Stream& stream, double mean, double sd) { return rounded(boost::random::normal_distribution<double>(mean, sd)(stream)); }

double draw_lognormal(Stream& stream, double mean_of_log, double sd_of_log) {
    return rounded(boost::random::lognormal_distribution<double>(mean_of_log, sd_of_log)(stream));
}

double draw_beta(Stream& stream, double alpha, double beta) {
    return rounded(boost::random::beta_distribution<double>(alpha, beta)(stream));
}

double draw_exponential(Stream& stream, double mean) {
    return rounded(boost::random::exponential_distribution<double>(1.0 / mean)(stream));
}

double draw_uniform(Stream& stream) { return static_cast<double>(stream() >> 8) * 0x1p-24; }

int draw_poisson(Stream& stream, double mean) { return boost::random::poisson_distribution<int, double>(mean)(stream); }

int round_at_random(Stream& stream, double value) {
    const double below = std::floor(value);
    return static_cast<int>(below) + (draw_uniform(stream) < value - below ? 1 : 0);
}

}  // namespace bevlogen
