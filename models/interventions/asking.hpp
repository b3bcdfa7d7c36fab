// Who answers an offer of help this week: log odds and draws of a strip of posts as vectors, for whatever programme.
#pragma once

#include <array>
#include <cstdint>
#include <span>

#include "models/interventions/coaching_parameters.hpp"
#include "models/workforce/fields.hpp"
#include "models/workforce/strain_now.hpp"
#include "sim/engine/model.hpp"

namespace bevlogen::interventions {

// One block in one week.
struct AskingWeek {
    const workforce::WorkforceFields& fields;
    Block& block;
    const Now& now;
    const workforce::StrainNow& strain;
    const Scratch& scratch;
};

// What is offered to whom. The column `stage` has 0 for who was never offered it, 1 for who was, and from 2 on who ever asked: of those
// workforce::took_part says who counts as a mate who took part.
struct Offer {
    const EnrolmentParameters& parameters;
    std::array<float, workforce::kPhases> of_phase{};  // log odds: base, visibility, season, own contribution
    bool is_supervisor_informed = false;
    Field<std::uint8_t> stage;
    std::uint32_t draw = 0;  // of the intervention's purpose
};

// Log odds of asking that hold for everybody: base, mail, kick-off and the season of the week.
float offer_to_everybody(const EnrolmentParameters& parameters, bool has_mail, bool has_kickoff, Week week);

inline constexpr std::size_t kAskingStrip = 128;  // posts

// Working memory of a strip.
struct AskingStrip {
    alignas(64) float uniform[4 * kAskingStrip];  // the first kAskingStrip are used
    alignas(64) float may_ask[kAskingStrip];
    alignas(64) float offer[kAskingStrip];
    alignas(64) float stigma[kAskingStrip];  // of phase or leader
    alignas(64) float stigma_change[kAskingStrip];
    alignas(64) float dependence[kAskingStrip];
    alignas(64) float took_part[kAskingStrip];       // of the team
    alignas(64) float inverse_others[kAskingStrip];  // one over the number of team mates; 0 where there are none
    alignas(64) std::uint32_t asks[kAskingStrip];
};
// Columns of the block from the strip's first post on.
struct AskingColumns {
    const float* z_exhaustion;
    const float* z_burnout;
    const float* motivation;
    const float* workload;
    const float* support;
    const std::uint8_t* stage;
};

// Strips are looked at in ascending order. Which strips there are and how wide vectors are changes no answer.
class Asking {
  public:
    Asking(const AskingWeek& week, const InterventionNow& intervention, const Offer& offer);

    // Posts [at, at + n): who is in reach, on a post and at work, or on burnout leave too.
    void look_at(std::size_t at, std::size_t n, bool burnout_leave_too);
    // Leaves out somebody of the strip, counted from its first post.
    void leave_out(std::size_t k) { strip_.may_ask[k] = 0.0f; }
    bool may_ask(std::size_t k) const { return strip_.may_ask[k] > 0.0f; }
    bool may_anybody_ask() const;

    // Whoever may ask has been offered it, and asks with a chance (P1 to P4) times the dose; false where nobody does.
    bool decide();
    bool asks(std::size_t k) const { return strip_.asks[k] != 0; }

  private:
    // What a team is to those of its posts that lie in the strip.
    struct TeamNow {
        float took_part = 0.0f;
        float inverse_others = 0.0f;
        float stigma_change = 0.0f;
        std::size_t leader = 0;  // post; beyond the team where it has none
    };

    TeamNow look_at_team(std::size_t t) const;
    void spread_teams();
    void spread_phases(std::size_t n);

    const AskingWeek& w_;
    const InterventionNow& intervention_;
    Offer offer_;
    std::span<const std::uint8_t> filled_, leave_, phase_;
    std::span<std::uint8_t> stage_;
    std::size_t at_ = 0, n_ = 0, team_ = 0;
    AskingStrip strip_{};
};

}  // namespace bevlogen::interventions
