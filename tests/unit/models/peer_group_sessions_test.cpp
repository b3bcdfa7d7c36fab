// Sessions of peer groups by hand: what they give where it is safe, take where it is not, and how that fades.
#include <gtest/gtest.h>

#include <cmath>

#include "models/interventions/peer_group_equations.hpp"
#include "tests/unit/models/peer_group_world.hpp"

namespace bevlogen::testing {
namespace {

using interventions::advance;
using interventions::Peer;

TEST(PeerGroupEquations, AreAsByHand) {
    EXPECT_FLOAT_EQ(interventions::safety_in_group(0.1f, -0.5f, -0.2f), -0.6f);               // G1
    EXPECT_FLOAT_EQ(interventions::gain_of_peer_session(0.05f, 0.01f, 0.5f, 1.0f), 0.05f);    // G2
    EXPECT_FLOAT_EQ(interventions::gain_of_peer_session(0.05f, 0.0f, 0.5f, 1.0f), -0.025f);   // not safe at 0
    EXPECT_FLOAT_EQ(interventions::gain_of_peer_session(0.05f, -1.0f, 0.5f, 0.6f), -0.015f);  // self-led
    EXPECT_FLOAT_EQ(interventions::relief_of_peer_session(0.02f, 0.3f, 0.6f), 0.012f);        // G3
    EXPECT_EQ(interventions::relief_of_peer_session(0.02f, -0.3f, 1.0f), 0.0f);
    EXPECT_NEAR(interventions::left_of_time_constant(52.0f, 52.0f), std::exp(-1.0), 1e-6);  // G4
}

// A member of a group that has begun, and the weeks that pass.
struct Member {
    explicit Member(const std::map<std::string, double>& keys) {
        row = interventions::join(interventions::peer_group_settings_of(peer_group_setting(keys)), Purpose{0x8001}, Week{0});
        row.stage = PeerGroupStage::busy;
        row.begins = 2;
        row.members = 6;
    }
    void pass(int weeks) {
        for (int k = 0; k < weeks; ++k, ++week) advance(row, p, Chance{7, 1}, who, Week{week});
    }
    PeerGroupParameters p = steady_peer_groups();
    Membership row;
    Peer who{PersonId::of(TeamId::of(1, 2), 3, 0), Leave::none, 0.0f, 0.0f};
    int week = 0;
};

TEST(PeerGroupSessions, AddUpAndFadeWithTheTimeConstant) {
    Member m({{"sessions", 3}, {"interval", 4}});
    m.pass(3);
    EXPECT_FLOAT_EQ(m.row.support, 0.05f);
    m.pass(8);  // sessions in weeks 2, 6 and 10
    const double sum = 1.0 + std::exp(-4.0 / 52.0) + std::exp(-8.0 / 52.0);
    EXPECT_NEAR(m.row.support, 0.05 * sum, 1e-6);
    EXPECT_NEAR(m.row.emotional_load, 0.02 * sum, 1e-6);
    EXPECT_NEAR(m.row.safety, 0.03 * sum, 1e-6);
    EXPECT_EQ(m.row.stage, PeerGroupStage::finished);
    EXPECT_EQ(m.row.attended, 3);
    EXPECT_EQ(m.row.ended, 10);
    EXPECT_NEAR(m.row.safety_of_epoch, 0.03 * (std::exp(-5.0 / 52.0) + std::exp(-1.0 / 52.0)), 1e-6);  // after week 7
    m.pass(52);
    EXPECT_NEAR(m.row.support, 0.05 * sum * std::exp(-1.0), 1e-6);
    EXPECT_EQ(m.row.attended, 3);
}

TEST(PeerGroupSessions, ReverseWhereItIsNotSafe) {
    for (const auto& [facilitator, safety, is_mixed, reversed] : {std::tuple{0, -0.31f, 0, true},
                                                                  {0, -0.29f, 0, false},
                                                                  {0, -0.29f, 1, true},
                                                                  {1, -0.11f, 0, true},
                                                                  {1, -0.09f, 0, false},
                                                                  {2, 0.49f, 0, true},
                                                                  {2, 0.51f, 0, false},
                                                                  {3, 0.01f, 0, false},
                                                                  {3, -0.01f, 0, true},
                                                                  {4, 0.01f, 0, false}}) {
        Member m({{"facilitator", facilitator}, {"sessions", 1}});
        m.who.safety = safety;
        m.row.is_mixed = static_cast<std::uint8_t>(is_mixed);
        m.pass(3);
        const float strength = facilitator == 4 ? 0.6f : 1.0f;
        EXPECT_FLOAT_EQ(m.row.support, strength * (reversed ? -0.025f : 0.05f)) << facilitator << " " << safety;
        EXPECT_FLOAT_EQ(m.row.safety, strength * (reversed ? -0.015f : 0.03f)) << facilitator << " " << safety;
        EXPECT_FLOAT_EQ(m.row.emotional_load, reversed ? 0.0f : strength * 0.02f) << facilitator << " " << safety;
    }
}

TEST(PeerGroupSessions, AreSelfLedAfterTheGuidedOnesUnlessAPeerIsTrained) {
    Member guided({{"facilitator", 0}, {"guided_sessions", 2}, {"sessions", 3}, {"interval", 1}});
    guided.who.safety = -0.1f;  // safe with a professional, not without
    guided.pass(4);
    EXPECT_NEAR(guided.row.support, 0.05 * (1.0 + std::exp(-1.0 / 52.0)), 1e-6);
    EXPECT_EQ(guided.row.led_of_epoch, 2);
    guided.pass(1);
    EXPECT_NEAR(guided.row.support, 0.05 * (std::exp(-1.0 / 52.0) + std::exp(-2.0 / 52.0)) - 0.6 * 0.025, 1e-6);
    EXPECT_EQ(guided.row.led_of_epoch, 0);  // of the next epoch

    Member peer({{"facilitator", 1}, {"guided_sessions", 2}, {"sessions", 3}, {"interval", 1}});
    peer.pass(5);
    EXPECT_NEAR(peer.row.support, 0.05 * (1.0 + std::exp(-1.0 / 52.0) + std::exp(-2.0 / 52.0)), 1e-6);
    EXPECT_EQ(peer.row.led_of_epoch, 0);  // no professional, no price
}

TEST(PeerGroupSessions, OfBalintGroupsAreAboutPatients) {
    Member m({{"mode", 2}, {"sessions", 1}});
    m.pass(3);
    EXPECT_FLOAT_EQ(m.row.support, 0.025f);
    EXPECT_FLOAT_EQ(m.row.emotional_load, 0.04f);
    EXPECT_FLOAT_EQ(m.row.safety, 0.03f);
}

TEST(PeerGroupSessions, AreMissedOnLeaveAndUnderLoadAndNotMadeUpFor) {
    for (const bool on_leave : {true, false}) {
        Member m({{"sessions", 3}});
        if (on_leave) {
            m.who.leave = Leave::long_illness;
        } else {
            m.p.lost_on_load = 1.0f;
            m.who.log_load = 1.0f;
        }
        m.pass(11);
        EXPECT_EQ(m.row.attended, 0);
        EXPECT_EQ(m.row.support, 0.0f);
        EXPECT_EQ(m.row.stage, PeerGroupStage::finished);
        EXPECT_EQ(m.row.led_of_epoch, 1);  // the group had it
    }
}

TEST(PeerGroupSessions, CanBeLeftByWhoTakesPartOfTheOwnWill) {
    for (const double mandatory : {0.0, 1.0}) {
        Member m({{"sessions", 3}, {"mandatory", mandatory}});
        m.p.drop_out = 1.0f;
        m.pass(11);
        EXPECT_EQ(m.row.attended, mandatory > 0.0 ? 3 : 1);
        EXPECT_EQ(m.row.stage, mandatory > 0.0 ? PeerGroupStage::finished : PeerGroupStage::stopped);
    }
}

TEST(PeerGroupSessions, AreForgottenWhenNothingIsLeft) {
    Member m({{"sessions", 1}, {"again_after", 10}});
    m.pass(150);
    EXPECT_FALSE(interventions::is_forgotten(m.row, Week{m.week}));
    m.pass(30);
    EXPECT_TRUE(interventions::is_forgotten(m.row, Week{m.week}));  // .05 e^(-168/52) is .002
}

// What groups ask of work and factors.
class PeerGroupShifts : public ::testing::Test {
  protected:
    std::vector<workforce::TargetShift> shifts(const Membership& row, std::vector<workforce::TargetShift> others = {}) {
        w.block().put_rows(w.fields.ledger, std::span<const Membership>(&row, 1));
        w.groups.add_target_shifts(w.block(), others);
        return others;
    }
    float shift_of(const Membership& row, std::size_t factor) {
        float sum = 0.0f;
        for (const auto& shift : shifts(row)) sum += shift.post == row.post && shift.factor == factor ? shift.shift : 0.0f;
        return sum;
    }
    float released(const Membership& row) {
        w.block().put_rows(w.fields.ledger, std::span<const Membership>(&row, 1));
        w.prepare(w.block());
        w.groups.release_hours(w.block(), w.scratch);
        return w.scratch.column(workforce::columns::kReleasedHours)[row.post];
    }
    Membership busy(const std::map<std::string, double>& keys) {
        Member m(keys);
        m.row.post = 15;
        m.row.support = 0.3f;
        m.row.emotional_load = 0.1f;
        return m.row;
    }
    PeerGroupWorld w;
};

TEST_F(PeerGroupShifts, AreGainsAndWhatTimeCosts) {
    using workforce::Demand;
    using workforce::Resource;
    w.block().team(w.fields.log_load)[1] = 0.25f;
    Membership row = busy({{"hours", 2}, {"interval", 4}});
    EXPECT_FLOAT_EQ(shift_of(row, factor_of(Resource::colleague_support)), 0.3f);
    EXPECT_FLOAT_EQ(shift_of(row, factor_of(Demand::emotional_load)), -0.1f);
    EXPECT_NEAR(shift_of(row, factor_of(Demand::workload)), 0.12f * 0.5f * std::exp(1.0f), 1e-6f);
    EXPECT_EQ(shift_of(row, factor_of(Demand::evaluation_pressure)), 0.0f);
    EXPECT_EQ(released(row), 0.0f);

    row = busy({{"hours", 2}, {"interval", 4}, {"mode", 1}, {"released", 1}});
    EXPECT_EQ(shift_of(row, factor_of(Demand::workload)), 0.0f);
    EXPECT_FLOAT_EQ(shift_of(row, factor_of(Demand::evaluation_pressure)), -0.1f);
    EXPECT_FLOAT_EQ(released(row), 0.5f * 0.75f);  // hired hours replace a quarter here
    w.block().person(w.fields.leave_kind)[row.post] = static_cast<std::uint8_t>(Leave::maternity);
    EXPECT_EQ(released(row), 0.0f);

    row.stage = PeerGroupStage::finished;
    w.block().person(w.fields.leave_kind)[row.post] = 0;
    EXPECT_EQ(shift_of(row, factor_of(Demand::evaluation_pressure)), 0.0f);
    EXPECT_EQ(released(row), 0.0f);
    EXPECT_FLOAT_EQ(shift_of(row, factor_of(Resource::colleague_support)), 0.3f);
}

TEST_F(PeerGroupShifts, StandAmongOthersInOrderOfPosts) {
    const auto all = shifts(busy({}), {{3, 0, 1.0f}, {15, 0, 1.0f}, {20, 0, 1.0f}});
    ASSERT_EQ(all.size(), 6u);
    EXPECT_TRUE(std::ranges::is_sorted(all, {}, &workforce::TargetShift::post));
    EXPECT_EQ(all[1].shift, 1.0f);  // those that stood there first
}

TEST_F(PeerGroupShifts, GainedSafetyCountsFromTheClearingOn) {
    Membership row = busy({});
    row.safety = 0.09f;
    row.safety_of_epoch = 0.06f;
    w.safety = 0.5f;
    w.block().put_rows(w.fields.ledger, std::span<const Membership>(&row, 1));
    w.prepare(w.block());
    EXPECT_FLOAT_EQ(w.scratch.column(workforce::columns::kSafetyShift)[15], 0.56f);
    EXPECT_EQ(w.scratch.column(workforce::columns::kSafetyShift)[14], 0.5f);
}

}  // namespace
}  // namespace bevlogen::testing
