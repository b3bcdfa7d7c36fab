// One more team or hospital changes no person of the others.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "tests/property/engine/generated_runs.hpp"
#include "tests/unit/engine/lives.hpp"

namespace bevlogen::testing {
namespace {

void expect_same_lives(const Scenario& fewer, const Scenario& more) {
    const auto before = lives_at_end(fewer, some_course()).persons;
    const auto after = lives_at_end(more, some_course()).persons;
    RC_ASSERT(after.size() > before.size());
    for (const auto& [person, life] : before) {
        const auto found = after.find(person);
        RC_ASSERT(found != after.end());
        RC_ASSERT(found->second == life);
    }
}

RC_GTEST_PROP(Newcomers, OneMoreTeamChangesNobodyOfTheOthers, ()) {
    SmallWorld world = small_worlds()[0];
    const std::string interventions = joined(some_interventions(world));
    const int teams = *rc::gen::inRange(1, 120);
    world.sets.push_back("example.teams=" + std::to_string(teams));
    const Scenario fewer = scenario_in(world, interventions);
    world.sets.back() = "example.teams=" + std::to_string(teams + 1);
    expect_same_lives(fewer, scenario_in(world, interventions));
}

// The second hospital of a kind lies in a region of its own: rotations swap persons within a region only.
RC_GTEST_PROP(Newcomers, OneMoreHospitalChangesNobodyOfTheOthers, ()) {
    SmallWorld world = small_worlds()[1];
    world.sets.push_back("run.seed=" + std::to_string(*rc::gen::inRange(1, 1000000)));
    const std::string kind = *rc::gen::element<std::string>("academic", "general");
    // What a temporary contract compares with is the world's own mix of posts, which one more hospital changes by a trifle.
    world.sets.push_back("feedback.temporary_contract=0");
    world.sets.push_back("market.kind=none");  // one more hospital has posts that people go to
    const std::string path = "world.hospitals." + kind + "=";
    world.sets.push_back(path + "50");  // 2 % of them: one
    const Scenario fewer = scenario_in(world);
    world.sets.back() = path + "100";
    expect_same_lives(fewer, scenario_in(world));
}

}  // namespace
}  // namespace bevlogen::testing
