// Standard scores of the five outcomes, of burnout and of engagement: by them everything outside a theory knows how people are.
#pragma once

#include <array>
#include <cstddef>

#include "models/wellbeing/score_parameters.hpp"
#include "models/workforce/fields.hpp"
#include "models/workforce/strain_now.hpp"
#include "sim/engine/scratch.hpp"
#include "sim/population/block.hpp"

namespace bevlogen::wellbeing {

class Scores {
  public:
    // `fields` must outlive it.
    Scores(const ScoreParameters& parameters, const workforce::WorkforceFields& fields);

    const ScoreParameters& parameters() const { return p_; }
    float inverse_sd(Outcome outcome) const { return inverse_sd_[static_cast<std::size_t>(outcome)]; }
    float burnout_inverse_sd() const { return burnout_inverse_sd_; }
    float engagement_inverse_sd() const { return engagement_inverse_sd_; }

    // Of the posts [0, n) of a block.
    void exhaustion_z(const Block& block, float* z, std::size_t n) const;
    void burnout_z(const Block& block, float* z, std::size_t n) const;
    void engagement_z(const Block& block, float* z, std::size_t n) const;
    // Of one post.
    float burnout_z_of(const Block& block, std::size_t post) const;
    float engagement_z_of(const Block& block, std::size_t post) const;

    // Who is present and on leave, and the scores of everybody, at the start of the week, into kPresent ... kStartEngagementZ; valid until
    // the next call.
    workforce::StrainNow at_start(const Block& block, Scratch& scratch) const noexcept;

    const workforce::WorkforceFields& fields() const { return fields_; }

  private:
    ScoreParameters p_;
    std::array<float, kOutcomes> inverse_sd_{};
    float burnout_inverse_sd_ = 0.0f, engagement_inverse_sd_ = 0.0f;
    const workforce::WorkforceFields& fields_;
};

}  // namespace bevlogen::wellbeing
