// Intentions of everybody in strips of vectors; then notices and hours, from one call of the generator a person and epoch.
#include "models/careers/departure.hpp"

#include <algorithm>

#include "models/careers/departure_equations.hpp"
#include "models/workforce/of_phase.hpp"
#include "models/workforce/purposes.hpp"
#include "sim/core/instruction_set.hpp"
#include "sim/engine/flagged.hpp"
#include "sim/engine/occupied.hpp"
#include "sim/random/bulk.hpp"

namespace bevlogen::careers {

using workforce::factor_of;
using workforce::HoursChange;
using workforce::Leave;
using workforce::look_up;
using workforce::Notice;
using workforce::Phase;
using workforce::PhasesOfGroup;
using workforce::PhaseTable;

namespace {

constexpr std::size_t kStrip = 128;
// Order of the four uniforms of a person and epoch.
constexpr std::size_t kDrawNotice = 0, kDrawHours = 1, kDrawRetires = 2, kDrawApplies = 3, kDraws = 4;

// Working memory of a strip, on the stack.
struct Strip {
    alignas(64) float uniform[kDraws][kStrip];
    alignas(64) float leaving[kStrip];              // rate a year
    alignas(64) float any_notice[kStrip];           // of leaving or looking for another employer, likewise
    alignas(64) float fewer_hours[kStrip];          // likewise
    alignas(64) std::uint8_t is_concerned[kStrip];  // something may change
};

struct Columns {
    const float *work_home, *insecurity, *autonomy, *seeks_times;
    const std::uint8_t *phase, *filled, *leave_kind, *has_fewer, *disengaged;
    const std::uint16_t* age_weeks;
    float* intention;
};

struct Rates {
    Intention intention;
    PhaseTable usual, leaves, seeks_employer;
    float power = 0.0f, fewer_hours = 0.0f, fewer_hours_power = 0.0f, leaves_pool = 0.0f;
    float back = 0.0f, applies = 0.0f, retires = 0.0f;  // chances in an epoch, of retiring the highest
    std::int32_t last_weeks = 0;                        // of age, a little below that at which everybody retires
    float disengaged_below = 0.0f;
};

BEVLOGEN_INLINE void work_out(const Rates& rates, const Columns& col, const workforce::StrainNow& strain, Strip& s, std::size_t at,
                              std::size_t n) {
    const float* __restrict z_burnout = strain.z_burnout + at;
    const float* __restrict z_engagement = strain.z_engagement + at;
    const float* __restrict work_home = col.work_home + at;
    const float* __restrict insecurity = col.insecurity + at;
    const float* __restrict autonomy = col.autonomy + at;
    const float* __restrict seeks_times = col.seeks_times + at;
    float* __restrict intention = col.intention + at;
    const Rates r = rates;  // a copy, which stores to columns cannot change
    for (std::size_t i = 0; i < n; ++i) intention[i] = r.intention(z_burnout[i], z_engagement[i], work_home[i], insecurity[i], autonomy[i]);
    alignas(64) float usual[kStrip], leaves[kStrip], seeks[kStrip], no_post[kStrip];
    for (std::size_t g = 0; g < n; g += kColumnPadding) {
        const PhasesOfGroup phases(col.phase + at + g);
        look_up(r.usual, phases, usual + g);
        look_up(r.leaves, phases, leaves + g);
        look_up(r.seeks_employer, phases, seeks + g);
    }
    const std::uint8_t* __restrict leave = col.leave_kind + at;
    constexpr auto kWithoutPost = static_cast<std::uint8_t>(Leave::without_post);
    for (std::size_t i = 0; i < n; ++i) no_post[i] = leave[i] == kWithoutPost ? 1.0f : 0.0f;
    for (std::size_t i = 0; i < n; ++i) {
        const float times = times_usual(intention[i], usual[i], r.power);
        const float of_pool = no_post[i];
        const float leaving = of_pool * r.leaves_pool + (1.0f - of_pool) * leaves[i] * times;
        const float seeking = (1.0f - of_pool) * seeks[i] * times * seeks_times[i];
        s.leaving[i] = leaving;
        s.any_notice[i] = leaving + seeking;
        s.fewer_hours[i] = (1.0f - of_pool) * (r.fewer_hours * times_usual(intention[i], usual[i], r.fewer_hours_power));
    }
}

// Most get no notice, keep their hours and are as engaged as before: marks the others, and everybody who may be.
BEVLOGEN_INLINE void mark_concerned(const Rates& rates, const Columns& col, const workforce::StrainNow& strain, Strip& s, std::size_t at,
                                    std::size_t n) {
    const std::uint8_t* __restrict phase = col.phase + at;
    const std::uint8_t* __restrict filled = col.filled + at;
    const std::uint8_t* __restrict leave = col.leave_kind + at;
    const std::uint8_t* __restrict has_fewer = col.has_fewer + at;
    const std::uint8_t* __restrict disengaged = col.disengaged + at;
    const float* __restrict z_engagement = strain.z_engagement + at;
    constexpr auto kAnios = static_cast<std::uint8_t>(Phase::anios), kYoung = static_cast<std::uint8_t>(Phase::jonge_klare),
                   kLate = static_cast<std::uint8_t>(Phase::specialist_late);
    const std::uint16_t* __restrict age_weeks = col.age_weeks + at;
    alignas(64) std::int32_t drawn[kStrip], is_anios[kStrip], fewer[kStrip], is_specialist[kStrip], is_late[kStrip], age[kStrip];
    for (std::size_t i = 0; i < n; ++i) is_anios[i] = phase[i] == kAnios ? 1 : 0;
    for (std::size_t i = 0; i < n; ++i) is_specialist[i] = phase[i] >= kYoung ? 1 : 0;
    for (std::size_t i = 0; i < n; ++i) is_late[i] = phase[i] == kLate ? 1 : 0;
    for (std::size_t i = 0; i < n; ++i) fewer[i] = has_fewer[i];
    for (std::size_t i = 0; i < n; ++i) age[i] = age_weeks[i];
    const float back = rates.back, applies = rates.applies, retires = rates.retires, below = rates.disengaged_below;
    const std::int32_t last_weeks = rates.last_weeks;
    for (std::size_t i = 0; i < n; ++i) {
        const float change = fewer[i] != 0 ? back : above_chance_in_epoch(s.fewer_hours[i]);
        drawn[i] = (s.uniform[kDrawNotice][i] < above_chance_in_epoch(s.any_notice[i])) | (s.uniform[kDrawHours][i] < change) |
                           ((is_anios[i] != 0) & (s.uniform[kDrawApplies][i] < applies)) |
                           ((is_specialist[i] != 0) & (z_engagement[i] < below)) |
                           ((is_late[i] != 0) & ((s.uniform[kDrawRetires][i] < retires) | (age[i] >= last_weeks)))
                       ? 1
                       : 0;
    }
    for (std::size_t i = 0; i < n; ++i) s.is_concerned[i] = static_cast<std::uint8_t>(drawn[i]);
    for (std::size_t i = 0; i < n; ++i) {
        const bool may = (s.is_concerned[i] != 0) | (leave[i] != 0) | (disengaged[i] != 0);
        s.is_concerned[i] = ((filled[i] != 0) & may) ? 1 : 0;
    }
}

void work_out_narrow(const Rates& r, const Columns& c, const workforce::StrainNow& strain, Strip& s, std::size_t at, std::size_t n) {
    work_out(r, c, strain, s, at, n);
    mark_concerned(r, c, strain, s, at, n);
}
BEVLOGEN_WIDE_COPY void work_out_wide(const Rates& r, const Columns& c, const workforce::StrainNow& strain, Strip& s, std::size_t at,
                                      std::size_t n) {
    work_out(r, c, strain, s, at, n);
    mark_concerned(r, c, strain, s, at, n);
}

float highest_retirement_rate(const workforce::CareerParameters& careers) {
    const float share = std::max({careers.retire_60_to_62, careers.retire_63_to_65, careers.retire_66_on});
    return retirement_rate(share, share, share, careers.last_age);
}

bool is_specialist(Phase phase) { return phase >= Phase::jonge_klare; }

}  // namespace

Departure::Departure(const DepartureParameters& departure, const workforce::CareerParameters& careers, float applies_a_year,
                     float longest_leave_weeks, const workforce::WorkforceFields& fields)
    : p_(departure), careers_(careers), applies_a_year_(applies_a_year), longest_leave_weeks_(longest_leave_weeks), fields_(fields) {}

void Departure::populate(Block& block, const Chance& chance, std::size_t begin, std::size_t end) const {
    const float all = p_.fewer_hours + p_.hours_back;
    const float share = all > 0.0f ? p_.fewer_hours / all : 0.0f;
    const float registered_at = careers_.entry_age[workforce::index_of(Phase::jonge_klare)];
    const auto phase = block.person(fields_.phase);
    const auto fte = block.person(fields_.fte);
    const auto has_fewer = block.person(fields_.has_fewer_hours);
    for (std::size_t i = begin; i < end; ++i) {
        const float u = chance.uniform(block.person_at(i, fields_.engine).value, Week{0}, workforce::kPast);
        // A new phase begins with a new contract, but that of a specialist goes on.
        const bool is_older = phase[i] > static_cast<std::uint8_t>(Phase::jonge_klare);
        const float years = is_older ? static_cast<float>(block.person(fields_.age_weeks)[i]) / kWeeksPerYear - registered_at
                                     : static_cast<float>(block.person(fields_.weeks_in_phase)[i]) / kWeeksPerYear;
        const float chance_by_now = share * (1.0f - portable_exp(-all * std::max(years, 0.0f)));
        const bool works_fewer = phase[i] != static_cast<std::uint8_t>(Phase::coassistent) && u < chance_by_now;
        has_fewer[i] = works_fewer ? 1 : 0;
        if (works_fewer) fte[i] = std::max(fte[i] - p_.hours_step, p_.least_hours);
        block.person(fields_.notice)[i] = 0;
        block.person(fields_.hours_change)[i] = 0;
        block.person(fields_.weeks_disengaged)[i] = 0;
        block.person(fields_.intention)[i] = 0.0f;
    }
}

void Departure::step(Block& block, const Now& now, const workforce::StrainNow& strain, const float* seeks_times) const noexcept {
    using workforce::Demand;
    using workforce::Resource;
    const workforce::WorkforceFields& f = fields_;
    const Columns columns{block.person(f.factor[factor_of(Demand::work_home_interference)]).data(),
                          block.person(f.factor[factor_of(Demand::job_insecurity)]).data(),
                          block.person(f.factor[factor_of(Resource::autonomy)]).data(),
                          seeks_times,
                          block.person(f.phase).data(),
                          block.person(f.engine.filled).data(),
                          block.person(f.leave_kind).data(),
                          block.person(f.has_fewer_hours).data(),
                          block.person(f.weeks_disengaged).data(),
                          block.person(f.age_weeks).data(),
                          block.person(f.intention).data()};
    const Rates rates{{p_.intention, p_.on_burnout, p_.on_engagement, p_.on_work_home, p_.on_insecurity, p_.on_autonomy},
                      PhaseTable(p_.usual),
                      PhaseTable(careers_.leaves_a_year),
                      PhaseTable(p_.seeks_employer),
                      p_.power,
                      p_.fewer_hours,
                      p_.fewer_hours_power,
                      p_.leaves_pool,
                      chance_in_epoch(p_.hours_back),
                      chance_in_epoch(applies_a_year_),
                      chance_in_epoch(highest_retirement_rate(careers_)),
                      static_cast<std::int32_t>(careers_.last_age * kWeeksPerYear) - 1,
                      p_.disengaged_below};
    const auto work_out_of_width = vector_width() == VectorWidth::wide ? work_out_wide : work_out_narrow;
    const auto age = block.person(f.age_weeks);
    const auto leave_weeks = block.person(f.leave_weeks), leave_left = block.person(f.leave_weeks_left);
    const auto notice = block.person(f.notice), hours_change = block.person(f.hours_change);
    const auto has_fewer = block.person(f.has_fewer_hours), disengaged = block.person(f.weeks_disengaged);
    const auto was_burnt_out = block.person(f.was_burnt_out);
    const auto fte = block.person(f.fte), zest = block.person(f.t_zest);
    const std::size_t padded = block.padded_posts();
    const auto longest = static_cast<int>(longest_leave_weeks_);

    const auto change_hours = [&](std::size_t i, float u, float fewer) {
        if (has_fewer[i] == 0 && happens_in_epoch(fewer, u) && fte[i] - p_.hours_step >= p_.least_hours) {
            fte[i] -= p_.hours_step;
            has_fewer[i] = 1;
            hours_change[i] = static_cast<std::uint8_t>(HoursChange::fewer);
        } else if (has_fewer[i] != 0 && u < rates.back) {
            fte[i] += p_.hours_step;
            has_fewer[i] = 0;
            hours_change[i] = static_cast<std::uint8_t>(HoursChange::more);
        }
    };
    const auto withdraw = [&](std::size_t i, float z_engagement) {
        if (disengaged[i] == workforce::kSideRoles) {
            if (z_engagement <= p_.engaged_above) return;
            disengaged[i] = 0;
            zest[i] -= p_.side_roles_on_engagement;
        } else if (z_engagement >= p_.disengaged_below) {
            disengaged[i] = 0;
        } else {
            disengaged[i] = static_cast<std::uint8_t>(std::min(disengaged[i] + kWeeksPerEpoch, workforce::kSideRoles - 1));
            if (static_cast<float>(disengaged[i]) < p_.side_roles_after) return;
            disengaged[i] = workforce::kSideRoles;
            zest[i] += p_.side_roles_on_engagement;
        }
    };
    const auto retires = [&](std::size_t i, float u) {
        const float years = static_cast<float>(age[i]) / kWeeksPerYear;
        if (years >= careers_.last_age) return true;
        const float rate = retirement_rate(careers_.retire_60_to_62, careers_.retire_63_to_65, careers_.retire_66_on, years);
        return u < chance_in_epoch(rate);
    };
    const auto notice_of = [&](std::size_t i, const Strip& s, std::size_t k) {
        const auto phase = static_cast<Phase>(columns.phase[i]);
        const bool is_ill = columns.leave_kind[i] == static_cast<std::uint8_t>(Leave::burnout) ||
                            columns.leave_kind[i] == static_cast<std::uint8_t>(Leave::burnout_half_hours) ||
                            columns.leave_kind[i] == static_cast<std::uint8_t>(Leave::long_illness);
        if (is_ill && leave_weeks[i] >= longest && leave_left[i] <= kWeeksPerEpoch) return Notice::employment_ends;
        if (phase == Phase::specialist_late && retires(i, s.uniform[kDrawRetires][k])) return Notice::retires;
        const float u = s.uniform[kDrawNotice][k];
        if (happens_in_epoch(s.leaving[k], u)) return phase == Phase::aios ? Notice::stops_training : Notice::leaves;
        if (phase == Phase::anios && s.uniform[kDrawApplies][k] < rates.applies) return Notice::applies_for_training;
        if (happens_in_epoch(s.any_notice[k], u)) return Notice::seeks_employer;
        return Notice::none;
    };

    std::ranges::fill(notice, std::uint8_t{0});
    std::ranges::fill(hours_change, std::uint8_t{0});
    Strip s;
    for (auto run = next_occupied(columns.filled, padded, 0, kStrip); run.count > 0;
         run = next_occupied(columns.filled, padded, run.at + run.count, kStrip)) {
        const std::size_t at = run.at, n = run.count;
        fill_uniforms(now.chance, {block.person(f.engine.id_low).data() + at, block.person(f.engine.id_high).data() + at, n},
                      {now.week, workforce::kDeparture, 0, 1}, s.uniform[0], kStrip);
        work_out_of_width(rates, columns, strain, s, at, n);
        for_each_flagged(s.is_concerned, n, [&](std::size_t k) {
            const std::size_t i = at + k;
            notice[i] = static_cast<std::uint8_t>(notice_of(i, s, k));
            if (columns.leave_kind[i] == static_cast<std::uint8_t>(Leave::burnout)) was_burnt_out[i] = 1;
            const auto phase = static_cast<Phase>(columns.phase[i]);
            if (phase != Phase::coassistent) change_hours(i, s.uniform[kDrawHours][k], s.fewer_hours[k]);
            if (is_specialist(phase)) withdraw(i, strain.z_engagement[i]);
        });
    }
}

}  // namespace bevlogen::careers
