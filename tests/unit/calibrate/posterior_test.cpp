// Weighted quantiles, how much narrower parameters became, and draws in proportion to weights.
#include "sim/calibrate/posterior.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "sim/record/posterior_draws.hpp"

namespace bevlogen {
namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

// One free parameter, and one that follows from it; the part is ten times the value.
CalibrationRecord record_of(const std::vector<double>& coordinates, const std::vector<double>& weights) {
    CalibrationRecord record;
    record.about.parameters = {{"a.b", {"a", "a"}, "1", "a", "0 to 1", 0.5}, {"reference.x.mean", {"m", "m"}, "1", "m", kFollows, 0.0}};
    record.about.parts = {{0, "mean of x", "", 5.0, 4.0, 6.0}};
    for (std::size_t i = 0; i < coordinates.size(); ++i) {
        const double c = coordinates[i];
        record.runs.push_back({0, i, {c, kNaN}, {2.0 * c, 7.0}, {20.0 * c}, 0.1, weights[i]});
    }
    return record;
}

TEST(WeightedSummaries, AreQuantilesOfWeights) {
    const WeightedSummary even = summarise_weighted({5, 1, 4, 2, 3}, {1, 1, 1, 1, 1});
    EXPECT_EQ(even.low, 1.0);
    EXPECT_EQ(even.median, 3.0);
    EXPECT_EQ(even.high, 5.0);
    EXPECT_EQ(summarise_weighted({5, 1, 4, 2, 3}, {0, 0, 8, 1, 1}).median, 4.0);
    EXPECT_EQ(summarise_weighted({1, kNaN, 3}, {1, 5, 1}).high, 3.0) << "what could not be measured does not count";
    EXPECT_TRUE(std::isnan(summarise_weighted({kNaN}, {1}).median));
}

TEST(ParameterPosteriors, SayHowMuchNarrowerAParameterBecame) {
    std::vector<double> even, point(100, 0.3);
    for (int i = 0; i < 100; ++i) even.push_back((i + 0.5) / 100.0);
    const std::vector<double> weights(100, 0.01);
    const auto as_wide = parameter_posteriors(record_of(even, weights)), narrow = parameter_posteriors(record_of(point, weights));
    EXPECT_NEAR(as_wide[0].contraction, 0.0, 1e-3) << "an even posterior is the prior";
    EXPECT_NEAR(narrow[0].contraction, 1.0, 1e-12);
    EXPECT_FALSE(as_wide[0].is_identified);
    EXPECT_TRUE(narrow[0].is_identified);
    EXPECT_FALSE(narrow[1].is_identified);
    EXPECT_EQ(narrow[0].value.median, 0.6);
    EXPECT_TRUE(std::isnan(narrow[1].contraction)) << "what follows has no prior";
    EXPECT_NEAR(part_posteriors(record_of(even, weights))[0].median, 10.0, 0.2);
}

TEST(ParameterPosteriors, OfFewPointsMustBeNarrowerToCount) {
    // 30 % of the variance gone: enough of 100 points, not of 10.
    const auto spread = [](int n) {
        std::vector<double> even;
        for (int i = 0; i < n; ++i) even.push_back(0.5 + ((i + 0.5) / n - 0.5) * std::sqrt(0.7));
        return parameter_posteriors(record_of(even, std::vector<double>(static_cast<std::size_t>(n), 1.0 / n)))[0];
    };
    EXPECT_NEAR(spread(100).contraction, 0.3, 0.01);
    EXPECT_TRUE(spread(100).is_identified);
    EXPECT_FALSE(spread(10).is_identified);
}

TEST(PosteriorDraws, ComeInProportionToWeights) {
    const CalibrationRecord record = record_of({0.1, 0.2, 0.3, 0.4}, {0.5, 0.0, 0.25, 0.25});
    const std::string text = posterior_draws_text(record, 4);
    const auto times = [&](const std::string& words) {
        std::size_t count = 0;
        for (std::size_t at = text.find(words); at != std::string::npos; at = text.find(words, at + 1)) ++count;
        return count;
    };
    EXPECT_EQ(times("[[draw]]"), 4u);
    EXPECT_EQ(times("\"a.b\" = 0.2\n"), 2u);
    EXPECT_EQ(times("\"a.b\" = 0.4\n"), 0u) << "not in the posterior";
    EXPECT_EQ(times("\"a.b\" = 0.6\n"), 1u);
    EXPECT_EQ(times("\"reference.x.mean\" = 7.0\n"), 4u) << "references belong to the draw";
    EXPECT_EQ(posterior_draws_text(record, 400).find("0.4"), std::string::npos);
}

}  // namespace
}  // namespace bevlogen
