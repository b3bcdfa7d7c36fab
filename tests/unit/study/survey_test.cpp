// A survey has everybody once, in an order that follows nothing but the population, and finds the same person again.
#include "sim/study/survey.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>
#include <set>

#include "sim/engine/simulation.hpp"
#include "sim/scenario/scope_reader.hpp"
#include "tests/unit/models/workforce_setup.hpp"

namespace bevlogen::testing {
namespace {

using ::testing::ElementsAre;

class SurveyTest : public ::testing::Test {
  protected:
    std::vector<SurveyWave> asked(const std::vector<std::string>& quantities, const std::vector<int>& weeks,
                                  std::size_t block_posts = kDefaultBlockPosts) {
        SurveyPlan plan{{}, weeks};
        for (const std::string& name : quantities) plan.quantities.push_back(find_quantity(workforce_.model(), name).value());
        Simulation simulation(workforce_.model(), scenario_, Chance{scenario_.seed, 1}, one_thread_, block_posts);
        Survey survey(workforce_.model(), std::move(plan), simulation.population().blocks().size());
        simulation.advance(scenario_.total_weeks(), &survey);
        return survey.take();
    }
    std::size_t axis(const std::string& key) const {
        const auto& axes = workforce_.model().vocabulary().scope_axes;
        return static_cast<std::size_t>(std::ranges::find(axes, key, &ScopeAxis::key) - axes.begin());
    }

    Workforce workforce_;
    Scenario scenario_ = workforce_.baseline(0.02, {"time.burn_in=0", "time.years=1"});
    Parallel one_thread_{1};
};

TEST_F(SurveyTest, HasEverybodyOnceAtTheWeeksAsked) {
    const auto waves = asked({"burnt_out", "mbi_exhaustion", "motivation"}, {4, 52});
    ASSERT_EQ(waves.size(), 2u);
    EXPECT_EQ(waves[0].week, 4);
    EXPECT_EQ(waves[1].week, 52);
    for (const SurveyWave& wave : waves) {
        EXPECT_GT(wave.size(), 500u);
        EXPECT_EQ(std::set<std::uint64_t>(wave.person.begin(), wave.person.end()).size(), wave.size());
        ASSERT_EQ(wave.value.size(), 3u);
        for (const auto& values : wave.value) EXPECT_EQ(values.size(), wave.size());
        for (const float burnt_out : wave.value[0]) EXPECT_TRUE(burnt_out == 0.0f || burnt_out == 1.0f);
        for (const float points : wave.value[1]) EXPECT_TRUE(points >= 0.0f && points <= 54.0f);
        const double motivation = std::accumulate(wave.value[2].begin(), wave.value[2].end(), 0.0) / static_cast<double>(wave.size());
        EXPECT_NEAR(motivation, 0.0, 0.2);
    }
}

TEST_F(SurveyTest, DoesNotDependOnBlocks) {
    const auto few = asked({"burnt_out", "ubes", "age"}, {12, 24}), many = asked({"burnt_out", "ubes", "age"}, {12, 24}, 100);
    ASSERT_EQ(few.size(), many.size());
    for (std::size_t w = 0; w < few.size(); ++w) {
        EXPECT_EQ(few[w].person, many[w].person);
        EXPECT_EQ(few[w].team, many[w].team);
        EXPECT_EQ(few[w].axis, many[w].axis);
        EXPECT_EQ(few[w].value, many[w].value);
    }
}

TEST_F(SurveyTest, MeansAreThoseThatTheRecordWouldHave) {
    // An outcome is what the record measures, so the share who find workload too high is that of workload above the cut-off.
    const auto waves = asked({"workload", "workload_too_high"}, {52});
    const double cutoff =
        scenario_.parameters.values[workforce_.model().vocabulary().parameters.find("instruments.workload_too_high.cutoff").value()];
    for (std::size_t i = 0; i < waves[0].size(); ++i)
        EXPECT_EQ(waves[0].value[1][i], static_cast<double>(waves[0].value[0][i]) > cutoff ? 1.0f : 0.0f);
}

TEST_F(SurveyTest, VariablesFollowFromWhatIsRecorded) {
    const auto wave = asked({"hours_worked", "overtime", "administration_hours", "fte", "learning_climate", "development",
                             "supervisor_support", "colleague_support", "work_content"},
                            {52})[0];
    const auto& parameters = workforce_.model().vocabulary().parameters;
    const std::size_t phases = axis("phases");
    for (std::size_t i = 0; i < wave.size(); ++i) {
        const std::string phase = workforce_.model().vocabulary().scope_axes[phases].values[wave.axis[phases][i]];
        const auto of_phase = [&](const char* path) { return scenario_.parameters.values[parameters.find(path + phase).value()]; };
        const auto value = [&](std::size_t q) { return static_cast<double>(wave.value[q][i]); };
        EXPECT_NEAR(value(1), value(0) - of_phase("work.hours.contract.") * value(3), 1e-3);
        EXPECT_NEAR(value(2), value(0) * of_phase("work.administration.share."), 1e-3);
        const double climate = 3.9 + 0.5 / 0.62 * (value(5) + value(6) + value(7) + value(8)) / 4.0;
        EXPECT_NEAR(value(4), std::clamp(climate, 1.0, 5.0), 1e-4);
    }
}

TEST_F(SurveyTest, RowsOfAScopeAreOfItsAxesAndArm) {
    auto waves = asked({"age"}, {4});
    SurveyWave& wave = waves[0];
    Scope scope = scope_of_everybody(workforce_.model().vocabulary());
    EXPECT_EQ(rows_in(wave, scope).size(), wave.size());
    scope.axes[axis("phases")] = 1u << 2;  // aios
    const auto aios = rows_in(wave, scope);
    EXPECT_GT(aios.size(), 50u);
    EXPECT_LT(aios.size(), wave.size() / 2);
    for (const std::uint32_t row : aios) EXPECT_EQ(wave.axis[axis("phases")][row], 2);
    wave.arm[aios[3]] = 1;
    scope.arm = 1;
    EXPECT_THAT(rows_in(wave, scope), ElementsAre(aios[3]));
}

TEST_F(SurveyTest, FindsTheSamePersonAgain) {
    const auto waves = asked({"age"}, {4, 52});
    const auto again = rows_of_same_persons(waves[0], waves[1]);
    ASSERT_EQ(again.size(), waves[0].size());
    std::size_t there = 0, gone = 0;
    for (std::size_t i = 0; i < again.size(); ++i) {
        if (again[i] == kNotThere) {
            ++gone;
            continue;
        }
        ++there;
        EXPECT_EQ(waves[0].person[i], waves[1].person[again[i]]);
        EXPECT_NEAR(waves[1].value[0][again[i]] - waves[0].value[0][i], 48.0 / 52.0, 1e-3);
    }
    EXPECT_GT(there, 5 * gone);  // some retire, graduate and leave in a year
    EXPECT_GT(gone, 0u);
}

TEST(QuantityNames, AreOutcomesInstrumentsAndVariablesEachOnce) {
    const Workforce workforce;
    const Model& model = workforce.model();
    const auto names = quantity_names(model);
    EXPECT_EQ(std::set<std::string>(names.begin(), names.end()).size(), names.size());
    EXPECT_EQ(find_quantity(model, "burnt_out")->kind, Quantity::Kind::outcome);
    EXPECT_EQ(find_quantity(model, "ubes")->kind, Quantity::Kind::outcome);
    EXPECT_EQ(find_quantity(model, "mbi_exhaustion")->kind, Quantity::Kind::instrument);
    EXPECT_EQ(find_quantity(model, "motivation")->kind, Quantity::Kind::variable);
    EXPECT_FALSE(find_quantity(model, "burnout_of_the_moon"));
    for (const std::string& name : names) EXPECT_EQ(words_of(model, *find_quantity(model, name)).name, name);
}

}  // namespace
}  // namespace bevlogen::testing
