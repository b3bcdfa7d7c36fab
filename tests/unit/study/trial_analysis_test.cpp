// Each published statistic by hand, and what many trials say together.
#include "sim/study/trial_analysis.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "sim/random/distributions.hpp"
#include "sim/random/stream.hpp"
#include "sim/study/samples.hpp"
#include "sim/study/trial_summary.hpp"

namespace bevlogen {
namespace {

const double kMissing = std::numeric_limits<double>::quiet_NaN();
const std::vector<BeforeAfter> kArm = {{4, 2}, {3, 3}, {5, 1}, {2, kMissing}, {4, 3}};      // changes -2, 0, -4, -, -1
const std::vector<BeforeAfter> kControl = {{4, 4}, {2, 3}, {kMissing, 5}, {5, 4}, {3, 3}};  // changes 0, 1, -, -1, 0

TEST(Analysis, OfChangeIsTheDifferenceOfMeanChanges) {
    const AnalysisResult found = analyse({AnalysisKind::change}, kArm, kControl);
    EXPECT_DOUBLE_EQ(found.estimate, -7.0 / 4 - 0.0);
    EXPECT_EQ(found.arm, 4u);
    EXPECT_EQ(found.control, 4u);
    const double p = compare_groups(std::vector<double>{-2, 0, -4, -1}, std::vector<double>{0, 1, -1, 0}).p;
    EXPECT_DOUBLE_EQ(found.p, p);
}

TEST(Analysis, OfStandardisedChangeIsOverItsPooledSd) {
    // Sums of squares: (.25^2 + 1.75^2 + 2.25^2 + .75^2) = 8.75 and 2, over 6 degrees of freedom.
    EXPECT_DOUBLE_EQ(analyse({AnalysisKind::standardised_change}, kArm, kControl).estimate, -1.75 / std::sqrt(10.75 / 6));
    // At the start 4, 3, 5, 4 and 4, 2, 5, 3: sums of squares 2 and 5.
    EXPECT_DOUBLE_EQ(analyse({AnalysisKind::change_in_baseline_sd}, kArm, kControl).estimate, -1.75 / std::sqrt(7.0 / 6));
}

TEST(Analysis, OfSharesIsOfWhoIsAtOrAboveTheCutoff) {
    const AnalysisRule at_4{.kind = AnalysisKind::share_change, .cutoff = 4};
    // From 3 of 4 to 0 of 4, and from 2 of 4 to 2 of 4.
    EXPECT_DOUBLE_EQ(analyse(at_4, kArm, kControl).estimate, -0.75);
    EXPECT_DOUBLE_EQ(analyse({.kind = AnalysisKind::share, .cutoff = 3}, kArm, kControl).estimate, 0.5 - 1.0);
    EXPECT_EQ(analyse({.kind = AnalysisKind::share, .cutoff = 3}, kArm, kControl).control, 5u) << "a value before is not needed";
    const double odds = (2.0 + 0.5) * 0.5 / (2.5 * 5.5);
    EXPECT_DOUBLE_EQ(analyse({.kind = AnalysisKind::odds_ratio, .cutoff = 3}, kArm, kControl).estimate, odds);
}

TEST(Analysis, OfImprovementCountsChangesOfAtLeastTheMargin) {
    AnalysisRule rule{.kind = AnalysisKind::improved, .margin = 1.0, .lower_is_better = true};
    EXPECT_DOUBLE_EQ(analyse(rule, kArm, kControl).estimate, 0.75 - 0.25);
    rule.lower_is_better = false;
    EXPECT_DOUBLE_EQ(analyse(rule, kArm, kControl).estimate, 0.0 - 0.25);
}

TEST(Analysis, OfNobodyHasNoEstimate) {
    for (const AnalysisKind kind : {AnalysisKind::change, AnalysisKind::share, AnalysisKind::improved, AnalysisKind::odds_ratio}) {
        const AnalysisResult found = analyse({kind}, {}, kControl);
        EXPECT_TRUE(std::isnan(found.estimate));
        EXPECT_EQ(found.p, 1.0);
    }
}

TEST(Analysis, KindsHaveWords) {
    for (const char* word :
         {"change", "standardised_change", "change_in_baseline_sd", "share_change", "improved", "level", "share", "odds_ratio"})
        EXPECT_EQ(word_of(analysis_kind(word).value()), word);
    EXPECT_FALSE(analysis_kind("chnage"));
}

// Trials of two arms of n persons, changes of SD 1, an effect of d.
std::vector<AnalysisResult> trials_of(std::size_t n, double d, std::size_t replications) {
    std::vector<AnalysisResult> trials;
    for (std::size_t r = 0; r < replications; ++r) {
        Stream stream(Chance{20240321, static_cast<std::uint32_t>(r)}, 1, Week{0}, Purpose{0x7100});
        std::vector<BeforeAfter> arms[2];
        for (std::size_t i = 0; i < 2 * n; ++i) arms[i % 2].push_back({0.0, draw_normal(stream, i % 2 == 0 ? d : 0.0, 1.0)});
        trials.push_back(analyse({AnalysisKind::standardised_change}, arms[0], arms[1]));
    }
    return trials;
}

// A null trial is significant in 5 %: of 4,000 the SD is .0034, and four of them are allowed (chance of failing by luck 6e-5).
TEST(TrialSummary, OfNoEffectIsSignificantInFivePercent) {
    const TrialSummary summary = summarise_trials(trials_of(40, 0.0, 4000), AnalysisKind::standardised_change);
    EXPECT_EQ(summary.replications, 4000u);
    EXPECT_NEAR(summary.significant, 0.05, 0.0138);
    EXPECT_LT(summary.low, 0.0);
    EXPECT_GT(summary.high, 0.0);
    EXPECT_NEAR(summary.high - summary.low, 2 * 1.645 * std::sqrt(2.0 / 40), 0.05);
    EXPECT_EQ(summary.persons, 80.0);
}

TEST(TrialAnalysis, ImprovedByCategories) {
    AnalysisRule rule{.kind = AnalysisKind::improved, .categories = {1.0, 3.0, 4.0}};
    const std::vector<BeforeAfter> arm = {{1.1, 0.9}, {2.9, 1.0}, {3.0, 2.9}, {4.5, 3.0}};        // 2 to 1, stays 2, 3 to 2, 4 to 3
    const std::vector<BeforeAfter> control = {{0.2, 0.9}, {0.9, 1.0}, {5.0, 4.0}, {4.0, 3.999}};  // stays, worse, stays, 4 to 3
    EXPECT_DOUBLE_EQ(analyse(rule, arm, control).estimate, 0.75 - 0.25);
    rule.lower_is_better = false;
    EXPECT_DOUBLE_EQ(analyse(rule, arm, control).estimate, 0.0 - 0.25);
}

// A true d of .35 in 44 + 44 is published as about .57 if p < .05 is needed (docs/model.md, Purpose).
TEST(TrialSummary, OfSignificantTrialsIsInflated) {
    const TrialSummary summary = summarise_trials(trials_of(44, 0.35, 4000), AnalysisKind::standardised_change);
    EXPECT_NEAR(summary.mean, 0.35, 0.02);
    EXPECT_NEAR(summary.significant, power_of_groups(0.35, 44), 0.03);
    EXPECT_NEAR(summary.mean_of_significant, 0.57, 0.02);
}

// The sample size is within a tenth of the analytic one.
TEST(TrialSummary, SampleSizeIsTheAnalyticOne) {
    for (const double d : {0.3, 0.5, 0.8}) {
        const TrialSummary summary = summarise_trials(trials_of(60, d, 4000), AnalysisKind::standardised_change);
        ASSERT_TRUE(summary.persons_for_power.has_value());
        const double analytic = 2.0 * static_cast<double>(group_size_for_power(d, kTrialPower));
        EXPECT_NEAR(static_cast<double>(*summary.persons_for_power) / analytic, 1.0, 0.1) << "d = " << d;
    }
    EXPECT_FALSE(summarise_trials(trials_of(60, 0.0, 400), AnalysisKind::standardised_change).persons_for_power);
}

TEST(TrialSummary, OfOddsRatiosIsOfTheirLogarithms) {
    const std::vector<AnalysisResult> trials = {{2.0, 0.01, 10, 10}, {0.5, 0.2, 10, 10}, {8.0, 0.001, 10, 10}, {kMissing, 1.0, 0, 10}};
    const TrialSummary summary = summarise_trials(trials, AnalysisKind::odds_ratio);
    EXPECT_EQ(summary.replications, 3u);
    EXPECT_NEAR(summary.mean, 2.0, 1e-12);
    EXPECT_NEAR(summary.mean_of_significant, 4.0, 1e-12);
    EXPECT_NEAR(summary.significant, 2.0 / 3.0, 1e-12);
}

}  // namespace
}  // namespace bevlogen
