// From pairs of values to one number.
#include "sim/study/trial_analysis.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <utility>

#include "sim/study/samples.hpp"

namespace bevlogen {
namespace {

constexpr std::array<std::pair<std::string_view, AnalysisKind>, 8> kWords = {
    {{"change", AnalysisKind::change},
     {"standardised_change", AnalysisKind::standardised_change},
     {"change_in_baseline_sd", AnalysisKind::change_in_baseline_sd},
     {"share_change", AnalysisKind::share_change},
     {"improved", AnalysisKind::improved},
     {"level", AnalysisKind::level},
     {"share", AnalysisKind::share},
     {"odds_ratio", AnalysisKind::odds_ratio}}};

// What a person contributes, if the values that it takes are there.
template <class Value>
std::vector<double> values_of(std::span<const BeforeAfter> persons, bool needs_before, const Value& value) {
    std::vector<double> values;
    for (const BeforeAfter& person : persons) {
        if (std::isnan(person.after) || (needs_before && std::isnan(person.before))) continue;
        values.push_back(value(person));
    }
    return values;
}

double pooled_sd(const Moments& a, const Moments& b) {
    const auto n = static_cast<double>(a.n), m = static_cast<double>(b.n);
    return std::sqrt(((n - 1.0) * a.sd * a.sd + (m - 1.0) * b.sd * b.sd) / (n + m - 2.0));
}

std::size_t count_yes(const std::vector<double>& values) {
    std::size_t yes = 0;
    for (const double v : values) yes += v > 0.5;
    return yes;
}

}  // namespace

std::string_view word_of(AnalysisKind kind) {
    for (const auto& [word, one] : kWords) {
        if (one == kind) return word;
    }
    return "";
}

std::optional<AnalysisKind> analysis_kind(std::string_view word) {
    for (const auto& [one, kind] : kWords) {
        if (one == word) return kind;
    }
    return std::nullopt;
}

bool has_cutoff(AnalysisKind kind) {
    return kind == AnalysisKind::share_change || kind == AnalysisKind::share || kind == AnalysisKind::odds_ratio;
}

AnalysisResult analyse(const AnalysisRule& rule, std::span<const BeforeAfter> arm, std::span<const BeforeAfter> control) {
    const auto is_above = [&](double v) { return v >= rule.cutoff ? 1.0 : 0.0; };
    const auto compare_means = [&](bool needs_before, const auto& value) {
        const auto a = values_of(arm, needs_before, value), c = values_of(control, needs_before, value);
        return std::pair(compare_groups(a, c), std::pair(a.size(), c.size()));
    };
    const auto compare_yes = [&](bool needs_before, const auto& value) {
        const auto a = values_of(arm, needs_before, value), c = values_of(control, needs_before, value);
        return std::pair(compare_shares(count_yes(a), a.size(), count_yes(c), c.size()), std::pair(a.size(), c.size()));
    };
    const auto change = [](const BeforeAfter& person) { return person.after - person.before; };
    switch (rule.kind) {
        case AnalysisKind::change:
        case AnalysisKind::standardised_change:
        case AnalysisKind::change_in_baseline_sd: {
            const auto [found, n] = compare_means(true, change);
            double estimate = rule.kind == AnalysisKind::standardised_change ? found.standardised : found.difference;
            if (rule.kind == AnalysisKind::change_in_baseline_sd) {
                const auto before = [](const BeforeAfter& person) { return person.before; };
                estimate /= pooled_sd(moments_of(values_of(arm, true, before)), moments_of(values_of(control, true, before)));
            }
            return {estimate, found.p, n.first, n.second};
        }
        case AnalysisKind::share_change: {
            const auto [found, n] =
                compare_means(true, [&](const BeforeAfter& person) { return is_above(person.after) - is_above(person.before); });
            return {found.difference, found.p, n.first, n.second};
        }
        case AnalysisKind::improved: {
            const double sign = rule.lower_is_better ? -1.0 : 1.0;
            const auto category_of = [&](double v) { return std::ranges::upper_bound(rule.categories, v) - rule.categories.begin(); };
            const auto is_better = [&](const BeforeAfter& person) {
                if (rule.categories.empty()) return sign * change(person) >= rule.margin;
                return rule.lower_is_better ? category_of(person.after) < category_of(person.before)
                                            : category_of(person.after) > category_of(person.before);
            };
            const auto [found, n] = compare_yes(true, [&](const BeforeAfter& person) { return is_better(person) ? 1.0 : 0.0; });
            return {found.difference, found.p, n.first, n.second};
        }
        case AnalysisKind::level: {
            const auto [found, n] = compare_means(false, [](const BeforeAfter& person) { return person.after; });
            return {found.difference, found.p, n.first, n.second};
        }
        case AnalysisKind::share:
        case AnalysisKind::odds_ratio: {
            const auto [found, n] = compare_yes(false, [&](const BeforeAfter& person) { return is_above(person.after); });
            return {rule.kind == AnalysisKind::share ? found.difference : found.odds_ratio, found.p, n.first, n.second};
        }
    }
    return {std::numeric_limits<double>::quiet_NaN(), 1.0, 0, 0};
}

}  // namespace bevlogen
