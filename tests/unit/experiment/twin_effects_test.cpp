// Each person is compared with the same person in the base, nine months after a programme in which one enrols has started.
#include "sim/experiment/twin_effects.hpp"

#include <gmock/gmock.h>

#include "tests/unit/experiment/experiment_fixture.hpp"
#include "tests/unit/record/moving_model.hpp"

namespace bevlogen::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

// A lever in which one enrols, and one in which nobody does.
Vocabulary two_levers() {
    Vocabulary vocabulary;
    vocabulary.levers = {{"shift", {"shift", "verschuiving"}, {}}, {"coaching", {"coaching", "coaching"}, {}, true}};
    return vocabulary;
}

Scenario with(std::vector<std::pair<int, std::size_t>> starts_and_levers, int years = 2) {
    Scenario scenario = scenario_of_years(years);
    for (const auto& [start, lever] : starts_and_levers) {
        Intervention intervention;
        intervention.schedule.start = Week{start};
        intervention.levers = {{lever, {}}};
        scenario.interventions.push_back(intervention);
    }
    return scenario;
}

TEST(TwinWeeks, AreTheFirstClearingsNineMonthsAfterProgrammesInWhichOneEnrols) {
    const Vocabulary vocabulary = two_levers();
    EXPECT_THAT(twin_weeks({with({}), with({{0, 1}})}, vocabulary), ElementsAre(40));
    EXPECT_THAT(twin_weeks({with({}), with({{1, 1}})}, vocabulary), ElementsAre(40));
    EXPECT_THAT(twin_weeks({with({}), with({{2, 1}})}, vocabulary), ElementsAre(44));
    EXPECT_THAT(twin_weeks({with({}), with({{0, 0}})}, vocabulary), IsEmpty());
}

TEST(TwinWeeks, AreInOrderEachOnceAndRecorded) {
    const Vocabulary vocabulary = two_levers();
    EXPECT_THAT(twin_weeks({with({{26, 1}}), with({{0, 1}, {26, 1}, {25, 1}}), with({{65, 1}, {66, 1}})}, vocabulary),
                ElementsAre(40, 64, 68, 104));
    EXPECT_THAT(twin_weeks({with({}, 0), with({{0, 1}}, 0)}, vocabulary), IsEmpty());
}

TEST(TwinWeeks, CountFromAChangeThatBringsTheProgramme) {
    Scenario scenario = with({{0, 0}});
    scenario.interventions[0].changes = {{Week{13}, {{1, {}}}}};
    EXPECT_THAT(twin_weeks({scenario}, two_levers()), ElementsAre(52));
}

// Twin outcomes of the fake model: exhaustion, offered, coached (took part).
class TwinEffectsTest : public ::testing::Test {
  protected:
    static constexpr std::int16_t kYes = 256, kNo = 0;

    static const FakeModel& fake() {
        static const FakeModel model = [] {
            FakeModel made;
            OutcomeDecl offered = made.declared[3];
            offered.name = "offered";
            offered.role = Role::offered;
            made.declared.insert(made.declared.begin() + 3, offered);
            return made;
        }();
        return model;
    }
    static RecordPlan plan_of(std::vector<int> weeks) {
        RecordOptions options = small_panel(true);
        options.twin_weeks = std::move(weeks);
        return {fake(), scenario_of_years(1), options};
    }
    static RunRecord record(std::vector<std::int16_t> twin) {
        RunRecord made;
        made.twin = std::move(twin);
        return made;
    }
    const RecordPlan plan = plan_of({40});
    // Five persons.
    const RunRecord base = record({256, 256, 256, 256, kNoValue, kNo, kNo, kNo, kNo, kNo, kNo, kNo, kNo, kNo, kNo});
};

TEST_F(TwinEffectsTest, CountWhoWasOfferedAndWhoTookPartInTheAlternativeAndAverageTheirDifferences) {
    TwinEffects twins(plan, 2, 1);
    EXPECT_THAT(twins.outcomes(), ElementsAre(1));
    twins.take_from(plan, 0, 0, base);
    twins.take_from(plan, 1, 0, record({0, 128, 512, 1024, 0, kYes, kYes, kYes, kNo, kYes, kYes, kNo, kNo, kNo, kYes}));
    EXPECT_EQ(twins.offered(1, 0).mean, 4.0);
    EXPECT_EQ(twins.took_part(1, 0).mean, 2.0);
    EXPECT_DOUBLE_EQ(twins.among_took_part(1, 0, 0).mean, -1.0);  // the fifth has no twin
    EXPECT_DOUBLE_EQ(twins.among_offered(1, 0, 0).mean, (-1.0 - 0.5 + 1.0) / 3.0);
}

TEST_F(TwinEffectsTest, AreEstimatedOverReplicatesInWhateverOrderRunsCome) {
    const RunRecord less = record({0, 256, 256, 256, 256, kYes, kNo, kNo, kNo, kNo, kYes, kNo, kNo, kNo, kNo});
    const RunRecord more = record({768, 256, 256, 256, 256, kYes, kNo, kNo, kNo, kNo, kYes, kNo, kNo, kNo, kNo});
    TwinEffects in_order(plan, 2, 2);
    in_order.take_from(plan, 0, 0, base);
    in_order.take_from(plan, 1, 0, less);
    in_order.take_from(plan, 0, 1, base);
    in_order.take_from(plan, 1, 1, more);
    TwinEffects backwards(plan, 2, 2);
    backwards.take_from(plan, 1, 1, more);
    backwards.take_from(plan, 1, 0, less);
    backwards.take_from(plan, 0, 1, base);
    backwards.take_from(plan, 0, 0, base);
    for (const TwinEffects* twins : {&in_order, &backwards}) {
        const Estimate effect = twins->among_took_part(1, 0, 0);
        EXPECT_EQ(effect.replicates, 2u);
        EXPECT_DOUBLE_EQ(effect.mean, 0.5);
        EXPECT_LT(effect.low, -1.0);
        EXPECT_FALSE(effect.excludes_zero());
    }
}

TEST_F(TwinEffectsTest, OfAReplicateInWhichNobodyTookPartAreACountAlone) {
    TwinEffects twins(plan, 2, 1);
    twins.take_from(plan, 0, 0, base);
    twins.take_from(plan, 1, 0, base);
    EXPECT_EQ(twins.took_part(1, 0).mean, 0.0);
    EXPECT_EQ(twins.among_took_part(1, 0, 0).replicates, 0u);
}

TEST_F(TwinEffectsTest, KeepTheirMomentsApart) {
    const RecordPlan two = plan_of({40, 52});
    TwinEffects twins(two, 2, 1);
    twins.take_from(two, 0, 0, record({0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0}));
    twins.take_from(two, 1, 0, record({256, 512, 768, 1024, kYes, kNo, kYes, kYes, kYes, kNo, kNo, kYes}));
    EXPECT_DOUBLE_EQ(twins.among_took_part(1, 0, 0).mean, 1.0);
    EXPECT_DOUBLE_EQ(twins.among_took_part(1, 1, 0).mean, 4.0);
    EXPECT_DOUBLE_EQ(twins.among_offered(1, 1, 0).mean, 3.5);
}

// A comparison in which everybody moves all the time and half of them are lifted by 1.5.
class TwinsOfAnExperiment : public ExperimentFolder {
  protected:
    static Experiment moving() {
        Scenario base = moving_scenario();
        base.replicates = 3;
        Scenario coached = base;
        coached.name = "coached";
        Intervention coaching;
        coaching.name = "coaching";
        coaching.scope.coverage = 0.5;
        coaching.levers = {{0, {}}};
        coached.interventions = {coaching};
        RecordOptions options = small_panel(true, 4);
        options.twin_weeks = twin_weeks({base, coached}, MovingModel().vocabulary());
        return {"comparison", Label::same("moving"), {}, {base, coached}, options};
    }
    static void expect_effects(const ExperimentResult& result) {
        ASSERT_TRUE(result.finished);
        ASSERT_THAT(result.twins.weeks(), ElementsAre(40));
        const Estimate persons = result.twins.took_part(1, 0);
        EXPECT_EQ(persons.replicates, 3u);
        EXPECT_GT(persons.mean, 0.3 * MovingDynamics::kTeams * MovingDynamics::kTeamSize);
        EXPECT_LT(persons.mean, 0.7 * MovingDynamics::kTeams * MovingDynamics::kTeamSize);
        const Estimate effect = result.twins.among_took_part(1, 0, 0);
        EXPECT_DOUBLE_EQ(effect.mean, 1.5);
        EXPECT_DOUBLE_EQ(effect.low, 1.5);
        EXPECT_EQ(effect.replicates, 3u);
        EXPECT_EQ(result.twins.offered(1, 0).mean, 0.0);
    }
    const MovingModel model;
};

TEST_F(TwinsOfAnExperiment, AreThoseWhoTookPartBesideThemselves) {
    expect_effects(run_experiment(model, moving(), into("run.h5")));
    expect_effects(run_experiment(model, moving(), into("run-on-4.h5", 4)));
}

TEST_F(TwinsOfAnExperiment, AreFoundInRunsThatAJournalHolds) {
    int asked = 0;
    Execution interrupted = into("run.h5");
    interrupted.should_stop = [&] { return ++asked > 70; };  // in the second replicate: some runs have ended
    EXPECT_FALSE(run_experiment(model, moving(), interrupted).finished);
    const ExperimentResult result = run_experiment(model, moving(), into("run.h5"));
    EXPECT_GT(result.taken_up, 0u);
    expect_effects(result);
}

}  // namespace
}  // namespace bevlogen::testing
