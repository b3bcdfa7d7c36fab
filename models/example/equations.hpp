// The equations of the smallest model, one pure function each.
#pragma once

#include "sim/core/portable_math.hpp"

namespace bevlogen::example {

// Exact weekly step of an Ornstein-Uhlenbeck process (Uhlenbeck and Ornstein, 1930):
//   x(t + 1) = x(t) + (target - x(t)) gain + noise_sd z,  gain = 1 - e^(-1/tau),  noise_sd = s sqrt(1 - e^(-2/tau)).
// With a constant target it has mean `target`, standard deviation s and autocorrelation e^(-k/tau) at a lag of k weeks.
BEVLOGEN_INLINE float ou_step(float x, float target, float gain, float noise_sd, float z) noexcept {
    return x + (target - x) * gain + noise_sd * z;
}

}  // namespace bevlogen::example
