// What a random number is a function of: (seed, replicate) and (who, week, purpose, draw), and nothing else.
#pragma once

#include <cstdint>
#include <string_view>

#include "sim/core/name_hash.hpp"
#include "sim/core/week.hpp"
#include "sim/random/philox.hpp"

namespace bevlogen {

// What a draw is for. The engine's own lie below 0x0100, a model's in [0x0100, 0x7fff], interventions' above, by name.
enum class Purpose : std::uint16_t {
    panel = 0x0001,
    design = 0x0002,  // of a sweep
    first_of_model = 0x0100,
    first_of_interventions = 0x8000,
};

// The purpose under which an intervention draws: a hash of its unique name. Two names can clash; a scenario refuses that.
constexpr Purpose purpose_of_intervention(std::string_view name) { return static_cast<Purpose>(0x8000u | (name_hash(name) & 0x7fffu)); }

// The chance of one replicate. The scenario is not part of it: scenarios of one replicate share every draw (common random numbers).
struct Chance {
    std::uint32_t seed = 0;
    std::uint32_t replicate = 0;

    // The chance that all replicates share: it draws the world's structure (teams, posts, who exists), so that persons can be joined
    // across replicates. Replicates count from 1.
    Chance world() const noexcept { return {seed, 0}; }

    PhiloxKey key() const noexcept { return {seed, replicate}; }

    // The four words of one call. `who` is a PersonId, a TeamId or another stable identity, told apart by the purpose.
    PhiloxWords words(std::uint64_t who, Week week, Purpose purpose, std::uint32_t draw = 0) const noexcept {
        return philox(counter(who, week, purpose, draw), key());
    }

    static PhiloxCounter counter(std::uint64_t who, Week week, Purpose purpose, std::uint32_t draw) noexcept {
        return {static_cast<std::uint32_t>(who), static_cast<std::uint32_t>(who >> 32), static_cast<std::uint32_t>(week.value),
                std::uint32_t{static_cast<std::uint16_t>(purpose)} << 16 | (draw & 0xffffu)};
    }

    // A uniform number in [0, 1) with 24 bits, from the first word of a call of its own.
    float uniform(std::uint64_t who, Week week, Purpose purpose, std::uint32_t draw = 0) const noexcept {
        return static_cast<float>(words(who, week, purpose, draw)[0] >> 8) * 0x1p-24f;
    }
};

}  // namespace bevlogen
