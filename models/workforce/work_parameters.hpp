// The numbers of work itself: hours, shares of time, capacity, care demand, load, backlog.
#pragma once

#include <array>

#include "models/workforce/phases.hpp"
#include "sim/scenario/parameter_group.hpp"

namespace bevlogen::workforce {

struct WorkParameters {
    std::array<float, kPhases> contract_hours{}, reference_hours{};  // a week
    float hours_spread = 0.0f;                                       // SD of the log of a person's usual hours over those of the phase
    std::array<float, kPhases> contribution{};                       // q, to clinical care
    std::array<float, kPhases> administration_share{};               // of working time, today
    float administration_on_evaluation = 0.0f;                       // share per SD of evaluation pressure
    float administration_highest = 0.0f;                             // nobody's share is above it
    float side_task_share = 0.0f;                                    // of what administration leaves
    std::array<float, kPhases> loss_share{};                         // to consultation and logistics, likewise
    std::array<float, kPhases> supervision{};                        // FTE of a specialist that a present person of the phase takes
    std::array<float, kPhases> duties{};                             // night, weekend and on-call shifts per 4 weeks, today
    float shifts_a_day = 0.0f;                                       // today
    float productivity_on_engagement = 0.0f, productivity_on_burnout = 0.0f, productivity_min = 0.0f, productivity_max = 0.0f;
    float presence = 0.0f;                                // a0: share of reference capacity that is there on average
    float trend_weeks = 0.0f;                             // of the exponential mean of K/K0
    std::array<float, kSites> volume_follows{};           // psi: how far care demand follows capacity
    float growth = 0.0f;                                  // of care demand a year, net of posts
    float season_amplitude = 0.0f;                        // of care demand, log
    float season_peak = 0.0f;                             // week of the year with the highest care demand, from 0
    float shock_persistence = 0.0f, shock_spread = 0.0f;  // of care demand, log: a week; stationary SD
    float load_limit = 0.0f;                              // |L| is at most this
    float overtime = 0.0f;                                // log hours per log load
    float handover = 0.0f;                                // share of capacity lost per shift a day above today's
    float backlog_above = 0.0f;                           // share of care beyond overtime that is still squeezed in
    float backlog_leaves = 0.0f;                          // share a week that leaves unserved
    float replaced_share = 0.0f;                          // of long absences
};

ParameterGroup<WorkParameters> declare_work_parameters();

}  // namespace bevlogen::workforce
