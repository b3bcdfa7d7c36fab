// The example model has the mean, variance and autocovariance that arithmetic gives, each check sharp enough to find an error of 1 %.
#include <gtest/gtest.h>

#include "tests/statistical/error_rate.hpp"
#include "tests/statistical/models/example_moments.hpp"

namespace bevlogen::statistical {
namespace {

using example::exact_moments;
using example::ExactMoments;
using Sets = std::vector<std::string>;

Sets with(Sets sets, const Sets& more) {
    sets.insert(sets.end(), more.begin(), more.end());
    return sets;
}

ExactMoments exact_of(const Sets& sets) { return exact_moments(example::read_parameters(testing::house_scenario("example.toml", sets))); }

// The moments of a run against the exact ones of the model that it should be.
class Comparison {
  public:
    Comparison(const Sets& run, const Sets& expected)
        : exact_(exact_of(expected)), found_(run_moments(run, exact_.mean)), errors_(exact_, found_) {}

    // `planted` is added to what was found.
    bool mean_agrees(double planted = 0.0) const { return agrees(found_.mean + planted, exact_.mean, errors_.mean()); }
    bool autocovariance_agrees(std::size_t l, double planted = 0.0) const {
        return agrees(found_.autocovariance[l] + planted, exact_.autocovariance(kLags[l]), errors_.autocovariance(kLags[l]));
    }
    bool variance_agrees(double planted = 0.0) const { return autocovariance_agrees(0, planted); }
    bool between_persons_agrees(double planted = 0.0) const {
        return agrees(found_.between_persons + planted, exact_.team_variance, errors_.between_persons());
    }
    const ExactMoments& exact() const { return exact_; }

  private:
    ExactMoments exact_;
    MoodMoments found_;
    MomentErrors errors_;
};

const Sets kCommon = {"time.years=3", "time.burn_in=0", "run.seed=20240321", "example.mean=0.5"};

// Two million independent persons with a long memory, so that even a year later the autocovariance is 61 % of the variance.
const Sets kSlow = with(kCommon, {"example.teams=500", "example.persons_per_team=4000", "example.team_spread=0", "example.spread=0.8",
                                  "example.relaxation=104"});

TEST(ExampleMoments, OfIndependentPersonsAgreeAndAnErrorOfOnePercentInAnyIsFound) {
    const Comparison slow(kSlow, kSlow);
    const double sd = std::sqrt(slow.exact().variance);
    EXPECT_TRUE(slow.mean_agrees());
    EXPECT_TRUE(slow.variance_agrees());
    for (const double sign : {-1.0, 1.0}) {
        EXPECT_FALSE(slow.mean_agrees(sign * 0.01 * sd));
        EXPECT_FALSE(slow.variance_agrees(sign * 0.01 * slow.exact().variance));
    }
    for (std::size_t l = 1; l < kLags.size(); ++l) {
        EXPECT_TRUE(slow.autocovariance_agrees(l)) << "lag " << kLags[l];
        const double one_percent = 0.01 * slow.exact().autocovariance(kLags[l]);
        EXPECT_FALSE(slow.autocovariance_agrees(l, one_percent)) << "lag " << kLags[l];
        EXPECT_FALSE(slow.autocovariance_agrees(l, -one_percent)) << "lag " << kLags[l];
    }
}

TEST(ExampleMoments, OfAModelWhoseMeanAndVarianceAreOnePercentOffDoNotAgree) {
    const Comparison defective(with(kSlow, {"example.mean=0.508", "example.spread=0.803990"}), kSlow);  // 0.01 x 0.8; 0.8 sqrt(1.01)
    EXPECT_FALSE(defective.mean_agrees());
    EXPECT_FALSE(defective.variance_agrees());
}

TEST(ExampleMoments, OfAModelWhoseAutocovarianceAfterAYearIsOnePercentOffDoNotAgree) {
    // e^(-52 / tau) = 1.01 e^(-52 / 104). Mean and variance know nothing of it.
    const Comparison defective(with(kSlow, {"example.relaxation=" + std::to_string(1.0 / (1.0 / 104.0 - std::log(1.01) / 52.0))}), kSlow);
    EXPECT_TRUE(defective.mean_agrees());
    EXPECT_TRUE(defective.variance_agrees());
    EXPECT_FALSE(defective.autocovariance_agrees(4));
}

// A short memory: the start is forgotten, and mean and variance are what the weekly steps keep up. Errors are 1 % of the variance.
TEST(ExampleMoments, OfAShortMemoryAgreeOnceTheStartIsForgotten) {
    const Sets quick = with(kSlow, {"example.relaxation=4"});
    const Comparison comparison(quick, quick);
    EXPECT_TRUE(comparison.mean_agrees());
    EXPECT_FALSE(comparison.mean_agrees(0.01 * std::sqrt(comparison.exact().variance)));
    for (std::size_t l = 0; l < kLags.size(); ++l) {
        EXPECT_TRUE(comparison.autocovariance_agrees(l)) << "lag " << kLags[l];
        EXPECT_FALSE(comparison.autocovariance_agrees(l, 0.01 * comparison.exact().variance)) << "lag " << kLags[l];
    }
}

// A million teams of two that share a strong effect of the team.
TEST(ExampleMoments, OfTeamsAgreeAndTwoPersonsOfATeamCovaryByTheVarianceOfTheTeamEffect) {
    const Sets teams = with(kCommon, {"example.teams=1000000", "example.persons_per_team=2", "example.team_spread=0.8",
                                      "example.spread=0.4", "example.relaxation=8"});
    const Comparison comparison(teams, teams);
    EXPECT_TRUE(comparison.mean_agrees());
    EXPECT_FALSE(comparison.mean_agrees(0.01 * std::sqrt(comparison.exact().variance)));
    EXPECT_TRUE(comparison.between_persons_agrees());
    EXPECT_FALSE(comparison.between_persons_agrees(0.02 * comparison.exact().team_variance));
    EXPECT_FALSE(comparison.between_persons_agrees(-0.02 * comparison.exact().team_variance));
    for (std::size_t l = 0; l < kLags.size(); ++l) {
        EXPECT_TRUE(comparison.autocovariance_agrees(l)) << "lag " << kLags[l];
        EXPECT_FALSE(comparison.autocovariance_agrees(l, 0.02 * comparison.exact().variance)) << "lag " << kLags[l];
    }
}

// The errors are worked out well: over many small replicates, estimates spread as MomentErrors says, neither more nor less.
TEST(ExampleMoments, SpreadOverReplicatesAsTheirStandardErrorsSay) {
    const Sets small = with(kCommon, {"example.teams=40", "example.persons_per_team=2", "example.team_spread=0.6", "example.spread=0.6"});
    const ExactMoments exact = exact_of(small);
    constexpr int kReplicates = 2000;
    double mean = 0.0;
    double between = 0.0;
    std::array<double, kLags.size()> lags{};
    for (int r = 0; r < kReplicates; ++r) {
        const MoodMoments found = run_moments(with(small, {"run.seed=" + std::to_string(100 + r)}), exact.mean);
        const MomentErrors errors(exact, found);
        mean += std::pow((found.mean - exact.mean) / errors.mean(), 2);
        between += std::pow((found.between_persons - exact.team_variance) / errors.between_persons(), 2);
        for (std::size_t l = 0; l < kLags.size(); ++l) {
            lags[l] += std::pow((found.autocovariance[l] - exact.autocovariance(kLags[l])) / errors.autocovariance(kLags[l]), 2);
        }
    }
    // Of the mean, a sum of normals, the squares are exactly chi-squared; products of normals have heavier tails, so that the mean square
    // of 2000 of them spreads up to 1.5 times as much.
    const double error = std::sqrt(2.0 / kReplicates);
    EXPECT_TRUE(chi_squared_agrees(mean, kReplicates));
    EXPECT_FALSE(chi_squared_agrees(mean * 2.0, kReplicates));  // a variance forgotten by half is found
    EXPECT_TRUE(agrees(between / kReplicates, 1.0, 1.5 * error));
    for (std::size_t l = 0; l < kLags.size(); ++l) {
        EXPECT_TRUE(agrees(lags[l] / kReplicates, 1.0, 1.5 * error)) << "lag " << kLags[l];
        EXPECT_FALSE(agrees(lags[l] / kReplicates * 1.5, 1.0, 1.5 * error)) << "lag " << kLags[l];
    }
}

}  // namespace
}  // namespace bevlogen::statistical
