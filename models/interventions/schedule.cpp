// Changes hours, shifts, duties and what rosters do to recovery, autonomy and life at home.
#include "models/interventions/schedule.hpp"

#include <algorithm>

#include "models/interventions/change_conditions.hpp"
#include "models/interventions/lever_draws.hpp"
#include "models/interventions/lever_keys.hpp"
#include "models/interventions/lever_slots.hpp"
#include "sim/core/week.hpp"

namespace bevlogen::interventions {

using workforce::Demand;
using workforce::factor_of;
using workforce::Resource;
using namespace workforce::columns;

namespace {

// First slot of each key.
struct Slots {
    std::size_t hours_shift, shifts_day, breaks, flexible_start, fixed_day_off, self_roster, roster_notice, duties, exempt_from_age,
        unpaid_hours;
};

const Slots& slots() {
    static const Slots all = [] {
        const LeverDecl decl = schedule_lever();
        const auto slot = [&](const char* name) { return slot_of(decl, name); };
        return Slots{slot("hours_shift"), slot("shifts_day"),    slot("breaks"), slot("flexible_start"),  slot("fixed_day_off"),
                     slot("self_roster"), slot("roster_notice"), slot("duties"), slot("exempt_from_age"), slot("unpaid_hours")};
    }();
    return all;
}

}  // namespace

ParameterGroup<ScheduleParameters> declare_schedule_parameters() {
    using P = ScheduleParameters;
    ParameterGroup<P> group;
    const auto number = [&](const char* path, const char* unit, double min, double max, Label meaning, float P::*member) {
        group.number({path, unit, min, max, std::move(meaning)}, [member](P& p) -> float& { return p.*member; });
    };
    number("schedule.shift_hours", "hours", 2, 24, {"hours of a shift, today", "uren van een dienst, nu"}, &P::shift_hours);
    number("schedule.breaks_on_recovery", "SD", -2, 2, {"protected breaks on recovery", "beschermde pauzes op herstel"},
           &P::breaks_on_recovery);
    number("schedule.household_left", "1", 0, 1,
           {"share of the household's weight that a flexible start or a fixed day off leaves",
            "deel van het gewicht van het huishouden dat een flexibele start of vaste vrije dag overlaat"},
           &P::household_left);
    number("schedule.self_roster_on_autonomy", "SD", -2, 2, {"self-rostering on autonomy", "zelf roosteren op autonomie"},
           &P::self_roster_on_autonomy);
    number("schedule.self_roster_on_work_home", "SD", -2, 2,
           {"self-rostering on work-home interference", "zelf roosteren op werk-thuisinterferentie"}, &P::self_roster_on_work_home);
    number("schedule.notice_on_work_home", "SD per week", -1, 1,
           {"a week's earlier roster on work-home interference", "een week eerder rooster op werk-thuisinterferentie"},
           &P::notice_on_work_home);
    number("schedule.notice_today", "weeks", 0, 52,
           {"weeks ahead that rosters are known, today", "weken dat roosters vooraf bekend zijn, nu"}, &P::notice_today);
    number("schedule.part_time_hours", "1", 0, 1,
           {"hours of who works fewer, over those of the contract", "uren van wie minder werkt, over die van het contract"},
           &P::part_time_hours);
    number("schedule.notice_longest", "weeks", 0, 104,
           {"weeks ahead beyond which nothing is gained", "weken vooraf waarboven niets meer wint"}, &P::notice_longest);
    return group;
}

LeverDecl schedule_lever() {
    return {"schedule",
            {"schedules and rosters", "diensten en roosters"},
            {number_key("hours_shift", "hours", 2, 24, kNotSet,
                        {"hours of a shift; roster hours change in proportion", "uren van een dienst; roosteruren veranderen mee"}),
             number_key("shifts_day", "1", 1, 12, kNotSet, {"shifts a day", "diensten per etmaal"}),
             number_key("breaks", "1", 0, 1, 0.0, {"share of breaks that are protected", "deel van de pauzes dat beschermd is"}),
             flag_key("flexible_start", {"the day starts when one chooses", "flexibele start van de dag"}),
             flag_key("fixed_day_off", {"a fixed day off", "een vaste vrije dag"}),
             flag_key("self_roster", {"teams make their own rosters", "teams roosteren zelf"}),
             number_key("roster_notice", "weeks", 0, 104, kNotSet,
                        {"weeks ahead that rosters are known", "weken dat roosters vooraf bekend zijn"}),
             number_key("duties", "1", 0, 3, kNotSet, {"duties relative to today's", "diensten ten opzichte van nu"}),
             number_key("exempt_from_age", "years", 18, 75, kNotSet,
                        {"age from which one passes duties on", "leeftijd vanaf wanneer men diensten overdraagt"}),
             number_key("unpaid_hours", "hours per week", -20, 20, 0.0,
                        {"change in hours beside the roster", "verandering van uren naast het rooster"}),
             number_key("part_time_share", "1", 0, 1, 0.0, {"share who work fewer hours", "deel dat minder uren werkt"}),
             flag_key("training_protected", {"fewer hours do not lengthen training", "minder uren verlengen de opleiding niet"})}};
}

void change_schedule(const ScheduleParameters& p, std::span<const InterventionNow> interventions, std::size_t lever, const Block& block,
                     const workforce::WorkforceFields& fields, Scratch& scratch) {
    const std::size_t posts = block.posts();
    const auto age = block.person(fields.age_weeks);
    for_each_setting(interventions, lever, [&](const InterventionNow& intervention, std::span<const double> values) {
        const Slots& s = slots();
        const double hours = values[s.hours_shift], shifts = values[s.shifts_day], duties = values[s.duties];
        const double exempt_from = values[s.exempt_from_age];
        if (hours != kNotSet) move_towards(intervention, hours / static_cast<double>(p.shift_hours), posts, scratch.column(kHoursRatio));
        if (shifts != kNotSet) move_towards(intervention, shifts, posts, scratch.column(kShiftsADay));
        if (values[s.flexible_start] != 0.0 || values[s.fixed_day_off] != 0.0) {
            move_towards(intervention, static_cast<double>(p.household_left), posts, scratch.column(kHouseholdShare));
        }
        if (duties != kNotSet) {
            const auto more = static_cast<float>(duties - 1.0);
            float* column = scratch.column(kDuties);
            for (std::size_t i = 0; i < posts; ++i) column[i] += intervention.dose * intervention.reach[i] * (more * column[i]);
        }
        if (exempt_from != kNotSet) {
            const double from_week = exempt_from * kWeeksPerYear;
            float* column = scratch.column(kIsExempt);
            for (std::size_t i = 0; i < posts; ++i) {
                if (age[i] >= from_week) column[i] += intervention.dose * intervention.reach[i] * (1.0f - column[i]);
            }
        }
        add_change(intervention, values[s.unpaid_hours], posts, scratch.column(kExtraHours));
    });
}

void add_schedule_shifts(const ScheduleParameters& p, std::span<const InterventionNow> interventions, std::size_t lever, std::size_t posts,
                         Scratch& scratch) {
    float* recovery = scratch.column(kBaseTarget + factor_of(Resource::recovery));
    float* autonomy = scratch.column(kBaseTarget + factor_of(Resource::autonomy));
    float* work_home = scratch.column(kBaseTarget + factor_of(Demand::work_home_interference));
    for_each_setting(interventions, lever, [&](const InterventionNow& intervention, std::span<const double> values) {
        const Slots& s = slots();
        add_change(intervention, static_cast<double>(p.breaks_on_recovery) * values[s.breaks], posts, recovery);
        if (values[s.self_roster] != 0.0) {
            add_change(intervention, static_cast<double>(p.self_roster_on_autonomy), posts, autonomy);
            add_change(intervention, static_cast<double>(p.self_roster_on_work_home), posts, work_home);
        }
        const double notice = values[s.roster_notice];
        if (notice != kNotSet) {
            const double weeks = std::min(notice, static_cast<double>(p.notice_longest)) - static_cast<double>(p.notice_today);
            add_change(intervention, static_cast<double>(p.notice_on_work_home) * std::max(weeks, 0.0), posts, work_home);
        }
    });
}

}  // namespace bevlogen::interventions
