// What is said of the mistakes in a plan: where they stand, and what was probably meant.
#include <gmock/gmock.h>

#include "tests/unit/sweep/sweep_files.hpp"

namespace bevlogen::testing {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::StartsWith;

class MistakesInPlans : public SweepFiles {
  protected:
    static std::string one_error(const std::string& error) { return "plan.toml:" + error + "\n1 error, nothing was run.\n"; }
};

TEST_F(MistakesInPlans, InNamesSuggestTheNearest) {
    EXPECT_EQ(report_of_plan(latin("path = \"example.maen\"\n")),
              one_error("7:8: error: unknown path \"example.maen\"; did you mean \"example.mean\"?"));
    EXPECT_EQ(report_of_plan("outcomes = [\"mood\", \"low_moood\"]\n" + latin("path = \"example.mean\"\n")),
              one_error("1:21: error: unknown outcome \"low_moood\"; did you mean \"low_mood\"?"));
    EXPECT_EQ(
        report_of_plan(head_of_plan("kind = \"moris\"\ntrajectories = 3") + kMean),
        one_error("4:8: error: kind = \"moris\" (must be one of grid, list, latin_hypercube, sobol, morris); did you mean \"morris\"?"));
    EXPECT_EQ(report_of_plan(latin("path = \"example.mean\"\ndistribution = { kind = \"normall\", mean = 1 }\n")),
              one_error("8:25: error: kind = \"normall\" (must be one of normal, lognormal, triangular, beta); did you mean \"normal\"?"));
    EXPECT_THAT(report_of_plan(latin("path = \"exampel.*\"\n")),
                AllOf(StartsWith("plan.toml:7:8: error: no parameter"), HasSubstr("\"exampel.*\""), HasSubstr("relaxation")));
    write_content("moods.toml", "");
    EXPECT_EQ(report_of_plan(head_of_plan(kGrid, "mood.toml") + kMean + "values = [0]\n"),
              one_error("1:12: error: no file \"mood.toml\"; did you mean \"moods.toml\"?"));
}

// Each key of a plan in turn with its last letter twice.
TEST_F(MistakesInPlans, AreFoundInAnyKey) {
    const std::string sound =
        "title = \"T\"\nquestion = \"Q\"\nscenario = \"example.toml\"\nreplicates = 2\noutcomes = [\"mood\"]\n"
        "[design]\nkind = \"morris\"\ntrajectories = 4\nlevels = 4\nseed = 1\n"
        "[[axis]]\npath = \"example.spread\"\nlabel = { en = \"a\", nl = \"b\" }\nrange = [0.1, 1]\nscale = \"log\"\n"
        "[[axis]]\npath = \"example.teams\"\nvalues = [1, 2]\n[[axis]]\npath = \"example.mean\"\n"
        "distribution.kind = \"normal\"\ndistribution.mean = 0\ndistribution.sd = 1\n";
    ASSERT_EQ(report_of_plan(sound), "");
    int line = 0, keys = 0;
    for (std::size_t at = 0; at < sound.size(); at = sound.find('\n', at) + 1) {
        ++line;
        const std::size_t end = sound.find_first_of("=\n", at);
        if (sound[end] != '=') continue;
        ++keys;
        std::string text = sound;
        text.insert(end - 1, 1, sound[end - 2]);
        const std::string report = report_of_plan(text);
        EXPECT_THAT(report, HasSubstr("plan.toml:" + std::to_string(line) + ":")) << text;
        EXPECT_THAT(report, HasSubstr("unknown key \"")) << text;
        EXPECT_THAT(report, HasSubstr("did you mean \"")) << text;
    }
    EXPECT_EQ(keys, 19);
    EXPECT_EQ(report_of_plan("scenario = \"example.toml\"\n[design]\nkind = \"morris\"\ntracectories = 3\n" + std::string(kMean)),
              "plan.toml:2:1: error: a morris design needs `trajectories`\n"
              "plan.toml:4:1: error: unknown key \"tracectories\" in [design]; did you mean \"trajectories\"?\n"
              "2 errors, nothing was run.\n");
}

TEST_F(MistakesInPlans, OfADesignAreToldAtItsKeys) {
    EXPECT_EQ(report_of_plan(head_of_plan("kind = \"latin_hypercube\"") + kMean),
              one_error("3:1: error: a latin_hypercube design needs `points`"));
    EXPECT_EQ(report_of_plan(head_of_plan("kind = \"sobol\"\nrows = 8\npoints = 5") + kMean),
              one_error("6:10: error: `points` says nothing of a sobol design; its size is `rows`"));
    EXPECT_EQ(report_of_plan(head_of_plan("kind = \"grid\"\nrows = 8") + kMean + "values = [0]\n"),
              one_error("5:8: error: `rows` says nothing of a grid design"));
    EXPECT_EQ(report_of_plan(head_of_plan("kind = \"latin_hypercube\"\npoints = 0") + kMean),
              one_error("5:10: error: points = 0 (must lie in [1, 10000000]: of a Latin hypercube: number of points)"));
    EXPECT_EQ(report_of_plan(head_of_plan("kind = \"morris\"\ntrajectories = 3\nlevels = 5") + kMean),
              one_error("6:10: error: levels is an even number"));
    EXPECT_EQ(report_of_plan(head_of_plan("kind = \"latin_hypercube\"\npoints = 3\nlevels = 4") + kMean),
              one_error("6:10: error: `levels` is of a design of Morris"));
    EXPECT_EQ(report_of_plan(head_of_plan(kGrid) + kMean), one_error("3:1: error: a grid needs the `values` of \"example.mean\""));
    EXPECT_EQ(
        report_of_plan(head_of_plan("kind = \"list\"") + kMean + "values = [0, 1]\n[[axis]]\npath = \"example.spread\"\nvalues = [1]\n"),
        one_error("3:1: error: a list needs as many values of each axis: \"example.mean\" has 2, \"example.spread\" has 1"));
}

TEST_F(MistakesInPlans, OfSizeAreToldBeforeAnyPointIsMade) {
    EXPECT_EQ(report_of_plan(head_of_plan("kind = \"sobol\"\nrows = 5000000") + kMean),
              one_error("3:1: error: a design of 15000000 points is too large; 10000000 are the most"));
    EXPECT_EQ(report_of_plan(head_of_plan("kind = \"latin_hypercube\"\npoints = 131073") + kMean),
              one_error("3:1: error: a Latin hypercube takes 131072 points at most, not 131073; a design of Sobol' takes more"));
    std::string many = "values = [0";
    for (int i = 1; i < 300; ++i) many += ", " + std::to_string(i / 100.0);
    many += "]\n";
    const std::string grid = head_of_plan(kGrid) + kMean + many + "[[axis]]\npath = \"example.spread\"\n" + many +
                             "[[axis]]\npath = \"example.team_spread\"\n" + many;
    EXPECT_EQ(report_of_plan(grid),
              one_error("3:1: error: a grid of 27000000 points is too large; a Latin hypercube or Sobol' fills the same space"));
    EXPECT_THAT(report_of_plan(head_of_plan("kind = \"latin_hypercube\"\npoints = 1000") + kMean, {"run.replicates=1000000"}),
                HasSubstr("1000 points under 1000000 replicates are more than 100000000 runs"));
}

TEST_F(MistakesInPlans, InValuesAndRangesAreToldWhereTheyStand) {
    EXPECT_EQ(report_of_plan(latin("path = \"example.mean\"\nrange = [0, 20]\n")),
              one_error("8:9: error: example.mean = 20 (must lie in [-10, 10])"));
    EXPECT_EQ(report_of_plan(latin("path = \"example.mean\"\nvalues = [1, 99]\n")),
              one_error("8:14: error: example.mean = 99 (must lie in [-10, 10]: mean mood)"));
    EXPECT_EQ(report_of_plan(latin("path = \"example.mean\"\nvalues = [\"x\"]\n")),
              one_error("8:11: error: example.mean must be a number, not a string"));
    EXPECT_EQ(report_of_plan(latin("path = \"example.mean\"\nvalues = []\n")), one_error("8:10: error: values = [] leaves nothing to run"));
    EXPECT_EQ(report_of_plan(latin("path = \"example.mean\"\nrange = [0.5, 0.5]\n")),
              one_error("8:9: error: a range has some width; `values` takes a single one"));
    EXPECT_THAT(report_of_plan(latin("path = \"example.mean\"\nrange = [1, 0]\n")),
                StartsWith("plan.toml:8:9: error: range = [1, 0] (the lower end comes first)"));
    EXPECT_EQ(report_of_plan(latin("path = \"example.mean\"\nrange = [0, 1]\nscale = \"log\"\n")),
              one_error("8:9: error: a logarithm needs a range above 0"));
    EXPECT_EQ(report_of_plan(latin("path = \"example.mean\"\nvalues = [0]\nrange = [0, 1]\n")),
              one_error("6:1: error: an axis has either `values`, or a `range` with its `scale` or `distribution`"));
}

// Half a team is run as none or as one, and would be told as a half.
TEST_F(MistakesInPlans, OfARangeOfWholeNumbersAreEndsThatAreNone) {
    EXPECT_THAT(report_of_plan(latin("path = \"example.teams\"\nrange = [1.5, 3.5]\n")), StartsWith("plan.toml:8:9: error: "));
}

TEST_F(MistakesInPlans, OfADistributionAreToldAtItsKeys) {
    EXPECT_EQ(report_of_plan(latin("path = \"example.spread\"\ndistribution = { kind = \"normal\", mean = 1 }\n")),
              one_error("8:16: error: a normal distribution needs `sd`"));
    EXPECT_EQ(report_of_plan(latin("path = \"example.spread\"\ndistribution = { kind = \"beta\", alpha = 1, beta = 2, mode = 3 }\n")),
              one_error("8:54: error: unknown key \"mode\" in distribution (valid: kind, alpha, beta)"));
    EXPECT_EQ(report_of_plan(latin("path = \"example.spread\"\ndistribution = { kind = \"triangular\", mode = 3 }\n")),
              one_error("7:8: error: the mode lies outside of the range"));
    EXPECT_EQ(report_of_plan(latin("path = \"example.spread\"\nscale = \"log\"\ndistribution = { kind = \"normal\", mean = 1, sd = 1 }\n")),
              one_error("8:9: error: `scale` is for a range without a distribution"));
}

TEST_F(MistakesInPlans, AreAxesThatCannotBeVaried) {
    for (const char* path : {"time.years", "run.seed", "title"}) {
        EXPECT_EQ(report_of_plan(latin("path = \"" + std::string(path) + "\"\nvalues = [1, 2]\n")),
                  one_error("7:8: error: \"" + std::string(path) +
                            "\" is the same for all points of a sweep; set it in the scenario or with --set"));
    }
    EXPECT_EQ(report_of_plan(latin("path = \"example.mean\"\n[[axis]]\npath = \"example.*\"\n")),
              one_error("8:1: error: \"example.mean\" is varied twice"));
    EXPECT_EQ(report_of_plan(latin("path = \"example.*\"\nlabel = { en = \"a\", nl = \"b\" }\n")),
              one_error("8:9: error: one label does not fit several axes; name their paths one by one"));
    const std::string intervention = "path = \"intervention.less-administration.";
    EXPECT_EQ(report_of_plan(head_of_plan("kind = \"sobol\"\nrows = 8", "less-administration.toml") + "[[axis]]\n" + intervention +
                             "level\"\n[[axis]]\n" + intervention + "mandate\"\nrange = [0, 1]\n[[axis]]\n" + intervention +
                             "uptake\"\n[[axis]]\n" + intervention + "title\"\nvalues = [\"a\"]\n[[axis]]\n" + intervention + "upake\"\n"),
              "plan.toml:7:8: error: \"intervention.less-administration.level\" takes no range; name its `values`\n"
              "plan.toml:9:8: error: \"intervention.less-administration.mandate\" takes no range; name its `values`\n"
              "plan.toml:12:8: error: \"intervention.less-administration.uptake\" has no plausible range of its own; name `values`, a "
              "`range` or a `distribution`\n"
              "plan.toml:14:8: error: \"intervention.less-administration.title\" is neither a number, nor true or false, nor one of a few "
              "words\n"
              "plan.toml:17:8: error: unknown path \"intervention.less-administration.upake\"; did you mean "
              "\"intervention.less-administration.uptake\"?\n"
              "5 errors, nothing was run.\n");
}

TEST_F(MistakesInPlans, ArePartsThatAreMissing) {
    EXPECT_THAT(report_of_plan("scenario = \"example.toml\"\n" + std::string(kMean)),
                StartsWith("plan.toml: error: \"design\" is missing"));
    EXPECT_THAT(report_of_plan(head_of_plan(kGrid)), StartsWith("plan.toml: error: \"axis\" is missing"));
    EXPECT_THAT(report_of_plan("[design]\nkind = \"grid\"\n" + std::string(kMean) + "values = [0]\n"),
                StartsWith("plan.toml: error: \"scenario\" is missing"));
    for (const char* design : {"kind = \"grid\"", "kind = \"list\"", "kind = \"sobol\"\nrows = 8", "kind = \"morris\"\ntrajectories = 8"})
        EXPECT_NE(report_of_plan(std::string("axis = []\n") + head_of_plan(design)), "") << design;
}

TEST_F(MistakesInPlans, OfTheScenarioAreToldInTheScenario) {
    write_content("wrong.toml", "extends = \"example.toml\"\n[time]\nyeras = 2\n");
    EXPECT_EQ(report_of_plan(head_of_plan(kGrid, "wrong.toml") + kMean + "values = [0]\n"),
              "wrong.toml:3:1: error: unknown key \"yeras\" in [time]; did you mean \"years\"?\n1 error, nothing was run.\n");
}

TEST_F(MistakesInPlans, AreFilesOfAnotherKind) {
    EXPECT_EQ(report_of_plan("title = \"T\"\nmodel = \"example\"\n"),
              one_error("2:1: error: this is a scenario, not a plan of a sweep: name a scenario, a [design] and an [[axis]]"));
    EXPECT_EQ(report_of_plan("base = \"a.toml\"\nalternatives = [\"b.toml\"]\n"),
              one_error("1:1: error: this is a comparison, not a plan of a sweep: name a scenario, a [design] and an [[axis]]"));
    write_content("plan.toml", "title = \"T\"\n" + latin("path = \"example.mean\"\n"));
    EXPECT_EQ(report_of([] { read_scenario("plan.toml", vocabularies(), {}, {}); }),
              one_error("2:1: error: this is a plan of a sweep: use \"bevlogen sweep\""));
    EXPECT_EQ(kind_of_file("plan.toml"), FileKind::sweep);
}

}  // namespace
}  // namespace bevlogen::testing
