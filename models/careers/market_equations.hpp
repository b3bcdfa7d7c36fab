// The equations of the job market, one pure function each, numbered as in docs/model.md.
#pragma once

#include "sim/core/portable_math.hpp"
#include "sim/core/week.hpp"

namespace bevlogen::careers {

// K1 The chance that a graduate looks for a post in a hospital, from how anios are where the last clerkship was, and from the log of the
// chance of training against the usual.
BEVLOGEN_INLINE float chance_of_staying_in_hospitals(float usual, float on_engagement, float on_burnout, float on_training,
                                                     float engagement, float burnout, float log_training) noexcept {
    const float odds =
        portable_log(usual / (1.0f - usual)) + on_engagement * engagement + on_burnout * burnout + on_training * log_training;
    return 1.0f / (1.0f + portable_exp(-odds));
}

// K2 Competition for posts: the log of those who look over those who are looked for, against the usual.
BEVLOGEN_INLINE float competition(double seekers, double openings, float usual) noexcept {
    return portable_log(static_cast<float>((seekers + 1.0) / (openings + 1.0))) - usual;
}

// K3 What competition does to job insecurity, SD.
BEVLOGEN_INLINE float insecurity_of_competition(float weight, float limit, float competition) noexcept {
    const float bounded = competition > -limit ? competition : -limit;
    return weight * (bounded < limit ? bounded : limit);
}

// K4 The chance that the search for somebody ends at a clearing, from that at which the post comes free: geometric with this mean.
BEVLOGEN_INLINE float chance_that_search_ends(float mean_weeks) noexcept {
    return static_cast<float>(kWeeksPerEpoch) / (static_cast<float>(kWeeksPerEpoch) + mean_weeks);
}

// K5 The chance that who applies is chosen, in the whole country.
BEVLOGEN_INLINE float chance_of_being_chosen(float places_a_year, float applications_a_year, float anios) noexcept {
    const float applications = applications_a_year * anios;
    const float chance = applications > 0.0f ? places_a_year / applications : 0.0f;
    return chance < 1.0f ? chance : 1.0f;
}

}  // namespace bevlogen::careers
