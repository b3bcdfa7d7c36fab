// Works out standard scores, a column at a time.
#include "models/wellbeing/scores.hpp"

#include "models/wellbeing/equations.hpp"
#include "models/workforce/scratch_layout.hpp"
#include "sim/core/instruction_set.hpp"

namespace bevlogen::wellbeing {
namespace {

struct Columns {
    const std::uint8_t *filled, *leave_kind;
    const float *exhaustion, *distance, *vigour, *dedication, *absorption;
};

Columns columns_of(const Block& block, const workforce::WorkforceFields& f) {
    return {block.person(f.engine.filled).data(), block.person(f.leave_kind).data(), block.person(f.exhaustion).data(),
            block.person(f.distance).data(),      block.person(f.vigour).data(),     block.person(f.dedication).data(),
            block.person(f.absorption).data()};
}

// Loops of their own over plain numbers: stores to columns cannot change them, so they become vector loops.
BEVLOGEN_INLINE void standardise(const float* __restrict raw, Reference reference, float inverse_sd, float* __restrict z, std::size_t n) {
    for (std::size_t i = 0; i < n; ++i) z[i] = z_score(raw[i], reference.mean, inverse_sd);
}
BEVLOGEN_INLINE void score_burnout(const Columns& from, Reference reference, float inverse_sd, float weight, float* __restrict z,
                                   std::size_t n) {
    const float* __restrict exhaustion = from.exhaustion;
    const float* __restrict distance = from.distance;
    for (std::size_t i = 0; i < n; ++i) z[i] = z_score(exhaustion[i] + weight * distance[i], reference.mean, inverse_sd);
}
BEVLOGEN_INLINE void score_engagement(const Columns& from, Reference reference, float inverse_sd, float* __restrict z, std::size_t n) {
    const float* __restrict vigour = from.vigour;
    const float* __restrict dedication = from.dedication;
    const float* __restrict absorption = from.absorption;
    for (std::size_t i = 0; i < n; ++i) {
        z[i] = z_score((vigour[i] + dedication[i] + absorption[i]) * (1.0f / 3.0f), reference.mean, inverse_sd);
    }
}

struct StartInput {
    Columns columns;
    Scratch& scratch;
    const Scores& scores;
    std::size_t n;
};

BEVLOGEN_INLINE void score_start(const StartInput& in) {
    using namespace workforce::columns;
    using workforce::Leave;
    const std::uint8_t* __restrict filled = in.columns.filled;
    const std::uint8_t* __restrict leave_kind = in.columns.leave_kind;
    float* __restrict present = in.scratch.column(kPresent);
    float* __restrict on_leave = in.scratch.column(kOnLeave);
    // Who is back at half hours is at work for these purposes.
    constexpr auto kAtWork = static_cast<std::uint8_t>(Leave::none), kHalfHours = static_cast<std::uint8_t>(Leave::burnout_half_hours),
                   kWithoutPost = static_cast<std::uint8_t>(Leave::without_post);
    for (std::size_t i = 0; i < in.n; ++i) {
        const float away = ((leave_kind[i] != kAtWork) & (leave_kind[i] != kHalfHours)) ? 1.0f : 0.0f;
        on_leave[i] = away + (leave_kind[i] == kWithoutPost ? 1.0f : 0.0f);
        present[i] = (filled[i] != 0 ? 1.0f : 0.0f) * (1.0f - away);
    }
    const ScoreParameters& p = in.scores.parameters();
    standardise(in.columns.exhaustion, p.outcome[0], in.scores.inverse_sd(Outcome::exhaustion), in.scratch.column(kStartExhaustionZ), in.n);
    score_burnout(in.columns, p.burnout, in.scores.burnout_inverse_sd(), p.distance_in_burnout, in.scratch.column(kStartBurnoutZ), in.n);
    score_engagement(in.columns, p.engagement, in.scores.engagement_inverse_sd(), in.scratch.column(kStartEngagementZ), in.n);
}

void score_narrow(const StartInput& in) { score_start(in); }
BEVLOGEN_WIDE_COPY void score_wide(const StartInput& in) { score_start(in); }

}  // namespace

Scores::Scores(const ScoreParameters& parameters, const workforce::WorkforceFields& fields) : p_(parameters), fields_(fields) {
    for (std::size_t o = 0; o < kOutcomes; ++o) inverse_sd_[o] = 1.0f / p_.outcome[o].sd;
    burnout_inverse_sd_ = 1.0f / p_.burnout.sd;
    engagement_inverse_sd_ = 1.0f / p_.engagement.sd;
}

void Scores::exhaustion_z(const Block& block, float* z, std::size_t n) const {
    standardise(block.person(fields_.exhaustion).data(), p_.outcome[0], inverse_sd_[0], z, n);
}

void Scores::burnout_z(const Block& block, float* z, std::size_t n) const {
    score_burnout(columns_of(block, fields_), p_.burnout, burnout_inverse_sd_, p_.distance_in_burnout, z, n);
}

void Scores::engagement_z(const Block& block, float* z, std::size_t n) const {
    score_engagement(columns_of(block, fields_), p_.engagement, engagement_inverse_sd_, z, n);
}

float Scores::burnout_z_of(const Block& block, std::size_t post) const {
    const float score = block.person(fields_.exhaustion)[post] + p_.distance_in_burnout * block.person(fields_.distance)[post];
    return z_score(score, p_.burnout.mean, burnout_inverse_sd_);
}

float Scores::engagement_z_of(const Block& block, std::size_t post) const {
    const float sum = block.person(fields_.vigour)[post] + block.person(fields_.dedication)[post] + block.person(fields_.absorption)[post];
    return z_score(sum * (1.0f / 3.0f), p_.engagement.mean, engagement_inverse_sd_);
}

workforce::StrainNow Scores::at_start(const Block& block, Scratch& scratch) const noexcept {
    using namespace workforce::columns;
    const StartInput in{columns_of(block, fields_), scratch, *this, block.padded_posts()};
    vector_width() == VectorWidth::wide ? score_wide(in) : score_narrow(in);
    return {scratch.column(kStartExhaustionZ), scratch.column(kStartBurnoutZ), scratch.column(kStartEngagementZ)};
}

}  // namespace bevlogen::wellbeing
