// Populates the world and draws who is reached.
#include "sim/experiment/persons_reached.hpp"

#include <algorithm>
#include <vector>

#include "sim/core/contract.hpp"
#include "sim/engine/parallel.hpp"
#include "sim/engine/policy.hpp"
#include "sim/engine/simulation.hpp"

namespace bevlogen {

std::size_t count_persons_reached(const Model& model, const Scenario& scenario, const Intervention& intervention) {
    Parallel one(1);
    const Chance chance{scenario.seed, static_cast<std::uint32_t>(scenario.first_replicate)};
    const Simulation simulation(model, scenario, chance, one);
    const Policy policy(scenario);
    std::size_t i = 0;
    while (i < policy.size() && policy.intervention(i).name != intervention.name) ++i;
    expect(i < policy.size(), "the intervention is one of the scenario's");
    std::size_t count = 0;
    std::vector<float> reach;
    for (const Block& block : simulation.population().blocks()) {
        reach.assign(block.padded_posts(), 0.0f);
        policy.fill_meant(i, block, model.fields().engine, simulation.dynamics(), chance, reach.data());
        const auto filled = block.person(model.fields().engine.filled);
        for (std::size_t post = 0; post < block.posts(); ++post) count += filled[post] != 0 && reach[post] > 0.0f ? 1 : 0;
    }
    return count;
}

}  // namespace bevlogen
