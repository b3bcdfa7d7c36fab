// One run: a population, its chance and its policy, stepped epoch by epoch over blocks.
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <stdexcept>
#include <vector>

#include "sim/engine/model.hpp"
#include "sim/engine/observer.hpp"
#include "sim/engine/parallel.hpp"
#include "sim/engine/policy.hpp"
#include "sim/population/population.hpp"

namespace bevlogen {

// A quantity became infinite or not a number: who, what and when. The run is recorded as failed.
class NonFiniteState : public std::runtime_error {
  public:
    NonFiniteState(PersonId person, std::string field, Week week);
    PersonId person;
    std::string field;
    Week week;
};

class Simulation {
  public:
    // The scenario, the model and the threads must outlive it. `block_posts` changes speed only.
    Simulation(const Model& model, const Scenario& scenario, Chance chance, Parallel& parallel,
               std::size_t block_posts = kDefaultBlockPosts);

    // Weeks that have passed since the start of the burn-in.
    Week week() const { return week_; }
    bool is_finished() const { return week_ >= scenario_.total_weeks(); }
    const Population& population() const { return population_; }
    Population& population() { return population_; }
    const Dynamics& dynamics() const { return *dynamics_; }
    const Chance& chance() const { return chance_; }

    // Steps whole epochs up to `until` (a clearing). The observer, if any, sees the weeks after the burn-in.
    void advance(Week until, Observer* observer = nullptr);

    // The whole state as bytes, independent of blocks; a run that goes on from them gives the same bytes as one that never stopped.
    std::vector<std::byte> checkpoint() const;
    // Throws std::runtime_error if the bytes are of another model, population or chance.
    void restore(std::span<const std::byte> bytes);

  private:
    void advance_block(std::size_t index, unsigned slot, Observer* observer);
    void enact(Block& block, const Now& now, std::vector<float>& reach);
    void clear_nation();
    void check_finite(Block& block) const;

    const Model& model_;
    const Scenario& scenario_;
    Chance chance_;
    Parallel& parallel_;
    std::unique_ptr<Dynamics> dynamics_;
    Population population_;
    Policy policy_;
    Week week_{0};
    std::vector<Scratch> scratch_;  // one a slot
    std::vector<std::vector<float>> reach_;
};

}  // namespace bevlogen
