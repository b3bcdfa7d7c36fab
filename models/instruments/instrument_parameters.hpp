// The numbers of the questionnaires: means, spreads, reliabilities, items and published cut-offs.
#pragma once

#include "models/instruments/scale.hpp"
#include "sim/scenario/parameter_group.hpp"

namespace bevlogen::instruments {

struct ScaleParameters {
    float mean = 0.0f, sd = 1.0f, alpha = 1.0f;
    int items = 1;

    // Of items from `low` to `high`.
    Scale scale(float low = 0.0f, float high = 6.0f) const {
        return {mean, sd, std::sqrt(alpha), std::sqrt(1.0f - alpha), static_cast<float>(items), low, high};
    }
};

struct InstrumentParameters {
    ScaleParameters ubos_exhaustion, ubos_distance, ubos_accomplishment, ubes;
    float accomplishment_on_dedication = 0.0f, accomplishment_on_noise = 0.0f;
    float exhaustion_cutoff = 0.0f, distance_cutoff = 0.0f, accomplishment_cutoff = 0.0f;  // UBOS-C, clinical rule
    float engagement_cutoff = 0.0f;                                                        // UBES-9, high
    float workload_cutoff = 0.0f, work_life_cutoff = 0.0f;                                 // yes/no items, SD
    ScaleParameters bat;
    float bat_at_risk = 0.0f, bat_severe = 0.0f;              // BAT-12, cut-offs
    float response_share = 0.0f, response_on_burnout = 0.0f;  // who answers: share at z of 0; log odds per z
    float response_shift = 0.0f;                              // SD by which participants report less exhaustion than they have
};

ParameterGroup<InstrumentParameters> declare_instrument_parameters();

}  // namespace bevlogen::instruments
