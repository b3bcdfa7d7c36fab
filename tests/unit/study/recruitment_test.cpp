// Who is recruited follows from criteria, wish and chance, and never from the order of rows.
#include "sim/study/recruitment.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <map>
#include <numeric>
#include <set>

namespace bevlogen {
namespace {

using ::testing::ElementsAre;

constexpr std::size_t kNeed = 0, kMotivation = 1;  // quantities

// Teams of ten; need runs through each team, motivation from team to team.
SurveyWave some_persons(std::size_t persons) {
    SurveyWave wave;
    wave.week = 4;
    wave.axis.resize(1);
    wave.value.resize(2);
    for (std::size_t i = 0; i < persons; ++i) {
        wave.person.push_back(1000 + i);
        wave.team.push_back(static_cast<std::uint32_t>(i / 10));
        wave.arm.push_back(0);
        wave.is_reachable.push_back(i % 50 == 7 ? 0 : 1);
        wave.axis[0].push_back(static_cast<std::uint8_t>(i % 2));
        wave.value[kNeed].push_back(static_cast<float>(i % 10) / 3.0f - 1.5f);
        wave.value[kMotivation].push_back(static_cast<float>(i / 10 % 7) / 2.0f - 1.5f);
    }
    return wave;
}

Scope everybody() {
    Scope scope;
    scope.axes = {~std::uint32_t{0}};
    return scope;
}

RecruitmentPlan two_arms(std::size_t each) {
    RecruitmentPlan plan;
    plan.name = "a trial";
    plan.scope = everybody();
    plan.arms = {{each, true}, {each, true}};
    plan.most_trials = 1000;
    return plan;
}

std::vector<std::size_t> sizes(const Recruitment& found, std::uint8_t arm) {
    std::vector<std::size_t> count(found.trials, 0);
    for (std::size_t i = 0; i < found.arm.size(); ++i) {
        if (found.arm[i] == arm) ++count[found.trial[i]];
    }
    return count;
}

const Chance kChance{7, 1};

TEST(Recruitment, FillsEveryTrialWithOtherPersons) {
    const SurveyWave wave = some_persons(1000);
    const Recruitment found = recruit(two_arms(30), wave, kChance);
    EXPECT_EQ(found.trials, 980u / 60);  // 20 of 1,000 cannot be reached
    EXPECT_EQ(found.eligible, 980u);
    for (const std::uint8_t arm : {1, 2}) {
        for (const std::size_t size : sizes(found, arm)) EXPECT_EQ(size, 30u);
    }
    for (std::size_t i = 0; i < wave.size(); ++i) {
        EXPECT_EQ(found.arm[i] == 0, found.trial[i] == kNoTrial);
        if (wave.is_reachable[i] == 0) {
            EXPECT_EQ(found.arm[i], 0);
        }
    }
}

TEST(Recruitment, TakesNoMoreThanItsShareOfTheEligible) {
    RecruitmentPlan plan = two_arms(30);
    plan.most_of_eligible = 0.25;
    EXPECT_EQ(recruit(plan, some_persons(1000), kChance).trials, 4u);  // 245 / 60
    plan.most_trials = 2;
    EXPECT_EQ(recruit(plan, some_persons(1000), kChance).trials, 2u);
    EXPECT_EQ(recruit(two_arms(30), some_persons(50), kChance).trials, 0u);
}

TEST(Recruitment, DoesNotDependOnTheOrderOfRows) {
    SurveyWave wave = some_persons(600), reversed = wave;
    const auto turn = [](auto& column) { std::ranges::reverse(column); };
    turn(reversed.person), turn(reversed.team), turn(reversed.arm), turn(reversed.is_reachable), turn(reversed.axis[0]);
    for (auto& values : reversed.value) turn(values);
    for (const Allocation allocation : {Allocation::persons, Allocation::teams, Allocation::departments}) {
        RecruitmentPlan plan = two_arms(allocation == Allocation::teams ? 5 : 20);
        plan.allocation = allocation;
        plan.willing = Willingness{0.0, {{kNeed, 1.0}}};
        Recruitment one = recruit(plan, wave, kChance), other = recruit(plan, reversed, kChance);
        turn(other.arm), turn(other.trial);
        EXPECT_EQ(one.arm, other.arm);
        EXPECT_EQ(one.trial, other.trial);
        EXPECT_GT(one.trials, 1u);
    }
}

TEST(Recruitment, RespectsScopeAndCriteria) {
    const SurveyWave wave = some_persons(1000);
    RecruitmentPlan plan = two_arms(5);
    plan.scope.axes = {1u << 1};
    plan.criteria = {{.quantity = kNeed, .highest_share = 0.25}, {.quantity = kMotivation, .at_least = 0.0, .at_most = 1.0}};
    const Recruitment found = recruit(plan, wave, kChance);
    EXPECT_GT(found.trials, 3u);
    for (std::size_t i = 0; i < wave.size(); ++i) {
        if (found.arm[i] == 0) continue;
        EXPECT_EQ(wave.axis[0][i], 1);
        EXPECT_GE(wave.value[kNeed][i],
                  7.0f / 3.0f - 1.5f);  // odd places only: 1, 3, 5, 7, 9 of ten, of which the highest quarter begins at 7
        EXPECT_GE(wave.value[kMotivation][i], 0.0f);
        EXPECT_LE(wave.value[kMotivation][i], 1.0f);
    }
}

// Expected: log odds of -1 + need, over the needs that there are. With 20,000 persons the SD of the share is .0033: five of them.
TEST(Recruitment, VolunteersAreThoseWhoWantTo) {
    const SurveyWave wave = some_persons(20000);
    RecruitmentPlan plan = two_arms(20);
    plan.willing = Willingness{-1.0, {{kNeed, 1.0}}};
    const Recruitment found = recruit(plan, wave, kChance);
    double expected = 0.0;
    for (std::size_t i = 0; i < wave.size(); ++i) expected += wave.is_reachable[i] ? plan.willing->chance_of(wave, i) : 0.0;
    EXPECT_NEAR(static_cast<double>(found.willing) / static_cast<double>(found.asked), expected / static_cast<double>(found.eligible),
                0.017);
    EXPECT_NEAR(plan.willing->chance_of(wave, 0), 1.0 / (1.0 + std::exp(1.0 + 1.5)), 1e-6);
    double need = 0.0, members = 0.0;
    for (std::size_t i = 0; i < wave.size(); ++i) {
        if (found.arm[i] != 0) need += wave.value[kNeed][i], members += 1.0;
    }
    EXPECT_GT(need / members, 0.3) << "whoever needs help volunteers";  // all: 0
}

// Both arms come from the same persons: with 4,000 volunteers the SD of the difference of means is .03.
TEST(Recruitment, ArmsDifferByChanceAlone) {
    const SurveyWave wave = some_persons(5000);
    const Recruitment found = recruit(two_arms(40), wave, kChance);
    double sum[3] = {}, count[3] = {};
    for (std::size_t i = 0; i < wave.size(); ++i) sum[found.arm[i]] += wave.value[kNeed][i], count[found.arm[i]] += 1.0;
    EXPECT_NEAR(sum[1] / count[1], sum[2] / count[2], 0.15);
    EXPECT_EQ(count[1], count[2]);
}

TEST(Recruitment, ByTeamsPutsWholeTeamsIntoOneArm) {
    const SurveyWave wave = some_persons(1000);
    RecruitmentPlan plan = two_arms(5);
    plan.allocation = Allocation::teams;
    plan.team_persons = 6;
    const Recruitment found = recruit(plan, wave, kChance);
    EXPECT_EQ(found.trials, 10u);
    std::map<std::uint32_t, std::set<std::pair<int, std::uint32_t>>> places;
    std::map<std::uint32_t, std::size_t> persons;
    for (std::size_t i = 0; i < wave.size(); ++i) {
        if (found.arm[i] == 0) continue;
        places[wave.team[i]].insert({found.arm[i], found.trial[i]});
        ++persons[wave.team[i]];
    }
    EXPECT_EQ(places.size(), 100u);
    for (const auto& [team, place] : places) EXPECT_EQ(place.size(), 1u) << "team " << team;
    for (const auto& [team, count] : persons) EXPECT_EQ(count, 6u);
}

TEST(Recruitment, ByDepartmentsAsksOnlyArmsOfVolunteers) {
    const SurveyWave wave = some_persons(4000);
    RecruitmentPlan plan = two_arms(40);
    plan.allocation = Allocation::departments;
    plan.arms[1].are_volunteers = false;
    plan.willing = Willingness{-1.0, {{kNeed, 1.5}}};
    const Recruitment found = recruit(plan, wave, kChance);
    EXPECT_GT(found.trials, 5u);
    std::map<std::uint32_t, std::set<int>> arms;
    double need[3] = {}, count[3] = {};
    for (std::size_t i = 0; i < wave.size(); ++i) {
        need[found.arm[i]] += wave.value[kNeed][i], count[found.arm[i]] += 1.0;
        if (found.arm[i] != 0) arms[wave.team[i]].insert(found.arm[i]);
    }
    for (const auto& [team, of_team] : arms) EXPECT_EQ(of_team.size(), 1u);
    EXPECT_GT(need[1] / count[1], need[2] / count[2] + 0.3) << "controls were not asked whether they need it";
}

TEST(Recruitment, WritesArmsToTheRowsOfFilledPosts) {
    const Fields fields;
    TeamPlan plan{TeamId::of(0, 0), 0, std::vector<std::uint8_t>(5)};
    std::vector<Block> blocks;
    blocks.emplace_back(fields, std::vector<TeamPlan>{plan}, 0, 0);
    for (const std::size_t i : {0u, 2u, 4u}) blocks[0].person(fields.engine.filled)[i] = 1;
    Recruitment found;
    found.arm = {1, 0, 2};
    write_arms(found, fields.engine, blocks);
    const auto arm = blocks[0].person(fields.engine.arm);
    EXPECT_THAT(std::vector<int>(arm.begin(), arm.begin() + 5), ElementsAre(1, 0, 0, 0, 2));
}

}  // namespace
}  // namespace bevlogen
