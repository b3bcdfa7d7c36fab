// Statistics of plain samples, as studies report them: means, spreads, differences between two groups, correlations.
#pragma once

#include <cstddef>
#include <span>

namespace bevlogen {

struct Moments {
    std::size_t n = 0;
    double mean = 0.0;  // NaN of nothing
    double sd = 0.0;    // with n - 1; NaN of fewer than two
};
Moments moments_of(std::span<const double> values);

// Pearson's; NaN where one does not vary.
double correlation_of(std::span<const double> x, std::span<const double> y);

// The first group less the second.
struct GroupDifference {
    double difference = 0.0;
    double standard_error = 0.0;  // with the pooled variance
    double standardised = 0.0;    // over the pooled SD (Cohen's d)
    double p = 1.0;               // two-sided, Student's t with n1 + n2 - 2 degrees of freedom
};
// NaN and p = 1 where a group has fewer than two.
GroupDifference compare_groups(std::span<const double> first, std::span<const double> second);

// Shares of two groups: z test with the pooled share.
struct ShareDifference {
    double difference = 0.0;
    double odds_ratio = 0.0;  // with half a person added to each cell where one is empty (Haldane 1956)
    double p = 1.0;           // two-sided
};
ShareDifference compare_shares(std::size_t first_yes, std::size_t first_n, std::size_t second_yes, std::size_t second_n);

// Persons in each of two equal groups for a power of `power` to find a standardised difference `d` at the two-sided level `alpha`, by
// Student's t: the smallest whole number (Cohen 1988, from the non-central t distribution). Throws std::invalid_argument for d = 0, or for
// power and alpha that are no probabilities.
std::size_t group_size_for_power(double d, double power, double alpha = 0.05);
// The power of n persons in each of two groups, likewise.
double power_of_groups(double d, std::size_t n, double alpha = 0.05);

}  // namespace bevlogen
