// What capacity and load start from: reference capacity, hours of posts; the weekly step is in load_step.cpp.
#include "models/workforce/load.hpp"

#include <algorithm>
#include <cmath>

#include "models/workforce/of_phase.hpp"
#include "models/workforce/purposes.hpp"
#include "sim/core/instruction_set.hpp"
#include "sim/random/box_muller.hpp"

namespace bevlogen::workforce {

using namespace columns;

namespace {

// The draw of a team's shock at the start; draw 0 of that week belongs to the first epoch.
constexpr std::uint32_t kDrawStart = 1;

// Rounded to float from double precision.
LoadConstants work_out(const WorkParameters& w) {
    LoadConstants c;
    c.log_growth_a_week = static_cast<float>(std::log1p(static_cast<double>(w.growth)) / kWeeksPerYear);
    const double persistence = w.shock_persistence;
    c.shock_innovation = static_cast<float>(static_cast<double>(w.shock_spread) * std::sqrt(1.0 - persistence * persistence));
    c.trend_gain = static_cast<float>(-std::expm1(-1.0 / static_cast<double>(w.trend_weeks)));
    const std::size_t specialist = index_of(Phase::specialist_mid);
    const float care = care_share(w.administration_share[specialist], w.side_task_share, w.loss_share[specialist]);
    for (std::size_t k = 0; k < kPhases; ++k) {
        c.supervision_hours[k] = supervision_hours(w.supervision[k], w.contract_hours[specialist], care);
    }
    return c;
}

}  // namespace

Load::Load(const WorkParameters& work, const std::array<float, kPhases>& mean_fte, const WorkforceFields& fields, Week burn_in)
    : work_(work), mean_fte_(mean_fte), fields_(fields), burn_in_(burn_in), c_(work_out(work)) {}

void Load::populate(Block& block, const Chance& chance) const {
    const auto phase = block.person(fields_.phase);
    for (std::size_t t = 0; t < block.teams(); ++t) {
        double formation = 0.0, care = 0.0;
        for (std::uint32_t i = block.team_begin()[t]; i < block.team_begin()[t + 1]; ++i) {
            if (is_added(block.post_kinds()[i]) || is_pool(block.team_sites()[t])) continue;
            const std::size_t k = phase[i];
            const float hours = work_.contract_hours[k] * mean_fte_[k];
            const float share = care_share(work_.administration_share[k], work_.side_task_share, work_.loss_share[k]);
            formation += static_cast<double>(mean_fte_[k]);
            care += static_cast<double>(hours * share * work_.contribution[k] - c_.supervision_hours[k]);
        }
        const auto reference = static_cast<float>(static_cast<double>(work_.presence) * care);
        const PhiloxWords words = chance.words(block.team_ids()[t].value, Week{0}, kVolumeShock, kDrawStart);
        block.team(fields_.formation)[t] = static_cast<float>(formation);
        block.team(fields_.reference_capacity)[t] = reference > 0.0f ? reference : 0.0f;
        block.team(fields_.capacity_trend)[t] = 1.0f;
        block.team(fields_.volume_shock)[t] = work_.shock_spread * box_muller(words[0], words[1])[0];
        block.team(fields_.log_load)[t] = 0.0f;
        block.team(fields_.backlog)[t] = 0.0f;
        block.team(fields_.care_not_delivered)[t] = 0.0f;
    }
}

namespace {

struct HoursInput {
    PhaseTable contribution, contract_hours, reference_hours, supervision;
    const std::uint8_t* phase;
    const float *fte, *side_tasks, *losses, *ratio, *extra;
    float *care, *roster, *usual, *supervision_hours;
};

// What each post has by its phase first, into the columns that hold the results; then loops over all posts, which become vector loops.
BEVLOGEN_INLINE void work_out_hours(const HoursInput& in, std::size_t n) {
    const float* __restrict fte = in.fte;
    const float* __restrict side_tasks = in.side_tasks;
    const float* __restrict losses = in.losses;
    const float* __restrict ratio = in.ratio;
    const float* __restrict extra = in.extra;
    float* __restrict care = in.care;
    float* __restrict roster = in.roster;
    float* __restrict usual = in.usual;
    for (std::size_t at = 0; at < n; at += kColumnPadding) {
        const PhasesOfGroup phases(in.phase + at);
        look_up(in.contribution, phases, care + at);
        look_up(in.contract_hours, phases, roster + at);
        look_up(in.reference_hours, phases, usual + at);
        look_up(in.supervision, phases, in.supervision_hours + at);
    }
#pragma GCC ivdep
    for (std::size_t i = 0; i < n; ++i) {
        const float contract = ratio[i] * fte[i];
        const float hours = usual[i] * contract + extra[i];
        care[i] = care[i] * care_share(0.0f, side_tasks[i], losses[i]);
        roster[i] = roster[i] * contract;
        usual[i] = hours > 0.0f ? hours : 0.0f;
    }
}

void work_out_hours_narrow(const HoursInput& in, std::size_t n) { work_out_hours(in, n); }
BEVLOGEN_WIDE_COPY void work_out_hours_wide(const HoursInput& in, std::size_t n) { work_out_hours(in, n); }

}  // namespace

void Load::set_hours(const Block& block, Scratch& scratch) const {
    const std::size_t n = block.padded_posts();
    const HoursInput in{PhaseTable(work_.contribution),   PhaseTable(work_.contract_hours),   PhaseTable(work_.reference_hours),
                        PhaseTable(c_.supervision_hours), block.person(fields_.phase).data(), block.person(fields_.fte).data(),
                        scratch.column(kSideTaskShare),   scratch.column(kLossShare),         scratch.column(kHoursRatio),
                        scratch.column(kExtraHours),      scratch.column(kCarePerHour),       scratch.column(kRosterHours),
                        scratch.column(kUsualHours),      scratch.column(kSupervisionHours)};
    vector_width() == VectorWidth::wide ? work_out_hours_wide(in, n) : work_out_hours_narrow(in, n);
    const auto filled = block.person(fields_.engine.filled);
    const float* __restrict shifts = scratch.column(kShiftsADay);
    float* left = scratch.column(kHandoverShare);
    const float usual_shifts = work_.shifts_a_day;
    std::int32_t is_changed = 0;
    for (std::size_t i = 0; i < n; ++i) is_changed |= shifts[i] != usual_shifts ? 1 : 0;
    if (is_changed == 0) {  // the usual case
        std::fill_n(left, n, handover_share(work_.handover, work_.shifts_a_day, work_.shifts_a_day));
        return;
    }
    for (std::size_t t = 0; t < block.teams(); ++t) {
        double sum = 0.0;
        std::size_t count = 0;
        for (std::uint32_t i = block.team_begin()[t]; i < block.team_begin()[t + 1]; ++i) {
            if (filled[i] == 0) continue;
            sum += static_cast<double>(shifts[i]);
            ++count;
        }
        const float mean = count > 0 ? static_cast<float>(sum / static_cast<double>(count)) : work_.shifts_a_day;
        const float share = handover_share(work_.handover, mean, work_.shifts_a_day);
        for (std::uint32_t i = block.team_begin()[t]; i < block.team_begin()[t + 1]; ++i) left[i] = share;
    }
}

}  // namespace bevlogen::workforce
