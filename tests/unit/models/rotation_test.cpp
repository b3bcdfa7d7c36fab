// Rotation: who is due and where they may go, arrival by hand, how new everybody is from the start, and its mean.
#include "models/workforce/rotation.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <set>

#include "tests/unit/models/some_hospitals.hpp"

namespace bevlogen::testing {
namespace {

using workforce::Demand;
using workforce::Phase;
using workforce::PostKind;
using workforce::Resource;
using workforce::Rotation;
using workforce::RotationParameters;

RotationParameters usual() {
    RotationParameters r;
    r.coassistent_weeks = 8;
    r.aios_weeks_from = 52;
    r.aios_weeks_to = 104;
    r.newcomer_weeks = 8.0f;
    r.newcomer_on_unclarity = 0.6f;
    r.newcomer_on_colleagues = 0.4f;
    r.newcomer_on_supervisor = 0.3f;
    return r;
}

// Two general hospitals of one region, one of another; each team a specialist, an anios, two aios and two coassistenten.
struct ThreeHospitals {
    workforce::WorkforceFields fields;
    workforce::World world;
    std::vector<Block> blocks;

    ThreeHospitals() {
        world.regions = 2;
        blocks.emplace_back(fields, plans(), 0, 0);
        Block& block = blocks.front();
        for (std::size_t t = 0; t < block.teams(); ++t) {
            for (std::uint32_t i = block.team_begin()[t]; i < block.team_begin()[t + 1]; ++i) {
                const PersonId person = PersonId::of(block.team_ids()[t], i - block.team_begin()[t], 0);
                block.person(fields.engine.id_low)[i] = person.low();
                block.person(fields.engine.id_high)[i] = person.high();
                block.person(fields.engine.filled)[i] = 1;
                block.person(fields.weeks_to_rotation)[i] = 20;
                block.person(fields.weeks_in_team)[i] = 7;
                block.person(fields.weeks_in_post)[i] = 30;
            }
        }
    }
    static std::vector<TeamPlan> plans() {
        std::vector<TeamPlan> plans;
        for (const std::uint32_t hospital : {0u, 1u, 2u}) {  // the last shares the first's region
            plans.push_back({TeamId::of((1u << 16) + hospital, 0), 1, {0, 2, 2, 3, 4, 4}});
        }
        return plans;
    }
    Block& block() { return blocks.front(); }
    std::uint64_t at(std::size_t post) const { return blocks.front().person_at(post, fields.engine).value; }
    void move(Week week) { Rotation(usual(), world, fields).move(blocks, {week, {7, 1}, {}}); }
};

TEST(Rotation, MovesOnlyWhoIsDueAndOnlyWithinRegionAndKindOfPost) {
    std::set<std::uint64_t> on_first_post;
    for (int week = 3; week < 200; week += 4) {
        ThreeHospitals w;
        std::vector<std::uint64_t> before;
        for (std::size_t i = 0; i < 18; ++i) before.push_back(w.at(i));
        const auto to_go = w.block().person(w.fields.weeks_to_rotation);
        for (const std::size_t due : {1u, 13u, 14u, 4u, 16u, 17u}) to_go[due] = 0;  // aios and coassistenten of the first and third
        to_go[0] = to_go[3] = 0;                                                    // a specialist and an anios: never
        to_go[10] = 0;                                                              // a coassistent alone in the other region
        w.move(Week{week});
        for (const std::size_t i : {0u, 2u, 3u, 5u, 6u, 7u, 8u, 9u, 10u, 11u, 12u, 15u}) EXPECT_EQ(w.at(i), before[i]) << "post " << i;
        EXPECT_EQ((std::set{w.at(1), w.at(13), w.at(14)}), (std::set{before[1], before[13], before[14]}));
        EXPECT_EQ((std::set{w.at(4), w.at(16), w.at(17)}), (std::set{before[4], before[16], before[17]}));
        EXPECT_EQ(w.block().person(w.fields.weeks_in_team)[10], 0) << "a rotation begins anew on the own post";
        EXPECT_EQ(w.block().person(w.fields.weeks_in_team)[0], 7);
        on_first_post.insert(w.at(1));
    }
    EXPECT_EQ(on_first_post.size(), 3u) << "each of those due gets there in some week";
}

TEST(Rotation, LeavesVacanciesAlone) {
    ThreeHospitals w;
    for (auto& to_go : w.block().person(w.fields.weeks_to_rotation)) to_go = 0;
    w.block().person(w.fields.engine.filled)[4] = 0;
    const std::uint64_t was = w.at(4);
    w.move(Week{3});
    EXPECT_EQ(w.block().person(w.fields.engine.filled)[4], 0);
    EXPECT_EQ(w.at(4), was);
    EXPECT_EQ(w.block().person(w.fields.weeks_in_team)[4], 7);
}

TEST(Rotation, KicksFactorsFromWhatWasLeftOfTheLastArrivalToOne) {
    ThreeHospitals w;
    const std::size_t i = 10;  // alone: lands on the own post
    const auto unclarity = w.block().person(w.fields.factor[factor_of(Demand::role_unclarity)]);
    const auto colleagues = w.block().person(w.fields.factor[factor_of(Resource::colleague_support)]);
    const auto supervisor = w.block().person(w.fields.factor[factor_of(Resource::supervisor_support)]);
    w.block().person(w.fields.weeks_to_rotation)[i] = 0;
    w.block().person(w.fields.newcomer)[i] = 0.25f;
    unclarity[i] = 1.0f, colleagues[i] = 2.0f, supervisor[i] = 3.0f;
    w.move(Week{3});
    EXPECT_NEAR(unclarity[i], 1.0f + 0.6f * 0.75f, 1e-6f);
    EXPECT_NEAR(colleagues[i], 2.0f - 0.4f * 0.75f, 1e-6f);
    EXPECT_NEAR(supervisor[i], 3.0f - 0.3f * 0.75f, 1e-6f);
    EXPECT_EQ(w.block().person(w.fields.newcomer)[i], 1.0f);
    EXPECT_EQ(w.block().person(w.fields.weeks_in_post)[i], 0);
    EXPECT_EQ(w.block().person(w.fields.weeks_to_rotation)[i], 8);
    EXPECT_EQ(unclarity[0], 0.0f);
}

TEST(Rotation, DrawsLengthsOfAiosUniformlyFromOneToTwoYears) {
    std::array<int, 53> count{};
    for (int week = 3; week < 4 * 1000; week += 4) {
        ThreeHospitals w;
        for (const std::size_t i : {1u, 2u, 13u, 14u}) w.block().person(w.fields.weeks_to_rotation)[i] = 0;
        w.move(Week{week});
        for (const std::size_t i : {1u, 2u, 13u, 14u}) {
            const int length = w.block().person(w.fields.weeks_to_rotation)[i];
            ASSERT_GE(length, 52);
            ASSERT_LE(length, 104);
            ++count[static_cast<std::size_t>(length - 52)];
        }
    }
    const double expected = 3996.0 / 53.0;
    double chi_squared = 0.0;
    for (const int n : count) chi_squared += (n - expected) * (n - expected) / expected;
    EXPECT_LT(chi_squared, 119.0);  // of 52 degrees of freedom: exceeded once in a million
}

TEST(Rotation, CountsWeeksUpAndDownToTheirLimits) {
    ThreeHospitals w;
    Block& block = w.block();
    const auto in_team = block.person(w.fields.weeks_in_team);
    const auto in_post = block.person(w.fields.weeks_in_post);
    const auto to_go = block.person(w.fields.weeks_to_rotation);
    in_team[0] = 65533, in_team[1] = 65533, to_go[1] = 3, to_go[2] = 4, to_go[4] = 5, to_go[5] = 0;
    Rotation(usual(), w.world, w.fields).age(block);
    EXPECT_EQ(in_team[0], 65535);
    EXPECT_EQ(in_team[2], 11);
    EXPECT_EQ(in_post[2], 11) << "who rotates has been in the post as long as in the team";
    EXPECT_EQ(in_post[0], 30) << "others keep their time in the post";
    EXPECT_EQ(to_go[1], 0);
    EXPECT_EQ(to_go[2], 0);
    EXPECT_EQ(to_go[4], 1);
    EXPECT_EQ(to_go[5], 0);
}

TEST(Rotation, StartsAsIfItHadAlwaysGoneOn) {
    const auto parameters = WorkforceParameters::read();
    SomeHospitals w(parameters, 1024, 0.5);
    std::map<int, double> coassistenten;  // by weeks to go
    double coassistenten_in_all = 0.0, aios_in_all = 0.0, aios_to_go = 0.0;
    for (const Block& block : w.blocks()) {
        for (std::size_t i = 0; i < block.posts(); ++i) {
            const auto kind = static_cast<PostKind>(block.post_kinds()[i]);
            const int gone = block.person(w.fields.weeks_in_team)[i], to_go = block.person(w.fields.weeks_to_rotation)[i];
            EXPECT_NEAR(block.person(w.fields.newcomer)[i], std::exp(-gone / 8.0), 1e-6);
            if (kind == PostKind::coassistent) {
                ++coassistenten[to_go];
                ++coassistenten_in_all;
                EXPECT_LE(gone + to_go, 8);
            } else if (kind == PostKind::aios) {
                ++aios_in_all;
                aios_to_go += to_go;
                EXPECT_GE(to_go, 1);
                EXPECT_LE(gone + to_go, 104);
            } else {
                EXPECT_EQ(to_go, 0);
            }
        }
    }
    ASSERT_EQ(coassistenten.size(), 2u);
    const double se = std::sqrt(0.25 / coassistenten_in_all);
    EXPECT_NEAR(coassistenten.at(4) / coassistenten_in_all, 0.5, 4.9 * se);
    EXPECT_NEAR(coassistenten.at(8) / coassistenten_in_all, 0.5, 4.9 * se);
    // Each of the clearings of a rotation of d weeks is met as often: to go d, d - 4, ..., on average 1.5 + half of the whole epochs'
    // weeks.
    double sum = 0.0, squares = 0.0, weight = 0.0;
    for (int d = 52; d <= 104; ++d) {
        for (int to_go = d; to_go > 0; to_go -= 4) sum += to_go, squares += to_go * to_go, weight += 1.0;
    }
    const double mean = sum / weight, sd = std::sqrt(squares / weight - mean * mean);
    EXPECT_NEAR(aios_to_go / aios_in_all, mean, 4.9 * sd / std::sqrt(aios_in_all));
}

TEST(Rotation, MovesHalfOfTheCoassistentenAtEachClearingForEver) {
    SomeHospitals w(WorkforceParameters::read(), 1024, 0.5);
    for (int clearing = 1; clearing <= 12; ++clearing) {
        w.clear(Week{4 * clearing - 1});
        double moved = 0.0, all = 0.0;
        for (const Block& block : w.blocks()) {
            for (std::size_t i = 0; i < block.posts(); ++i) {
                if (static_cast<PostKind>(block.post_kinds()[i]) != PostKind::coassistent || !block.person(w.fields.engine.filled)[i])
                    continue;
                ++all;
                moved += block.person(w.fields.weeks_in_team)[i] == 0;
            }
        }
        EXPECT_NEAR(moved / all, 0.5, 4.9 * std::sqrt(0.25 / all)) << "clearing " << clearing;
    }
}

TEST(MeanNewcomer, IsTheMeanOverTheWeeksOfARotation) {
    const RotationParameters r = usual();
    double eight = 0.0;
    for (int week = 1; week <= 8; ++week) eight += std::exp(-week / 8.0) / 8.0;
    EXPECT_NEAR(mean_newcomer(r, Phase::coassistent), eight, 1e-6);
    EXPECT_NEAR(mean_newcomer(r, Phase::coassistent), 0.5934, 1e-4);
    double newcomer = 0.0, weeks = 0.0;
    for (int length = 52; length <= 104; ++length) {
        const int n = (length + 3) / 4 * 4;
        for (int week = 1; week <= n; ++week) newcomer += std::exp(-week / 8.0);
        weeks += n;
    }
    EXPECT_NEAR(mean_newcomer(r, Phase::aios), newcomer / weeks, 1e-6);
    for (const Phase phase : {Phase::anios, Phase::jonge_klare, Phase::specialist_mid, Phase::specialist_late}) {
        EXPECT_EQ(mean_newcomer(r, phase), 0.0f);
    }
}

// Newcomers fade in the weekly step; here by hand.
TEST(MeanNewcomer, IsWhatRotationsGive) {
    const auto parameters = WorkforceParameters::read();
    SomeHospitals w(parameters, 1024, 0.5);
    const float weekly = std::exp(-1.0f / parameters.rotation.newcomer_weeks);
    std::array<double, workforce::kPostKinds> sum{}, all{};
    for (int week = 0; week < 208; ++week) {
        for (Block& block : w.blocks()) {
            for (std::size_t i = 0; i < block.posts(); ++i) {
                float& newcomer = block.person(w.fields.newcomer)[i];
                newcomer *= weekly;
                if (week < 52 || !block.person(w.fields.engine.filled)[i]) continue;
                sum[block.post_kinds()[i]] += static_cast<double>(newcomer);
                ++all[block.post_kinds()[i]];
            }
        }
        if (week % 4 == 3) w.clear(Week{week});
    }
    const auto mean = [&](PostKind kind) { return sum[index_of(kind)] / all[index_of(kind)]; };
    EXPECT_NEAR(mean(PostKind::coassistent), mean_newcomer(parameters.rotation, Phase::coassistent), 0.001);
    EXPECT_NEAR(mean(PostKind::aios), mean_newcomer(parameters.rotation, Phase::aios), 0.004);
    EXPECT_LT(mean(PostKind::anios), 0.001);
}

TEST(Rotation, OfAKindWithoutWeeksThereIsNone) {
    RotationParameters never = usual();
    never.coassistent_weeks = 0;
    never.aios_weeks_from = never.aios_weeks_to = 0;
    for (const Phase phase : {Phase::coassistent, Phase::aios}) EXPECT_EQ(workforce::mean_newcomer(never, phase), 0.0f);
    for (const bool rotates : {false, true}) {  // the second is the twin
        ThreeHospitals w;
        const Rotation rotation(rotates ? usual() : never, w.world, w.fields);
        rotation.populate(w.block(), {7, 1});
        std::vector<std::uint64_t> before;
        for (std::size_t i = 0; i < w.block().posts(); ++i) before.push_back(w.at(i));
        bool has_moved = false;
        for (int week = 3; week < 200; week += 4) {
            rotation.age(w.block());
            rotation.move(w.blocks, {Week{week}, {7, 1}, {}});
            for (std::size_t i = 0; i < w.block().posts(); ++i) has_moved |= w.at(i) != before[i];
        }
        EXPECT_EQ(has_moved, rotates);
        EXPECT_EQ(w.block().person(w.fields.weeks_in_team)[4] > 196, !rotates);
    }
}

}  // namespace
}  // namespace bevlogen::testing
