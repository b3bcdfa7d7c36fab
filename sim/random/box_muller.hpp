// Two uniform words to two standard normals (Box and Muller, 1958): the scalar definition that the bulk generator repeats bit for bit.
#pragma once

#include <array>
#include <cmath>
#include <cstdint>

#include "sim/core/portable_math.hpp"

namespace bevlogen {

// (w + 1) 2^-32 in (0, 1], rounded once.
BEVLOGEN_INLINE float radius_uniform(std::uint32_t word) noexcept {
    const auto high = static_cast<float>(static_cast<std::int32_t>(word >> 16));
    const auto low = static_cast<float>(static_cast<std::int32_t>(word & 0xffffu));
    return std::fma(high, 0x1p-16f, (low + 1.0f) * 0x1p-32f);
}

BEVLOGEN_INLINE std::array<float, 2> box_muller(std::uint32_t radius_word, std::uint32_t angle_word) noexcept {
    const float radius = std::sqrt(-2.0f * portable_log(radius_uniform(radius_word)));
    // The angle is a quarter turn (two bits) and a rest in [-1/8, 1/8) turn; t runs over [-1, 1) with pi/4 t the rest.
    const std::uint32_t shifted = angle_word + 0x20000000u;
    const std::uint32_t quarter = shifted >> 30;
    const float t = static_cast<float>(static_cast<std::int32_t>((shifted & 0x3fffffffu) >> 6) - 0x800000) * 0x1p-23f;
    const float t2 = t * t;
    // Taylor series of sin(pi/4 t)/t and cos(pi/4 t), enough for float32 on |t| <= 1.
    float s = 3.1336168903e-7f;
    s = std::fma(s, t2, -3.6576204182e-5f);
    s = std::fma(s, t2, 2.4903945702e-3f);
    s = std::fma(s, t2, -8.0745512188e-2f);
    s = std::fma(s, t2, 7.8539816340e-1f);
    s = s * t;
    float c = 3.5908604459e-6f;
    c = std::fma(c, t2, -3.2599188692e-4f);
    c = std::fma(c, t2, 1.5854344244e-2f);
    c = std::fma(c, t2, -3.0842513753e-1f);
    c = std::fma(c, t2, 1.0f);
    const bool swapped = (quarter & 1u) != 0;
    const float x = swapped ? s : c;
    const float y = swapped ? c : s;
    const float sign_x = (quarter == 1u || quarter == 2u) ? -1.0f : 1.0f;
    const float sign_y = quarter >= 2u ? -1.0f : 1.0f;
    return {radius * (x * sign_x), radius * (y * sign_y)};
}

}  // namespace bevlogen
