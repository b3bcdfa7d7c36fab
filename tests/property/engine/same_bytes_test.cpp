// A run ends in the same bytes however it is carried out: threads, blocks, stops, neighbours among the replicates.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "tests/property/engine/generated_runs.hpp"

namespace bevlogen::testing {
namespace {

RC_GTEST_PROP(Run, HasTheSameBytesForAnyThreadsAndBlocks, ()) {
    const SmallWorld world = some_world();
    const Scenario scenario = scenario_in(world, joined(some_interventions(world)));
    RC_ASSERT(state_at_end(scenario, some_course()) == state_at_end(scenario));
}

RC_GTEST_PROP(Run, StoppedAndResumedAtAnyClearingsIsTheRunInOneGo, ()) {
    const SmallWorld world = some_world();
    const Scenario scenario = scenario_in(world, joined(some_interventions(world)));
    Course course = some_course();
    course.stops = some_stops(scenario.total_weeks());
    RC_ASSERT(state_at_end(scenario, course) == state_at_end(scenario));
}

RC_GTEST_PROP(Run, OfAReplicateAloneIsThatReplicateAmongMany, ()) {
    const Scenario scenario = scenario_in(some_world());
    const auto first = *rc::gen::inRange<std::uint32_t>(1, 1000);
    std::vector<std::vector<std::byte>> among_many(*rc::gen::inRange<std::size_t>(2, 6));
    Parallel replicates(3);
    replicates.for_each(among_many.size(), [&](std::size_t r, unsigned) {
        among_many[r] = state_at_end(model_of(scenario), scenario, first + static_cast<std::uint32_t>(r));
    });
    const auto k = *rc::gen::inRange<std::size_t>(0, among_many.size());
    RC_ASSERT(state_at_end(model_of(scenario), scenario, first + static_cast<std::uint32_t>(k)) == among_many[k]);
    RC_ASSERT(among_many[0] != among_many[1]);
}

}  // namespace
}  // namespace bevlogen::testing
