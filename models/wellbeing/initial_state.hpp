// The state in which people begin: factors, personal resources and outcomes, from their stationary distribution without feedbacks.
#pragma once

#include <array>
#include <span>

#include "models/wellbeing/factor_targets.hpp"
#include "models/wellbeing/scores.hpp"
#include "models/workforce/seat.hpp"
#include "sim/random/chance.hpp"

namespace bevlogen::wellbeing {

// How an outcome differs between people who begin: what their traits do, and the SD of the rest.
struct OutcomeSpread {
    float on_strain = 0.0f, on_zest = 0.0f;
    float sd = 0.0f;
};

class InitialState {
  public:
    // The arguments but the last must outlive it.
    InitialState(const FactorTargets& targets, const Scores& scores, const std::array<OutcomeSpread, kOutcomes>& spread)
        : targets_(targets), scores_(scores), spread_(spread) {}

    // Of who sits on these seats, drawn as of the start of the burn-in.
    void populate(std::span<Block> blocks, const Chance& chance, std::span<const workforce::Seat> seats) const;

  private:
    // Normals of a newcomer: a factor has one, a personal resource two, an outcome one; the last of them is left over.
    static constexpr std::size_t kDraws = 28;
    static_assert(kFactors + 2 * kPersonalResources + kOutcomes == kDraws - 1);

    void populate_few(std::span<Block> blocks, const Chance& chance, std::span<const workforce::Seat> seats) const;
    void populate_one(Block& block, std::size_t post, const std::array<float, kDraws>& drawn) const;

    const FactorTargets& targets_;
    const Scores& scores_;
    std::array<OutcomeSpread, kOutcomes> spread_;
};

}  // namespace bevlogen::wellbeing
