// The numbers of careers and the job market: who enters, how training places and posts are filled, what having none does.
#pragma once

#include <array>

#include "models/workforce/phases.hpp"
#include "sim/scenario/parameter_group.hpp"

namespace bevlogen::careers {

using workforce::kPostKinds;

// Closed: everybody who works here was educated here, and who finds no post waits in a pool. Open: a part of the country, which fills posts
// from outside and loses to it who finds none. None: everybody keeps the post for ever, and nobody ages.
enum class MarketKind : std::uint8_t { closed, open, none };

struct MarketParameters {
    int kind = 0;                                                 // a MarketKind
    float students_a_year = 0.0f, training_places_a_year = 0.0f;  // of the whole country at scale 1
    float stays_after_graduation = 0.0f;                          // share, at usual engagement, burnout and training chance
    float stays_on_engagement = 0.0f, stays_on_burnout = 0.0f, stays_on_training = 0.0f;  // log odds per z; per z; per log
    float applies_a_year = 0.0f;                                                          // anios, for training
    float back_to_anios = 0.0f;                                                           // share of those who stop training
    std::array<float, kPostKinds> search_weeks{};                      // mean time to fill a post; 0: at the next clearing
    int contract_weeks = 0, longest_contract_weeks = 0;                // of temporary specialists: one contract; all with one employer
    float renewed = 0.0f;                                              // share of contracts that go on at their end
    float outside_jonge_klare = 0.0f;                                  // share of those who come to permanent posts from outside
    float pool_seats = 0.0f;                                           // a post of the region
    float training_pace = 0.0f;                                        // weeks of training in a week at work at 1 FTE
    float competition_weeks = 0.0f;                                    // time constant of what is known of the market
    float usual_training = 0.0f, usual_specialist = 0.0f;              // log of seekers over openings in the baseline
    float insecurity_on_competition = 0.0f, competition_limit = 0.0f;  // SD per log; log
    float pool_insecurity = 0.0f, pool_recognition = 0.0f;             // SD, of what who has no post tends to
    float move_on_home = 0.0f, move_weeks = 0.0f;                      // SD; weeks
    float new_post_on_content = 0.0f;                                  // SD

    MarketKind market() const { return static_cast<MarketKind>(kind); }
    bool has_market() const { return market() != MarketKind::none; }
};

ParameterGroup<MarketParameters> declare_market_parameters();

}  // namespace bevlogen::careers
