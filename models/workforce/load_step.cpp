// One week of load: hours of care of everybody, sums of each team, then care demand against them, sixteen teams at a time.
#include <algorithm>

#include "models/workforce/load.hpp"
#include "models/workforce/outcome_equations.hpp"
#include "models/workforce/purposes.hpp"
#include "sim/core/instruction_set.hpp"
#include "sim/engine/lane_sum.hpp"
#include "sim/population/team_spread.hpp"
#include "sim/random/bulk.hpp"

namespace bevlogen::workforce {

using namespace columns;

namespace {

constexpr std::size_t kGroup = kBulkLanes;  // of teams; the columns of teams are padded to it
static_assert(kColumnPadding % kGroup == 0);

struct PersonColumns {
    const std::uint8_t* filled;
    const std::uint8_t* leave_kind;
    const std::uint8_t* is_replaced;
    const float* evaluation_pressure;
    float* hours_worked;
};

struct TeamColumns {
    const float* reference;
    float* trend;
    float* shock;
    float* log_load;
    float* backlog;
    float* care_not_delivered;
};

// Of the week, the same for all teams.
struct WeekOfDemand {
    float growth = 0.0f, season = 0.0f;
    std::size_t draw = 0;  // normal of the epoch's four
    Week epoch;            // its first week
};

struct StepInput {
    const WorkParameters& work;
    const LoadConstants& constants;
    const Block& block;
    const PersonColumns& persons;
    const TeamColumns& teams;
    const StrainNow& strain;
    const WeekOfDemand& week;
    const Chance& chance;
    Scratch& scratch;
};

// Who is there, and the care that they add to their team; their hours without overtime.
BEVLOGEN_INLINE void measure_posts(const StepInput& in, std::size_t n) {
    const std::uint8_t* __restrict filled = in.persons.filled;
    const std::uint8_t* __restrict leave_kind = in.persons.leave_kind;
    const std::uint8_t* __restrict is_replaced = in.persons.is_replaced;
    const float* __restrict evaluation = in.persons.evaluation_pressure;
    const float* __restrict z_burnout = in.strain.z_burnout;
    const float* __restrict z_engagement = in.strain.z_engagement;
    const float* __restrict administration = in.scratch.column(kAdministrationShare);
    const float* __restrict care_per_hour = in.scratch.column(kCarePerHour);
    const float* __restrict roster = in.scratch.column(kRosterHours);
    const float* __restrict usual = in.scratch.column(kUsualHours);
    const float* __restrict released = in.scratch.column(kReleasedHours);
    const float* __restrict supervision = in.scratch.column(kSupervisionHours);
    float* __restrict work = in.scratch.column(kStaffed);
    float* __restrict care = in.scratch.column(kCareHours);
    float* __restrict hours = in.persons.hours_worked;
    const WorkParameters w = in.work;  // a copy of its own: stores to columns cannot change it, so the loops become vector loops
    for (std::size_t i = 0; i < n; ++i) {
        work[i] = staffed(filled[i], leave_kind[i], is_replaced[i]);
        hours[i] = usual[i] * presence(filled[i], leave_kind[i]);
    }
    for (std::size_t i = 0; i < n; ++i) {
        const float share =
            administration_share(administration[i], w.administration_on_evaluation, evaluation[i], w.administration_highest);
        const float own = productivity(w.productivity_on_engagement, w.productivity_on_burnout, w.productivity_min, w.productivity_max,
                                       z_engagement[i], z_burnout[i]);
        const bool stands_in = (leave_kind[i] != 0) & (is_replaced[i] != 0);
        care[i] = care_hours(roster[i], released[i], share, care_per_hour[i]) * (stands_in ? 1.0f : own) - supervision[i];
    }
}

// Load of a group of teams from their relative capacity.
BEVLOGEN_INLINE void measure_demand(const StepInput& in, std::size_t first, const float* __restrict k, const float* __restrict z,
                                    float* __restrict overtime) {
    const float* __restrict added = in.scratch.team_column(kTeamVolume) + first;
    const float* __restrict psi = in.scratch.team_column(kTeamPsi) + first;
    const float* __restrict spread = in.scratch.team_column(kTeamShock) + first;
    const float* __restrict reference = in.teams.reference + first;
    float* __restrict trend = in.teams.trend + first;
    float* __restrict shock = in.teams.shock + first;
    float* __restrict load = in.teams.log_load + first;
    float* __restrict backlog = in.teams.backlog + first;
    float* __restrict not_delivered = in.teams.care_not_delivered + first;
    const WorkParameters w = in.work;
    const LoadConstants c = in.constants;
    const WeekOfDemand week = in.week;
#pragma GCC ivdep
    for (std::size_t t = 0; t < kGroup; ++t) {
        const float care = reference[t] > 0.0f ? 1.0f : 0.0f;
        const float new_shock = shock_step(shock[t], w.shock_persistence, c.shock_innovation * spread[t], z[t]);
        const float volume = log_volume(week.growth + added[t], week.season, new_shock, psi[t], trend[t]);
        const float new_load = care * log_load(volume, k[t], w.load_limit);  // 0 where no care is given
        const float factor = overtime_factor(w.overtime, new_load);
        const float asked = portable_exp(volume);
        const float new_backlog = backlog_step(backlog[t], w.backlog_leaves, asked, k[t], factor, w.backlog_above);
        const float new_trend = trend_step(trend[t], k[t], c.trend_gain);
        shock[t] = new_shock;
        load[t] = new_load;
        backlog[t] = care * new_backlog;
        not_delivered[t] = care_not_delivered(reference[t], asked, k[t], factor);
        trend[t] = care > 0.0f ? new_trend : 1.0f;
        overtime[t] = factor;
    }
}

// Sixteen teams: their capacity, their load, and both spread over their posts.
BEVLOGEN_INLINE void step_teams(const StepInput& in, std::size_t first) {
    const std::size_t count = std::min(kGroup, in.block.teams() - first);
    const auto begins = in.block.team_begin().subspan(first, count + 1);
    const float* care = in.scratch.column(kCareHours);
    const float* work = in.scratch.column(kStaffed);
    const float* left = in.scratch.column(kHandoverShare);
    alignas(64) float k[kGroup] = {}, overtime[kGroup], z[4 * kGroup];
    alignas(64) std::uint32_t low[kGroup] = {}, high[kGroup] = {};
    for (std::size_t t = 0; t < count; ++t) {
        const std::size_t begin = begins[t], end = begins[t + 1];
        const float reference = in.teams.reference[first + t];
        // Below 0 where supervision takes more than there is.
        const auto sum = static_cast<float>(lane_sum(care, work, begin, end));
        k[t] = reference > 0.0f && sum > 0.0f ? sum * left[begin] / reference : 0.0f;
        low[t] = in.block.team_ids()[first + t].value;
    }
    fill_normals(in.chance, {low, high, kGroup}, {in.week.epoch, kVolumeShock, 0, 1}, z, kGroup);
    measure_demand(in, first, k, z + in.week.draw * kGroup, overtime);
    float* load = in.scratch.column(kLogLoad);
    float* factor = in.scratch.column(kOvertime);
    for (std::size_t t = 0; t < count; ++t) {
        spread_over_team(load, in.teams.log_load[first + t], begins[t], begins[t + 1], in.block.padded_posts());
        spread_over_team(factor, overtime[t], begins[t], begins[t + 1], in.block.padded_posts());
    }
}

BEVLOGEN_INLINE void step_block(const StepInput& in) {
    measure_posts(in, in.block.padded_posts());
    for (std::size_t first = 0; first < in.block.teams(); first += kGroup) step_teams(in, first);
    const float* __restrict overtime = in.scratch.column(kOvertime);
    float* __restrict hours = in.persons.hours_worked;
    for (std::size_t i = 0; i < in.block.posts(); ++i) hours[i] *= overtime[i];
}

void step_narrow(const StepInput& in) { step_block(in); }
BEVLOGEN_WIDE_COPY void step_wide(const StepInput& in) { step_block(in); }

}  // namespace

void Load::step(Block& block, const Now& now, const StrainNow& strain, Scratch& scratch) const noexcept {
    const PersonColumns persons{
        block.person(fields_.engine.filled).data(), block.person(fields_.leave_kind).data(), block.person(fields_.is_replaced).data(),
        block.person(fields_.factor[factor_of(Demand::evaluation_pressure)]).data(), block.person(fields_.hours_worked).data()};
    const TeamColumns teams{block.team(fields_.reference_capacity).data(),
                            block.team(fields_.capacity_trend).data(),
                            block.team(fields_.volume_shock).data(),
                            block.team(fields_.log_load).data(),
                            block.team(fields_.backlog).data(),
                            block.team(fields_.care_not_delivered).data()};
    const std::int32_t of_epoch = now.week.value % kWeeksPerEpoch;
    const WeekOfDemand week{growth(c_.log_growth_a_week, (now.week - burn_in_).value),
                            season(work_.season_amplitude, now.week.value, work_.season_peak), static_cast<std::size_t>(of_epoch),
                            now.week - Week{of_epoch}};
    const StepInput in{work_, c_, block, persons, teams, strain, week, now.chance, scratch};
    vector_width() == VectorWidth::wide ? step_wide(in) : step_narrow(in);
}

}  // namespace bevlogen::workforce
