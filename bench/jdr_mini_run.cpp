// Makes a scenario for JDR-mini and steps it.
#include "bench/jdr_mini_run.hpp"

#include "bench/jdr_mini_model.hpp"
#include "bench/pin_parallel.hpp"

namespace bevlogen::bench {
namespace {

constexpr int kEndless = 1'000'000;  // years: a benchmark says itself when it ends

Scenario scenario_with(std::size_t agents, std::uint32_t seed) {
    Scenario scenario;
    scenario.name = scenario.model = "jdr_mini";
    scenario.years = kEndless;
    scenario.burn_in = 0;
    scenario.seed = seed;
    scenario.parameters.values = {static_cast<double>(agents)};
    return scenario;
}

}  // namespace

JdrMiniRun::JdrMiniRun(std::size_t agents, std::uint32_t seed, unsigned threads, std::size_t block_posts)
    : model_(make_jdr_mini_model()),
      scenario_(scenario_with(agents, seed)),
      threads_(threads),
      simulation_(std::make_unique<Simulation>(*model_, scenario_, Chance{seed, 1}, threads_, block_posts)) {
    if (threads > 1) pin_threads(threads_);
}

void JdrMiniRun::step(std::int32_t weeks) { simulation_->advance(simulation_->week() + Week{weeks}); }

JdrSummary JdrMiniRun::summary() const {
    std::vector<double> sums(model_->outcomes().size());
    OutcomeColumns columns;
    for (const Block& block : simulation_->population().blocks()) {
        columns.prepare(sums.size(), block.padded_posts());
        simulation_->dynamics().measure_weekly(block, columns);
        for (std::size_t k = 0; k < sums.size(); ++k) {
            for (std::size_t i = 0; i < block.posts(); ++i) sums[k] += double{columns[k][i]};
        }
    }
    const auto n = static_cast<double>(agents());
    return {sums[0] / n, sums[1] / n, sums[2] / n};
}

std::uint64_t JdrMiniRun::checksum() const {
    std::uint64_t hash = 0xcbf29ce484222325u;
    for (const std::byte byte : simulation_->checkpoint()) hash = (hash ^ std::to_integer<std::uint64_t>(byte)) * 0x100000001b3u;
    return hash;
}

}  // namespace bevlogen::bench
