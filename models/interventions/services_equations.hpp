// The equations of services and monitoring, one pure function each, numbered as in docs/model.md.
#pragma once

#include <cmath>
#include <cstdint>

#include "sim/core/week.hpp"

namespace bevlogen::interventions {

// S1 A time that begins and ends at clearings: the nearest whole number of epochs, at least one; in weeks.
inline int whole_epochs(int weeks) noexcept {
    const int epochs = (weeks + kWeeksPerEpoch / 2) / kWeeksPerEpoch;
    return (epochs > 0 ? epochs : 1) * kWeeksPerEpoch;
}

// S2 Places that open in a service at a clearing, rounded at random: so many a year per 1,000 persons of the hospital.
inline std::int64_t places_of_clearing(double a_year, double persons, double u) noexcept {
    constexpr double kYears = static_cast<double>(kWeeksPerEpoch) / kWeeksPerYear;
    return static_cast<std::int64_t>(std::floor(a_year * persons / 1000.0 * kYears + u));
}

// S3 Whether a wave was due in the epoch that ends after `running` weeks; waves are due in weeks 0, interval, 2 interval, ... of running.
inline bool is_wave(int running, int interval) noexcept {
    const auto due_before = [interval](int weeks) { return weeks > 0 ? (weeks - 1) / interval + 1 : 0; };
    return due_before(running) > due_before(running - kWeeksPerEpoch);
}

// S4 Whether a team redesigns its work: a larger share of its readings than `trigger` is at or above the cut-off.
inline bool triggers(int above, int readings, double trigger) noexcept {
    return static_cast<double>(above) > trigger * static_cast<double>(readings);
}

}  // namespace bevlogen::interventions
