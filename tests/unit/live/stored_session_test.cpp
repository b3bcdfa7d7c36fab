// What is shown of results files is what they hold, in whichever week one looks, and whatever becomes of them on disk.
#include "sim/live/stored_session.hpp"

#include <gmock/gmock.h>

#include <cmath>

#include "sim/experiment/clearing_series.hpp"
#include "sim/experiment/with_draws.hpp"
#include "tests/unit/experiment/experiment_fixture.hpp"

namespace bevlogen::testing {
namespace {

using ::testing::Each;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::NanSensitiveFloatEq;
using ::testing::Pointwise;
using ::testing::SizeIs;

constexpr std::size_t kMood = 0, kReading = 1, kLowMood = 2;

// Equal to the bit, not a number included.
void expect_same(const std::vector<float>& a, const std::vector<float>& b) { EXPECT_THAT(a, Pointwise(NanSensitiveFloatEq(), b)); }

class StoredSessionTest : public ExperimentFolder {
  protected:
    StoredSession open(const std::vector<std::string>& names, UnlikeFiles unlike = UnlikeFiles::are_refused) const {
        std::vector<std::filesystem::path> files;
        for (const std::string& name : names) files.push_back(folder / name);
        return {files, {shelf(), vocabularies(), scenario_folder(), {}}, unlike};
    }
    std::string refusal(const std::vector<std::string>& names) const {
        try {
            open(names);
            return "";
        } catch (const InputError& error) {
            return error.diagnostics().report();
        }
    }
    static Experiment one_run(const char* file, const std::string& set = "run.replicates=1") {
        std::vector<std::string> sets = small_sets();
        sets.push_back(set);
        return of_one(house_scenario(file, sets));
    }
    static RecordPlan plan_of(int panel_every) {
        const Scenario scenario = house_scenario("example.toml", small_sets());
        return {model_of(scenario), scenario, small_panel(false, panel_every)};
    }
    // Of two scenarios, with records whose numbers follow from scenario and replicate (from 1); the runs of `failed` are missing.
    void write_made_up(const std::string& name, int panel_every, const std::vector<std::pair<unsigned, unsigned>>& failed = {}) const {
        ResultsDescription description = described({"example", "example-lift"}, 3);
        description.scenarios[0].resolved = house_scenario("example.toml", small_sets()).resolved;
        description.scenarios[1].resolved = house_scenario("example-lift.toml", small_sets()).resolved;
        const RecordPlan plan = plan_of(panel_every);
        ResultsWriter writer(folder / name, description, plan);
        for (unsigned replicate = 1; replicate <= 3; ++replicate) {
            for (unsigned scenario = 1; scenario <= 2; ++scenario) {
                if (std::find(failed.begin(), failed.end(), std::pair(scenario, replicate)) == failed.end())
                    writer.add(scenario - 1, replicate - 1, fake_record(plan, scenario, replicate, replicate == 1));
            }
        }
        writer.finish({});
    }
    const SnapshotWants moods{{kMood}, {}, {}};
};

// The numbers of reports and tables.
TEST_F(StoredSessionTest, ShowsMeansAndIntervalsOverReplicates) {
    run(comparison(), into("a.h5"));
    const StoredSession session = open({"a.h5"});
    const StoredExperiment& stored = session.experiment();
    const std::vector<std::size_t> outcomes = {kLowMood, kMood};
    ClearingSeries series(stored.plan(), outcomes, 2, 3);
    double persons = 0.0;
    stored.for_each_run([&](std::size_t scenario, std::size_t replicate, const RunRecord& record) {
        series.take_from(stored.plan(), scenario, replicate, record);
        if (scenario == 1) persons += record.persons_by_phase[5 * stored.plan().phases()] / 3.0;
    });
    const auto snapshot = session.snapshot({outcomes, {}, {}}, session.end(), 1);
    EXPECT_EQ(session.end(), Week{52});
    EXPECT_TRUE(snapshot->is_finished);
    ASSERT_THAT(snapshot->lines, SizeIs(2));
    for (std::size_t line = 0; line < 2; ++line) {
        const Curves& curves = snapshot->lines[line].curves;
        ASSERT_EQ(curves.clearings, 13u);
        for (std::size_t k = 0; k < 2; ++k) {
            for (std::size_t phase = 0; phase < curves.phases; ++phase) {
                const std::vector<Estimate> levels = series.levels(line, k, phase);
                for (std::size_t c = 0; c < 13; ++c) {
                    EXPECT_THAT(curves.at(k, phase, c), NanSensitiveFloatEq(static_cast<float>(levels[c].mean)));
                    EXPECT_NEAR(curves.half_widths_of(k, phase)[c], levels[c].high - levels[c].mean, 1e-6);
                }
                const auto apart = curves.difference_half_widths_of(k, phase);
                const std::vector<Estimate> differences = line == 0 ? std::vector<Estimate>{} : series.differences(line, k, phase);
                for (std::size_t c = 0; c < 13; ++c) {
                    const double half = line == 0 ? std::nan("") : 0.5 * (differences[c].high - differences[c].low);
                    EXPECT_THAT(apart[c], NanSensitiveFloatEq(static_cast<float>(half)));
                }
            }
        }
    }
    EXPECT_GT(persons, 100.0);
    EXPECT_NEAR(snapshot->lines[1].curves.persons_of(0)[5], persons, 1e-3);
}

TEST_F(StoredSessionTest, CallsLinesAsTheirScenarios) {
    run(comparison(), into("a.h5"));
    const StoredSession session = open({"a.h5"});
    const auto snapshot = session.snapshot(moods, Week{0}, 0);
    for (std::size_t line = 0; line < 2; ++line) {
        EXPECT_EQ(snapshot->lines[line].name, session.experiment().experiment().scenarios[line].title);
        EXPECT_FALSE(snapshot->lines[line].name.empty());
        EXPECT_EQ(snapshot->lines[line].policy, nullptr);
        EXPECT_EQ(snapshot->lines[line].parent, 0u);
    }
}

TEST_F(StoredSessionTest, CutsCurvesAtTheWeek) {
    run(comparison(), into("a.h5"));
    const StoredSession session = open({"a.h5"});
    const Curves whole = session.snapshot(moods, session.end(), 1)->now().curves;
    for (const int week : {-5, 0, 3, 4, 30, 51, 52, 99}) {
        const auto snapshot = session.snapshot(moods, Week{week}, 1);
        const Curves& curves = snapshot->now().curves;
        EXPECT_EQ(snapshot->now().week, Week{std::clamp(week, 0, 52)});
        EXPECT_EQ(snapshot->is_finished, week >= 52);
        ASSERT_EQ(curves.clearings, static_cast<std::size_t>(std::clamp(week, 0, 52) / 4)) << week;
        ASSERT_THAT(curves.values, SizeIs(curves.phases * curves.clearings));
        for (std::size_t phase = 0; phase < curves.phases; ++phase) {
            for (std::size_t c = 0; c < curves.clearings; ++c) {
                EXPECT_EQ(curves.at(0, phase, c), whole.at(0, phase, c));
                EXPECT_EQ(curves.half_widths_of(0, phase)[c], whole.half_widths_of(0, phase)[c]);
                EXPECT_EQ(curves.persons_of(phase)[c], whole.persons_of(phase)[c]);
            }
        }
    }
}

TEST_F(StoredSessionTest, GivesTheSameSnapshotUntilSomethingElseIsWanted) {
    run(comparison(), into("a.h5"));
    const StoredSession session = open({"a.h5"});
    const auto first = session.snapshot(moods, Week{20}, 1);
    EXPECT_EQ(session.snapshot(moods, Week{20}, 1), first);
    const auto later = session.snapshot(moods, Week{24}, 1), other = session.snapshot(moods, Week{24}, 0);
    EXPECT_THAT((std::vector{first->number, later->number, other->number}), ElementsAre(1, 2, 3));
    EXPECT_EQ(other->chosen, 0u);
}

TEST_F(StoredSessionTest, ReadsWhatIsWantedLaterToo) {
    run(comparison(), into("a.h5"));
    const StoredSession at_once = open({"a.h5"}), step_by_step = open({"a.h5"});
    step_by_step.snapshot(moods, Week{40}, 1);
    step_by_step.snapshot({{}, {}, {}}, Week{40}, 1);
    const SnapshotWants all{{kLowMood, kReading, kMood, kLowMood}, {}, {}};
    const Curves &a = at_once.snapshot(all, Week{40}, 1)->now().curves, &b = step_by_step.snapshot(all, Week{40}, 1)->now().curves;
    expect_same(a.values, b.values);
    expect_same(a.half_widths, b.half_widths);
    expect_same(a.persons, b.persons);
    EXPECT_EQ(a.at(0, 0, 3), a.at(3, 0, 3));
    EXPECT_NE(a.at(0, 0, 3), a.at(2, 0, 3));
}

TEST_F(StoredSessionTest, KnowsNoIntervalOfOneRun) {
    run(one_run("example.toml"), into("a.h5"));
    const StoredSession session = open({"a.h5"});
    EXPECT_EQ(session.lines(), 1u);
    const auto snapshot = session.snapshot(moods, session.end(), 0);
    EXPECT_THAT(snapshot->now().curves.half_widths, IsEmpty());
    EXPECT_TRUE(std::isfinite(snapshot->now().curves.at(0, 0, 12)));
}

TEST_F(StoredSessionTest, LeavesOutRunsThatFailed) {
    write_made_up("a.h5", 1, {{1, 2}, {2, 2}, {2, 3}});
    const StoredSession session = open({"a.h5"});
    const auto snapshot = session.snapshot(moods, session.end(), 1);
    const RecordPlan plan = plan_of(1);
    const RunRecord base = fake_record(plan, 1, 3, false), lift = fake_record(plan, 2, 1, false);
    EXPECT_THAT(snapshot->now().curves.half_widths, Each(::testing::IsNan()));  // of one run only
    EXPECT_FALSE(snapshot->base().curves.half_widths.empty());
    for (std::size_t c = 0; c < 13; ++c) {
        EXPECT_THAT(snapshot->now().curves.at(0, 0, c), NanSensitiveFloatEq(lift.by_phase[c * plan.phases() * kMeasures.size()]));
        EXPECT_EQ(snapshot->now().curves.persons_of(0)[c], static_cast<float>(lift.persons_by_phase[c * plan.phases()]));
        const float mean = (fake_record(plan, 1, 1, true).by_phase[c * plan.phases() * kMeasures.size()] +
                            base.by_phase[c * plan.phases() * kMeasures.size()]) /
                           2.0f;
        if (std::isnan(mean)) continue;  // one of them counted nobody
        EXPECT_NEAR(snapshot->base().curves.at(0, 0, c), mean, 1e-5);
    }
}

// Of a draw its replicates together are one value.
TEST_F(StoredSessionTest, TakesADrawOfParametersForOneValue) {
    Experiment experiment = comparison();
    std::vector<std::string> sets = small_sets();
    sets.push_back("run.replicates=2");
    experiment.scenarios = {house_scenario("example.toml", sets), house_scenario("example-lift.toml", sets)};
    const Vocabulary& vocabulary = model_of(experiment.scenarios.front()).vocabulary();
    const char* draws = "[[draw]]\n\"example.mean\" = 0.2\n[[draw]]\n\"example.mean\" = 1.4\n";
    run(with_draws(experiment, parse_parameter_draws(draws, "by-hand", "by-hand.toml", vocabulary), vocabulary), into("a.h5"));
    const StoredSession session = open({"a.h5"});
    EXPECT_EQ(session.experiment().replicates(), 4u);
    // Of four values it would be below 2; of two that are about 1.2 apart it is 12.7 times 0.85 times the root of 1.5.
    EXPECT_GT(session.snapshot(moods, session.end(), 0)->base().curves.half_widths_of(0, 0)[12], 5.0f);
}

TEST_F(StoredSessionTest, ShowsTheLastTeamMapOfTheFirstReplicate) {
    write_made_up("a.h5", 1);
    const StoredSession session = open({"a.h5"});
    const SnapshotWants wants{{}, {kMood}, {kLowMood, kMood}};
    EXPECT_EQ(session.snapshot(wants, Week{12}, 1)->everybody, nullptr);
    const RunRecord record = fake_record(plan_of(1), 2, 1, true);
    for (const int week : {13, 25, 26, 52}) {
        const auto everybody = session.snapshot(wants, Week{week}, 1)->everybody;
        ASSERT_NE(everybody, nullptr);
        EXPECT_EQ(everybody->line, 1u);
        EXPECT_EQ(everybody->week, Week{week / 13 * 13});
        EXPECT_THAT(everybody->persons.ids, IsEmpty());
        const TeamsNow& teams = everybody->teams;
        EXPECT_THAT(teams.ids, ElementsAre(TeamId{4096}, TeamId{4097}, TeamId{8192}, TeamId{0xfffff000u}));
        EXPECT_THAT(teams.posts, ElementsAre(0, 0, 0, 0));
        EXPECT_THAT(teams.filled, SizeIs(4));
        ASSERT_THAT(teams.means, SizeIs(2));
        EXPECT_THAT(teams.means[0], Each(::testing::IsNan()));  // low mood is not mapped
        for (std::size_t t = 0; t < 4; ++t) {
            const std::size_t at = static_cast<std::size_t>(week / 13 - 1) * 4 + t;
            EXPECT_THAT(teams.means[1][t], NanSensitiveFloatEq(read_stored(record.team_map[at])));
        }
    }
    EXPECT_EQ(session.snapshot(wants, Week{27}, 1)->everybody, session.snapshot(wants, Week{38}, 1)->everybody);
    EXPECT_NE(session.snapshot(wants, Week{27}, 1)->everybody->teams.means[1],
              session.snapshot(wants, Week{27}, 0)->everybody->teams.means[1]);
    EXPECT_EQ(session.snapshot({{}, {}, {kLowMood}}, Week{27}, 1)->everybody, nullptr);
    EXPECT_EQ(session.snapshot(moods, Week{27}, 1)->everybody, nullptr);
}

TEST_F(StoredSessionTest, FollowsThePanelWeekByWeekWithGapsBetweenLooks) {
    for (const int every : {1, 4}) {
        write_made_up("a.h5", every);
        const StoredSession session = open({"a.h5"});
        ASSERT_EQ(session.panel_size(), 5u);
        const RecordPlan plan = plan_of(every);
        const auto lives = session.lives(3, 1);
        EXPECT_EQ(lives->person, PersonId{(1ull << 46) + 7});
        EXPECT_EQ(lives->person, session.panel_person(3));
        for (const LifeNow* life : {&lives->with, &lives->without}) {
            const RunRecord record = fake_record(plan, static_cast<unsigned>(life->line) + 1, 1, true);
            ASSERT_EQ(life->weeks, 52u);
            ASSERT_THAT(life->values, SizeIs(52));  // of one trace
            for (int week = 1; week <= 52; ++week) {
                const std::size_t look = static_cast<std::size_t>(week / every) - 1;
                const float expected = week % every != 0 ? std::nanf("") : read_stored(record.panel[look * 5 + 3]);
                EXPECT_THAT(life->values[static_cast<std::size_t>(week) - 1], NanSensitiveFloatEq(expected)) << week;
            }
        }
        EXPECT_EQ(std::pair(lives->with.line, lives->without.line), (std::pair<std::size_t, std::size_t>(1, 0)));
        EXPECT_EQ(session.lives(3, 1), lives);
        EXPECT_EQ(session.snapshot(moods, Week{8}, 1, lives)->lives, lives);
        EXPECT_EQ(session.snapshot(moods, Week{8}, 1)->lives, nullptr);
        EXPECT_EQ(session.lives(3, 0)->with.values.size(), 52u);
    }
}

TEST_F(StoredSessionTest, PutsSeveralFilesSideBySideAndFollowsAPersonByIdentity) {
    run(one_run("example.toml"), into("base.h5"));
    run(one_run("example-lift.toml"), into("lift.h5"));
    const StoredSession session = open({"base.h5", "lift.h5"}), alone = open({"lift.h5"});
    ASSERT_EQ(session.lines(), 2u);
    expect_same(session.snapshot(moods, Week{52}, 1)->now().curves.values, alone.snapshot(moods, Week{52}, 0)->now().curves.values);
    ASSERT_EQ(session.panel_size(), 5u);
    const auto lives = session.lives(2, 1);
    EXPECT_EQ(alone.panel_person(2), lives->person);  // a burn-in has them choose the same
    expect_same(lives->with.values, alone.lives(2, 0)->with.values);
}

TEST_F(StoredSessionTest, KnowsNothingOfAPersonWhomAnotherFileDoesNotFollow) {
    run(one_run("example.toml"), into("base.h5"));
    Experiment other = one_run("example-lift.toml");
    other.record.panel_persons = 0;
    run(other, into("lift.h5"));
    const StoredSession session = open({"base.h5", "lift.h5"});
    const auto lives = session.lives(0, 1);
    EXPECT_THAT(lives->with.values, Each(::testing::IsNan()));
    EXPECT_TRUE(std::isfinite(lives->without.values.front()));
    EXPECT_EQ(open({"lift.h5"}).panel_size(), 0u);
}

TEST_F(StoredSessionTest, ReadsOnWhereAFileIsGone) {
    run(comparison(), into("a.h5"));
    const StoredSession session = open({"a.h5"});
    EXPECT_FALSE(session.has_changed());
    std::filesystem::remove(folder / "a.h5");
    EXPECT_EQ(session.state(), FileState::gone);
    EXPECT_TRUE(std::isfinite(session.snapshot(moods, Week{52}, 1)->now().curves.at(0, 0, 12)));
    EXPECT_EQ(session.lives(0, 1)->with.weeks, 52u);
    run(comparison(), into("a.h5"));
    EXPECT_EQ(session.state(), FileState::changed);
}

TEST_F(StoredSessionTest, NoticesAFileThatIsReplacedByItsLike) {
    run(one_run("example.toml"), into("base.h5"));
    run(one_run("example-lift.toml"), into("lift.h5"));
    const StoredSession session = open({"base.h5", "lift.h5"});
    EXPECT_EQ(session.state(), FileState::as_opened);
    std::filesystem::copy_file(folder / "lift.h5", folder / "copy.h5");
    std::filesystem::rename(folder / "copy.h5", folder / "lift.h5");
    EXPECT_EQ(session.state(), FileState::changed);
    std::filesystem::remove(folder / "base.h5");
    EXPECT_EQ(session.state(), FileState::gone);
}

TEST_F(StoredSessionTest, SaysWhereAFileIsDamagedUnderItsHands) {
    run(comparison(), into("a.h5"));
    const StoredSession session = open({"a.h5"});
    std::filesystem::resize_file(folder / "a.h5", 6000);
    EXPECT_TRUE(session.has_changed());
    EXPECT_THROW(session.snapshot(moods, Week{52}, 1), InputError);
    EXPECT_THROW(session.snapshot(moods, Week{52}, 1), InputError);  // nothing half-read was kept
}

TEST_F(StoredSessionTest, RefusesWhatCannotBeShown) {
    EXPECT_THAT(refusal({"a.h5"}), HasSubstr("there is no such file"));
    write_content(folder / "b.h5", "not results");
    EXPECT_THAT(refusal({"b.h5"}), HasSubstr("is not an HDF5 file"));
    run(one_run("example.toml"), into("base.h5"));
    run(one_run("example-lift.toml", "run.seed=7"), into("lift.h5"));
    EXPECT_THAT(refusal({"base.h5", "lift.h5"}), HasSubstr("run.seed = 7"));
    const StoredSession shown = open({"base.h5", "lift.h5"}, UnlikeFiles::are_shown);
    EXPECT_EQ(shown.lines(), 2u);
    EXPECT_FALSE(shown.experiment().unlike().empty());
    EXPECT_TRUE(std::isfinite(shown.snapshot(moods, Week{52}, 1)->now().curves.at(0, 0, 12)));
}

}  // namespace
}  // namespace bevlogen::testing
