// The numbers of coaching: who asks, how well it clicks, what a session is worth, and how that fades.
#pragma once

#include <array>

#include "models/workforce/phases.hpp"
#include "sim/scenario/parameter_group.hpp"

namespace bevlogen::interventions {

struct EnrolmentParameters {
    float base = 0.0f;                                                             // logit of asking in a week
    float on_mail = 0.0f, on_kickoff = 0.0f;                                       // visibility
    float on_exhaustion = 0.0f;                                                    // per positive z
    float on_motivation = 0.0f, on_workload = 0.0f, on_supervisor_support = 0.0f;  // per SD
    float price_scale = 0.0f;                                                      // EUR a unit of logit
    float on_team_mates = 0.0f;                                                    // where all of them took part
    float of_women = 0.0f;
    float quiet_months = 0.0f;   // July, August, December
    float start_of_year = 0.0f;  // January to March
    std::array<float, workforce::kPhases> stigma{}, dependence{};
    float stigma_of_leader = 0.0f;
    float stigma_if_burnt_out = 0.0f, burnt_out_above = 0.0f;  // z of burnout
    float opt_out_uptake = 0.0f;                               // share of those offered once who take part
    // Chance that a supervisor who knows does not release the time; per SD of support less, per log load more.
    float refusal = 0.0f, refusal_on_support = 0.0f, refusal_on_load = 0.0f;
    float refused_goes_on = 0.0f;  // share of the refused who go on in time that is not released
};

struct MatchParameters {
    float alpha = 0.0f, beta = 0.0f;                                // of the beta distribution
    float on_profiles = 0.0f, on_intake = 0.0f, on_medical = 0.0f;  // bonus
    float on_start_talk = 0.0f;                                     // bonus, where the supervisor supports a great deal
    float rematch_below = 0.0f, rematch_share = 0.0f;
    float ends_below = 0.0f;
};

struct SessionParameters {
    float intake_weeks = 0.0f;                                              // from asking to the intake
    float lost = 0.0f, lost_on_load = 0.0f;                                 // chance; per log load
    float drop_out = 0.0f, drop_out_price_scale = 0.0f;                     // chance after a session; EUR
    float extension_share = 0.0f;                                           // of those who may have more sessions
    float question_workload = 0.0f, question_balance = 0.0f;                // shares; the rest: development
    float travel_at_work = 0.0f, travel_away = 0.0f, travel_online = 0.0f;  // minutes a session
    float replaced_share = 0.0f;                                            // of released hours that hired hours replace
    float intakes_a_year = 0.0f;                                            // of a coordinator
    float to_social_work = 0.0f, to_career_centre = 0.0f;                   // shares of those sent on; the rest: leadership centre
    float clinical_referral = 0.0f;                                         // share of finished coachees who needed treatment
    float evaluated_share = 0.0f, evaluation_weeks = 0.0f;  // share of the finished who answer; weeks after the last session
};

struct GainParameters {
    float size = 0.0f;                                    // G, SD
    float sessions_scale = 0.0f;                          // sessions in which 63 % is gained
    float on_motivation = 0.0f, motivation_level = 0.0f;  // log gain per SD, and at motivation 0
    float on_exhaustion = 0.0f;                           // per positive z
    float clinical_share = 0.0f, clinical_above = 0.0f;   // what is left on burnout leave or above this z of exhaustion
    float half_life = 0.0f;                               // weeks, after the last session
};

// What a trajectory does to factors, per SD of gain where nothing else is said.
struct CoachingShiftParameters {
    float autonomy = 0.0f, recovery = 0.0f, work_home = 0.0f;
    float friction = 0.0f, friction_below = 0.0f, friction_weeks = 0.0f;  // per SD of gain and of missing autonomy; weeks after the end
    float unreleased = 0.0f, unreleased_on_load = 0.0f;                   // SD per hour a week; log per log load
    float stigma_per_participant = 0.0f, stigma_returns_weeks = 0.0f;
};

struct CoachingParameters {
    EnrolmentParameters enrolment;
    MatchParameters match;
    SessionParameters session;
    GainParameters gain;
    CoachingShiftParameters shift;
};

ParameterGroup<CoachingParameters> declare_coaching_parameters();

}  // namespace bevlogen::interventions
