// The five outcomes that every theory of well-being steps, with their words.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "models/workforce/phases.hpp"

namespace bevlogen::wellbeing {

enum class Outcome : std::uint8_t { exhaustion, distance, vigour, dedication, absorption };
inline constexpr std::size_t kOutcomes = 5;

// In the order of Outcome.
const std::array<workforce::Word, kOutcomes>& outcome_words();

}  // namespace bevlogen::wellbeing
