// The equations of JDR-mini: one week of one agent. The tuned kernel and the model in the engine share them.
#pragma once

#include <cmath>
#include <cstddef>

#include "sim/core/portable_math.hpp"

namespace bevlogen::bench {

inline constexpr std::size_t kTeamSize = 12;

struct JdrTraits {
    float workload, autonomy, support, sensitivity;
};
// Of the team at the start of the week.
struct JdrTeam {
    float exhaustion, engagement, on_leave;
};
struct JdrState {
    float exhaustion, engagement;  // in [0, 6]
    float on_leave;                // 0 or 1
};
// Two normals and a uniform.
struct JdrChance {
    float exhaustion, engagement, leave;
};

BEVLOGEN_INLINE float within_scale(float x) noexcept {
    x = x < 0.0f ? 0.0f : x;
    return x > 6.0f ? 6.0f : x;
}

// D = w (1 + L/2), R = (a + s)/2;
// b += k (D - 0.6 R) 0.1 - 0.05 b + 0.02 (B - b) + 0.05 z,  e += 0.1 R - 0.03 D - 0.05 e + 0.02 (E - e) + 0.05 z'.
// Who is on leave comes back where u < 0.05, with b less 0.5; who works falls ill where u < 0.002 (b - 3).
BEVLOGEN_INLINE JdrState jdr_week(const JdrState& now, const JdrTraits& of, const JdrTeam& team, const JdrChance& drawn) noexcept {
    const float demands = of.workload * std::fma(0.5f, team.on_leave, 1.0f);
    const float resources = 0.5f * (of.autonomy + of.support);
    const float strain = 0.1f * of.sensitivity * std::fma(-0.6f, resources, demands);
    const float b = within_scale(now.exhaustion + std::fma(-0.05f, now.exhaustion, strain) +
                                 std::fma(0.02f, team.exhaustion - now.exhaustion, 0.05f * drawn.exhaustion));
    const float motivation = std::fma(0.1f, resources, -0.03f * demands);
    const float e = within_scale(now.engagement + std::fma(-0.05f, now.engagement, motivation) +
                                 std::fma(0.02f, team.engagement - now.engagement, 0.05f * drawn.engagement));
    const float u = drawn.leave;
    const float risk = 0.002f * (b - 3.0f);  // below no u where b is at most 3
    const bool back = (now.on_leave > 0.5f) & (u < 0.05f);
    const float rested = b - 0.5f < 0.0f ? 0.0f : b - 0.5f;
    const float falls_ill = u < risk ? 1.0f : 0.0f;
    const float stays_ill = u < 0.05f ? 0.0f : 1.0f;
    return {back ? rested : b, e, now.on_leave > 0.5f ? stays_ill : falls_ill};
}

// The fractional part of i times an irrational number: the same traits in every program.
inline float fraction_of(std::size_t agent, double factor) {
    const double product = static_cast<double>(agent) * factor;
    return static_cast<float>(product - std::floor(product));
}

inline JdrTraits traits_of(std::size_t agent) {
    return {2.0f + 2.0f * fraction_of(agent, 0.6180339887498949), 2.0f + 2.0f * fraction_of(agent, 0.7548776662466927),
            2.0f + 2.0f * fraction_of(agent, 0.5698402909980532), 0.5f + fraction_of(agent, 0.8191725133961645)};
}

}  // namespace bevlogen::bench
