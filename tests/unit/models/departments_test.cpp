// Regions of hospitals, and hospitals of one's own: departments by name become teams with exactly their posts.
#include "models/workforce/departments.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "tests/unit/models/workforce_setup.hpp"

namespace bevlogen::testing {
namespace {

using workforce::Department;
using workforce::PostKind;
using workforce::World;

TEST(Regions, AreNumbersWithinTheKindModuloTheirNumber) {
    World world;
    world.regions = 12;
    constexpr std::uint32_t kFirstGeneral = 1u << 16;
    EXPECT_EQ(region_of(world, TeamId::of(0, 0)), 0);
    EXPECT_EQ(region_of(world, TeamId::of(7, 44)), 7);
    EXPECT_EQ(region_of(world, TeamId::of(kFirstGeneral, 3)), 0);
    EXPECT_EQ(region_of(world, TeamId::of(kFirstGeneral + 11, 22)), 11);
    EXPECT_EQ(region_of(world, TeamId::of(kFirstGeneral + 12, 0)), 0);
    EXPECT_EQ(region_of(world, TeamId::of(kFirstGeneral + 61, 0)), 1);
    world.regions = 1;
    EXPECT_EQ(region_of(world, TeamId::of(kFirstGeneral + 61, 0)), 0);
}

std::set<int> regions_at(double scale) {
    const World world = WorkforceParameters::read().world;
    std::set<int> regions;
    for (const TeamPlan& plan : workforce::plan_teams(world, scale, {1, 0})) regions.insert(region_of(world, plan.id));
    return regions;
}

TEST(Regions, AllHaveAHospitalAtFullScaleAndSomeAtASmallOne) {
    EXPECT_EQ(regions_at(1.0).size(), 12u);
    EXPECT_EQ(*regions_at(1.0).rbegin(), 11);
    EXPECT_EQ(regions_at(0.05), (std::set<int>{0, 1, 2}));  // three general hospitals, one academic
    EXPECT_EQ(regions_at(0.001), (std::set<int>{0}));
}

TEST(Teams, AllHaveAPermanentSpecialistFirst) {
    World world = WorkforceParameters::read().world;
    for (auto& posts : world.posts_per_team) posts[0] = 0.3f;  // most teams draw none
    world.smallest_team = 1;
    for (const TeamPlan& plan : workforce::plan_teams(world, 1.0, {1, 0})) {
        ASSERT_FALSE(plan.posts.empty());
        EXPECT_EQ(static_cast<PostKind>(plan.posts.front()), PostKind::specialist_permanent);
        EXPECT_TRUE(std::is_sorted(plan.posts.begin(), plan.posts.end()));
    }
}

const std::vector<Department>& two_departments() {
    static const std::vector<Department> departments = {{"Surgery", {2, 1, 0, 3, 1}}, {"Radiology", {1, 0, 0, 0, 0}}};
    return departments;
}

TEST(Departments, BecomeTeamsInTheirOrderWithExactlyTheirPosts) {
    World world = WorkforceParameters::read().world;
    world.departments_site = static_cast<int>(workforce::Site::general);
    for (const double scale : {1.0, 0.01, 3.0}) {
        const auto plans = workforce::plan_teams(world, scale, {1, 0}, two_departments());
        ASSERT_EQ(plans.size(), 2u);
        EXPECT_EQ(plans[0].name, "Surgery");
        EXPECT_EQ(plans[0].posts, (std::vector<std::uint8_t>{0, 0, 1, 3, 3, 3, 4}));
        EXPECT_EQ(plans[1].name, "Radiology");
        EXPECT_EQ(plans[1].posts, std::vector<std::uint8_t>{0}) << "no smallest size";
        for (std::uint32_t t = 0; t < 2; ++t) {
            EXPECT_EQ(plans[t].site, 1);
            EXPECT_EQ(plans[t].id, TeamId::of(1u << 16, t));
            EXPECT_EQ(region_of(world, plans[t].id), 0);
        }
    }
    world.departments_site = static_cast<int>(workforce::Site::academic);
    EXPECT_EQ(workforce::plan_departments(world, two_departments()).front().id, TeamId::of(0, 0));
    EXPECT_EQ(workforce::plan_departments(world, two_departments()).front().site, 0);
}

TEST(Departments, AreReadFromRowsInTheOrderOfTheDeclaredKeys) {
    const RowsDecl decl = workforce::department_rows();
    EXPECT_EQ(decl.path, "world.departments");
    ASSERT_EQ(decl.keys.size(), workforce::kPostKinds);
    for (std::size_t k = 0; k < workforce::kPostKinds; ++k) {
        EXPECT_EQ(decl.keys[k].name, workforce::post_words()[k].name);
        EXPECT_EQ(decl.keys[k].kind, LeverKeyKind::whole_number);
        EXPECT_EQ(decl.keys[k].fallback, 0.0);
    }
    const std::vector<NamedRow> rows = {{"Surgery", {2, 1, 0, 3, 1}, {}}};
    const auto departments = workforce::departments_of(rows);
    ASSERT_EQ(departments.size(), 1u);
    EXPECT_EQ(departments[0].name, "Surgery");
    EXPECT_EQ(departments[0].posts, (std::array<int, 5>{2, 1, 0, 3, 1}));
    EXPECT_TRUE(workforce::departments_of({}).empty());
}

TEST(Departments, WithoutPostsOrALeaderAreRefusedWhereTheyStand) {
    const std::vector<NamedRow> rows = {{"Fine", {1, 0, 0, 0, 0}, {"w.toml", 3, 1}},
                                        {"Empty", {0, 0, 0, 0, 0}, {"w.toml", 7, 1}},
                                        {"Headless", {0, 2, 1, 0, 0}, {"w.toml", 9, 1}}};
    try {
        workforce::departments_of(rows);
        FAIL() << "two departments cannot be teams";
    } catch (const InputError& mistake) {
        EXPECT_THAT(mistake.diagnostics().report(),
                    ::testing::AllOf(::testing::HasSubstr("w.toml:7:1: error: department \"Empty\" has no posts"),
                                     ::testing::HasSubstr("w.toml:9:1: error: department \"Headless\" has nobody to lead it"),
                                     ::testing::HasSubstr("2 errors"), ::testing::Not(::testing::HasSubstr("Fine"))));
    }
}

}  // namespace
}  // namespace bevlogen::testing
