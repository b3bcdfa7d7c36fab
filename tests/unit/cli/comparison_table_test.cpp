// What `compare` prints of an experiment whose numbers are known.
#include "sim/cli/comparison_table.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <sstream>

#include "sim/cli/levels_table.hpp"
#include "sim/cli/outcome_choice.hpp"
#include "sim/cli/text_table.hpp"
#include "sim/core/diagnostic.hpp"
#include "tests/unit/record/fake_run.hpp"

namespace bevlogen::testing {
namespace {

// Outcomes hours (level, SD 2), exhaustion (level, SD 2), burnout (share .2 in the base); alternative s adds s/100 to all, and in the
// second of two replicates a thousandth more.
class Tables : public ::testing::Test {
  protected:
    explicit Tables(int replicates = 2, std::size_t alternatives = 5) {
        experiment.kind = "comparison";
        experiment.title = Label::same("Policies against the base");
        for (std::size_t s = 0; s <= alternatives; ++s) {
            experiment.scenarios.push_back(scenario_of_years(1));
            experiment.scenarios.back().name = s == 0 ? "base" : "policy-" + std::to_string(s);
            experiment.scenarios.back().replicates = replicates;
        }
    }

    ExperimentResult result() const {
        const RecordPlan plan(model, experiment.scenarios.front(), {});
        const auto replicates = static_cast<std::size_t>(experiment.scenarios.front().replicates);
        const std::size_t scenarios = experiment.scenarios.size();
        ExperimentResult made(plan, scenarios, replicates);
        for (std::size_t s = 0; s < experiment.scenarios.size(); ++s) {
            for (std::size_t r = 0; r < replicates; ++r) made.levels.take_from(plan, s, r, record(plan, s, r));
        }
        return made;
    }
    RunRecord record(const RecordPlan& plan, std::size_t s, std::size_t r) const {
        RunRecord made = fake_record(plan, 1, 1, false);
        const std::size_t places = made.by_phase.size() / kMeasures.size();
        for (std::size_t place = 0; place < places; ++place) {
            const bool is_share = place / (places / plan.outcomes()) == 2;
            float* measures = &made.by_phase[place * kMeasures.size()];
            const float change = s == 0 ? 0.0f : static_cast<float>(s) / 50.0f + (r == 1 ? 0.0011f : 0.0f);
            measures[measure_index("mean")] = 0.2f + change;
            measures[measure_index("sd")] = is_share ? std::nanf("") : 2.0f;
        }
        const bool is_larger = s > 0 && s == scenario_with_more_persons;
        for (std::size_t k = 0; k < made.persons_by_phase.size(); ++k)  // a few less in every alternative: turnover
            made.persons_by_phase[k] = k % plan.phases() > 0 ? 1 : (is_larger ? 56484 : 43614) - (s > 0 && !is_larger ? 9 : 0);
        return made;
    }
    ComparisonView all() const { return {chosen_outcomes(model, {}, true), 1}; }

    FakeModel model;
    Experiment experiment;
    std::size_t scenario_with_more_persons = 0;  // none
};

void expect_fits_the_terminal(const std::string& text) {
    std::istringstream stream(text);
    for (std::string line; std::getline(stream, line);) EXPECT_LE(shown_width(line), kTableWidth) << line;
}

TEST_F(Tables, ShowEveryPolicyAtAGlanceAndThenByPhase) {
    const std::string text = comparison_table(model, experiment, result(), all());
    expect_fits_the_terminal(text);
    // Differences of the first policy: .02 and .0211; mean .02055, half of the interval t(1, .975) x .00055 = .00699.
    EXPECT_NE(text.find("  base: base          0.200           0.200         20.0         20.0\n"), std::string::npos) << text;
    EXPECT_NE(text.find("  policy-1    +0.021 ± .007   +0.021 ± .007    +2.1 ± .7    +2.1 ± .7\n"), std::string::npos) << text;
    EXPECT_NE(text.find("  policy-5    +0.101 ± .007   +0.101 ± .007   +10.1 ± .7   +10.1 ± .7\n"), std::string::npos) << text;
    EXPECT_NE(text.find("  burnt out: %, differences in percentage points; lower is better\n"), std::string::npos) << text;
    EXPECT_NE(text.find("By career phase\n"), std::string::npos);
    EXPECT_NE(text.find("  residents        20.0  +2.1 ± .7   +4.1 ± .7   +6.1 ± .7   +8.1 ± .7   +10.1 ± .7\n"), std::string::npos)
        << text;
    EXPECT_NE(text.find("Intervals are of chance only"), std::string::npos);
}

TEST_F(Tables, SayWhereASameIsAndWhereThereAreOtherNumbersOfPersons) {
    const std::string usual = comparison_table(model, experiment, result(), all());
    EXPECT_NE(usual.find("in brackets where the interval contains zero;\nsame: equal in all replicates.\n"), std::string::npos) << usual;
    EXPECT_EQ(usual.find("persons against"), std::string::npos) << usual;
    scenario_with_more_persons = 3;
    const std::string line = "  policy-3: 56,484 persons against 43,614; levels are of all who are there\n";
    const std::string text = comparison_table(model, experiment, result(), all());
    EXPECT_NE(text.find(line), std::string::npos) << text;
    EXPECT_EQ(text.find("persons against"), text.rfind("persons against")) << text;
    EXPECT_NE(detailed_table(model, experiment, result(), all()).find(".\n" + line), std::string::npos);
}

TEST_F(Tables, FoldALegendThatIsLong) {
    model.declared[0].unit = "log";
    model.declared[0].description =
        "care asked over care that can be given, of the person's team: so much more is asked; recorded as a logarithm";
    const std::string text = comparison_table(model, experiment, result(), all());
    expect_fits_the_terminal(text);
    EXPECT_NE(text.find(": % (care asked over care that can be given"), std::string::npos) << text;
}

class ManyTables : public Tables {
  protected:
    ManyTables() : Tables(2, 14) {}
};

TEST_F(ManyTables, FitTheTerminalInSeveralTables) {
    const std::string text = comparison_table(model, experiment, result(), all());
    expect_fits_the_terminal(text);
    for (int policy = 1; policy <= 14; ++policy) EXPECT_NE(text.find("policy-" + std::to_string(policy)), std::string::npos);
}

TEST_F(Tables, InDetailHaveIntervalsAndEffectsInSdOfTheBase) {
    const std::string text = detailed_table(model, experiment, result(), all());
    expect_fits_the_terminal(text);
    // .02055 / 2 and .02055 / sqrt(.2 x .8).
    EXPECT_NE(text.find("  everybody        0.200    0.221      +0.021  [+0.014, +0.028]        +0.010\n"), std::string::npos) << text;
    EXPECT_NE(text.find("  everybody        20.0     22.1        +2.1  [+1.4, +2.8]         +0.051\n"), std::string::npos) << text;
}

TEST_F(Tables, ForMachinesHaveTheSameNumbers) {
    const std::string text = levels_json(model, experiment, result(), {chosen_outcomes(model, {"burnout"}, false), 1});
    EXPECT_NE(text.find("\"standardised_effect\": 0.051"), std::string::npos) << text;
    EXPECT_EQ(text.find("\"exhaustion\""), std::string::npos);
}

class TablesOfOneReplicate : public Tables {
  protected:
    TablesOfOneReplicate() : Tables(1) {}
};

TEST_F(TablesOfOneReplicate, SayThatThereIsNoInterval) {
    const std::string text = comparison_table(model, experiment, result(), all());
    EXPECT_NE(text.find("no interval with one replicate"), std::string::npos) << text;
    EXPECT_EQ(text.find("±"), std::string::npos) << text;
    EXPECT_NE(detailed_table(model, experiment, result(), all()).find("no interval with one replicate"), std::string::npos);
}

TEST_F(Tables, ShowTheOutcomesThatAreNamedInThatOrder) {
    EXPECT_EQ(chosen_outcomes(model, {"burnout", "hours", "burnout"}, false), (std::vector<std::size_t>{2, 0}));
    EXPECT_EQ(chosen_outcomes(model, {}, true), (std::vector<std::size_t>{0, 1, 2, 3}));
    EXPECT_EQ(chosen_outcomes(model, {}, false), (std::vector<std::size_t>{0, 1, 2, 3}));  // no headline is declared
    model.declared[1].headline = true;
    EXPECT_EQ(chosen_outcomes(model, {}, false), std::vector<std::size_t>{1});
}

TEST_F(Tables, AnswerUnknownOutcomesWithTheNearestAllAtOnce) {
    try {
        chosen_outcomes(model, {"exhustion", "hours", "zzzzzzzzz"}, false);
        FAIL() << "nothing was thrown";
    } catch (const InputError& error) {
        const std::string report = error.diagnostics().report();
        EXPECT_NE(report.find("unknown outcome \"exhustion\"; did you mean \"exhaustion\"?"), std::string::npos) << report;
        EXPECT_NE(report.find("\"zzzzzzzzz\""), std::string::npos) << report;
    }
}

}  // namespace
}  // namespace bevlogen::testing
