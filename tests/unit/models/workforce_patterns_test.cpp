// What the workforce is held to is declared well: names that exist, bounds that can be met, the drift of every outcome that is no cost.
#include "models/catalog/workforce_patterns.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "models/catalog/workforce_model.hpp"
#include "models/catalog/workforce_outcomes.hpp"

namespace bevlogen {
namespace {

std::vector<PatternDecl> every_pattern() { return workforce_patterns(workforce_outcomes()); }

TEST(WorkforcePatterns, HaveNamesOfTheirOwnLabelsSourcesAndBoundsInOrder) {
    std::set<std::string> names;
    for (const PatternDecl& pattern : every_pattern()) {
        EXPECT_TRUE(names.insert(pattern.name).second) << pattern.name;
        EXPECT_LE(pattern.low, pattern.high) << pattern.name;
        for (const std::string& text : {pattern.label.en, pattern.label.nl, pattern.source}) EXPECT_FALSE(text.empty()) << pattern.name;
    }
}

TEST(WorkforcePatterns, NameOutcomesAndRowsOfTheModel) {
    const auto model = make_workforce_model();
    const auto has = [](const std::vector<std::string>& names, const std::string& name) {
        return std::find(names.begin(), names.end(), name) != names.end();
    };
    std::vector<std::string> outcomes;
    for (const OutcomeDecl& outcome : model->outcomes()) outcomes.push_back(outcome.name);
    std::vector<std::string> traces;
    for (const TraceDecl& trace : model->traces()) traces.push_back(trace.name);
    ASSERT_FALSE(model->patterns().empty());
    for (const PatternDecl& pattern : model->patterns()) {
        const bool is_of_traces = pattern.kind == PatternKind::odds_ratio;
        const bool names_outcome = pattern.kind != PatternKind::persons;
        if (names_outcome) {
            EXPECT_TRUE(has(is_of_traces ? traces : outcomes, pattern.outcome)) << pattern.name;
        }
        if (!pattern.other.empty()) {
            EXPECT_TRUE(has(is_of_traces ? traces : outcomes, pattern.other)) << pattern.name;
        }
        if (!pattern.adjusted_for.empty()) {
            EXPECT_TRUE(has(traces, pattern.adjusted_for)) << pattern.name;
        }
        if (!pattern.row.empty()) {
            EXPECT_TRUE(has(model->phases().names, pattern.row) || has(model->strata().names, pattern.row)) << pattern.name;
        }
    }
}

TEST(WorkforcePatterns, HoldEveryOutcomeToNoDrift) {
    const auto model = make_workforce_model();
    for (const OutcomeDecl& outcome : model->outcomes()) {
        const auto drifts = std::count_if(model->patterns().begin(), model->patterns().end(), [&](const PatternDecl& pattern) {
            return pattern.kind == PatternKind::drift && pattern.outcome == outcome.name;
        });
        EXPECT_EQ(drifts, outcome.role == Role::cost ? 0 : 1) << outcome.name;
    }
}

}  // namespace
}  // namespace bevlogen
