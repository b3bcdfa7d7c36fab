// The statistic that a trial publishes: what was measured before and after in two arms, to one estimate and its p value.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace bevlogen {

enum class AnalysisKind {
    change,                 // difference of the mean change
    standardised_change,    // the same over the pooled SD of change (Cohen's d of time x group)
    change_in_baseline_sd,  // the same over the pooled SD at the start
    share_change,           // difference of the change of the share at or above a cut-off
    improved,               // difference of the share whose value changed for the better: by at least a margin, or by a category
    level,                  // difference of means at the end
    share,                  // difference of the share at or above a cut-off at the end
    odds_ratio              // of being at or above the cut-off at the end
};
std::string_view word_of(AnalysisKind kind);
std::optional<AnalysisKind> analysis_kind(std::string_view word);
// Of a share at or above a cut-off.
bool has_cutoff(AnalysisKind kind);

// One person of an arm: before and after; NaN where the person did not answer or was not there.
struct BeforeAfter {
    double before = 0.0;
    double after = 0.0;
};

struct AnalysisRule {
    AnalysisKind kind = AnalysisKind::change;
    double cutoff = 0.0;               // of shares and the odds ratio
    double margin = 0.0;               // of `improved`, above 0; 0 where there are categories
    std::vector<double> categories{};  // of `improved`: where the second begins, and so on; ascending
    bool lower_is_better = true;       // of `improved`
};

struct AnalysisResult {
    double estimate = 0.0;  // arm less control; of an odds ratio the ratio. NaN where too few persons are left
    double p = 1.0;         // two-sided
    std::size_t arm = 0;    // persons who count
    std::size_t control = 0;
};

// Complete cases: who misses a value that the statistic needs does not count.
AnalysisResult analyse(const AnalysisRule& rule, std::span<const BeforeAfter> arm, std::span<const BeforeAfter> control);

}  // namespace bevlogen
