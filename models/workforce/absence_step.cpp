// One week of leave and events: hazards of everybody in strips of vectors, then the few to whom something happens, one by one.
#include "models/workforce/absence.hpp"

#include <algorithm>

#include "models/workforce/absence_equations.hpp"
#include "models/workforce/leave_course.hpp"
#include "models/workforce/purposes.hpp"
#include "models/workforce/scratch_layout.hpp"
#include "sim/core/instruction_set.hpp"
#include "sim/engine/flagged.hpp"
#include "sim/engine/occupied.hpp"

namespace bevlogen::workforce {

namespace {

constexpr std::size_t kStrip = 128;
// Order of the four uniforms of a person-week.
constexpr std::size_t kDrawLeave = 0, kDrawComplaint = 1, kDrawSevere = 2, kDrawConflict = 3, kDraws = columns::kAbsenceUniforms;

constexpr std::int32_t bit_of(Event event) { return 1 << static_cast<int>(event); }

// Columns of a block, as the kernel wants them.
struct AbsenceColumns {
    const std::uint32_t *id_low, *id_high;
    const std::uint8_t* filled;
    std::uint8_t *leave_kind, *is_replaced, *events;
    std::uint16_t *leave_weeks, *leave_weeks_left, *raised_risk_weeks_left;
    float *lasting_evaluation, *lasting_conflict;
    float *emotional_load, *evaluation, *colleagues;
    const float *maternity, *conflict, *replaced_share;
    const float* uniform[kDraws];
};

AbsenceColumns columns_of(Block& block, const WorkforceFields& f, const Scratch& scratch) {
    const auto factor = [&](std::size_t j) { return block.person(f.factor[j]).data(); };
    AbsenceColumns c{};
    c.id_low = block.person(f.engine.id_low).data();
    c.id_high = block.person(f.engine.id_high).data();
    c.filled = block.person(f.engine.filled).data();
    c.leave_kind = block.person(f.leave_kind).data();
    c.is_replaced = block.person(f.is_replaced).data();
    c.events = block.person(f.events).data();
    c.leave_weeks = block.person(f.leave_weeks).data();
    c.leave_weeks_left = block.person(f.leave_weeks_left).data();
    c.raised_risk_weeks_left = block.person(f.raised_risk_weeks_left).data();
    c.lasting_evaluation = block.person(f.lasting_evaluation).data();
    c.lasting_conflict = block.person(f.lasting_conflict).data();
    c.emotional_load = factor(factor_of(Demand::emotional_load));
    c.evaluation = factor(factor_of(Demand::evaluation_pressure));
    c.colleagues = factor(factor_of(Resource::colleague_support));
    c.maternity = scratch.column(columns::kMaternityHazard);
    c.conflict = scratch.column(columns::kConflictHazard);
    c.replaced_share = scratch.column(columns::kReplacedShare);
    for (std::size_t k = 0; k < kDraws; ++k) c.uniform[k] = scratch.column(columns::kAbsenceUniform + k);
    return c;
}

struct StepInput {
    const AbsenceParameters& a;
    const EventParameters& e;
    const AbsenceConstants& c;
    float fade;
    const AbsenceColumns& columns;
    const StrainNow& strain;
    std::size_t padded_posts;
};

// Working memory of a strip, on the stack. Flags are whole numbers as wide as floats, so that most loops know one width only.
struct Strip {
    const float* uniform[kDraws];
    alignas(64) std::int32_t filled[kStrip], leave[kStrip], weeks[kStrip], weeks_left[kStrip], raised[kStrip];
    alignas(64) float at_work[kStrip];
    alignas(64) float burnout[kStrip], maternity[kStrip], short_illness[kStrip];  // hazards; 0 of who is not at work
    alignas(64) std::int32_t events[kStrip], concerned[kStrip];
    alignas(64) std::uint8_t
        is_concerned[kStrip];  // a leave begins, ends or turns to half hours, or an event happened: for the second pass
};

template <class From, class To>
BEVLOGEN_INLINE void copy_column(const From* __restrict from, To* __restrict to, std::size_t n) {
    for (std::size_t i = 0; i < n; ++i) to[i] = static_cast<To>(from[i]);
}

BEVLOGEN_INLINE void read_persons(const StepInput& in, Strip& s, std::size_t at, std::size_t n) {
    const AbsenceColumns& col = in.columns;
    copy_column(col.filled + at, s.filled, n);
    copy_column(col.leave_kind + at, s.leave, n);
    copy_column(col.leave_weeks + at, s.weeks, n);
    copy_column(col.leave_weeks_left + at, s.weeks_left, n);
    copy_column(col.raised_risk_weeks_left + at, s.raised, n);
    for (std::size_t i = 0; i < n; ++i) s.at_work[i] = ((s.filled[i] != 0) & (s.leave[i] == 0)) ? 1.0f : 0.0f;
}

BEVLOGEN_INLINE void work_out_hazards(const StepInput& in, Strip& s, std::size_t at, std::size_t n) {
    const AbsenceParameters a = in.a;  // copies of its own: stores to columns cannot change them, so these become vector loops
    const float* __restrict z_exhaustion = in.strain.z_exhaustion + at;
    const float* __restrict z_burnout = in.strain.z_burnout + at;
    const float* __restrict maternity = in.columns.maternity + at;
    for (std::size_t i = 0; i < n; ++i) {
        const float risk = s.raised[i] != 0 ? a.raised_risk : 1.0f;
        s.burnout[i] = s.at_work[i] *
                       burnout_leave_hazard(a.burnout_hazard, a.burnout_on_exhaustion, a.burnout_at, a.burnout_cap, z_exhaustion[i], risk);
        s.maternity[i] = s.at_work[i] * maternity[i];
        s.short_illness[i] = s.at_work[i] * short_illness_hazard(a.short_illness_hazard, a.short_illness_on_burnout, z_burnout[i]);
    }
}

BEVLOGEN_INLINE void let_events_happen(const StepInput& in, Strip& s, std::size_t at, std::size_t n) {
    const EventParameters e = in.e;  // a copy, as above
    const float* __restrict z_burnout = in.strain.z_burnout + at;
    const float* __restrict conflict_hazard = in.columns.conflict + at;
    for (std::size_t i = 0; i < n; ++i) {
        const float complaint =
            s.at_work[i] * complaint_hazard(e.complaint_hazard, e.complaint_if_burnt_out, e.burnt_out_above, z_burnout[i]);
        const float severe = s.at_work[i] * e.severe_hazard;
        const float conflict = s.at_work[i] * conflict_hazard[i];
        s.events[i] = (s.uniform[kDrawComplaint][i] < complaint ? bit_of(Event::complaint) : 0) |
                      (s.uniform[kDrawSevere][i] < severe ? bit_of(Event::severe_case) : 0) |
                      (s.uniform[kDrawConflict][i] < conflict ? bit_of(Event::conflict) : 0);
    }
    copy_column(s.events, in.columns.events + at, n);
}

// What is left of past events a week later; at vacant posts nothing changes.
BEVLOGEN_INLINE void fade_past_events(const StepInput& in, const Strip& s, std::size_t at, std::size_t n) {
    const float fade = in.fade;
    float* __restrict evaluation = in.columns.lasting_evaluation + at;
    float* __restrict conflict = in.columns.lasting_conflict + at;
    for (std::size_t i = 0; i < n; ++i) {
        evaluation[i] = s.filled[i] != 0 ? faded(evaluation[i], fade) : evaluation[i];
        conflict[i] = s.filled[i] != 0 ? faded(conflict[i], fade) : conflict[i];
    }
}

BEVLOGEN_INLINE LeaveHazards hazards_of(const StepInput& in, const Strip& s, std::size_t i) {
    return {s.burnout[i], s.at_work[i] * in.a.long_illness_hazard, s.maternity[i], s.short_illness[i]};
}

// A week away brings the end of the leave nearer, a week at work that of a raised risk. Marks whose leave begins, ends or turns to half
// hours, and who had an event.
BEVLOGEN_INLINE void count_down(const StepInput& in, Strip& s, std::size_t at, std::size_t n) {
    const float half_hours_share = in.a.half_hours_share;
    constexpr auto kBurnout = static_cast<std::int32_t>(Leave::burnout);
    for (std::size_t i = 0; i < n; ++i) {
        const std::int32_t is_at_work = s.at_work[i] > 0.0f ? 1 : 0;
        const std::int32_t is_away = (s.filled[i] != 0 ? 1 : 0) - is_at_work;
        s.weeks_left[i] -= s.weeks_left[i] > 0 ? is_away : 0;
        s.raised[i] -= s.raised[i] > 0 ? is_at_work : 0;
        const float turns_at = s.leave[i] == kBurnout ? half_hours_weeks(static_cast<float>(s.weeks[i]), half_hours_share) : 0.0f;
        const std::int32_t turns = static_cast<float>(s.weeks_left[i]) <= turns_at ? is_away : 0;
        const std::int32_t begins = s.uniform[kDrawLeave][i] < total_hazard(hazards_of(in, s, i)) ? 1 : 0;
        s.concerned[i] = begins | turns | (s.events[i] != 0 ? 1 : 0);
    }
    copy_column(s.weeks_left, in.columns.leave_weeks_left + at, n);
    copy_column(s.raised, in.columns.raised_risk_weeks_left + at, n);
    copy_column(s.concerned, s.is_concerned, n);
}

void kick_factors(const StepInput& in, std::size_t post) {
    const AbsenceColumns& col = in.columns;
    const std::int32_t events = col.events[post];
    const auto feel = [&](float emotional_load, float evaluation, float lost_support) {
        col.emotional_load[post] += emotional_load;
        col.evaluation[post] += evaluation;
        col.lasting_evaluation[post] += evaluation;
        col.colleagues[post] -= lost_support;
        col.lasting_conflict[post] += lost_support;
    };
    const EventParameters& e = in.e;
    if ((events & bit_of(Event::complaint)) != 0) feel(e.complaint_on_emotional_load, e.complaint_on_evaluation, 0.0f);
    if ((events & bit_of(Event::severe_case)) != 0) feel(e.severe_on_emotional_load, e.severe_on_evaluation, 0.0f);
    if ((events & bit_of(Event::conflict)) != 0) feel(0.0f, e.conflict_on_evaluation, e.conflict_on_colleagues);
}

LeaveCourse course_at(const AbsenceColumns& col, std::size_t post) {
    return {static_cast<Leave>(col.leave_kind[post]), col.leave_weeks[post], col.leave_weeks_left[post], col.is_replaced[post] != 0,
            col.raised_risk_weeks_left[post]};
}

void put_course(const AbsenceColumns& col, std::size_t post, const LeaveCourse& course) {
    col.leave_kind[post] = static_cast<std::uint8_t>(course.kind);
    col.leave_weeks[post] = static_cast<std::uint16_t>(course.weeks);
    col.leave_weeks_left[post] = static_cast<std::uint16_t>(course.weeks_left);
    col.is_replaced[post] = course.is_replaced ? 1 : 0;
    col.raised_risk_weeks_left[post] = static_cast<std::uint16_t>(course.raised_risk_weeks_left);
}

// One of those to whom something happens at the end of a week at work or away.
void change_one(const StepInput& in, const Now& now, const Strip& s, std::size_t at, std::size_t i) {
    const AbsenceColumns& col = in.columns;
    const std::size_t post = at + i;
    if (col.leave_kind[post] != 0) {
        put_course(col, post, at_turning_point(course_at(col, post), in.a));
        return;
    }
    kick_factors(in, post);
    const Leave begins = leave_that_begins(s.uniform[kDrawLeave][i], hazards_of(in, s, i));
    if (begins == Leave::none) return;
    const PersonId person = PersonId::from_halves(col.id_low[post], col.id_high[post]);
    Stream stream(now.chance, person.value, now.week, kLeaveLength);
    put_course(col, post, begin_leave(begins, col.raised_risk_weeks_left[post], col.replaced_share[post], in.a, in.c, stream));
}

__attribute__((noinline)) void change_concerned(const StepInput& in, const Now& now, const Strip& s, std::size_t at, std::size_t n) {
    static_assert(kColumnPadding % kFlagsAtOnce == 0);
    for_each_flagged(s.is_concerned, n, [&](std::size_t i) { change_one(in, now, s, at, i); });
}

BEVLOGEN_INLINE void step_block(const StepInput& in, const Now& now) {
    Strip s;
    std::fill_n(in.columns.events, in.padded_posts, std::uint8_t{0});
    for (auto run = next_occupied(in.columns.filled, in.padded_posts, 0, kStrip); run.count > 0;
         run = next_occupied(in.columns.filled, in.padded_posts, run.at + run.count, kStrip)) {
        const std::size_t at = run.at, n = run.count;
        for (std::size_t k = 0; k < kDraws; ++k) s.uniform[k] = in.columns.uniform[k] + at;
        read_persons(in, s, at, n);
        work_out_hazards(in, s, at, n);
        let_events_happen(in, s, at, n);
        fade_past_events(in, s, at, n);
        count_down(in, s, at, n);
        change_concerned(in, now, s, at, n);
    }
}

void step_narrow(const StepInput& in, const Now& now) { step_block(in, now); }
BEVLOGEN_WIDE_COPY void step_wide(const StepInput& in, const Now& now) { step_block(in, now); }

// What hazards follow from that stay the same for some weeks.
struct HazardInput {
    const AbsenceConstants& constants;
    const EventParameters& events;
    const std::uint8_t* sex;
    const std::uint16_t* age_weeks;
    const float* safety;
    float *maternity, *conflict;
};

BEVLOGEN_INLINE void set_hazards(const HazardInput& in, std::size_t n) {
    const AbsenceConstants c = in.constants;  // copies of their own, as above
    const EventParameters e = in.events;
    const std::uint8_t* __restrict sex = in.sex;
    const std::uint16_t* __restrict age_weeks = in.age_weeks;
    const float* __restrict safety = in.safety;
    float* __restrict maternity = in.maternity;
    float* __restrict conflict = in.conflict;
    for (std::size_t i = 0; i < n; ++i) maternity[i] = sex[i] == 0 ? 1.0f : 0.0f;
    for (std::size_t i = 0; i < n; ++i) {
        const auto age = static_cast<float>(std::int32_t{age_weeks[i]});
        maternity[i] = maternity_hazard(c.maternity_hazard, maternity[i], age, c.maternity_from_weeks, c.maternity_to_weeks);
    }
    for (std::size_t i = 0; i < n; ++i) conflict[i] = conflict_hazard(e.conflict_hazard, e.conflict_on_safety, safety[i]);
}

void set_hazards_narrow(const HazardInput& in, std::size_t n) { set_hazards(in, n); }
BEVLOGEN_WIDE_COPY void set_hazards_wide(const HazardInput& in, std::size_t n) { set_hazards(in, n); }

}  // namespace

void Absence::set_hazards(const Block& block, Scratch& scratch) const {
    const HazardInput in{c_,
                         e_,
                         block.person(fields_.sex).data(),
                         block.person(fields_.age_weeks).data(),
                         scratch.column(columns::kSafetyShift),
                         scratch.column(columns::kMaternityHazard),
                         scratch.column(columns::kConflictHazard)};
    const std::size_t n = block.padded_posts();
    vector_width() == VectorWidth::wide ? set_hazards_wide(in, n) : set_hazards_narrow(in, n);
}

void Absence::step(Block& block, const Now& now, const StrainNow& strain, Scratch& scratch) const noexcept {
    const AbsenceColumns columns = columns_of(block, fields_, scratch);
    const StepInput in{a_, e_, c_, fade_, columns, strain, block.padded_posts()};
    vector_width() == VectorWidth::wide ? step_wide(in, now) : step_narrow(in, now);
}

}  // namespace bevlogen::workforce
