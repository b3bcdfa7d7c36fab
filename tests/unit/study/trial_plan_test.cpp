// Trials are read strictly: every mistake at its place; and the two worlds of one file differ in its interventions alone.
#include "sim/study/trial_plan.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "sim/study/trial_run.hpp"
#include "tests/unit/models/workforce_setup.hpp"

namespace bevlogen::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

class OneModel final : public ModelShelf {
  public:
    std::vector<std::string> names() const override { return {"workforce"}; }
    const Model* find(const std::string& name) const override { return name == "workforce" ? &workforce_.model() : nullptr; }

  private:
    Workforce workforce_;
};

constexpr const char* kHead = R"(title = "A trial"
scenario = "baseline.toml"
waves = [0, 12, 24]
[set]
"time.years" = 1
"time.burn_in" = 1
"population.scale" = 0.05
[recruit]
at = { week = 4 }
scope = { phases = ["anios", "aios"] }
willing = { base = -1, motivation = 0.5 }
most_trials = 3
[[arm]]
name = "relief"
persons = 20
[[arm]]
name = "usual"
persons = 30
[[intervention]]
name = "relief"
scope = { arm = 1 }
start = { week = 4 }
shift = { workload = -1.0 }
)";
constexpr const char* kAnalysis = R"([[analysis]]
name = "exhaustion"
kind = "change"
of = "ubos_exhaustion"
published = { value = -0.3, low = -0.5, high = -0.1, words = "less" }
)";

class TrialFiles : public ::testing::Test {
  protected:
    TrialFiles() { std::filesystem::create_directories(folder_); }
    ~TrialFiles() override { std::filesystem::remove_all(folder_); }

    TrialPlan read(const std::string& text) {
        const std::filesystem::path file = folder_ / "a-trial.toml";
        std::ofstream(file) << text;
        return read_trial(file, shelf_, {}, shipped_scenarios());
    }
    // Its mistakes, each "line: message".
    std::vector<std::string> mistakes(const std::string& text) {
        try {
            read(text);
        } catch (const InputError& error) {
            std::vector<std::string> all;
            for (const Diagnostic& d : error.diagnostics().sorted()) all.push_back(std::to_string(d.place.line) + ": " + d.message);
            return all;
        }
        return {};
    }

    OneModel shelf_;
    std::filesystem::path folder_ = std::filesystem::temp_directory_path() / ("trial-files-" + std::to_string(::getpid()));
};

std::string replaced(std::string text, const std::string& what, const std::string& with) {
    text.replace(text.find(what), what.size(), with);
    return text;
}

TEST_F(TrialFiles, AreReadAsTheySay) {
    const TrialPlan plan = read(std::string(kHead) + kAnalysis);
    EXPECT_EQ(plan.name, "a-trial");
    EXPECT_THAT(plan.design.waves, ElementsAre(0, 12, 24));
    EXPECT_EQ(plan.design.start, 4);
    EXPECT_EQ(plan.design.recruitment.most_trials, 3u);
    ASSERT_EQ(plan.design.recruitment.arms.size(), 2u);
    EXPECT_EQ(plan.design.recruitment.arms[1].persons, 30u);
    ASSERT_EQ(plan.with.interventions.size(), 1u);
    EXPECT_EQ(plan.with.interventions[0].scope.arm, 1);
    EXPECT_TRUE(plan.without.interventions.empty());
    EXPECT_EQ(plan.with.parameters.values, plan.without.parameters.values);
    ASSERT_EQ(plan.analyses.size(), 1u);
    EXPECT_EQ(plan.analyses[0].wave, 2u);
    EXPECT_EQ(plan.analyses[0].arm, 1);
    EXPECT_EQ(plan.analyses[0].control, 2);
    EXPECT_EQ(plan.analyses[0].published->low, -0.5);
}

TEST_F(TrialFiles, MistakesStandAtTheirPlaces) {
    const std::string whole = std::string(kHead) + kAnalysis;
    EXPECT_THAT(mistakes(replaced(whole, "waves = [0, 12, 24]", "waves = [0, 13]")),
                ElementsAre(HasSubstr("3: waves are weeks after recruitment")));
    EXPECT_THAT(mistakes(replaced(whole, "motivation = 0.5", "motivaton = 0.5")),
                ElementsAre(HasSubstr("11: unknown quantity \"motivaton\"; did you mean \"motivation\"?")));
    EXPECT_THAT(mistakes(replaced(whole, "week = 4 }\nscope", "week = 5 }\nscope")), ElementsAre(HasSubstr("9: week 5 is not a clearing")));
    EXPECT_THAT(mistakes(replaced(whole, "phases = [", "coverage = 0.5, phases = [")),
                ElementsAre(HasSubstr("`coverage` says nothing of who")));
    EXPECT_THAT(mistakes(replaced(whole, "kind = \"change\"", "kind = \"share\"")), ElementsAre(HasSubstr("needs `cutoff`")));
    EXPECT_THAT(mistakes(replaced(whole, "of = \"ubos", "cutoff = 2\nof = \"ubos")),
                ElementsAre(HasSubstr("`cutoff` says nothing of kind = \"change\"")));
    EXPECT_THAT(mistakes(replaced(whole, "of = \"ubos", "wave = 16\nof = \"ubos")), ElementsAre(HasSubstr("16 is none of the waves")));
    EXPECT_THAT(mistakes(replaced(whole, "of = \"ubos", "arm = \"usual\"\nof = \"ubos")),
                ElementsAre(HasSubstr("not compared with itself")));
    EXPECT_THAT(mistakes(replaced(whole, "of = \"ubos", "control = \"usul\"\nof = \"ubos")),
                ElementsAre(HasSubstr("did you mean \"usual\"?")));
    EXPECT_THAT(mistakes(replaced(whole, "name = \"usual\"", "name = \"relief\"")),
                ElementsAre(HasSubstr("two arms are called \"relief\"")));
    EXPECT_THAT(mistakes(replaced(whole, "shift = {", "shfit = {")), ElementsAre(HasSubstr("23: unknown key \"shfit\"")));
    EXPECT_THAT(mistakes(replaced(whole, "low = -0.5, high = -0.1", "low = -0.1, high = -0.5")),
                ElementsAre(HasSubstr("ends before it begins")));
    EXPECT_THAT(mistakes(replaced(whole, "waves = [0, 12, 24]", "waves = [0, 52]")), ElementsAre(HasSubstr("\"time.years\" = 2")));
    EXPECT_THAT(mistakes("extends = \"baseline.toml\"\n"), ElementsAre(HasSubstr("this is a scenario, not a trial")));
    EXPECT_THAT(mistakes(kHead), ElementsAre(HasSubstr("\"analysis\" is missing")));
}

TEST_F(TrialFiles, ImproveByAMarginOrByCategories) {
    const std::string whole = std::string(kHead) + kAnalysis;
    const auto improved = [&](const std::string& rule) { return replaced(whole, "kind = \"change\"", "kind = \"improved\"\n" + rule); };
    EXPECT_THAT(read(improved("categories = [1, 3.5]")).analyses[0].rule.categories, ElementsAre(1.0, 3.5));
    EXPECT_THAT(mistakes(improved("")), ElementsAre(HasSubstr("needs `margin`")));
    EXPECT_THAT(mistakes(improved("margin = 1\ncategories = [1, 3]")), ElementsAre(HasSubstr("not both")));
    for (const char* wrong : {"[]", "[1, 1]", "[2, 1]", "[\"a\"]", "3"})
        EXPECT_THAT(mistakes(improved(std::string("categories = ") + wrong)),
                    ElementsAre(HasSubstr("categories name where the second begins")));
    EXPECT_THAT(mistakes(replaced(whole, "of = \"ubos", "categories = [1]\nof = \"ubos")),
                ElementsAre(HasSubstr("`categories` says nothing")));
}

TEST_F(TrialFiles, PublishAValueOrARange) {
    const std::string whole = std::string(kHead) + kAnalysis;
    const TrialPlan plan = read(replaced(whole, "value = -0.3, ", ""));
    EXPECT_FALSE(plan.analyses[0].published->value);
    EXPECT_TRUE(plan.analyses[0].published->is_between(-0.2, 0.1));
    EXPECT_FALSE(plan.analyses[0].published->is_between(0.0, 0.1));
    EXPECT_THAT(mistakes(replaced(whole, "value = -0.3, low = -0.5, ", "")), ElementsAre(HasSubstr("needs `value`, or `low` and `high`")));
}

TEST_F(TrialFiles, SeveralMistakesAreToldAtOnce) {
    std::string text = replaced(std::string(kHead) + kAnalysis, "motivation", "motivaton");
    text = replaced(text, "persons = 20", "persns = 20");
    EXPECT_GE(mistakes(text).size(), 2u);
}

TEST_F(TrialFiles, FindingsDoNotDependOnThreads) {
    const TrialPlan plan = read(std::string(kHead) + kAnalysis);
    const Model& model = *shelf_.find("workforce");
    const TrialFindings one = run_trial(model, plan, {.threads = 1, .worlds = 3}),
                        two = run_trial(model, plan, {.threads = 2, .worlds = 3});
    EXPECT_EQ(one.trials, 9u);
    ASSERT_EQ(one.analyses[0].trials.size(), two.analyses[0].trials.size());
    for (std::size_t t = 0; t < one.trials; ++t) EXPECT_EQ(one.analyses[0].trials[t].estimate, two.analyses[0].trials[t].estimate);
    EXPECT_EQ(one.analyses[0].true_of_offered, two.analyses[0].true_of_offered);
    EXPECT_LT(one.analyses[0].summary(AnalysisKind::change).mean, 0.0);
    EXPECT_GT(one.willing_share, 0.15);
    EXPECT_LT(one.willing_share, 0.45);
}

TEST_F(TrialFiles, AWorldWithTooFewPersonsIsRefused) {
    const TrialPlan plan = read(replaced(std::string(kHead) + kAnalysis, "persons = 30", "persons = 3000"));
    EXPECT_THROW(run_trial(*shelf_.find("workforce"), plan, {}), InputError);
}

}  // namespace
}  // namespace bevlogen::testing
