// Added posts: how many are planned where, when they open, and who is in scope.
#include "models/interventions/staffing.hpp"

#include <gtest/gtest.h>

#include "tests/unit/models/work_world.hpp"

namespace bevlogen::testing {
namespace {

using interventions::AddedPosts;
using workforce::Phase;
using workforce::PostKind;
using workforce::Site;

constexpr interventions::NationalLevers kLevers{3, 99};

Intervention adding(const std::string& name, double ratio, std::uint32_t phases = ~0u, std::uint32_t sites = ~0u) {
    Intervention intervention;
    intervention.name = name;
    intervention.scope.axes = {phases, sites, ~0u};
    intervention.levers = {setting_of(interventions::staffing_lever(), {{"posts", ratio}})};
    return intervention;
}

constexpr std::uint32_t bit(Phase phase) { return 1u << index_of(phase); }
constexpr std::uint32_t bit(Site site) { return 1u << index_of(site); }

std::size_t count(const std::vector<std::uint8_t>& posts, PostKind kind, bool added) {
    std::size_t n = 0;
    for (const std::uint8_t raw : posts) n += workforce::post_kind_of(raw) == kind && workforce::is_added(raw) == added;
    return n;
}

TEST(AddedPosts, TheKindOfAPostSaysWhetherItWasAdded) {
    for (std::size_t k = 0; k < workforce::kPostKinds; ++k) {
        const auto kind = static_cast<PostKind>(k);
        EXPECT_EQ(workforce::post_kind_of(static_cast<std::uint8_t>(k)), kind);
        EXPECT_FALSE(workforce::is_added(static_cast<std::uint8_t>(k)));
        EXPECT_EQ(workforce::post_kind_of(workforce::added_post(kind)), kind);
        EXPECT_TRUE(workforce::is_added(workforce::added_post(kind)));
    }
}

TEST(AddedPosts, ScopeSaysWhichKindsAndWhichHospitals) {
    const std::vector<Intervention> one = {adding("more", 1.5, bit(Phase::anios) | bit(Phase::specialist_late), bit(Site::general))};
    const auto added = interventions::added_posts(one, kLevers);
    ASSERT_EQ(added.size(), 1u);
    EXPECT_EQ(added[0].most[index_of(PostKind::anios)], 1.5);
    EXPECT_EQ(added[0].most[index_of(PostKind::specialist_permanent)], 1.5);
    EXPECT_EQ(added[0].most[index_of(PostKind::specialist_temporary)], 1.0);
    EXPECT_EQ(added[0].most[index_of(PostKind::aios)], 1.0);
    EXPECT_EQ(added[0].most[index_of(PostKind::coassistent)], 1.0);
    auto plans = WorkWorld::plans(0, 40, 0);
    const auto before = plans;
    interventions::add_posts(added, Chance{7, 0}, plans);
    std::size_t more = 0;
    for (std::size_t t = 0; t < plans.size(); ++t) {
        EXPECT_TRUE(std::equal(before[t].posts.begin(), before[t].posts.end(), plans[t].posts.begin()));  // added ones come last
        more += plans[t].posts.size() - before[t].posts.size();
        EXPECT_TRUE(before[t].site == index_of(Site::general) || plans[t].posts.size() == before[t].posts.size());
        EXPECT_EQ(count(plans[t].posts, PostKind::aios, true), 0u);
    }
    EXPECT_GT(more, 50u);
}

TEST(AddedPosts, TheFirstPhaseThatIsSetDecidesOnPermanentPosts) {
    Intervention intervention = adding("more", 1.2);
    intervention.levers[0].values[index_of(Phase::specialist_late)] = 3.0;
    EXPECT_EQ(interventions::added_posts(std::span(&intervention, 1), kLevers)[0].most[0], 1.2);
    intervention.levers[0].values[index_of(Phase::specialist_mid)] = kNotSet;
    EXPECT_EQ(interventions::added_posts(std::span(&intervention, 1), kLevers)[0].most[0], 3.0);
}

TEST(AddedPosts, WhoAddsNothingIsLeftOut) {
    EXPECT_TRUE(interventions::added_posts(std::vector<Intervention>{adding("same", 1.0)}, kLevers).empty());
    Intervention later = adding("later", 1.0);
    later.changes.push_back({Week{52}, {setting_of(interventions::staffing_lever(), {{"posts", 2.0}})}});
    const auto added = interventions::added_posts(std::span(&later, 1), kLevers);
    ASSERT_EQ(added.size(), 1u);
    EXPECT_EQ(added[0].most[index_of(PostKind::aios)], 2.0);
}

TEST(AddedPosts, WhoReachesNobodyByAnyShareAddsNone) {
    std::vector<Intervention> all = {adding("a", 1.5), adding("b", 1.5), adding("c", 1.5), adding("d", 1.5)};
    all[0].scope.coverage = 0.0, all[1].scope.team_share = 0.0, all[2].uptake = 0.0, all[3].uptake = 0.01;
    const auto added = interventions::added_posts(all, kLevers);
    ASSERT_EQ(added.size(), 1u);
    EXPECT_EQ(added[0].intervention, purpose_of_intervention("d"));
}

TEST(AddedPosts, KeepTheRatioOverManyTeams) {
    // 2,000 teams of 3 anios x 1/3: one post each for certain. x .1: .3 each, so a binomial count; |z| < 5: false-positive rate 6e-7.
    const auto total = [](double ratio) {
        std::vector<TeamPlan> plans;
        for (std::uint32_t t = 0; t < 2000; ++t) plans.push_back({TeamId::of(t / 40, t % 40), 0, {3, 3, 3}});
        const Intervention one = adding("more", ratio);
        interventions::add_posts(interventions::added_posts(std::span(&one, 1), kLevers), Chance{20240321, 0}, plans);
        std::size_t n = 0;
        for (const TeamPlan& plan : plans) n += count(plan.posts, PostKind::anios, true);
        return static_cast<double>(n);
    };
    const auto z = [&](double n, double share) { return (n - 2000.0 * share) / std::sqrt(2000.0 * share * (1.0 - share)); };
    EXPECT_NEAR(total(4.0 / 3.0), 2000.0, 1.0);  // 3 x (4/3 - 1) is 1 but for the last bit
    EXPECT_EQ(total(2.0), 6000.0);
    EXPECT_LT(std::abs(z(total(1.1), 0.3)), 5.0);
    EXPECT_GT(std::abs(z(total(1.12), 0.3)), 5.0);  // the twin: another ratio is seen
}

TEST(AddedPosts, ATeamsPostsDependOnNoOtherTeamAndNoOtherIntervention) {
    const std::vector<Intervention> both = {adding("a", 1.35, bit(Phase::anios)), adding("b", 1.45, bit(Phase::aios))};
    const auto added = interventions::added_posts(both, kLevers);
    auto all = WorkWorld::plans(0, 40, 0), some = WorkWorld::plans(11, 23, 0), only_b = WorkWorld::plans(0, 40, 0);
    interventions::add_posts(added, Chance{7, 0}, all);
    interventions::add_posts(added, Chance{7, 0}, some);
    interventions::add_posts(std::span(added).subspan(1), Chance{7, 0}, only_b);
    for (std::size_t t = 0; t < some.size(); ++t) EXPECT_EQ(some[t].posts, all[t + 11].posts);
    for (std::size_t t = 0; t < all.size(); ++t) {
        EXPECT_EQ(count(all[t].posts, PostKind::aios, true), count(only_b[t].posts, PostKind::aios, true));
    }
}

// A world of two interventions that both add posts; who takes part is said by each test.
struct Opening {
    std::vector<Intervention> interventions = {adding("a", 1.6, bit(Phase::anios)), adding("b", 2.0, bit(Phase::aios) | bit(Phase::anios))};
    std::vector<AddedPosts> added = interventions::added_posts(interventions, kLevers);
    workforce::WorkforceFields fields;
    Block block = make_block();
    Chance chance{7, 1};
    std::array<float, 2> dose = {0.0f, 0.0f};
    std::array<std::vector<float>, 2> reach = {std::vector<float>(block.padded_posts(), 1.0f),
                                               std::vector<float>(block.padded_posts(), 1.0f)};
    std::vector<std::size_t> newcomers;

    Block make_block() {
        auto plans = WorkWorld::plans(0, 40, 0);
        interventions::add_posts(added, Chance{7, 1}.world(), plans);
        Block made(fields, plans, 0, 0);
        for (std::size_t i = 0; i < made.posts(); ++i) {
            const std::uint8_t raw = made.post_kinds()[i];
            const PostKind kind = workforce::post_kind_of(raw);
            made.person(fields.engine.filled)[i] = workforce::is_added(raw) ? 0 : 1;
            made.person(fields.phase)[i] = static_cast<std::uint8_t>(kind == PostKind::aios    ? Phase::aios
                                                                     : kind == PostKind::anios ? Phase::anios
                                                                                               : Phase::jonge_klare);
        }
        return made;
    }
    void open() {
        std::vector<InterventionNow> now;
        for (std::size_t i = 0; i < 2; ++i) {
            now.push_back({interventions[i].levers, dose[i], reach[i].data(), purpose_of_intervention(interventions[i].name), Week{0}});
        }
        interventions::open_posts(
            added, kLevers, fields, Now{Week{60}, chance, now}, [&](Block&, std::size_t post) { newcomers.push_back(post); }, block);
    }
    std::size_t opened(PostKind kind) const {
        std::size_t n = 0;
        for (std::size_t i = 0; i < block.posts(); ++i) {
            const std::uint8_t raw = block.post_kinds()[i];
            n += workforce::is_added(raw) && workforce::post_kind_of(raw) == kind && block.person(fields.engine.filled)[i] != 0;
        }
        return n;
    }
    std::size_t planned(PostKind kind) const {
        std::size_t n = 0;
        for (const std::uint8_t raw : block.post_kinds()) n += workforce::is_added(raw) && workforce::post_kind_of(raw) == kind;
        return n;
    }
};

TEST(OpenPosts, NothingOpensBeforeTheStart) {
    Opening o;
    o.open();
    EXPECT_TRUE(o.newcomers.empty());
    EXPECT_GT(o.planned(PostKind::anios), 100u);
}

TEST(OpenPosts, EachInterventionOpensItsOwnPostsOnce) {
    Opening a, b, both;
    a.dose = {1.0f, 0.0f}, b.dose = {0.0f, 1.0f}, both.dose = {1.0f, 1.0f};
    for (Opening* o : {&a, &b, &both}) o->open();
    EXPECT_EQ(a.opened(PostKind::aios), 0u);
    EXPECT_EQ(b.opened(PostKind::aios), b.planned(PostKind::aios));
    EXPECT_GT(a.opened(PostKind::anios), 30u);
    EXPECT_EQ(a.opened(PostKind::anios) + b.opened(PostKind::anios), both.opened(PostKind::anios));
    EXPECT_EQ(both.opened(PostKind::anios), both.planned(PostKind::anios));
    const std::size_t filled = both.newcomers.size();
    EXPECT_EQ(filled, both.planned(PostKind::anios) + both.planned(PostKind::aios));
    both.open();
    EXPECT_EQ(both.newcomers.size(), filled);  // a second call changes nothing
}

TEST(OpenPosts, ARampOpensThemLittleByLittle) {
    Opening o;
    std::size_t before = 0;
    for (const float dose : {0.25f, 0.5f, 0.75f, 1.0f}) {
        o.dose = {0.0f, dose};
        o.open();
        EXPECT_GT(o.opened(PostKind::aios), before) << dose;
        before = o.opened(PostKind::aios);
    }
    EXPECT_EQ(before, o.planned(PostKind::aios));
    o.dose = {0.0f, 0.0f};  // the end closes nothing
    o.open();
    EXPECT_EQ(o.opened(PostKind::aios), before);
}

TEST(OpenPosts, OnlyTeamsThatTakePartGetThem) {
    Opening o;
    o.dose = {1.0f, 0.0f};
    std::fill(o.reach[0].begin(), o.reach[0].end(), 0.0f);
    const std::size_t begin = o.block.team_begin()[10], end = o.block.team_begin()[11];
    for (std::size_t i = begin; i < end; ++i) {  // one anios of team 10 is in reach
        if (o.block.person(o.fields.phase)[i] == index_of(Phase::anios) && o.block.person(o.fields.engine.filled)[i] != 0) {
            o.reach[0][i] = 1.0f;
            break;
        }
    }
    const std::size_t elsewhere = o.block.team_begin()[20];  // a jonge klare in reach opens no post of an anios
    ASSERT_EQ(o.block.person(o.fields.phase)[elsewhere], index_of(Phase::jonge_klare));
    o.reach[0][elsewhere] = 1.0f;
    o.open();
    EXPECT_FALSE(o.newcomers.empty());
    for (const std::size_t post : o.newcomers) {
        EXPECT_GE(post, begin);
        EXPECT_LT(post, end);
    }
}

TEST(Synthesis, AddedPostsStayEmptyAndRenumberNobody) {
    const auto parameters = WorkforceParameters::read();
    const auto careers = parameters.stationary();
    workforce::WorkforceFields fields;
    auto plans = WorkWorld::plans(0, 40, 0);
    Block without(fields, plans, 0, 0);
    const Intervention more = adding("more", 1.5);
    interventions::add_posts(interventions::added_posts(std::span(&more, 1), kLevers), Chance{7, 0}, plans);
    Block with(fields, plans, 0, 0);
    workforce::populate_posts(parameters.world, careers, parameters.household, fields, Chance{7, 1}, without);
    workforce::populate_posts(parameters.world, careers, parameters.household, fields, Chance{7, 1}, with);
    std::size_t added = 0;
    for (std::size_t t = 0; t < 40; ++t) {
        const std::size_t a = without.team_begin()[t], b = with.team_begin()[t];
        for (std::size_t slot = 0; slot < with.team_begin()[t + 1] - b; ++slot) {
            const bool is_new = slot >= without.team_begin()[t + 1] - a;
            EXPECT_EQ(workforce::is_added(with.post_kinds()[b + slot]), is_new);
            added += is_new;
            if (is_new) {
                EXPECT_EQ(with.person(fields.engine.filled)[b + slot], 0);
            } else {
                EXPECT_EQ(with.person(fields.engine.filled)[b + slot], without.person(fields.engine.filled)[a + slot]);
                EXPECT_EQ(with.person(fields.engine.id_low)[b + slot], without.person(fields.engine.id_low)[a + slot]);
                EXPECT_EQ(with.person(fields.fte)[b + slot], without.person(fields.fte)[a + slot]);
            }
        }
    }
    EXPECT_GT(added, 200u);
}

}  // namespace
}  // namespace bevlogen::testing
