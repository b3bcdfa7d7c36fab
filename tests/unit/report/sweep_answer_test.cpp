// What is said of a sweep whose runs are written here by hand, and the data of its report.
#include "sim/report/sweep_answer.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "sim/report/axis_words.hpp"
#include "sim/report/sweep_report.hpp"
#include "sim/sweep/description.hpp"
#include "tests/unit/sweep/sweep_files.hpp"

namespace bevlogen::testing {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::Eq;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;
using ::testing::StartsWith;

constexpr std::size_t kMood = 0;

const char* const kThree =
    "[[axis]]\npath = \"example.mean\"\nlabel = { en = \"sun\", nl = \"zon\" }\n"
    "[[axis]]\npath = \"example.relaxation\"\nlabel = { en = \"rest\", nl = \"rust\" }\n"
    "[[axis]]\npath = \"example.spread\"\nlabel = { en = \"noise\", nl = \"ruis\" }\n";

class SweepAnswer : public SweepFiles {
  protected:
    // The mood of every run, whatever the phase and year.
    using Moods = std::function<double(std::span<const double> values, std::size_t point, std::size_t replicate)>;

    static SweepPlan plan(const std::string& design, const std::string& axes, const std::string& replicates = "4") {
        return plan_of(head_of_plan(design) + axes, {"time.years=1", "run.replicates=" + replicates});
    }
    static SweepPlan means(const std::string& values, const std::string& replicates = "4") {
        return plan(kGrid, "[[axis]]\npath = \"example.mean\"\nlabel = { en = \"sun\", nl = \"zon\" }\nvalues = [" + values + "]\n",
                    replicates);
    }
    void write(const SweepPlan& plan, const Moods& moods) const {
        const SweepDescription description = describe_sweep(plan, model_of_plan(plan));
        const SweepShape shape = description.shape();
        write_sweep_file("sweep.h5", description,
                         [&](std::size_t point, std::size_t replicate) -> std::optional<SweepRun> {
                             const double mood = moods(plan.at(point), point, replicate);
                             if (!std::isfinite(mood)) return std::nullopt;
                             return SweepRun{std::vector<float>(shape.values(), static_cast<float>(mood)),
                                             std::vector<float>(shape.persons(), 100.0f),
                                             std::vector<float>(shape.euros(), 0.0f),
                                             {}};
                         },
                         {{"command_line", "bevlogen sweep plan.toml"}});
    }
    std::vector<Label> told(const SweepPlan& plan, const Moods& moods) const {
        write(plan, moods);
        const SweepTable table("sweep.h5");
        const SweepFindings findings(table, readers(), {{kMood, {0}, 1}});
        return answer(findings, findings.all().front());
    }
    static std::vector<std::string> english(const std::vector<Label>& sentences) {
        std::vector<std::string> texts;
        for (const Label& sentence : sentences) texts.push_back(sentence.en);
        return texts;
    }
    // Without a baseline nobody says where values come from.
    static Readers readers() { return {shelf(), vocabularies(), scenario_folder(), {}, {}}; }
    // A little that differs between replicates, and between points within one: from -1 to 1.
    static double chance(std::size_t point, std::size_t replicate) {
        return std::sin(1.0 + 3.7 * static_cast<double>(5 * point + replicate));
    }
};

TEST_F(SweepAnswer, AlongAnAxisNamesTheLastStepThatCounts) {
    const auto moods = [](std::span<const double> values, std::size_t point, std::size_t replicate) {
        return std::min(values[0], 0.5) + 0.01 * chance(point, replicate);
    };
    const std::vector<Label> sentences = told(means("0, 0.25, 0.5, 0.75, 1"), moods);
    ASSERT_THAT(sentences, SizeIs(2));
    EXPECT_THAT(sentences[0].en, StartsWith("Sun from 0 to 0.5: each of 2 steps counts, together 0."));
    EXPECT_THAT(sentences[0].en, HasSubstr(" higher (95% interval "));
    EXPECT_THAT(sentences[0].nl, StartsWith("Zon van 0 tot 0,5: elk van 2 stappen telt, samen 0,"));
    EXPECT_EQ(sentences[1].en, "Beyond 0.5, up to 1, no further step can be told from chance.");
}

TEST_F(SweepAnswer, AlongAnAxisSaysHowFarMostIsReachedAndWhereNothingChanges) {
    const auto moods = [](std::span<const double> values, std::size_t, std::size_t replicate) {
        const double gain = values[0] < 2.0 ? 0.95 * values[0] : std::min(0.95 + 0.01 * values[0], 1.0);
        return gain + 0.3 * chance(0, replicate);  // the same at all points
    };
    const std::vector<std::string> sentences = english(told(means("0, 1, 5, 6, 7"), moods));
    ASSERT_THAT(sentences, SizeIs(3));
    EXPECT_THAT(sentences[0], StartsWith("Sun from 0 to 5: each of 2 steps counts, together 1"));
    EXPECT_EQ(sentences[1], "Up to 1 it is 95% of that.");
    EXPECT_EQ(sentences[2], "Beyond 5, up to 7, nothing changes: it is the same in every replicate.");
}

TEST_F(SweepAnswer, AlongAnAxisSaysWhereAStepGoesBack) {
    const auto moods = [](std::span<const double> values, std::size_t point, std::size_t replicate) {
        return -std::abs(values[0]) + 0.01 * chance(point, replicate);
    };
    const std::vector<std::string> sentences = english(told(means("-1, 0, 1"), moods));
    ASSERT_THAT(sentences, SizeIs(2));
    EXPECT_THAT(sentences[0], Eq("Sun from -1 to 0: one step, 0.999 higher (95% interval 0.996 to 1.002)."));
    EXPECT_EQ(sentences[1], "Beyond 0 it goes back: not every step goes the same way.");
}

TEST_F(SweepAnswer, AlongAnAxisSaysWhereNothingIsToBeSeen) {
    const auto noise = [](std::span<const double>, std::size_t point, std::size_t replicate) { return chance(point, replicate); };
    const std::vector<std::string> sentences = english(told(means("0, 1"), noise));
    ASSERT_THAT(sentences, SizeIs(1));
    EXPECT_THAT(sentences[0], StartsWith("Sun from 0 to 1: no difference that can be told from chance, "));
    EXPECT_THAT(english(told(means("0, 1", "1"), noise)), ElementsAre("With one replicate no step can be told from chance."));
}

TEST_F(SweepAnswer, AlongAnAxisSaysWhereALaterStepCountsAgain) {
    const auto moods = [](std::span<const double> values, std::size_t point, std::size_t replicate) {
        return (values[0] < 1.0 ? 0.0 : values[0] < 3.0 ? 1.0 : 2.0) + 0.01 * chance(point, replicate);
    };
    const std::vector<std::string> sentences = english(told(means("0, 1, 2, 3"), moods));
    EXPECT_EQ(sentences.back(), "Beyond 1 not every step can be told from chance, but a later one still counts.");
}

TEST_F(SweepAnswer, PassesOverPointsWithoutRuns) {
    const auto moods = [](std::span<const double> values, std::size_t point, std::size_t replicate) {
        return values[0] == 2.0 ? NAN : values[0] + 0.01 * chance(point, replicate);
    };
    const std::vector<std::string> along = english(told(means("0, 1, 2, 3"), moods));
    EXPECT_THAT(along[0], StartsWith("Sun from 0 to 1: one step, "));
    const std::vector<std::string> among = english(told(means("3, 2, 1"), moods));  // not in rising order
    EXPECT_THAT(among[0], StartsWith("Of 3 points it is highest with sun 3: 3.0"));
    EXPECT_EQ(english(told(means("0, 2, 3"), moods)).front(), "Runs of the first points are missing, so no step can be told.");
}

TEST_F(SweepAnswer, SaysWhereThereIsNoDifferenceAtAll) {
    EXPECT_THAT(english(told(means("0, 1"), [](auto, auto, std::size_t replicate) { return chance(0, replicate); })),
                ElementsAre("Sun from 0 to 1: no difference at all."));
}

TEST_F(SweepAnswer, LeavesAPathAsItIsTyped) {
    SweepPlan paths = means("0, 1");
    paths.axes[0].label = Label::same(paths.axes[0].path);
    const auto moods = [](std::span<const double> values, std::size_t point, std::size_t replicate) {
        return values[0] + 0.01 * chance(point, replicate);
    };
    EXPECT_THAT(english(told(paths, moods))[0], StartsWith("example.mean from 0 to 1: one step, "));
}

TEST_F(SweepAnswer, SaysWhereNoStrengthCanBeTold) {
    const SweepPlan few = plan("kind = \"latin_hypercube\"\npoints = 3", kThree);
    const auto moods = [](std::span<const double> values, std::size_t, std::size_t) { return values[0]; };
    EXPECT_THAT(english(told(few, moods)),
                ElementsAre("No strength can be told: there are too few points, or parameters change together."));
}

TEST_F(SweepAnswer, AmongPointsOfSeveralAxesNamesTheBest) {
    const auto moods = [](std::span<const double> values, std::size_t point, std::size_t replicate) {
        return values[0] - values[1] + 0.01 * chance(point, replicate);
    };
    const std::vector<std::string> sentences =
        english(told(plan(kGrid,
                          "[[axis]]\npath = \"example.mean\"\nlabel = { en = \"sun\", nl = \"zon\" }\nvalues = [0, 0.5]\n"
                          "[[axis]]\npath = \"example.relaxation\"\nlabel = { en = \"rest\", nl = \"rust\" }\nvalues = [4, 8]\n"),
                     moods));
    ASSERT_THAT(sentences, SizeIs(2));
    EXPECT_THAT(sentences[0], StartsWith("Of 4 points it is highest with sun 0.5, rest 4: −3.501 (95% interval −3.515 to −3.487)."));
    EXPECT_THAT(sentences[1], StartsWith("Against the first point that is 0.498 higher (95% interval 0.492 to 0.505); "));
    EXPECT_THAT(sentences[1], HasSubstr("as the best of several it may look a little better than it is."));
}

TEST_F(SweepAnswer, OfAScreenNamesTheStrongestWithItsIntervalAndTheWeak) {
    const SweepPlan screen = plan("kind = \"morris\"\ntrajectories = 8", kThree);
    std::vector<double> unit(screen.axes.size());
    const auto moods = [&](std::span<const double>, std::size_t point, std::size_t) {
        for (std::size_t a = 0; a < unit.size(); ++a) unit[a] = screen.coordinates[point * unit.size() + a];
        return -2.0 * unit[1] + unit[0] + 0.1 * unit[2];
    };
    const std::vector<Label> sentences = told(screen, moods);
    ASSERT_THAT(sentences, SizeIs(3));
    EXPECT_THAT(sentences[0].en, StartsWith("Of 3 parameters “rest” matters most: 2.0"));
    EXPECT_THAT(sentences[0].en, HasSubstr(" on average from one end of its range to the other; the outcome falls with it."));
    EXPECT_THAT(sentences[0].nl, StartsWith("Van de 3 parameters telt “rust” het meest: 2,0"));
    EXPECT_THAT(sentences[1].en, StartsWith("Next come sun (1.0"));
    EXPECT_THAT(sentences[1].en, HasSubstr(" and noise (0.1"));
    EXPECT_EQ(sentences[2].en, "1 of the 3 matters less than a tenth as much.");
}

TEST_F(SweepAnswer, SaysThatTheOrderIsNotCertainWhereIntervalsOverlap) {
    const SweepPlan screen = plan("kind = \"latin_hypercube\"\npoints = 40", kThree);
    const auto moods = [&](std::span<const double>, std::size_t point, std::size_t) {
        return screen.coordinates[3 * point] + screen.coordinates[3 * point + 1] + 0.5 * chance(point, 0);
    };
    const std::vector<std::string> sentences = english(told(screen, moods));
    EXPECT_THAT(sentences, ::testing::Contains(StartsWith("Which is the strongest is not certain: the interval of the first overlaps")));
    EXPECT_THAT(sentences.back(), StartsWith("A straight line in all parameters explains "));
    EXPECT_THAT(english(told(screen, [](auto, auto, auto) { return 1.0; })),
                ElementsAre("No parameter moves it: it is the same at all points."));
}

TEST_F(SweepAnswer, ReportTellsWhatIsMissingAndTheSameNumbersAsTheAnalysis) {
    const SweepPlan screen = plan("kind = \"morris\"\ntrajectories = 4", kThree);
    write(screen, [&](std::span<const double> values, std::size_t point, std::size_t) { return point == 0 ? NAN : values[0]; });
    const SweepTable table("sweep.h5");
    const SweepFindings findings(table, readers(), {{kMood, {0}, 1}});
    const auto data = nlohmann::json::parse(sweep_report_json(findings, {Language::dutch, {}, {"bevlogen report sweep.h5"}}));
    EXPECT_EQ(data["kind"], "sweep");
    EXPECT_EQ(data["language"], "nl");
    EXPECT_THAT(std::string(data["notices"][0]["text"]["en"]),
                Eq("4 of 64 runs are missing or failed; 4 of 4 parts of the design are used, at least in part."));
    EXPECT_EQ(data["sweep"]["method"], "morris");
    EXPECT_THAT(data["sweep"]["axes"], SizeIs(3));
    EXPECT_EQ(data["sweep"]["axes"][0]["path"], "example.mean");
    EXPECT_EQ(data["sweep"]["axes"][0]["usual"]["en"], "0.5");
    const auto& question = data["sweep"]["questions"][0];
    EXPECT_TRUE(question["points"].is_null());
    ASSERT_THAT(question["ranked"], SizeIs(3));
    const AxisStrength& first = findings.all().front().ranking.ranked.front();
    EXPECT_EQ(question["ranked"][0]["axis"], first.axis);
    EXPECT_NEAR(question["ranked"][0]["strength"][0], first.strength, 1e-3 * first.strength);
    EXPECT_THAT(std::string(data["repeat"]["notes"][0]["en"]), HasSubstr("bevlogen sweep --from sweep.h5"));
    EXPECT_THAT(std::vector<std::string>(data["repeat"]["commands"]), ElementsAre("bevlogen sweep plan.toml", "bevlogen report sweep.h5"));
    EXPECT_THAT(sweep_report_page(findings, {}), HasSubstr("<html lang=\"en\">"));
}

TEST_F(SweepAnswer, PointsOfAReportHaveTheirDifferences) {
    const SweepPlan grid = means("0, 1, 2");
    write(grid, [](std::span<const double> values, std::size_t, std::size_t) { return values[0]; });
    const SweepTable table("sweep.h5");
    const SweepFindings findings(table, readers(), {{kMood, {0}, 1}});
    const auto data = nlohmann::json::parse(sweep_report_json(findings, {}));
    const auto& points = data["sweep"]["questions"][0]["points"];
    ASSERT_THAT(points, SizeIs(3));
    EXPECT_EQ(points[2]["label"]["nl"], "zon 2");
    EXPECT_TRUE(points[0]["from_first"].is_null());
    EXPECT_EQ(points[2]["from_first"], nlohmann::json::array({2.0, 2.0, 2.0}));
    EXPECT_EQ(points[2]["from_before"], nlohmann::json::array({1.0, 1.0, 1.0}));
    EXPECT_TRUE(points[2]["euros"].is_null());
    EXPECT_THAT(data["notices"], IsEmpty());
}

// Of a model with payers: the file is written by hand, nothing is simulated.
class SweepMoney : public SweepAnswer {
  protected:
    // Four sizes of a programme under four replicates; `fewer` is the share less that is burnt out, `more` EUR that each payer pays more.
    static SweepPlan sizes() {
        return plan_of(head_of_plan(kGrid, "challenge-support-residents.toml") +
                           "[[axis]]\npath = \"intervention.challenge-support.coaching.coaches\"\nlabel = { en "
                           "= \"coaches\", nl = "
                           "\"coaches\" }\nvalues = [4, 8]\n",
                       {"time.years=2", "run.replicates=4"});
    }
    static std::vector<std::string> told(double fewer, double more) {
        const SweepPlan plan = sizes();
        const SweepDescription description = describe_sweep(plan, model_of_plan(plan));
        const SweepShape shape = description.shape();
        write_sweep_file(
            "money.h5", description,
            [&](std::size_t point, std::size_t replicate) -> std::optional<SweepRun> {
                const auto share = static_cast<float>(0.2 - fewer * static_cast<double>(point) + 0.0001 * chance(point, replicate));
                const auto euros = static_cast<float>(1e6 + more * static_cast<double>(point) + 1000.0 * chance(point + 7, replicate));
                return SweepRun{std::vector<float>(shape.values(), share),
                                std::vector<float>(shape.persons(), 1000.0f),
                                std::vector<float>(shape.euros(), euros),
                                {}};
            },
            {});
        const SweepTable table("money.h5");
        const auto outcome = std::find(table.outcomes().begin(), table.outcomes().end(), "burnt_out") - table.outcomes().begin();
        const SweepFindings findings(table, readers(), {{static_cast<std::size_t>(outcome), {0}, 1}});
        data = nlohmann::json::parse(sweep_report_json(findings, {}));
        return english(answer(findings, findings.all().front()));
    }
    static inline nlohmann::json data;
};

// A hundredth less of 1,000 persons in each of two years is 20 years; four payers at least pay 100,000 more in each of two.
TEST_F(SweepMoney, HasAPriceWhereBothAreClear) {
    const std::vector<std::string> sentences = told(0.01, 1e5);
    ASSERT_THAT(sentences, SizeIs(2));
    EXPECT_THAT(sentences[1], StartsWith("Over 2 years, with coaches 8 against the first point: 20 ± 0 burnout-years averted; costs "
                                         "€\u00a01.20 million more (95% interval "));
    EXPECT_THAT(sentences[1], HasSubstr(" for each of these years (95% interval "));
    const auto& point = data["sweep"]["questions"][0]["points"][1];
    EXPECT_NEAR(point["averted"][0], 20.0, 0.2);
    EXPECT_NEAR(point["per_averted"][0], double(point["euros"][0]) / double(point["averted"][0]), 1e-3 * double(point["per_averted"][0]));
    EXPECT_THAT(std::string(data["certainty"][1]["en"]), StartsWith("Money is what all payers together pay more"));
}

TEST_F(SweepMoney, HasNoPriceWhereCostsOrYearsAreNotClearOrBothFall) {
    EXPECT_THAT(told(0.01, 0.0)[1], AllOf(HasSubstr("; costs that cannot be told apart, "), Not(HasSubstr("for each of these years"))));
    EXPECT_TRUE(data["sweep"]["questions"][0]["points"][1]["per_averted"].is_null());
    EXPECT_THAT(told(-0.01, -1e5)[1], AllOf(HasSubstr(": −20 ± 0 burnout-years averted; costs €\u00a01.20 million"),
                                            HasSubstr(" less (95% interval "), Not(HasSubstr("for each of these years"))));
    EXPECT_TRUE(data["sweep"]["questions"][0]["points"][1]["per_averted"].is_null());
}

TEST(AxisWords, AreThoseOfEachKindOfValue) {
    Axis axis;
    axis.low = 0.5;
    axis.high = 2.0;
    axis.first = 1.0;
    axis.second = 1.5;
    const auto words = [&](Spread spread) {
        axis.spread = spread;
        return worded_axis_values(axis);
    };
    EXPECT_EQ(words(Spread::linear), (Label{"0.5 to 2", "0,5 tot 2"}));
    EXPECT_EQ(words(Spread::log), (Label{"0.5 to 2, by the logarithm", "0,5 tot 2, naar de logaritme"}));
    EXPECT_EQ(words(Spread::normal).nl, "0,5 tot 2, normaal met gemiddelde 1 en SD 1,5");
    EXPECT_EQ(words(Spread::lognormal).en, "0.5 to 2, lognormal with median 1 and factor 1.5");
    EXPECT_EQ(words(Spread::triangular).en, "0.5 to 2, triangular with mode 1");
    EXPECT_EQ(words(Spread::beta).en, "0.5 to 2, beta with 1 and 1.5");
    axis.values = {0.0, 1.0};
    EXPECT_EQ(words(Spread::values), (Label{"0 and 1", "0 en 1"}));
    axis.key.type = KeyType::flag;
    EXPECT_EQ(words(Spread::values), (Label{"no and yes", "nee en ja"}));
    axis.key.type = KeyType::word;
    axis.key.words = {"city", "nation"};
    EXPECT_EQ(words(Spread::values), (Label{"city and nation", "city en nation"}));
}

}  // namespace
}  // namespace bevlogen::testing
