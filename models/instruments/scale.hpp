// A questionnaire scale: a reading from a true score, with error, rounded to what its items can give.
#pragma once

#include <cmath>

#include "sim/core/portable_math.hpp"

namespace bevlogen::instruments {

// I1 mean + sd (sqrt(alpha) z + sqrt(1 - alpha) e), clipped to [low, high] and rounded to a mean of whole-numbered items.
//    alpha: reliability of the scale; e: a standard normal error of this reading.
struct Scale {
    float mean = 0.0f;
    float sd = 1.0f;
    float sqrt_alpha = 1.0f;
    float sqrt_error = 0.0f;
    float items = 1.0f;
    float low = 0.0f;
    float high = 6.0f;

    float read(float z, float error) const noexcept {
        const float score = mean + sd * (sqrt_alpha * z + sqrt_error * error);
        const float rounded = std::nearbyint(score * items) / items;
        return rounded < low ? low : (rounded > high ? high : rounded);
    }
};

}  // namespace bevlogen::instruments
