// Spreads today's conditions over posts, and passes duties on within a team.
#include "models/workforce/conditions.hpp"

#include <algorithm>

#include "models/workforce/of_phase.hpp"
#include "sim/core/instruction_set.hpp"
#include "sim/core/portable_math.hpp"

namespace bevlogen::workforce {

using namespace columns;

namespace {

// Padding too: a column is as long as its padded posts, a span of it is not.
struct UsualHours {
    float spread;
    PhaseTable reference_hours;
    const std::uint8_t* phase;
    const float *fte, *z;
    float* extra;
    std::size_t padded_posts;
};

// Some work longer than is usual in their phase, beside the roster, others less; lognormal, so that the mean stays.
BEVLOGEN_INLINE void set_extra_hours(const UsualHours& in) {
    const float spread = in.spread;
    const float* __restrict fte = in.fte;
    const float* __restrict z = in.z;
    float* __restrict extra = in.extra;
    for (std::size_t at = 0; at < in.padded_posts; at += kColumnPadding)
        look_up(in.reference_hours, PhasesOfGroup(in.phase + at), extra + at);
    for (std::size_t i = 0; i < in.padded_posts; ++i) {
        extra[i] = extra[i] * fte[i] * (portable_exp(spread * z[i] - 0.5f * spread * spread) - 1.0f);
    }
}

void set_extra_hours_narrow(const UsualHours& in) { set_extra_hours(in); }
BEVLOGEN_WIDE_COPY void set_extra_hours_wide(const UsualHours& in) { set_extra_hours(in); }

}  // namespace

void set_conditions(const WorkParameters& work, const WorkforceFields& fields, const Block& block, Scratch& scratch) {
    const std::size_t n = block.padded_posts();
    const std::uint8_t* phase = block.person(fields.phase).data();
    const auto by_phase = [&](std::size_t column, const std::array<float, kPhases>& value) {
        spread_by_phase(value, phase, scratch.column(column), n);
    };
    const auto same = [&](std::size_t column, float value) { std::fill_n(scratch.column(column), n, value); };
    by_phase(kAdministrationShare, work.administration_share);
    same(kSideTaskShare, work.side_task_share);
    by_phase(kLossShare, work.loss_share);
    same(kHoursRatio, 1.0f);
    if (work.hours_spread > 0.0f) {
        const UsualHours usual{work.hours_spread,
                               PhaseTable(work.reference_hours),
                               phase,
                               block.person(fields.fte).data(),
                               block.person(fields.usual_hours_z).data(),
                               scratch.column(kExtraHours),
                               n};
        vector_width() == VectorWidth::wide ? set_extra_hours_wide(usual) : set_extra_hours_narrow(usual);
    } else {
        same(kExtraHours, 0.0f);
    }
    same(kShiftsADay, work.shifts_a_day);
    by_phase(kDuties, work.duties);
    same(kIsExempt, 0.0f);
    same(kHouseholdShare, 1.0f);
    same(kVisibility, 0.0f);
    same(kStigmaShift, 0.0f);
    same(kSafetyShift, 0.0f);
    same(kReplacedShare, work.replaced_share);
    same(kReleasedHours, 0.0f);
    same(kSeeksTimes, 1.0f);
    const std::size_t padded_teams = (block.teams() + kColumnPadding - 1) / kColumnPadding * kColumnPadding;
    std::fill_n(scratch.team_column(kTeamVolume), padded_teams, 0.0f);
    std::fill_n(scratch.team_column(kTeamPsi), padded_teams, 0.0f);
    std::fill_n(scratch.team_column(kTeamShock), padded_teams, 1.0f);
    for (std::size_t t = 0; t < block.teams(); ++t) {
        const std::uint8_t site = block.team_sites()[t];
        if (!is_pool(site)) scratch.team_column(kTeamPsi)[t] = work.volume_follows[site];
    }
}

void pass_duties_on(const Block& block, const WorkforceFields& fields, Scratch& scratch) {
    const auto filled = block.person(fields.engine.filled);
    const auto phase = block.person(fields.phase);
    float* duties = scratch.column(kDuties);
    const float* exempt = scratch.column(kIsExempt);
    std::int32_t is_any = 0;
    for (std::size_t i = 0; i < block.posts(); ++i) is_any |= exempt[i] > 0.0f ? 1 : 0;
    if (is_any == 0) return;  // the usual case: nobody is exempted
    for (std::size_t t = 0; t < block.teams(); ++t) {
        const std::uint32_t begin = block.team_begin()[t], end = block.team_begin()[t + 1];
        const auto shares = [&](std::uint32_t i) { return filled[i] != 0 && phase[i] != index_of(Phase::coassistent); };
        double all = 0.0, kept = 0.0;
        bool is_passed = false;
        for (std::uint32_t i = begin; i < end; ++i) {
            if (!shares(i)) continue;
            all += static_cast<double>(duties[i]);
            kept += static_cast<double>(duties[i]) * (1.0 - static_cast<double>(exempt[i]));
            is_passed = is_passed || (exempt[i] > 0.0f && duties[i] > 0.0f);
        }
        if (!is_passed || kept <= 0.0) continue;
        const auto more = static_cast<float>(all / kept);
        for (std::uint32_t i = begin; i < end; ++i) {
            if (shares(i)) duties[i] *= (1.0f - exempt[i]) * more;
        }
    }
}

}  // namespace bevlogen::workforce
