// Supervisors who know: whom they do not release, what becomes of these, and a talk at the start.
#include <gtest/gtest.h>

#include <cmath>
#include <set>

#include "tests/unit/models/coaching_world.hpp"

namespace bevlogen::testing {
namespace {

using workforce::factor_of;
using workforce::Resource;

// Everybody asks in the first week; supervisors support so much, teams carry such a load.
struct Asking {
    float support = 0.0f, load = 0.0f;
    double supervisor = 1.0, released = 1.0, opt_out = 0.0;
};

CoachingParameters parameters() {
    CoachingParameters p = certain_parameters();
    const CoachingParameters shipped = coaching_parameters();
    p.enrolment.refusal = shipped.enrolment.refusal;
    p.enrolment.refusal_on_support = shipped.enrolment.refusal_on_support;
    p.enrolment.refusal_on_load = shipped.enrolment.refusal_on_load;
    p.enrolment.opt_out_uptake = 1.0f;
    return p;
}

class Asked {
  public:
    explicit Asked(const Asking& asking, CoachingParameters p = parameters()) : w(p, 40, 25) {
        w.everybody_at_work();
        for (Block& b : w.population.blocks()) {
            std::ranges::fill(b.person(w.fields.factor[factor_of(Resource::supervisor_support)]), asking.support);
            std::ranges::fill(b.team(w.fields.log_load), asking.load);
        }
        w.programmes.push_back({.setting = coaching_setting({{"supervisor", {asking.supervisor}},
                                                             {"released", {asking.released}},
                                                             {"opt_out", {asking.opt_out}},
                                                             {"again_after", {8}}})});
        w.pass_week();
    }
    // Who was refused release.
    std::set<std::uint64_t> refused() {
        std::set<std::uint64_t> who;
        each([&](const Block& b, const Trajectory& row) {
            if (row.was_refused) who.insert(w.person(b, row.post).value);
        });
        return who;
    }
    template <class Function>
    void each(Function f) {
        for (Block& b : w.population.blocks()) {
            for (const Trajectory& row : std::as_const(b).rows(w.fields.ledger)) f(b, row);
        }
    }

    CoachingWorld w;
};

void expect_share(std::size_t found, double share) {
    EXPECT_NEAR(static_cast<double>(found), 1000 * share, 5 * std::sqrt(1000 * share * (1 - share)) + 1e-9) << share;
}

// The same persons have the same luck, so who is refused where it is likelier includes who is refused where it is less so.
TEST(SupervisorRefusal, RisesWithLoadAndFallsWithSupport) {
    const auto quiet = Asked({}).refused(), loaded = Asked({.load = 0.3f}).refused(), supported = Asked({.support = 0.6f}).refused(),
               unsupported = Asked({.support = -1.5f}).refused();
    expect_share(quiet.size(), 0.1);
    expect_share(loaded.size(), 0.25);
    expect_share(supported.size(), 0.052);
    expect_share(unsupported.size(), 0.22);
    EXPECT_TRUE(std::ranges::includes(loaded, quiet));
    EXPECT_TRUE(std::ranges::includes(unsupported, quiet));
    EXPECT_TRUE(std::ranges::includes(quiet, supported));
    EXPECT_TRUE(Asked({.support = 1.5f}).refused().empty());
    EXPECT_EQ(Asked({.load = -0.3f}).refused(), quiet);  // slack releases no more than balance does
}

TEST(SupervisorRefusal, NeedsASupervisorWhoKnowsAndTimeToBeReleased) {
    EXPECT_TRUE(Asked({.support = -2.0f, .load = 0.7f, .supervisor = 0}).refused().empty());
    EXPECT_TRUE(Asked({.support = -2.0f, .load = 0.7f, .released = 0}).refused().empty());
    EXPECT_FALSE(Asked({.support = -2.0f, .load = 0.7f, .supervisor = 2}).refused().empty());
}

TEST(SupervisorRefusal, WhoIsRefusedGoesOnUnreleasedOrNoFurtherAndThenDidNotTakePart) {
    Asked asked({.support = -1.5f, .load = 0.3f});
    std::size_t refused = 0, go_on = 0;
    asked.each([&](const Block& b, const Trajectory& row) {
        const auto stage = static_cast<CoachingStage>(b.person(asked.w.fields.coaching_stage)[row.post]);
        EXPECT_EQ(stage, row.stage);
        EXPECT_EQ(row.is_released, row.was_refused ? 0 : 1);
        refused += row.stage == CoachingStage::refused ? 1 : 0;
        go_on += row.was_refused && row.stage == CoachingStage::busy ? 1 : 0;
        EXPECT_EQ(is_under_way(row), row.stage != CoachingStage::refused);
    });
    expect_share(refused + go_on, 0.37);
    EXPECT_NEAR(static_cast<double>(refused) / static_cast<double>(refused + go_on), 0.5, 0.13);
    EXPECT_TRUE(workforce::took_part(static_cast<std::uint8_t>(CoachingStage::evaluated)));
    EXPECT_FALSE(workforce::took_part(static_cast<std::uint8_t>(CoachingStage::refused)));
    EXPECT_FALSE(workforce::took_part(static_cast<std::uint8_t>(CoachingStage::offered)));
    // They may ask again, as after any end.
    asked.w.pass_weeks(7);
    EXPECT_EQ(asked.refused().size(), refused + go_on);
    asked.w.pass_weeks(1);
    std::size_t again = 0;
    asked.each([&](const Block&, const Trajectory& row) { again += row.asked == 8 ? 1 : 0; });
    EXPECT_EQ(again, refused);
}

TEST(SupervisorRefusal, ConcernsAlsoWhoIsEnrolledUnlessTheyDecline) {
    Asked asked({.support = -1.5f, .load = 0.3f, .opt_out = 1});
    expect_share(asked.refused().size(), 0.37);
}

// Team mates who took part make others ask; who was refused does not.
TEST(SupervisorRefusal, TheRefusedAreNoExampleToTheirTeam) {
    const auto asking = [](CoachingStage stage) {
        CoachingParameters p = parameters();
        p.enrolment.base = -3.0f;
        p.enrolment.on_team_mates = 3.0f;
        CoachingWorld w(p, 40, 25);
        w.everybody_at_work();
        for (Block& b : w.population.blocks()) {
            for (std::size_t i = 0; i < b.posts(); i += 2) b.person(w.fields.coaching_stage)[i] = static_cast<std::uint8_t>(stage);
        }
        w.programmes.push_back({.setting = coaching_setting({})});
        w.pass_week();
        std::size_t asked = 0;
        for (Block& b : w.population.blocks()) asked += std::as_const(b).rows(w.fields.ledger).size();
        return asked;
    };
    EXPECT_EQ(asking(CoachingStage::refused), asking(CoachingStage::offered));
    EXPECT_GT(asking(CoachingStage::evaluated), asking(CoachingStage::offered) + 20);
}

TEST(StartTalk, RaisesTheMatchWhereTheSupervisorSupports) {
    const auto bonus = [](float support, double supervisor) {
        Asked asked({.support = support, .supervisor = supervisor, .released = 0});
        float found = 0.0f;
        asked.each([&](const Block&, const Trajectory& row) { found = row.match_bonus; });
        return found;
    };
    EXPECT_NEAR(bonus(1.0f, 2), 0.05 * std::tanh(1.0), 1e-6);
    EXPECT_EQ(bonus(-1.0f, 2), 0.0f);
    EXPECT_EQ(bonus(1.0f, 1), 0.0f);
}

// An informed supervisor who does not support: fewer ask, and of those more are refused.
TEST(SupervisorRefusal, AnUnsupportiveInformedSupervisorLowersUptake) {
    const auto take_part = [](float support, double supervisor) {
        CoachingParameters p = parameters();
        p.enrolment.base = -1.0f;
        Asked asked({.support = support, .load = 0.2f, .supervisor = supervisor}, p);
        std::size_t count = 0;
        asked.each([&](const Block&, const Trajectory& row) { count += row.stage != CoachingStage::refused ? 1 : 0; });
        return count;
    };
    EXPECT_LT(take_part(-1.0f, 1), take_part(1.0f, 1));
    EXPECT_LT(take_part(-1.0f, 1), take_part(-1.0f, 0));
    EXPECT_EQ(take_part(-1.0f, 0), take_part(1.0f, 0));
}

}  // namespace
}  // namespace bevlogen::testing
