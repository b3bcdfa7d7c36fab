// exp, log and tanh from polynomials of our own: the same bits on every machine with fused multiply-add.
#pragma once

#include <bit>
#include <cmath>
#include <cstddef>
#include <cstdint>

// Inlined into kernels that are compiled for several instruction sets, so that the loops around them become vector loops.
#define BEVLOGEN_INLINE inline __attribute__((always_inline))

namespace bevlogen {

// Of (log(1 + f) - f + f^2/2) / f^3, highest power first: minimax for 1 + f in [sqrt(1/2), sqrt(2)) (Cephes logf, Moshier 1992).
inline constexpr float kLogCoefficients[] = {7.0376836292e-2f,  -1.1514610310e-1f, 1.1676998740e-1f,  -1.2420140846e-1f, 1.4249322787e-1f,
                                             -1.6668057665e-1f, 2.0000714765e-1f,  -2.4999993993e-1f, 3.3333331174e-1f};
// log 2 in two parts, of which the first has few bits, so that its product with a whole number is exact.
inline constexpr float kLogOf2High = 0.693359375f;
inline constexpr float kLogOf2Low = -2.12194440e-4f;

// A polynomial by Horner's rule, highest power first.
template <std::size_t kCount>
BEVLOGEN_INLINE float horner(const float (&coefficients)[kCount], float x) noexcept {
    float value = coefficients[0];
#pragma GCC unroll 16
    for (std::size_t i = 1; i < kCount; ++i) value = std::fma(value, x, coefficients[i]);
    return value;
}

// Natural logarithm of a positive, normal float; relative error below 1e-7.
BEVLOGEN_INLINE float portable_log(float x) noexcept {
    // x = m 2^e with m in [sqrt(1/2), sqrt(2)); log x = e log 2 + log(1 + f), f = m - 1.
    const auto bits = std::bit_cast<std::int32_t>(x);
    const std::int32_t e = (bits - 0x3f3504f3) >> 23;
    const float f = std::bit_cast<float>(bits - (e << 23)) - 1.0f;
    const float f2 = f * f;
    const auto k = static_cast<float>(e);
    float result = std::fma(horner(kLogCoefficients, f) * f, f2, k * kLogOf2Low);
    result = std::fma(-0.5f, f2, result);
    return std::fma(k, kLogOf2High, f + result);
}

// Of (e^r - 1 - r) / r^2 for |r| <= log(2)/2, highest power first (Cephes expf, Moshier 1992).
inline constexpr float kExpCoefficients[] = {1.9875691500e-4f, 1.3981999507e-3f, 8.3334519073e-3f,
                                             4.1665795894e-2f, 1.6666665459e-1f, 5.0000001201e-1f};

// e^x for x clamped to [-87, 88]; relative error below 1.3e-7. Not a number stays not a number.
BEVLOGEN_INLINE float portable_exp(float x) noexcept {
    x = x < -87.0f ? -87.0f : x;
    x = x > 88.0f ? 88.0f : x;
    // x = k log 2 + r with |r| <= log(2)/2; the addition of 1.5 2^23 rounds to the nearest whole number.
    const float shifted = std::fma(x, 1.44269504089f, 12582912.0f);
    const float k = shifted - 12582912.0f;
    float r = std::fma(k, -kLogOf2High, x);
    r = std::fma(k, -kLogOf2Low, r);
    const float p = std::fma(horner(kExpCoefficients, r), r * r, r + 1.0f);
    // The lowest bits of `shifted` are those of k; the rest is shifted out. What is not a number shifts out whole.
    const std::uint32_t exponent = std::bit_cast<std::uint32_t>(shifted) << 23;
    return std::bit_cast<float>(std::bit_cast<std::uint32_t>(p) + exponent);
}

// Hyperbolic tangent; absolute error below 1.5e-7 (near zero that is not small beside the value).
BEVLOGEN_INLINE float portable_tanh(float x) noexcept {
    const float bounded = x > 9.0f ? 9.0f : (x < -9.0f ? -9.0f : x);
    const float e = portable_exp(2.0f * bounded);
    return (e - 1.0f) / (e + 1.0f);
}

}  // namespace bevlogen
