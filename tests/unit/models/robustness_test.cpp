// Whatever the size of teams, growing care demand or feedbacks of twice the strength: twenty years stay finite and within bounds.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "tests/unit/models/workforce_setup.hpp"

namespace bevlogen::testing {
namespace {

// Bounds of what an SD scale or a week of work can mean; wide of anything seen in the baseline.
constexpr float kLargestFactor = 12.0f, kLargestOutcome = 25.0f, kLargestLoad = 0.7f, kMostHours = 120.0f;

struct Setting {
    int posts = 0;          // of every team
    double growth = 0.0;    // of care demand, a year
    double feedback = 1.0;  // times the strength of every feedback
};

std::string name_of(const ::testing::TestParamInfo<Setting>& info) {
    return std::to_string(info.param.posts) + "PostsGrowth" + std::to_string(static_cast<int>(100.0 * info.param.growth)) +
           "PercentFeedbackTimes" + std::to_string(static_cast<int>(info.param.feedback));
}

class Robustness : public ::testing::TestWithParam<Setting> {
  protected:
    // Every team has exactly so many posts: a third each of permanent specialists and of residents, a sixth each of the others.
    static std::vector<std::string> teams_of(int posts) {
        std::vector<std::string> sets = {"world.team_size_spread=0", "world.smallest_team=1", "world.hospitals.academic=1",
                                         "world.hospitals.general=1"};
        for (const char* site : {"academic", "general"}) {
            sets.push_back(std::string("world.teams_per_hospital.") + site + "=" + std::to_string(posts == 6 ? 20 : 3));
            const auto put = [&](const char* kind, int n) {
                sets.push_back(std::string("world.posts_per_team.") + site + "." + kind + "=" + std::to_string(n));
            };
            put("specialist_permanent", posts / 3), put("specialist_temporary", posts / 6), put("aios", posts / 6);
            put("anios", posts / 6), put("coassistent", posts / 6);
        }
        return sets;
    }

    // Every feedback, contagion and buffering `times` as strong, within what the model allows for.
    static void strengthen_feedbacks(const Vocabulary& vocabulary, double times, Scenario& scenario) {
        const auto& decls = vocabulary.parameters.decls();
        std::size_t strengthened = 0;
        for (std::size_t i = 0; i < decls.size(); ++i) {
            const std::string& path = decls[i].path;
            if (!path.starts_with("feedback.") && path != "jdr.contagion" && path != "jdr.buffering") continue;
            double& value = scenario.parameters.values[i];
            value = std::clamp(times * value, decls[i].min, decls[i].max);
            ++strengthened;
        }
        ASSERT_GE(strengthened, 20u);
    }

    Scenario scenario() const {
        std::vector<std::string> sets = teams_of(GetParam().posts);
        sets.insert(sets.end(), {"work.growth=" + std::to_string(GetParam().growth), "time.years=20", "time.burn_in=0"});
        Scenario scenario = workforce_.baseline(1.0, sets);
        strengthen_feedbacks(workforce_.model().vocabulary(), GetParam().feedback, scenario);
        return scenario;
    }

    // What is the largest of anything, over all weeks.
    struct Extremes {
        float factor = 0.0f, outcome = 0.0f, load = 0.0f, least_hours = 0.0f, most_hours = 0.0f, least_backlog = 0.0f, most_backlog = 0.0f;
        std::size_t weeks = 0, leaves = 0, senseless_leaves = 0;
    };

    class Watch final : public Observer {
      public:
        Watch(const workforce::WorkforceFields& fields, Extremes& extremes) : f_(fields), e_(extremes) {}
        void observe_week(const BlockNow& now) override {
            const Block& block = now.block;
            for (const auto& field : f_.factor) widen(block.person(field), e_.factor);
            for (const auto& field : f_.personal_slow) widen(block.person(field), e_.factor);
            for (const auto& field : {f_.exhaustion, f_.distance, f_.vigour, f_.dedication, f_.absorption}) {
                widen(block.person(field), e_.outcome);
            }
            widen(block.team(f_.log_load), e_.load);
            for (const float hours : block.person(f_.hours_worked)) {
                e_.least_hours = least(e_.least_hours, hours), e_.most_hours = most(e_.most_hours, hours);
            }
            for (const float backlog : block.team(f_.backlog)) {
                e_.least_backlog = least(e_.least_backlog, backlog), e_.most_backlog = most(e_.most_backlog, backlog);
            }
            for (std::size_t i = 0; i < block.posts(); ++i) look_at_leave(block, i);
            ++e_.weeks;
        }
        void observe_clearing(const BlockNow&) override {}
        void close_epoch(Week, std::span<const Block>) override {}

      private:
        // What is not a number counts as infinite.
        static float most(float a, float b) { return std::isnan(b) || b > a ? (std::isnan(b) ? INFINITY : b) : a; }
        static float least(float a, float b) { return std::isnan(b) || b < a ? (std::isnan(b) ? -INFINITY : b) : a; }
        static void widen(std::span<const float> values, float& largest) {
            for (const float value : values) largest = most(largest, std::abs(value));
        }
        // Whoever is at work has no leave; whoever is away has weeks to go, no more than in all and no more than the longest.
        void look_at_leave(const Block& block, std::size_t i) {
            constexpr int kLongest = 104, kRaised = 26;
            const bool is_away = block.person(f_.leave_kind)[i] != 0;
            const int weeks = block.person(f_.leave_weeks)[i], left = block.person(f_.leave_weeks_left)[i];
            const bool has_no_post = block.person(f_.leave_kind)[i] == static_cast<std::uint8_t>(workforce::Leave::without_post);
            if (block.person(f_.engine.filled)[i] == 0 || has_no_post) return;
            const bool in_order = is_away ? left >= 1 && left <= weeks && weeks <= kLongest : left == 0 && weeks == 0;
            const bool is_known = block.person(f_.leave_kind)[i] < workforce::kLeaves;
            const bool replaced_away = block.person(f_.is_replaced)[i] == 0 || is_away;
            e_.leaves += is_away;
            e_.senseless_leaves += !in_order || !is_known || !replaced_away || block.person(f_.raised_risk_weeks_left)[i] > kRaised;
        }

        const workforce::WorkforceFields& f_;
        Extremes& e_;
    };

    Workforce workforce_;
};

TEST_P(Robustness, TwentyYearsStayFiniteAndWithinBounds) {
    const Scenario scenario = this->scenario();
    Parallel one(1);
    Simulation simulation(workforce_.model(), scenario, Chance{scenario.seed, 1}, one);
    for (const Block& block : simulation.population().blocks()) {
        for (std::size_t t = 0; t < block.teams(); ++t) {
            if (workforce::is_pool(block.team_sites()[t])) continue;
            ASSERT_EQ(block.team_begin()[t + 1] - block.team_begin()[t], static_cast<std::uint32_t>(GetParam().posts));
        }
    }
    Extremes seen;
    Watch watch(workforce_.fields(), seen);
    simulation.advance(scenario.total_weeks(), &watch);  // throws where a number is not finite
    EXPECT_EQ(seen.weeks, 20u * 52u * simulation.population().blocks().size());
    EXPECT_LT(seen.factor, kLargestFactor);
    EXPECT_LT(seen.outcome, kLargestOutcome);
    EXPECT_LE(seen.load, kLargestLoad);
    EXPECT_GT(seen.load, 0.05f);  // the load lives
    EXPECT_GE(seen.least_hours, 0.0f);
    EXPECT_LE(seen.most_hours, kMostHours);
    EXPECT_GE(seen.least_backlog, 0.0f);
    EXPECT_TRUE(std::isfinite(seen.most_backlog));
    EXPECT_LT(seen.most_backlog, 52.0f);  // a year of care: demand would be beyond reason
    EXPECT_GT(seen.leaves, 1000u);
    EXPECT_EQ(seen.senseless_leaves, 0u);
    RecordProperty("factor", std::to_string(seen.factor));
    RecordProperty("outcome", std::to_string(seen.outcome));
    RecordProperty("load", std::to_string(seen.load));
    RecordProperty("hours", std::to_string(seen.most_hours));
    RecordProperty("backlog", std::to_string(seen.most_backlog));
}

// The twin: where exhaustion drives itself without a cap, feedbacks of twice the strength run away.
using RunsAway = Robustness;
TEST_P(RunsAway, WithoutACapOnStrain) {
    Scenario scenario = this->scenario();
    const auto cap = workforce_.model().vocabulary().parameters.find("factors.strain_cap");
    ASSERT_TRUE(cap.has_value());
    scenario.parameters.values[*cap] = 20.0;
    Parallel one(1);
    Simulation simulation(workforce_.model(), scenario, Chance{scenario.seed, 1}, one);
    Extremes seen;
    Watch watch(workforce_.fields(), seen);
    try {
        simulation.advance(scenario.total_weeks(), &watch);
        EXPECT_GE(std::max(seen.factor / kLargestFactor, seen.outcome / kLargestOutcome), 1.0f);
    } catch (const NonFiniteState& failure) {
        EXPECT_LT(failure.week, scenario.total_weeks());
    }
}
INSTANTIATE_TEST_SUITE_P(Settings, RunsAway, ::testing::Values(Setting{6, 0.03, 2.0}, Setting{60, 0.03, 2.0}), name_of);

INSTANTIATE_TEST_SUITE_P(Settings, Robustness,
                         ::testing::Values(Setting{6, 0.0, 1.0}, Setting{6, 0.03, 1.0}, Setting{6, 0.0, 2.0}, Setting{6, 0.03, 2.0},
                                           Setting{60, 0.0, 1.0}, Setting{60, 0.03, 1.0}, Setting{60, 0.0, 2.0}, Setting{60, 0.03, 2.0}),
                         name_of);

}  // namespace
}  // namespace bevlogen::testing
