// A second, slow writing of one week of well-being: one person at a time, in double precision, from the equations of the model page.
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include "models/workforce/purposes.hpp"
#include "sim/random/box_muller.hpp"
#include "tests/unit/models/small_world.hpp"

namespace bevlogen::testing {

// Conditions of work of a post in a week.
struct ScalarConditions {
    double administration = 0.0, side_tasks = 0.0, losses = 0.0, hours_ratio = 1.0, extra_hours = 0.0, shifts = 3.0, duties = 0.0,
           household = 1.0;
};

struct ScalarPerson {
    PersonId id;
    std::size_t team = 0, phase = 0;
    bool filled = false, on_leave = false, has_no_post = false;
    double years_in_post = 0.0, age = 0.0, fte = 1.0, gain = 0.0, t_strain = 0.0, t_zest = 0.0;
    bool cares_at_home = false, is_temporary = false;
    double newcomer = 0.0, judged = 0.0, conflict = 0.0;  // what is left of arriving and of events
    double leader = 0.0, load = 0.0;                      // of the team
    ScalarConditions now;
    std::array<double, 16> x{};  // demands, resources
    std::array<double, 3> base{}, slow{};
    std::array<double, 5> y{};                      // exhaustion, distance, vigour, dedication, absorption
    std::array<double, 16> team_effect{}, shift{};  // effect of the team; shifts of programmes

    bool is_present() const { return filled && !on_leave; }
};

// Offset of a factor in a phase, less its mean over the phases' shares of the reference population.
inline double centred(const wellbeing::FactorParameters& p, std::size_t factor, std::size_t phase) {
    double mean = 0.0, shares = 0.0;
    for (std::size_t k = 0; k < 6; ++k) mean += static_cast<double>(p.phase_share[k]) * static_cast<double>(p.offset[factor][k]);
    for (std::size_t k = 0; k < 6; ++k) shares += static_cast<double>(p.phase_share[k]);
    return static_cast<double>(p.offset[factor][phase]) - mean / shares;
}

inline std::array<Field<float>, 5> outcomes_of(const workforce::WorkforceFields& f) {
    return {f.exhaustion, f.distance, f.vigour, f.dedication, f.absorption};
}

inline ScalarConditions conditions_at(const SmallWorld& w, std::size_t i) {
    using namespace workforce::columns;
    const auto at = [&](std::size_t column) { return static_cast<double>(w.condition(column, i)); };
    return {at(kAdministrationShare), at(kSideTaskShare), at(kLossShare), at(kHoursRatio),
            at(kExtraHours),          at(kShiftsADay),    at(kDuties),    at(kHouseholdShare)};
}

inline ScalarPerson scalar_copy(const SmallWorld& w, std::size_t t, std::size_t i) {
    const Block& b = w.block;
    const auto& f = w.fields;
    ScalarPerson q;
    q.id = b.person_at(i, f.engine);
    q.team = t;
    q.phase = b.person(f.phase)[i];
    q.filled = b.person(f.engine.filled)[i] != 0;
    q.on_leave = SmallWorld::is_away(b.person(f.leave_kind)[i]);
    q.has_no_post = b.person(f.leave_kind)[i] == index_of(workforce::Leave::without_post);
    q.years_in_post = b.person(f.weeks_in_post)[i] / 52.0;
    q.age = b.person(f.age_weeks)[i] / 52.0;
    q.fte = b.person(f.fte)[i];
    q.gain = b.person(f.programme_gain)[i];
    q.t_strain = b.person(f.t_strain)[i];
    q.t_zest = b.person(f.t_zest)[i];
    q.cares_at_home = b.person(f.care_at_home)[i] != 0;
    q.is_temporary = b.person(f.contract)[i] == index_of(workforce::Contract::temporary);
    q.newcomer = b.person(f.newcomer)[i];
    q.judged = b.person(f.lasting_evaluation)[i];
    q.conflict = b.person(f.lasting_conflict)[i];
    q.leader = b.team(f.leader_now)[t];
    q.load = b.team(f.log_load)[t];
    q.now = conditions_at(w, i);
    for (std::size_t j = 0; j < 16; ++j) q.x[j] = b.person(f.factor[j])[i], q.team_effect[j] = b.team(f.team_effect[j])[t];
    for (const workforce::TargetShift& shift : w.shifts) {
        if (shift.post == i) q.shift[shift.factor] += static_cast<double>(shift.shift);
    }
    for (std::size_t k = 0; k < 3; ++k) q.base[k] = b.person(f.personal_base[k])[i], q.slow[k] = b.person(f.personal_slow[k])[i];
    for (std::size_t o = 0; o < 5; ++o) q.y[o] = b.person(outcomes_of(f)[o])[i];
    return q;
}

// The persons of a small world, vacant posts too.
inline std::vector<ScalarPerson> scalar_copy(const SmallWorld& w) {
    std::vector<ScalarPerson> all;
    for (std::size_t t = 0; t < w.block.teams(); ++t) {
        for (std::size_t i = w.block.team_begin()[t]; i < w.block.team_begin()[t + 1]; ++i) all.push_back(scalar_copy(w, t, i));
    }
    return all;
}

class ScalarJdr {
  public:
    ScalarJdr(const WorkforceParameters& parameters, Chance chance)
        : f_(parameters.factors), p_(parameters.jdr), r_(parameters.references()), parameters_(parameters), chance_(chance) {}

    double z_exhaustion(const ScalarPerson& q) const { return (q.y[0] - p_.scores.outcome[0].mean) / p_.scores.outcome[0].sd; }
    double z_burnout(const ScalarPerson& q) const {
        return (q.y[0] + p_.scores.distance_in_burnout * q.y[1] - p_.scores.burnout.mean) / p_.scores.burnout.sd;
    }
    double z_engagement(const ScalarPerson& q) const {
        return ((q.y[2] + q.y[3] + q.y[4]) / 3.0 - p_.scores.engagement.mean) / p_.scores.engagement.sd;
    }

    // autonomy, competence, relatedness
    std::array<double, 3> needs(const ScalarPerson& q) const {
        std::array<double, 3> need{};
        for (std::size_t n = 0; n < 3; ++n) {
            for (std::size_t d = 0; d < 8; ++d) need[n] -= f_.need[d][n] * q.x[d];
            for (std::size_t r = 8; r < 16; ++r) {
                const double weight = r == kAutonomy     ? p_.weights.autonomy_need[q.phase]
                                      : r == kColleagues ? p_.weights.colleagues_need[q.phase]
                                      : r == kContent    ? p_.weights.content_need[q.phase]
                                                         : 1.0;
                need[n] += weight * f_.need[r][n] * q.x[r];
            }
        }
        return need;
    }

    double cohesion(const std::vector<ScalarPerson>& all, std::size_t team) const {
        double sum = 0.0, count = 0.0;
        for (const ScalarPerson& q : all) {
            if (q.team == team && q.is_present()) sum += q.x[kColleagues], count += 1.0;
        }
        return count > 0.0 ? std::clamp(p_.cohesion_slope * sum / count, 0.0, 1.0) : 0.0;
    }

    // What stands for some weeks: phase, team and leader, less what arrivals and events do on average; then the conditions of work.
    std::array<double, 16> standing(const ScalarPerson& q) const {
        std::array<double, 16> to{};
        for (std::size_t j = 0; j < 16; ++j) to[j] = centred(f_, j, q.phase) + q.team_effect[j];
        to[kSupervisor] += r_.leader_on_supervisor_support * q.leader;
        to[kRecognition] += r_.leader_on_recognition * q.leader;
        to[kFriction] += r_.leader_on_management_friction * q.leader;
        const double usual_newness = r_.newcomer[q.phase];
        to[kEmotional] -= r_.events.emotional_load;
        to[kEvaluation] -= r_.events.evaluation;
        to[kColleagues] += r_.fading.newcomer_on_colleagues * usual_newness - r_.events.colleagues;
        to[kSupervisor] += r_.fading.newcomer_on_supervisor * usual_newness;
        to[kUnclarity] -= r_.fading.newcomer_on_unclarity * usual_newness;

        const workforce::WorkParameters& w = parameters_.work;
        const ScalarConditions& c = q.now;
        const double usual_administration = w.administration_share[q.phase], usual_duties = w.duties[q.phase];
        const double more_duties = c.duties - usual_duties;
        to[kAdministration] += f_.share_on_administration * (c.administration - usual_administration);
        const double roster = c.hours_ratio + c.extra_hours / (w.reference_hours[q.phase] * q.fte);
        to[kWorkHome] += f_.hours_on_home * std::log(roster) + f_.duties_on_home * more_duties +
                         f_.household * (c.household * (q.cares_at_home ? 1.0 : 0.0) - r_.care_at_home[q.phase]);
        to[kRecovery] -= f_.duties_on_recovery * more_duties * (1.0 + f_.age_on_duties * std::max(q.age - 50.0, 0.0));
        if (q.phase == 5) to[kRecovery] -= f_.late_duties * std::max(q.age - 55.0, 0.0) * c.duties;
        const double care = (1.0 - c.administration) * (1.0 - c.side_tasks - c.losses);
        const double usual_care = (1.0 - usual_administration) * (1.0 - w.side_task_share - w.loss_share[q.phase]);
        to[kContent] += f_.care_on_content * (care - usual_care) - f_.wear_of_content * std::max(q.years_in_post - f_.wear_grace, 0.0);
        to[kInsecurity] += f_.temporary_contract * ((q.is_temporary ? 1.0 : 0.0) - r_.temporary_share[q.phase]);
        const double fragments = f_.fragmentation_effect * f_.fragmentation_of_shifts * (c.shifts - w.shifts_a_day);
        to[kUnclarity] += fragments;
        to[kColleagues] -= fragments;
        return to;
    }

    // What the factors of a person tend to this week.
    std::array<double, 16> targets(const ScalarPerson& q) const {
        std::array<double, 16> target = standing(q);
        const double strain = std::clamp(z_exhaustion(q), -1.0, static_cast<double>(f_.strain_cap));
        const double crafting = f_.crafting * z_engagement(q);
        const double overtime = parameters_.work.overtime * std::max(q.load, 0.0);
        target[kWorkload] += f_.strain_on_workload * strain * (1.0 - f_.damping * std::tanh((q.x[kAutonomy] + q.x[kSupervisor]) / 2.0)) +
                             f_.load_on_workload * q.load;
        target[kWorkHome] += f_.workload_on_home * q.x[kWorkload] + f_.strain_on_home * strain + f_.hours_on_home * overtime;
        target[kRecovery] -= f_.workload_on_recovery * q.x[kWorkload];
        target[kPatients] += f_.slack_on_patients * std::max(-q.load, 0.0);
        for (const std::size_t crafted : {kContent, kAutonomy, kDevelopment}) target[crafted] += crafting;
        // So far off that what is left of a kick fades at its own pace, not at the factor's.
        const auto shift = [&](double kick, double fade, std::size_t j) {
            return kick * (1.0 - (1.0 - fade) / (1.0 - std::exp(-1.0 / f_.relaxation[j])));
        };
        const double events = std::exp(-1.0 / parameters_.events.fades_weeks),
                     newness = std::exp(-1.0 / parameters_.rotation.newcomer_weeks);
        target[kEvaluation] += shift(q.judged, events, kEvaluation);
        target[kColleagues] += shift(-q.conflict, events, kColleagues);
        target[kColleagues] += shift(-parameters_.rotation.newcomer_on_colleagues * q.newcomer, newness, kColleagues);
        target[kSupervisor] += shift(-parameters_.rotation.newcomer_on_supervisor * q.newcomer, newness, kSupervisor);
        target[kUnclarity] += shift(parameters_.rotation.newcomer_on_unclarity * q.newcomer, newness, kUnclarity);
        for (std::size_t j = 0; j < 16; ++j) target[j] += q.shift[j];
        const double insecurity = target[factor_of(workforce::Demand::job_insecurity)];
        if (q.on_leave) std::fill_n(target.begin(), 8, static_cast<double>(f_.on_leave_target));
        if (q.has_no_post) target[factor_of(workforce::Demand::job_insecurity)] = insecurity;
        return target;
    }

    // What the outcomes of person `i` tend to: their own values as in `all`, factors and personal resources as in `now`.
    std::array<double, 5> outcome_targets(const std::vector<ScalarPerson>& all, std::size_t i, const ScalarPerson& now) const {
        const ScalarPerson& q = all[i];
        double D = 0.0, R = 0.0, P = 0.0;
        for (std::size_t d = 0; d < 8; ++d) D += f_.strain_weight[d] * now.x[d];
        for (std::size_t r = 8; r < 16; ++r)
            R += f_.strain_weight[r] * now.x[r] * (now.x[r] < p_.missing_threshold ? p_.missing_factor : 1.0);
        std::array<double, 3> personal{};
        for (std::size_t k = 0; k < 3; ++k) {
            personal[k] = now.slow[k] + q.gain;
            const double weight = k == 0 ? p_.weights.capital_on_strain[q.phase] : k == 2 ? p_.weights.flexibility_on_strain[q.phase] : 1.0;
            P += f_.personal_strain_weight[k] * weight * personal[k];
        }
        const auto [nA, nC, nR] = needs(now);
        const double scale = p_.needs_scale;
        const double capital = personal[0], flexibility = personal[2];
        const double burnout = contagion(all, i, [this](const ScalarPerson& other) { return z_burnout(other); });
        const double engagement = contagion(all, i, [this](const ScalarPerson& other) { return z_engagement(other); });
        const double buffer = p_.buffering * std::max(D / p_.demand_unit, static_cast<double>(p_.demand_floor)) * (R / p_.resource_unit);
        return {p_.strain_scale * (D - R - P - buffer) + q.t_strain + burnout,
                p_.distance_on_exhaustion * q.y[0] - p_.distance_on_needs * (nA + nC + nR) / 3.0 -
                    p_.distance_on_flexibility * flexibility - p_.distance_on_capital * capital + burnout,
                scale * (p_.vigour_on_need[0] * nA + p_.vigour_on_need[1] * nC + p_.vigour_on_need[2] * nR) -
                    p_.vigour_on_exhaustion * q.y[0] + p_.vigour_on_capital * capital + p_.vigour_on_flexibility * flexibility + q.t_zest +
                    engagement,
                scale * (p_.dedication_on_need[0] * nA + p_.dedication_on_need[1] * nC + p_.dedication_on_need[2] * nR) -
                    p_.dedication_on_distance * q.y[1] + p_.dedication_on_capital * capital + q.t_zest + engagement,
                scale * (p_.absorption_on_need[0] * nA + p_.absorption_on_need[1] * nC + p_.absorption_on_need[2] * nR) +
                    p_.absorption_on_workload * now.x[kWorkload] + p_.absorption_on_capital * capital + q.t_zest + engagement};
    }

    // Everybody a week later, each from the state of all at its start.
    std::vector<ScalarPerson> week_after(const std::vector<ScalarPerson>& all, Week week) const {
        std::vector<ScalarPerson> after;
        for (std::size_t i = 0; i < all.size(); ++i) after.push_back(one_after(all, i, week));
        return after;
    }

    // Places of factors, in the order of the model page.
    static constexpr std::size_t kWorkload = 0, kAdministration = 1, kWorkHome = 2, kInsecurity = 3, kEmotional = 4, kEvaluation = 5,
                                 kFriction = 6, kUnclarity = 7, kAutonomy = 8, kColleagues = 9, kSupervisor = 10, kContent = 11,
                                 kPatients = 12, kDevelopment = 13, kRecognition = 14, kRecovery = 15;

    static double ou(double x, double target, double tau, double spread, double z) {
        return x + (target - x) * (1.0 - std::exp(-1.0 / tau)) + spread * std::sqrt(1.0 - std::exp(-2.0 / tau)) * z;
    }

    // The shared shock, sixteen factors, three personal resources, five outcomes, of which the last is drawn for four weeks at once.
    std::array<double, 25> normals(PersonId who, Week week) const {
        std::array<double, 25> z{};
        const auto draw = [&](Week of, std::uint32_t call, std::size_t k) {
            const PhiloxWords words = chance_.words(who.value, of, workforce::kWeeklyNoise, call);
            return static_cast<double>(box_muller(words[k / 2 * 2], words[k / 2 * 2 + 1])[k % 2]);
        };
        for (std::size_t k = 0; k < 24; ++k) z[k] = draw(week, static_cast<std::uint32_t>(k / 4), k % 4);
        const std::int32_t of_epoch = week.value % 4;
        z[24] = draw(Week{week.value - of_epoch}, 6, static_cast<std::size_t>(of_epoch));
        return z;
    }

  private:
    // Towards the mean z of the others at work in the team; nothing for who is alone or away.
    template <class Score>
    double contagion(const std::vector<ScalarPerson>& all, std::size_t i, const Score& score) const {
        if (!all[i].is_present()) return 0.0;
        double sum = 0.0, others = 0.0;
        for (std::size_t k = 0; k < all.size(); ++k) {
            if (k != i && all[k].team == all[i].team && all[k].is_present()) sum += score(all[k]), others += 1.0;
        }
        return others > 0.0 ? p_.contagion * cohesion(all, all[i].team) * (sum / others - score(all[i])) : 0.0;
    }

    ScalarPerson one_after(const std::vector<ScalarPerson>& all, std::size_t i, Week week) const {
        const ScalarPerson& q = all[i];
        ScalarPerson next = q;
        const auto z = normals(q.id, week);
        const auto target = targets(q);
        for (std::size_t j = 0; j < 16; ++j) {
            const double shared = (j < 8 ? 1.0 : -1.0) * std::sqrt(static_cast<double>(f_.shared_noise));
            const double noise = shared * z[0] + std::sqrt(1.0 - f_.shared_noise) * z[1 + j];
            next.x[j] = ou(q.x[j], target[j], f_.relaxation[j], f_.spread, noise);
        }
        for (std::size_t k = 0; k < 3; ++k)
            next.slow[k] = ou(q.slow[k], q.base[k], f_.personal_relaxation, f_.personal_slow_spread, z[17 + k]);
        const double newness = q.newcomer * std::exp(-1.0 / parameters_.rotation.newcomer_weeks);
        next.newcomer = newness > 1e-6 ? newness : 0.0;  // forgotten
        const std::array<double, 5> star = outcome_targets(all, i, next);
        for (std::size_t o = 0; o < 5; ++o) next.y[o] = ou(q.y[o], star[o], p_.relaxation[o], p_.spread[o], z[20 + o]);
        // Exhaustion has two speeds; the time constant of its noise is a third.
        const double speed = star[0] > q.y[0] ? p_.exhaustion_up : p_.exhaustion_down;
        next.y[0] = q.y[0] + (star[0] - q.y[0]) * (1.0 - std::exp(-1.0 / speed)) +
                    p_.spread[0] * std::sqrt(1.0 - std::exp(-2.0 / p_.relaxation[0])) * z[20];
        return next;
    }

    wellbeing::FactorParameters f_;
    wellbeing::JdrParameters p_;
    wellbeing::TargetReferences r_;
    WorkforceParameters parameters_;
    Chance chance_;
};

}  // namespace bevlogen::testing
