// Who is in which peer group: sizes, ranks, teams, facilitators, waiting, and that order says nothing.
#include <gtest/gtest.h>

#include <cmath>
#include <set>

#include "tests/unit/models/peer_group_world.hpp"

namespace bevlogen::testing {
namespace {

// A hospital has three teams, each of 2 medical students, 4 residents and 6 specialists.
constexpr int kRanks[] = {0, 1, 1, 2, 2, 2};

std::multiset<std::size_t> sizes(PeerGroupWorld& w) {
    std::multiset<std::size_t> all;
    for (const auto& [group, members] : w.members()) all.insert(members.size());
    return all;
}

std::size_t in_groups(PeerGroupWorld& w) {
    std::size_t all = 0;
    for (const auto& [group, members] : w.members()) all += members.size();
    return all;
}

int rank_of(PersonId who) { return kRanks[(who.low() >> 20) * 6 / PeerGroupWorld::kTeamSize]; }

TEST(PeerGroups, FormWithinAHospitalAndARankBySizeAndDraw) {
    PeerGroupWorld w;
    w.programmes.push_back({peer_group_setting({{"size", 6}})});
    w.pass_weeks(4);
    EXPECT_EQ(sizes(w), (std::multiset<std::size_t>{6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6}));
    std::set<PersonId> all;
    std::size_t of_several_teams = 0;
    for (const auto& [group, members] : w.members()) {
        std::set<TeamId> teams;
        for (const PersonId who : members) {
            EXPECT_TRUE(all.insert(who).second);  // nobody in two
            EXPECT_EQ(who.first_team().hospital(), members[0].first_team().hospital());
            EXPECT_EQ(rank_of(who), rank_of(members[0]));
            teams.insert(who.first_team());
        }
        of_several_teams += teams.size() > 1 ? 1 : 0;
    }
    EXPECT_EQ(all.size(), w.population.posts());
    EXPECT_EQ(of_several_teams, 12u);
    for (const Membership& row : w.rows()) {
        EXPECT_EQ(row.members, 6);
        EXPECT_EQ(row.is_mixed, 0);
        EXPECT_GE(row.begins, 4);
        EXPECT_LT(row.begins, 8);
    }
}

TEST(PeerGroups, MixRanksWhereTheyMay) {
    PeerGroupWorld w;
    w.programmes.push_back({peer_group_setting({{"size", 6}, {"mixed_ranks", 1}})});
    w.pass_weeks(4);
    EXPECT_EQ(sizes(w).size(), 12u);
    std::size_t mixed = 0;
    for (const auto& [group, members] : w.members()) {
        std::set<int> ranks;
        for (const PersonId who : members) ranks.insert(rank_of(who));
        mixed += ranks.size() > 1 ? 1 : 0;
    }
    EXPECT_GT(mixed, 8u);
    std::size_t marked = 0;
    for (const Membership& row : w.rows()) marked += row.is_mixed;
    EXPECT_EQ(marked, 6 * mixed);
}

TEST(PeerGroups, DoNotDependOnBlocks) {
    const auto after_a_year = [](std::size_t block_posts) {
        PeerGroupParameters p = peer_group_parameters();
        p.drop_out = 0.1f;
        PeerGroupWorld w(p, 3, 4, block_posts, 1.0, -2.0f);
        w.programmes.push_back(
            {peer_group_setting({{"size", 4}, {"facilitators", 2}, {"caseload", 3}, {"sessions", 4}, {"again_after", 8}})});
        w.pass_weeks(60);
        std::map<std::uint64_t, std::tuple<std::uint32_t, std::uint32_t, int, float>> all;
        for (Block& b : w.population.blocks()) {
            for (const Membership& row : std::as_const(b).rows(w.fields.ledger))
                all[b.person_at(row.post, w.fields.engine).value] = {row.group_low, row.group_high, row.begins, row.support};
        }
        return all;
    };
    const auto one = after_a_year(1 << 20);
    EXPECT_GT(one.size(), 50u);
    EXPECT_EQ(one, after_a_year(1));
}

TEST(PeerGroups, FillUpBeforeThoseWhoWaitBeginAsASmallerOne) {
    PeerGroupWorld w(steady_peer_groups(), 1, 3);
    w.programmes.push_back({peer_group_setting({{"size", 5}, {"sessions", 20}})});
    w.pass_weeks(8);
    EXPECT_EQ(sizes(w), (std::multiset<std::size_t>{5, 5, 5, 5, 5, 5}));  // of 6, 12 and 18
    w.pass_weeks(8);  // enrolled in week 0: twelve weeks have passed at the clearing of week 15
    EXPECT_EQ(sizes(w), (std::multiset<std::size_t>{3, 5, 5, 5, 5, 5, 5}));
    w.pass_weeks(20);
    EXPECT_EQ(in_groups(w), 33u);  // one student and two residents are too few
}

TEST(PeerGroups, AreAsManyAtOnceAsFacilitatorsCanLead) {
    for (const auto& [facilitators, caseload, scale, most] :
         {std::tuple{1, 2, 1.0, 2u}, {4, 1, 0.5, 2u}, {3, 1, 0.01, 1u}, {0, 1, 1.0, 12u}}) {
        PeerGroupWorld w(steady_peer_groups(), 2, 3, kDefaultBlockPosts, scale);
        w.programmes.push_back({peer_group_setting(
            {{"facilitators", facilitators}, {"caseload", caseload}, {"sessions", 2}, {"interval", 2}, {"again_after", 1000}})});
        std::size_t seen = 0;
        for (int epoch = 0; epoch < 60; ++epoch) {
            w.pass_weeks(4);
            EXPECT_LE(w.members().size(), most);
            seen = std::max(seen, w.members().size());
        }
        EXPECT_EQ(seen, most);
        std::size_t finished = 0;
        for (const Membership& row : w.rows()) finished += row.stage == PeerGroupStage::finished;
        EXPECT_EQ(finished, w.population.posts());  // everybody's turn has come
    }
}

TEST(PeerGroups, FreeTheirFacilitatorWhenTheyGoOnAlone) {
    PeerGroupWorld w;
    w.programmes.push_back(
        {peer_group_setting({{"facilitators", 1}, {"caseload", 1}, {"sessions", 50}, {"interval", 1}, {"guided_sessions", 2}})});
    w.pass_weeks(4);
    EXPECT_EQ(w.members().size(), 1u);
    w.pass_weeks(16);
    EXPECT_EQ(w.members().size(), 5u);
    PeerGroupWorld alone;
    alone.programmes.push_back({peer_group_setting({{"facilitators", 1}, {"caseload", 1}, {"facilitator", 4}})});
    alone.pass_weeks(4);
    EXPECT_EQ(alone.members().size(), 12u);  // nobody leads
}

TEST(PeerGroups, OfATeamAreAllOfItWhoAreInReach) {
    PeerGroupWorld w(steady_peer_groups(), 2, 3, kDefaultBlockPosts, 1.0, -60.0f);
    bool is_late_there = false;
    w.programmes.push_back({.setting = peer_group_setting({{"mode", 1}, {"sessions", 4}, {"interval", 4}, {"again_after", 30}}),
                            .reaches = [&](const PeerGroupWorld& world, const Block& b, std::size_t i) {
                                return b.person(world.fields.phase)[i] > 0 && (i != 15 || is_late_there);
                            }});
    w.pass_weeks(4);
    EXPECT_EQ(sizes(w), (std::multiset<std::size_t>{9, 10, 10, 10, 10, 10}));
    for (const auto& [group, members] : w.members()) {
        for (const PersonId who : members) EXPECT_EQ(who.first_team(), members[0].first_team());
    }
    for (const Membership& row : w.rows()) EXPECT_EQ(row.is_mixed, 1);
    is_late_there = true;
    w.pass_weeks(4);
    EXPECT_EQ(sizes(w), (std::multiset<std::size_t>{10, 10, 10, 10, 10, 10}));
    EXPECT_EQ(w.row(15)->begins, w.row(16)->begins);
    EXPECT_EQ(w.row(16)->members, 10);
    // Somebody who comes when the team has had it waits for the next time, which begins for all of them.
    is_late_there = false;
    w.pass_weeks(20);
    EXPECT_TRUE(w.members().empty());
    const int ended = w.row(16)->ended;
    EXPECT_GT(ended, 0);
    w.block().person(w.fields.engine.filled)[17] = 0;
    w.pass_week();
    w.block().person(w.fields.engine.filled)[17] = 1;
    w.pass_weeks(3);
    EXPECT_EQ(w.row(17), nullptr);
    while (w.week.value < ended + 32) w.pass_week();
    w.pass_weeks(4);
    EXPECT_NE(w.row(17), nullptr);
    EXPECT_EQ(w.row(16)->begins, w.row(17)->begins);
    EXPECT_GT(w.row(16)->begins, ended + 29);
}

TEST(PeerGroups, OfATeamAreLeftWithTheTeam) {
    PeerGroupWorld w(steady_peer_groups(), 1, 3);
    w.programmes.push_back({peer_group_setting({{"mode", 1}, {"sessions", 20}})});
    w.pass_weeks(8);
    // The person of post 3 and that of post 20 change places, with their rows.
    std::vector<Membership> rows(w.rows().begin(), w.rows().end());
    std::swap(rows[3], rows[20]);
    std::swap(rows[3].post, rows[20].post);
    w.block().put_rows(w.fields.ledger, std::span<const Membership>(rows));
    w.pass_weeks(4);
    EXPECT_EQ(w.row(3)->stage, PeerGroupStage::stopped);
    w.pass_weeks(4);
    EXPECT_EQ(w.row(3)->stage, PeerGroupStage::busy);
    EXPECT_EQ(w.row(3)->group_low, TeamId::of(0, 0).value);
    EXPECT_EQ(w.row(3)->begins, w.row(4)->begins);
    EXPECT_EQ(w.row(4)->members, 12);
}

TEST(PeerGroups, AskWhoIsFreeUnlessTheyAreMandatory) {
    for (const double mandatory : {0.0, 1.0}) {
        PeerGroupWorld w(steady_peer_groups(), 2, 3, kDefaultBlockPosts, 1.0, -60.0f);
        w.programmes.push_back({peer_group_setting({{"mandatory", mandatory}, {"window", 4}})});
        w.pass_weeks(8);
        EXPECT_EQ(in_groups(w), mandatory > 0.0 ? w.population.posts() : 0u);
        EXPECT_EQ(w.stage(0), mandatory > 0.0 ? PeerGroupStage::busy : PeerGroupStage::offered);
    }
}

TEST(PeerGroups, TakePersonsInStepWithTheDose) {
    PeerGroupWorld w(steady_peer_groups(), 8, 6);
    w.programmes.push_back({.setting = peer_group_setting({{"mandatory", 1}, {"sessions", 50}}), .dose = 0.25f});
    w.pass_weeks(30);
    const double share = static_cast<double>(w.rows().size()) / static_cast<double>(w.population.posts());
    EXPECT_NEAR(share, 0.25, 5.0 * std::sqrt(0.25 * 0.75 / static_cast<double>(w.population.posts())));
    w.programmes[0].dose = 1.0f;
    w.pass_weeks(4);
    EXPECT_EQ(w.rows().size(), w.population.posts());
}

TEST(PeerGroups, AreOneAtATimeAndAgainAfterAWhile) {
    PeerGroupWorld w(steady_peer_groups(), 1, 3);
    w.programmes.push_back({.setting = peer_group_setting({{"sessions", 2}, {"interval", 1}, {"again_after", 20}}), .name = "a"});
    w.programmes.push_back({.setting = peer_group_setting({{"sessions", 2}, {"interval", 1}, {"again_after", 1000}}), .name = "b"});
    std::set<int> programmes;
    for (int epoch = 0; epoch < 20; ++epoch) {
        w.pass_weeks(4);
        std::map<std::uint32_t, int> under_way;
        for (const Membership& row : w.rows()) {
            under_way[row.post] += interventions::is_under_way(row) ? 1 : 0;
            programmes.insert(row.programme);
        }
        for (const auto& [post, rows] : under_way) EXPECT_LE(rows, 1);
    }
    EXPECT_EQ(programmes.size(), 2u);
    int of_a = 0, of_b = 0;
    for (const Membership& row : w.rows()) {
        if (row.post != 0) continue;
        (row.programme == static_cast<std::uint16_t>(purpose_of_intervention("a")) ? of_a : of_b) += 1;
    }
    EXPECT_GE(of_a, 2);
    EXPECT_EQ(of_b, 1);
}

TEST(PeerGroups, BeginNoMoreWhenTheProgrammeHasEndedAndGoOnWhereTheyHaveBegun) {
    PeerGroupWorld w(steady_peer_groups(), 1, 3);
    w.programmes.push_back({.setting = peer_group_setting({{"facilitators", 1}, {"caseload", 1}, {"sessions", 5}}), .end = Week{6}});
    w.pass_weeks(12);
    EXPECT_EQ(w.members().size(), 1u);
    std::size_t stopped = 0;
    for (const Membership& row : w.rows()) stopped += row.stage == PeerGroupStage::stopped;
    EXPECT_EQ(stopped, 30u);
    w.pass_weeks(20);
    for (const Membership& row : w.rows()) {
        EXPECT_EQ(row.attended, row.begins >= 0 ? 5 : 0);
    }
}

TEST(PeerGroups, HarmWhereTheOwnSupervisorLeadsAndHelpWhereAnotherDoes) {
    for (const int facilitator : {2, 3}) {
        PeerGroupWorld w(steady_peer_groups(), 2, 3);
        w.safety = 0.2f;
        w.programmes.push_back({peer_group_setting({{"mode", 1}, {"facilitator", facilitator}, {"sessions", 12}, {"interval", 2}})});
        w.set_phases(2);
        w.pass_weeks(40);
        for (const Membership& row : w.rows()) {
            EXPECT_EQ(row.attended, 12);
            EXPECT_EQ(row.support > 0.0f, facilitator == 3);
            EXPECT_EQ(row.safety > 0.0f, facilitator == 3);
        }
    }
}

}  // namespace
}  // namespace bevlogen::testing
