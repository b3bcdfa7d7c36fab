// Interventions touch those whom they reach and nobody else; one that reaches nobody is none; their order says nothing.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "tests/property/engine/generated_runs.hpp"

namespace bevlogen::testing {
namespace {

RC_GTEST_PROP(Intervention, ThatReachesNobodyIsTheSameAsNone, ()) {
    const SmallWorld world = some_world();
    const std::string others = joined(some_interventions(world));
    const std::string nobody = *rc::gen::element<std::string>("scope = { coverage = 0 }\n", "scope = { team_share = 0 }\n", "uptake = 0\n");
    const std::string idle = some_intervention(world, "idle", nobody);
    const Scenario without = scenario_in(world, others), with = scenario_in(world, others + idle);
    RC_ASSERT(state_at_end(with, some_course()) == state_at_end(without));
}

// Until the clearing before the first of them starts everybody lives as without, whatever posts it will open.
RC_GTEST_PROP(Interventions, ChangeNobodyBeforeTheFirstStarts, ()) {
    const SmallWorld world = some_world();
    const Scenario without = scenario_in(world), with = scenario_in(world, joined(some_interventions(world)));
    Week first = with.recorded_weeks();
    for (const Intervention& intervention : with.interventions) first = std::min(first, intervention.schedule.start);
    const Week clearing = with.burn_in_weeks() + Week{first.value / kWeeksPerEpoch * kWeeksPerEpoch};
    const auto lives_until = [&](const Scenario& scenario) {
        const Course course = some_course();
        Parallel parallel(course.threads);
        Simulation simulation(model_of(scenario), scenario, {scenario.seed, 1}, parallel, course.block_posts);
        simulation.advance(clearing);
        return lives_of(model_of(scenario), simulation.population().blocks());
    };
    RC_ASSERT(lives_until(without) == lives_until(with));
}

RC_GTEST_PROP(Interventions, PermutingThemChangesNothing, ()) {
    const SmallWorld world = some_world();
    std::vector<std::string> interventions = some_interventions(world);
    const auto before = state_at_end(scenario_in(world, joined(interventions)));
    for (std::size_t i = interventions.size(); i > 1; --i) {
        std::swap(interventions[i - 1], interventions[*rc::gen::inRange<std::size_t>(0, i)]);
    }
    RC_ASSERT(state_at_end(scenario_in(world, joined(interventions))) == before);
}

// In the example model nobody feels a colleague's mood, so that whoever is not reached lives the same life.
RC_GTEST_PROP(Intervention, ChangesNobodyWhomItDoesNotReach, ()) {
    const SmallWorld& world = small_worlds()[0];
    const Scenario without = scenario_in(world);
    const Scenario with = scenario_in(world, "[[intervention]]\nname = \"lift\"\n" + some_partial_scope() + "lift = { mood = 1 }\n");
    Parallel one(1);
    Simulation a(model_of(without), without, {without.seed, 1}, one);
    Simulation b(model_of(with), with, {with.seed, 1}, one);
    a.advance(without.total_weeks());
    b.advance(with.total_weeks());
    const Policy policy(with);
    const Field<float> mood{4};
    for (std::size_t k = 0; k < a.population().blocks().size(); ++k) {
        const Block& block = b.population().blocks()[k];
        std::vector<float> reach(block.padded_posts());
        policy.fill_reach(0, block, model_of(with).fields().engine, b.dynamics(), b.chance(), reach.data());
        for (std::size_t i = 0; i < block.posts(); ++i) {
            const bool is_same = block.person(mood)[i] == a.population().blocks()[k].person(mood)[i];
            RC_ASSERT(is_same == (reach[i] == 0.0f));
        }
    }
}

}  // namespace
}  // namespace bevlogen::testing
