// The data of a report: complete, of the numbers that were given, and the page that carries it.
#include "sim/report/report.hpp"

#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "tests/unit/report/told_experiment.hpp"

namespace bevlogen::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

class Report : public ToldExperiment {
  protected:
    nlohmann::json data(const ReportChoice& choice = {}) const { return nlohmann::json::parse(report_json(*stored, choice)); }
};

const Levels kMoods = {{0.1f, 0.2f, 0.3f, 0.2f}, {0.6f, 0.71f, 0.79f, 0.7f}};
const Levels kLowMoods = {{0.50f, 0.52f, 0.48f, 0.50f}, {0.46f, 0.47f, 0.45f, 0.46f}};

TEST_F(Report, HoldsLevelsDifferencesAndVerdicts) {
    write(kMoods, kLowMoods);
    const auto whole = data();
    EXPECT_EQ(whole["contract"], 1);
    EXPECT_EQ(whole["kind"], "comparison");
    EXPECT_EQ(whole["replicates"], 4);
    EXPECT_EQ(whole["outcomes"][0]["name"], "mood");
    EXPECT_EQ(whole["outcomes"][0]["label"]["nl"], "stemming");
    EXPECT_NEAR(whole["levels"][0][0][0][0].get<double>(), 0.2, 1e-6);
    EXPECT_TRUE(whole["differences"][0].is_null());
    const auto difference = whole["differences"][1][0][0];
    EXPECT_NEAR(difference[0].get<double>(), 0.5, 1e-6);
    EXPECT_NEAR(difference[3].get<double>(), 0.25, 1e-6);
    EXPECT_EQ(whole["key"][1][0]["verdict"], "better");
    EXPECT_EQ(whole["key"][1][0]["first_week"], 4);
    EXPECT_TRUE(whole["key"][1][0]["best"].is_null()) << "four replicates are too few";
    EXPECT_TRUE(whole["key"][0][0]["verdict"].is_null());
    EXPECT_NEAR(whole["key"][1][1]["persons"][0].get<double>(), -40.0, 0.01);
    EXPECT_EQ(whole["over_time"]["weeks"].size(), 13u);
    EXPECT_TRUE(whole["costs"].is_null()) << "the example model has no costs";
    EXPECT_TRUE(whole["gains"].is_null()) << "persons are not joined in this file";
}

TEST_F(Report, NamesSourcesAndWhatIsAssumed) {
    write(kMoods, kLowMoods);
    const auto whole = data();
    EXPECT_EQ(whole["assumptions"].size(), stored->model().vocabulary().parameters.decls().size());
    EXPECT_THAT(whole["certainty"].dump(), HasSubstr("random numbers"));
    EXPECT_FALSE(whole["limits"].empty());
    EXPECT_THAT(whole["repeat"].dump(), HasSubstr("bevlogen compare --from"));
}

TEST_F(Report, TellsOfTheYearThatIsAsked) {
    write(kMoods, kLowMoods);
    EXPECT_EQ(data({.year = 1})["year"], 1);
    EXPECT_THROW(data({.year = 2}), InputError);
    EXPECT_THROW(data({.year = 0}), InputError);
}

TEST_F(Report, SaysFirstThatOneReplicateHasNoIntervals) {
    write({{0.5f}, {0.6f}}, {{0.5f}, {0.4f}});
    const auto whole = data();
    EXPECT_EQ(whole["notices"][0]["kind"], "warning");
    EXPECT_THAT(whole["notices"][0]["text"]["nl"].get<std::string>(), HasSubstr("één herhaling"));
    EXPECT_TRUE(whole["differences"][1][0][0][1].is_null());
}

TEST_F(Report, OfASingleRunHasLevelsOnly) {
    write({{0.5f, 0.6f}}, {{0.4f, 0.41f}});
    const auto whole = data();
    EXPECT_EQ(whole["kind"], "run");
    EXPECT_TRUE(whole["gains"].is_null());
    EXPECT_EQ(whole["over_time"]["levels"][0].size(), 2u);
}

TEST_F(Report, CarriesHostileTitlesAsText) {
    write(kMoods, kLowMoods, {"Größe & Zoë", "</script><script>alert(1)</script>"});
    const std::string page = report_page(*stored, {.language = Language::dutch});
    EXPECT_THAT(page, Not(HasSubstr("<script>alert(1)")));
    EXPECT_THAT(page, HasSubstr("lang=\"nl\""));
    EXPECT_EQ(data()["scenarios"][1]["title"]["en"], "</script><script>alert(1)</script>");
    EXPECT_EQ(data()["scenarios"][0]["title"]["nl"], "Größe & Zoë");
}

TEST_F(Report, OfTheSameFileIsTheSame) {
    write(kMoods, kLowMoods);
    EXPECT_EQ(report_page(*stored, {}), report_page(*stored, {}));
}

}  // namespace
}  // namespace bevlogen::testing
