// Two uniform words to two standard normals (Box and Muller, 1958): the scalar definition that the bulk generator repeats bit for bit.
#pragma once

#include <array>
#include <cmath>
#include <cstdint>

#include "sim/core/portable_math.hpp"

namespace bevlogen {

// Of sin(pi/4 t)/t in powers of t^2, highest first: minimax for |t| <= 1 (Remez), error 1.2e-9 before rounding.
inline constexpr float kSineOfEighthTurn[] = {-3.5877425307e-5f, 2.4898722844e-3f, -8.0745367451e-2f, 7.8539815257e-1f};
// Of cos(pi/4 t), likewise, with the last fixed at 1: error 3.2e-8 before rounding.
inline constexpr float kCosineOfEighthTurn[] = {-3.1916397959e-4f, 1.5850403332e-2f, -3.0842449048e-1f, 1.0f};

// (w + 1) 2^-32 in (0, 1], rounded once.
BEVLOGEN_INLINE float radius_uniform(std::uint32_t word) noexcept {
    const auto high = static_cast<float>(static_cast<std::int32_t>(word >> 16));
    const auto low = static_cast<float>(static_cast<std::int32_t>(word & 0xffffu));
    return std::fma(high, 0x1p-16f, std::fma(low, 0x1p-32f, 0x1p-32f));
}

// The largest absolute value is sqrt(64 log 2) = 6.6604, of radius word 0. Against the exact transform of the same words the absolute
// error is below 1.2e-6; in the one pair of 256 with a radius below 0.09, where a float below 1 has steps of 2^-24, that holds of the
// squared radius.
BEVLOGEN_INLINE std::array<float, 2> box_muller(std::uint32_t radius_word, std::uint32_t angle_word) noexcept {
    const float radius = std::sqrt(-2.0f * portable_log(radius_uniform(radius_word)));
    // The angle is a whole number of quarter turns (two bits) and a rest of pi/4 t with t in [-1, 1] (the other bits, rounded to a float).
    const std::uint32_t quarter = (angle_word + 0x20000000u) >> 30;
    const float t = static_cast<float>(static_cast<std::int32_t>(angle_word << 2)) * 0x1p-31f;
    const float t2 = t * t;
    const float s = horner(kSineOfEighthTurn, t2) * t;
    const float c = horner(kCosineOfEighthTurn, t2);
    const bool swapped = (quarter & 1u) != 0;
    const float x = swapped ? s : c;
    const float y = swapped ? c : s;
    const float sign_x = (quarter == 1u || quarter == 2u) ? -1.0f : 1.0f;
    const float sign_y = quarter >= 2u ? -1.0f : 1.0f;
    return {radius * (x * sign_x), radius * (y * sign_y)};
}

}  // namespace bevlogen
