// A plan as it is read: its points, its defaults, what is the same wherever it is read again, and what is said of its mistakes.
#include "sim/sweep/plan.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <set>

#include "sim/scenario/resolved_text.hpp"
#include "sim/sweep/design.hpp"
#include "tests/unit/sweep/sweep_files.hpp"

namespace bevlogen::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::SizeIs;
using ::testing::StartsWith;

std::vector<std::string> paths_of(const SweepPlan& plan) {
    std::vector<std::string> paths;
    for (const Axis& axis : plan.axes) paths.push_back(axis.path);
    return paths;
}

class Plans : public SweepFiles {};

TEST_F(Plans, SayWhatIsSweptOverWhichScenario) {
    const SweepPlan plan =
        plan_of("title = { en = \"T\", nl = \"t\" }\nquestion = \"Q\"\n" + head_of_plan(kGrid) + kMean + "values = [0.25]\n");
    EXPECT_EQ(plan.name, "plan");
    EXPECT_EQ(plan.title, (Label{"T", "t"}));
    EXPECT_EQ(plan.question, Label::same("Q"));
    EXPECT_EQ(plan.base.name, "example");
    EXPECT_EQ(plan.base.model, "example");
    EXPECT_THAT(plan.text, StartsWith("title = "));
    ASSERT_THAT(plan.axes, SizeIs(1));
    EXPECT_EQ(plan.axes[0].label, (Label{"mean mood", "gemiddelde stemming"}));
    EXPECT_EQ(plan.axes[0].description, "mean mood");
    EXPECT_EQ(plan_of(head_of_plan(kGrid) + kMean + "values = [0.25]\n").title, Label::same("plan"));
}

TEST_F(Plans, OfAGridHaveEveryCombinationTheLastAxisFastest) {
    const SweepPlan plan =
        plan_of(head_of_plan(kGrid) + kMean + "values = [0, 0.5]\n[[axis]]\npath = \"example.teams\"\nvalues = [30, 10, 20]\n");
    ASSERT_EQ(plan.points(), 6u);
    EXPECT_EQ(plan.runs(), 12u);
    EXPECT_THAT(plan.values, ElementsAre(0, 30, 0, 10, 0, 20, 0.5, 30, 0.5, 10, 0.5, 20));
    EXPECT_THAT(plan.coordinates, ElementsAre(0, 1, 0, 0, 0, 0.5, 1, 1, 1, 0, 1, 0.5));  // by their size
}

TEST_F(Plans, OfAListTakeTheValuesSideBySide) {
    const SweepPlan plan = plan_of(head_of_plan("kind = \"list\"") + kMean +
                                   "values = [0, 0.5, 1]\n[[axis]]\npath = \"example.teams\"\nvalues = [30, 10, 20]\n");
    EXPECT_THAT(plan.values, ElementsAre(0, 30, 0.5, 10, 1, 20));
    EXPECT_THAT(plan.coordinates, ElementsAre(0, 1, 0.5, 0, 1, 0.5));
}

TEST_F(Plans, TakeTheirPointsFromTheDesignOfTheirSeed) {
    const std::string axes =
        std::string(kMean) + "[[axis]]\npath = \"example.spread\"\n[[axis]]\npath = \"example.teams\"\nrange = [1, 9]\n";
    const SweepPlan latin_plan = plan_of(head_of_plan("kind = \"latin_hypercube\"\npoints = 7\nseed = 3") + axes);
    const SweepPlan sobol_plan = plan_of(head_of_plan("kind = \"sobol\"\nrows = 4") + axes);
    const SweepPlan morris_plan = plan_of(head_of_plan("kind = \"morris\"\ntrajectories = 6\nlevels = 8") + axes);
    EXPECT_EQ(latin_plan.points(), 7u);
    EXPECT_EQ(sobol_plan.points(), 4u * 5u);
    EXPECT_EQ(morris_plan.points(), 6u * 4u);
    const auto expect_points = [](const SweepPlan& plan, const std::vector<UnitPoint>& points) {
        ASSERT_EQ(plan.points(), points.size());
        for (std::size_t p = 0; p < points.size(); ++p) {
            for (std::size_t a = 0; a < 3; ++a) {
                EXPECT_EQ(plan.coordinates[p * 3 + a], points[p][a]);
                EXPECT_EQ(plan.at(p)[a], plan.axes[a].value_at(points[p][a]));
            }
        }
    };
    expect_points(latin_plan, latin_hypercube(7, 3, {3, 0}));
    expect_points(sobol_plan, sobol_rows(4, 3, {1, 0}));
    expect_points(morris_plan, morris_trajectories(6, 3, 8, {1, 0}).points);
}

// A greater coordinate is a greater value, or an effect would have the wrong sign.
TEST_F(Plans, OfADrawnDesignHaveValuesThatRiseWithTheirCoordinate) {
    const SweepPlan plan = plan_of(latin("path = \"example.teams\"\nvalues = [30, 10, 20]\n"));
    EXPECT_THAT(plan.axes[0].values, ElementsAre(10, 20, 30));
    for (std::size_t p = 0; p < plan.points(); ++p) EXPECT_EQ(plan.values[p], 10.0 * (1.0 + std::floor(plan.coordinates[p] * 3.0)));
}

TEST_F(Plans, KeepTheHeadlinesWhereNoOutcomeIsNamed) {
    const SweepPlan plan = plan_of(head_of_plan(kGrid) + kMean + "values = [0]\n");
    const std::vector<OutcomeDecl>& decls = model_of_plan(plan).outcomes();
    for (std::size_t o = 0; o < decls.size(); ++o)
        EXPECT_EQ(std::count(plan.outcomes.begin(), plan.outcomes.end(), o), decls[o].headline ? 1 : 0) << decls[o].name;
    const std::string named = "outcomes = [\"low_mood\", \"mood_reading\"]\n" + head_of_plan(kGrid) + kMean + "values = [0]\n";
    EXPECT_THAT(plan_of(named).outcomes, ElementsAre(1, 2));  // in the order of the model
}

TEST_F(Plans, TakeThePlausibleRangeWhereNothingIsSaid) {
    const SweepPlan plan = plan_of(latin("path = \"example.relaxation\"\n[[axis]]\npath = \"example.spread\"\nscale = \"log\"\n"));
    EXPECT_EQ(std::pair(plan.axes[0].low, plan.axes[0].high), std::pair(4.0, 16.0));
    EXPECT_EQ(plan.axes[0].spread, Spread::linear);
    EXPECT_EQ(std::pair(plan.axes[1].low, plan.axes[1].high), std::pair(0.5, 1.0));
    EXPECT_EQ(plan.axes[1].spread, Spread::log);
}

// What the catalogue says of a number comes before how far its knob turns.
TEST_F(Plans, TakeThePlausibleRangeOfACatalogueEntryAndElseThatOfItsKnob) {
    write_content("knob.toml", R"(
extends = "baseline.toml"
[[intervention]]
name = "it"
shift = { administration = -1.0, autonomy = 0.5 }
numbers = [{ path = "shift.administration", from = "assumed", range = [-1.5, 0] }]
[[intervention.knobs]]
path = "shift.administration"
min = -3.0
max = 1.0
step = 0.5
label = { en = "a", nl = "a" }
[[intervention.knobs]]
path = "shift.autonomy"
min = -0.5
max = 2.0
step = 0.5
label = { en = "b", nl = "b" }
)");
    const SweepPlan plan = plan_of(head_of_plan("kind = \"latin_hypercube\"\npoints = 2", "knob.toml") +
                                   "[[axis]]\npath = \"intervention.it.shift.administration\"\n[[axis]]\npath = "
                                   "\"intervention.it.shift.autonomy\"\n[[axis]]\npath = \"intervention.it.mandate\"\nvalues = [false]\n");
    EXPECT_EQ(std::pair(plan.axes[0].low, plan.axes[0].high), std::pair(-1.5, 0.0));
    EXPECT_EQ(std::pair(plan.axes[1].low, plan.axes[1].high), std::pair(-0.5, 2.0));
    EXPECT_THAT(plan.axes[2].values, ElementsAre(0.0));
    EXPECT_FALSE(plan.axes[0].parameter);
}

TEST_F(Plans, ReadADistributionWithOrWithoutARange) {
    const SweepPlan plan = plan_of(latin(R"(path = "example.spread"
distribution = { kind = "normal", mean = 0.7, sd = 0.1 }
[[axis]]
path = "example.mean"
range = [-2, 3]
distribution = { kind = "triangular", mode = 2.5 }
[[axis]]
path = "population.scale"
distribution = { kind = "lognormal", median = 0.01, factor = 1.5 }
[[axis]]
path = "example.team_spread"
distribution = { kind = "beta", alpha = 2, beta = 3 }
)"));
    const auto is = [&](std::size_t a, Spread spread, double low, double high, double first, double second) {
        const Axis& axis = plan.axes[a];
        EXPECT_EQ(axis.spread, spread) << a;
        EXPECT_THAT((std::vector{axis.low, axis.high, axis.first, axis.second}), ElementsAre(low, high, first, second)) << a;
    };
    is(0, Spread::normal, 0.5, 1.0, 0.7, 0.1);
    is(1, Spread::triangular, -2.0, 3.0, 2.5, 0.0);
    is(2, Spread::lognormal, 0.01 / std::pow(1.5, 4.0), 0.01 * std::pow(1.5, 4.0), 0.01, 1.5);  // no plausible range: four factors each way
    is(3, Spread::beta, 0.0, 1.0, 2.0, 3.0);
}

TEST_F(Plans, VaryEverythingBelowAStar) {
    const SweepPlan plan = plan_of(latin("path = \"example.*\"\n"));
    EXPECT_THAT(paths_of(plan), ElementsAre("example.teams", "example.persons_per_team", "example.mean", "example.spread",
                                            "example.relaxation", "example.team_spread", "example.scale_error"));
    EXPECT_EQ(std::pair(plan.axes[4].low, plan.axes[4].high), std::pair(4.0, 16.0));
    for (std::size_t p = 0; p < plan.points(); ++p) EXPECT_EQ(plan.at(p)[0], std::round(plan.at(p)[0]));
}

TEST_F(Plans, VaryWhatAStarWithinAPathStandsFor) {
    EXPECT_THAT(paths_of(plan_of(latin("path = \"example.*spread\"\n"))), ElementsAre("example.spread", "example.team_spread"));
    EXPECT_THAT(paths_of(plan_of(latin("path = \"*.*eam*\"\n"))),
                ElementsAre("example.teams", "example.persons_per_team", "example.team_spread"));
}

TEST_F(Plans, SetValuesOfTheirScenarioForAllPoints) {
    const std::string text = head_of_plan(kGrid) +
                             "[set]\ntime.years = 1\n\"example.mean\" = 0.9\nrun.replicates = 4\n[set.example]\nteams = 7\n" + kMean +
                             "values = [0]\n";
    const SweepPlan plan = plan_of(text);
    EXPECT_EQ(plan.base.years, 1);
    EXPECT_THAT(std::vector(plan.base.parameters.values.begin(), plan.base.parameters.values.begin() + 3), ElementsAre(7, 24, 0.9));
    EXPECT_EQ(plan.replicates(), 2u);  // of its own key
    EXPECT_EQ(plan_of(text, {"time.years=3"}).base.years, 3);
    const SweepPlan words = plan_of(head_of_plan(kGrid, "less-administration.toml") +
                                    "[set.intervention.less-administration]\nlevel = \"national\"\nmandate = false\n[[axis]]\npath = "
                                    "\"intervention.less-administration.uptake\"\nvalues = [0.5]\n");
    EXPECT_FALSE(words.base.interventions.at(0).is_mandated);
    EXPECT_THAT(words.base.resolved, HasSubstr("level = \"national\""));
    EXPECT_THAT(report_of_plan(head_of_plan(kGrid) + "[set]\nexample.maen = 1\n" + kMean + "values = [0]\n"), HasSubstr("example.maen"));
    EXPECT_THAT(report_of_plan(head_of_plan(kGrid) + "[set]\nexample.mean = [1]\n" + kMean + "values = [0]\n"),
                StartsWith("plan.toml:6:16: error: example.mean is set to "));
}

TEST_F(Plans, RunTheReplicatesOfTheCommandOrThePlanOrTheScenario) {
    const std::string rest = std::string("[design]\nkind = \"grid\"\n") + kMean + "values = [0]\n";
    const std::string alone = "scenario = \"example.toml\"\n" + rest, with_five = "replicates = 5\n" + alone;
    EXPECT_EQ(plan_of(alone).replicates(), 2u);  // of example.toml
    EXPECT_EQ(plan_of(with_five).replicates(), 5u);
    EXPECT_EQ(plan_of(with_five, {"run.replicates=7"}).replicates(), 7u);
    EXPECT_EQ(plan_of(alone, {"run.replicates=7", "example.teams=3"}).base.parameters.values.at(0), 3.0);
}

// Every way to say what an axis takes, with letters in labels that TOML escapes.
std::string everything() {
    return R"(title = { en = "A \"T\"", nl = "Eén\n" }
question.en = "Q"
outcomes = ["low_mood"]
)" + head_of_plan("kind = \"sobol\"\nrows = 8\nseed = 9") +
           R"([[axis]]
path = "example.mean"
label = { en = "the \"mean\"", nl = "gemiddelde" }
range = [-0.1, 0.3]
[[axis]]
path = "example.teams"
range = [1, 40]
[[axis]]
path = "example.persons_per_team"
values = [3, 5]
[[axis]]
path = "example.relaxation"
scale = "log"
[[axis]]
path = "example.spread"
distribution = { kind = "normal", mean = 0.7, sd = 0.3333333333333333 }
[[axis]]
path = "population.scale"
distribution = { kind = "lognormal", median = 0.7, factor = 1.5 }
[[axis]]
path = "example.team_spread"
distribution = { kind = "triangular", mode = 0.1 }
[[axis]]
path = "example.scale_error"
distribution = { kind = "beta", alpha = 0.5, beta = 0.5 }
)";
}

std::string interventions() {
    return head_of_plan("kind = \"morris\"\ntrajectories = 5\nlevels = 6", "less-administration.toml") +
           R"([[axis]]
path = "intervention.less-administration.ramp.weeks"
[[axis]]
path = "intervention.less-administration.shift.administration"
[[axis]]
path = "intervention.less-administration.mandate"
values = [true, false]
[[axis]]
path = "intervention.less-administration.level"
values = ["national", "individual"]
[[axis]]
path = "jdr.*"
)";
}

// A journal or a results file carries the resolved texts alone, and from them the same runs follow.
TEST_F(Plans, AreTheSameToTheBitWhenReadFromTheirResolvedText) {
    const std::vector<std::vector<std::string>> several_sets = {{}, {"time.years=3", "run.replicates=3", "run.first_replicate=5"}};
    for (const std::string& text : {everything(), interventions(), head_of_plan(kGrid) + kMean + "values = [0.1, 0.2]\n"}) {
        for (const std::vector<std::string>& sets : several_sets) {
            const SweepPlan plan = plan_of(text, sets);
            const Model& model = model_of_plan(plan);
            const std::string resolved = resolved_plan_text(plan, model);
            const SweepPlan again = parse_sweep_plan(resolved, plan.base.resolved, "journal", shelf());
            EXPECT_EQ(again.values, plan.values);
            EXPECT_EQ(again.coordinates, plan.coordinates);
            EXPECT_EQ(again.outcomes, plan.outcomes);
            EXPECT_EQ(again.title, plan.title);
            EXPECT_EQ(again.question, plan.question);
            EXPECT_EQ(again.replicates(), plan.replicates());
            EXPECT_EQ(again.base.resolved, plan.base.resolved);
            EXPECT_EQ(resolved_plan_text(again, model), resolved);
            EXPECT_EQ(sweep_identity(again, model), sweep_identity(plan, model));
        }
    }
}

TEST_F(Plans, AreTheSameWhenTheirResolvedTextsAreReadAsFiles) {
    const SweepPlan plan = plan_of(everything(), {"time.years=1"});
    const Model& model = model_of_plan(plan);
    write_content("example.toml", plan.base.resolved);
    const SweepPlan again = plan_of(resolved_plan_text(plan, model, "example.toml"));
    EXPECT_EQ(again.values, plan.values);
    EXPECT_EQ(sweep_identity(again, model), sweep_identity(plan, model));
}

constexpr const char* kDraws = "[[draw]]\nexample.mean = 0.25\n[[draw]]\nexample.mean = 0.5\n[[draw]]\nexample.mean = 0.75\n";
constexpr const char* kRelaxation = "[[axis]]\npath = \"example.relaxation\"\nvalues = [4, 8]\n";

// Draws stand in the plan, or in a file that it names, or come with the command; everywhere the same plan.
TEST_F(Plans, CarryDrawsOfParameters) {
    const SweepPlan plan = plan_of("parameters = \"by hand\"\n" + head_of_plan(kGrid) + kRelaxation + kDraws);
    const Model& model = model_of_plan(plan);
    ASSERT_TRUE(plan.draws);
    EXPECT_EQ(plan.draws->name, "by hand");
    EXPECT_THAT(plan.draws->values, ElementsAre(ElementsAre(0.25), ElementsAre(0.5), ElementsAre(0.75)));
    EXPECT_EQ(plan.runs(), 4u);  // they are no points
    const std::string resolved = resolved_plan_text(plan, model);
    const SweepPlan again = parse_sweep_plan(resolved, plan.base.resolved, "journal", shelf());
    EXPECT_EQ(resolved_plan_text(again, model), resolved);
    EXPECT_EQ(sweep_identity(again, model), sweep_identity(plan, model));

    write_content("by-hand.toml", kDraws);
    const SweepPlan from_file = plan_of("parameters = \"by-hand.toml\"\n" + head_of_plan(kGrid) + kRelaxation);
    EXPECT_EQ(from_file.draws->values, plan.draws->values);
    EXPECT_EQ(from_file.draws->name, "by-hand");
    const SweepPlan without = plan_of(head_of_plan(kGrid) + kRelaxation);
    EXPECT_FALSE(without.draws);
    EXPECT_NE(sweep_identity(without, model), sweep_identity(from_file, model));
    const SweepPlan given = under_draws(without, read_parameter_draws("by-hand.toml", model.vocabulary()), model);
    EXPECT_EQ(sweep_identity(given, model), sweep_identity(from_file, model));
}

TEST_F(Plans, RefuseDrawsThatDoNotFit) {
    EXPECT_THAT(report_of_plan(head_of_plan(kGrid) + kMean + "values = [0, 1]\n" + kDraws),
                HasSubstr("example.mean is drawn and is an axis"));
    EXPECT_THAT(report_of_plan(head_of_plan(kGrid) + kRelaxation + "[[draw]]\nexample.mean = 0\n"), HasSubstr("holds one draw"));
    EXPECT_THAT(report_of_plan(head_of_plan(kGrid) + kRelaxation + "[[draw]]\nexample.mena = 0\n[[draw]]\nexample.mena = 1\n"),
                HasSubstr("did you mean \"example.mean\""));
    EXPECT_THAT(report_of_plan("parameters = \"nowhere.toml\"\n" + head_of_plan(kGrid) + kRelaxation), HasSubstr("nowhere.toml"));
}

TEST_F(Plans, HaveAnIdentityWhateverTheReplicates) {
    const SweepPlan plan = plan_of(everything());
    const Model& model = model_of_plan(plan);
    EXPECT_EQ(sweep_identity(plan, model), sweep_identity(plan_of(everything(), {"run.replicates=9"}), model));
}

TEST_F(Plans, HaveAnotherIdentityWhereAnythingElseIsAnother) {
    std::set<std::string> identities = {sweep_identity(plan_of(everything()), *shelf().find("example"))};
    std::size_t expected = 1;
    const auto expect_another = [&](const SweepPlan& plan, const std::string& why) {
        identities.insert(sweep_identity(plan, model_of_plan(plan)));
        EXPECT_EQ(identities.size(), ++expected) << why;
    };
    const std::pair<const char*, const char*> changes[] = {
        {"seed = 9", "seed = 8"},
        {"rows = 8", "rows = 16"},
        {"[-0.1, 0.3]", "[-0.1, 0.30000000000000004]"},
        {"\"low_mood\"", "\"mood\""},
        {"values = [3, 5]", "values = [3, 6]"},
        {"sd = 0.3333333333333333", "sd = 0.3333333333333334"},
        {"scale = \"log\"", "scale = \"linear\""},
    };
    for (const auto& [from, to] : changes) {
        std::string text = everything();
        const std::size_t at = text.find(from);
        ASSERT_NE(at, std::string::npos) << from;
        expect_another(plan_of(text.replace(at, std::string(from).size(), to)), to);
    }
    for (const char* set : {"run.seed=2", "run.first_replicate=2", "time.years=1", "example.mean=0.6"})
        expect_another(plan_of(everything(), {set}), set);
}

}  // namespace
}  // namespace bevlogen::testing
