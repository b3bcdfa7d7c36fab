// Patterns measured in files whose numbers are known: made up, of the example model, of the workforce.
#include "sim/experiment/patterns.hpp"

#include <cmath>

#include "sim/core/contract.hpp"
#include "sim/experiment/reference_place.hpp"
#include "sim/experiment/reference_scores.hpp"
#include "tests/unit/experiment/experiment_fixture.hpp"

namespace bevlogen::testing {
namespace {

// The fake model, held to what a test asks.
class HeldModel : public FakeModel {
  public:
    const std::vector<PatternDecl>& patterns() const override { return held; }
    std::vector<PatternDecl> held;
};

// Two replicates of three years: exhaustion is 1 in the first year and 2, 3 later (replicate 2: .1 more each year), half as much among
// anios (phase 1), SD 2; the share of burnt-out .2, .3, .4; strata as phases 1 and 2.
class Patterns : public ::testing::Test {
  protected:
    PatternValue measure(const PatternDecl& pattern) {
        model.held = {pattern};
        const RecordPlan plan(model, scenario, small_panel(false));
        ResultsWriter writer(folder / "fake.h5", described({"base"}, 2), plan);
        for (std::size_t r = 0; r < 2; ++r) writer.add(0, r, record(plan, r));
        writer.finish(kProvenance);
        return measure_patterns(folder / "fake.h5", model, scenario).front();
    }

    static RunRecord record(const RecordPlan& plan, std::size_t replicate) {
        RunRecord made = fake_record(plan, 1, 1, replicate == 0);
        const auto clearings = static_cast<std::size_t>(plan.clearings);
        for (std::size_t o = 0; o < plan.outcomes(); ++o) {
            for (std::size_t c = 0; c < clearings; ++c) {
                const auto year = static_cast<float>(c / 13);
                const float level = o == 2 ? 0.2f + 0.1f * year : 1.0f + year * (replicate == 1 ? 1.1f : 1.0f);
                const auto write = [&](std::vector<float>& all, std::size_t moment, std::size_t rows, std::size_t row, float value) {
                    float* measures = &all[(moment * rows + row) * kMeasures.size()];
                    measures[measure_index("mean")] = value;
                    measures[measure_index("sd")] = o == 2 ? std::nanf("") : 2.0f;
                };
                for (std::size_t phase = 0; phase < plan.phases(); ++phase)
                    write(made.by_phase, o * clearings + c, plan.phases(), phase, phase == 1 ? level / 2.0f : level);
                for (std::size_t stratum = 0; stratum < plan.strata(); ++stratum)
                    write(made.by_stratum, o * clearings / 13 + c / 13, plan.strata(), stratum, stratum == 0 ? level / 2.0f : level);
            }
        }
        return made;
    }

    HeldModel model;
    Scenario scenario = scenario_of_years(3);
    Folder folder;
};

PatternDecl of(PatternKind kind, const std::string& outcome, const std::string& row = "") {
    return {.name = "pattern", .label = {}, .kind = kind, .outcome = outcome, .row = row, .low = 1.9, .high = 2.06, .source = "a test"};
}

// Replicates have 2 and 2.1: mean 2.05, half of the interval t(1, .975) x .05 = .635310.
TEST_F(Patterns, OfMeansAreOverClearingsWithTheIntervalOverReplicates) {
    const PatternValue found = measure(of(PatternKind::mean, "exhaustion"));
    EXPECT_NEAR(found.value.mean, 2.05, 1e-6);
    EXPECT_NEAR(found.value.high - found.value.mean, 0.635310, 1e-5);
    EXPECT_TRUE(found.is_met());
    EXPECT_NEAR(measure(of(PatternKind::mean, "exhaustion", "anios")).value.mean, 1.025, 1e-6);
    EXPECT_FALSE(measure(of(PatternKind::mean, "exhaustion", "anios")).is_met());
    EXPECT_NEAR(measure(of(PatternKind::mean, "exhaustion", "female")).value.mean, 1.025, 1e-6);
    EXPECT_NEAR(measure(of(PatternKind::mean, "burnout", "male")).value.mean, 0.3, 1e-6);
}

// Last year's mean minus the first's: 2 and 2.2 of an SD of 2; of a share .2.
TEST_F(Patterns, OfDriftAreInSdAndOfSharesRaw) {
    EXPECT_NEAR(measure(of(PatternKind::drift, "exhaustion")).value.mean, 1.05, 1e-6);
    EXPECT_NEAR(measure(of(PatternKind::drift, "burnout")).value.mean, 0.2, 1e-6);
    EXPECT_NEAR(measure(of(PatternKind::drift, "exhaustion", "female")).value.mean, 0.525, 1e-6);  // from years' ends
}

TEST_F(Patterns, OfDriftAreNotMeasuredInOneYearAndNotMetThen) {
    scenario = scenario_of_years(1);
    const PatternValue found = measure(of(PatternKind::drift, "exhaustion"));
    EXPECT_FALSE(found.is_measured());
    EXPECT_FALSE(found.is_met());
    EXPECT_EQ(found.why_not, "needs two recorded years");
    EXPECT_TRUE(std::isnan(found.value.mean));
}

TEST_F(Patterns, OfTheLargestRowAreOneWhereItIsTheLargest) {
    EXPECT_EQ(measure(of(PatternKind::largest_row_of, "burnout", "male")).value.mean, 1.0);
    EXPECT_EQ(measure(of(PatternKind::largest_row_of, "burnout", "female")).value.mean, 0.0);
}

TEST_F(Patterns, ThatNameNothingOfTheModelAreABug) {
    EXPECT_THROW(measure(of(PatternKind::mean, "exhustion")), ContractViolation);
    EXPECT_THROW(measure(of(PatternKind::mean, "exhaustion", "aois")), ContractViolation);
    EXPECT_THROW(measure(of(PatternKind::reference_mean, "exhaustion")), ContractViolation);
    EXPECT_THROW(measure(of(PatternKind::stability, "hours")), ContractViolation);  // not followed
}

TEST_F(Patterns, OfAFileOfAnotherModelAreRefused) {
    measure(of(PatternKind::mean, "exhaustion"));
    const Scenario workforce = house_scenario("baseline.toml");
    EXPECT_THROW(measure_patterns(folder / "fake.h5", model_of(workforce), workforce), InputError);
    EXPECT_THROW(measure_patterns(folder / "nowhere.h5", model, scenario), InputError);
}

class PatternsOfAHouse : public ExperimentFolder {
  protected:
    std::vector<PatternValue> measure(const std::string& file, std::vector<std::string> sets, std::size_t panel_persons) {
        scenario = house_scenario(file, sets);
        Experiment experiment = of_one(scenario);
        experiment.record.panel_persons = panel_persons;
        EXPECT_TRUE(run(experiment, into("run.h5")).finished);
        return measure_patterns(folder / "run.h5", model_of(scenario), scenario);
    }
    Scenario scenario;
};

TEST_F(PatternsOfAHouse, AreMetByTheExampleModelAndMissedWithAnotherMean) {
    const std::vector<std::string> sets = {"time.burn_in=1", "time.years=3", "run.replicates=4"};
    const std::vector<PatternValue> found = measure("example.toml", sets, 1000);
    ASSERT_EQ(found.size(), model_of(scenario).patterns().size());
    ASSERT_GE(found.size(), 4u);
    for (const PatternValue& one : found) EXPECT_TRUE(one.is_met()) << one.pattern.name << " = " << one.value.mean;
    std::vector<std::string> defect = sets;
    defect.push_back("example.mean=0.9");
    for (const PatternValue& one : measure("example.toml", defect, 1000)) {
        if (one.pattern.name == "mean_of_mood") {
            EXPECT_FALSE(one.is_met());
        }
    }
}

TEST_F(PatternsOfAHouse, WithoutAPanelAreSaidNotToBeMeasured) {
    for (const PatternValue& one : measure("example.toml", small_sets(), 0)) {
        if (one.pattern.kind == PatternKind::stability) {
            EXPECT_EQ(one.why_not, "the file follows nobody");
        }
    }
}

// A theory has references of its own, and a file is held to those of the theory it ran under.
class ReferencesOfATheory : public PatternsOfAHouse, public ::testing::WithParamInterface<const char*> {};
INSTANTIATE_TEST_SUITE_P(Theories, ReferencesOfATheory, ::testing::Values("jdr", "shanafelt", "wellmd"));

TEST_P(ReferencesOfATheory, AreThoseThatMeasuredReferencesGive) {
    const std::string theory = GetParam();
    const auto found =
        measure("baseline.toml", {"population.scale=0.02", "time.burn_in=1", "time.years=1", "run.replicates=2", "theory=" + theory}, 50);
    const Model& model = model_of(scenario);
    int compared = 0;
    for (const ReferenceScore& score : measure_references(folder / "run.h5", model, scenario)) {
        for (const PatternValue& one : found) {
            if (one.pattern.outcome != score.name) continue;
            const auto place = reference_of(score.name, model.vocabulary(), scenario);
            ASSERT_TRUE(place);
            EXPECT_EQ(place->path, score.path);
            EXPECT_EQ(place->path, (theory == "jdr" ? "" : theory + ".") + "reference." + score.name);
            const bool is_mean = one.pattern.kind == PatternKind::reference_mean;
            if (!is_mean && one.pattern.kind != PatternKind::reference_spread) continue;
            EXPECT_NEAR(one.value.mean, is_mean ? (score.mean - place->mean) / place->sd : score.sd / place->sd, 1e-6) << one.pattern.name;
            ++compared;
        }
    }
    EXPECT_EQ(compared, 10);
}

}  // namespace
}  // namespace bevlogen::testing
