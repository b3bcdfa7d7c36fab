// The distributions for synthesis and durations have the means and variances that their parameters promise.
#include "sim/random/distributions.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <functional>

#include "tests/statistical/error_rate.hpp"

namespace bevlogen::statistical {
namespace {

struct Promise {
    const char* name;
    std::function<double(Stream&)> draw;
    double mean, variance;
    double fourth;  // central moment
};

constexpr std::size_t kSize = 1'000'000;

// Each draw from a stream of its own, as synthesis does.
std::vector<double> sample_of(const Promise& promise, double factor = 1.0, double shift = 0.0) {
    std::vector<double> sample(kSize);
    for (std::size_t i = 0; i < kSize; ++i) {
        Stream stream(Chance{20261122, 1}, i + 1, {0}, Purpose{0x0101});
        sample[i] = promise.mean + factor * (promise.draw(stream) - promise.mean) + shift;
    }
    return sample;
}

bool mean_agrees(const std::vector<double>& sample, const Promise& promise) {
    double sum = 0.0;
    for (const double x : sample) sum += x - promise.mean;
    const auto n = static_cast<double>(sample.size());
    return agrees(sum / n, 0.0, std::sqrt(promise.variance / n));
}

bool variance_agrees(const std::vector<double>& sample, const Promise& promise) {
    double sum = 0.0;
    for (const double x : sample) sum += (x - promise.mean) * (x - promise.mean);
    const auto n = static_cast<double>(sample.size());
    return agrees(sum / n, promise.variance, std::sqrt((promise.fourth - promise.variance * promise.variance) / n));
}

const double kE = std::exp(0.25);  // of the log-normal below: e^(sd^2)
const Promise kPromises[] = {
    {"normal", [](Stream& s) { return draw_normal(s, 40.0, 9.0); }, 40.0, 81.0, 3.0 * 81.0 * 81.0},
    {"log-normal", [](Stream& s) { return draw_lognormal(s, 1.0, 0.5); }, std::exp(1.125), (kE - 1.0) * std::exp(2.25),
     std::pow((kE - 1.0) * std::exp(2.25), 2) * (std::pow(kE, 4) + 2.0 * std::pow(kE, 3) + 3.0 * kE * kE - 3.0)},
    // Beta(2, 3): mean 2/5, variance 1/25, excess kurtosis -9/14.
    {"beta", [](Stream& s) { return draw_beta(s, 2.0, 3.0); }, 0.4, 0.04, (3.0 - 9.0 / 14.0) * 0.0016},
    {"exponential", [](Stream& s) { return draw_exponential(s, 26.0); }, 26.0, 676.0, 9.0 * 676.0 * 676.0},
    {"uniform", [](Stream& s) { return draw_uniform(s); }, 0.5, 1.0 / 12.0, 1.0 / 80.0},
    {"poisson", [](Stream& s) { return static_cast<double>(draw_poisson(s, 3.0)); }, 3.0, 3.0, 3.0 * (1.0 + 9.0)},
    {"poisson, large", [](Stream& s) { return static_cast<double>(draw_poisson(s, 50.0)); }, 50.0, 50.0, 50.0 * (1.0 + 150.0)},
    // A whole number or the next: variance p (1 - p), fourth central moment p (1 - p) (1 - 3 p (1 - p)).
    {"rounding", [](Stream& s) { return static_cast<double>(round_at_random(s, 2.3)); }, 2.3, 0.21, 0.21 * (1.0 - 0.63)},
};

TEST(Distributions, HaveTheirMeans) {
    for (const Promise& promise : kPromises) {
        EXPECT_TRUE(mean_agrees(sample_of(promise), promise)) << promise.name;
        EXPECT_FALSE(mean_agrees(sample_of(promise, 1.0, 0.01 * std::sqrt(promise.variance)), promise)) << promise.name;
    }
}

TEST(Distributions, HaveTheirVariances) {
    for (const Promise& promise : kPromises) {
        EXPECT_TRUE(variance_agrees(sample_of(promise), promise)) << promise.name;
        EXPECT_FALSE(variance_agrees(sample_of(promise, 1.05), promise)) << promise.name;
    }
}

}  // namespace
}  // namespace bevlogen::statistical
