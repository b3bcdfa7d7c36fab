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

struct ScalarPerson {
    PersonId id;
    std::size_t team = 0, phase = 0;
    bool filled = false, on_leave = false;
    double years_in_post = 0.0, gain = 0.0, t_strain = 0.0, t_zest = 0.0;
    std::array<double, 16> x{};  // demands, resources
    std::array<double, 3> base{}, slow{};
    std::array<double, 5> y{};       // exhaustion, distance, vigour, dedication, absorption
    std::array<double, 16> level{};  // phase offset + effect of the team + shifts of interventions

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

// The persons of a small world, and what their factors tend to before feedbacks.
inline std::vector<ScalarPerson> scalar_copy(const SmallWorld& w) {
    const Block& b = w.block;
    std::vector<ScalarPerson> all;
    for (std::size_t t = 0; t < b.teams(); ++t) {
        for (std::size_t i = b.team_begin()[t]; i < b.team_begin()[t + 1]; ++i) {
            ScalarPerson q;
            q.id = b.person_at(i, w.fields.engine);
            q.team = t;
            q.phase = b.person(w.fields.phase)[i];
            q.filled = b.person(w.fields.engine.filled)[i] != 0;
            q.on_leave = b.person(w.fields.leave_kind)[i] != 0;
            q.years_in_post = b.person(w.fields.weeks_in_post)[i] / 52.0;
            q.gain = b.person(w.fields.programme_gain)[i];
            q.t_strain = b.person(w.fields.t_strain)[i];
            q.t_zest = b.person(w.fields.t_zest)[i];
            for (std::size_t j = 0; j < 16; ++j) {
                q.x[j] = b.person(w.fields.factor[j])[i];
                q.level[j] = centred(w.parameters.factors, j, q.phase) + b.team(w.fields.team_effect[j])[t];
            }
            for (std::size_t k = 0; k < 3; ++k) {
                q.base[k] = b.person(w.fields.personal_base[k])[i];
                q.slow[k] = b.person(w.fields.personal_slow[k])[i];
            }
            for (std::size_t o = 0; o < 5; ++o) q.y[o] = b.person(outcomes_of(w.fields)[o])[i];
            all.push_back(q);
        }
    }
    return all;
}

class ScalarJdr {
  public:
    ScalarJdr(const WorkforceParameters& parameters, Chance chance) : f_(parameters.factors), p_(parameters.jdr), chance_(chance) {}

    double z_exhaustion(const ScalarPerson& q) const { return (q.y[0] - p_.exhaustion_reference.mean) / p_.exhaustion_reference.sd; }
    double z_burnout(const ScalarPerson& q) const {
        return (q.y[0] + p_.distance_in_burnout * q.y[1] - p_.burnout_reference.mean) / p_.burnout_reference.sd;
    }
    double z_engagement(const ScalarPerson& q) const {
        return ((q.y[2] + q.y[3] + q.y[4]) / 3.0 - p_.engagement_reference.mean) / p_.engagement_reference.sd;
    }

    // autonomy, competence, relatedness
    std::array<double, 3> needs(const ScalarPerson& q) const {
        std::array<double, 3> need{};
        for (std::size_t n = 0; n < 3; ++n) {
            for (std::size_t d = 0; d < 8; ++d) need[n] -= f_.need[d][n] * q.x[d];
            for (std::size_t r = 8; r < 16; ++r) {
                const double weight = r == kAutonomy     ? p_.autonomy_need[q.phase]
                                      : r == kColleagues ? p_.colleagues_need[q.phase]
                                      : r == kContent    ? p_.content_need[q.phase]
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

    // What the factors of a person tend to.
    std::array<double, 16> targets(const ScalarPerson& q) const {
        std::array<double, 16> target = q.level;
        const double strain = std::max(z_exhaustion(q), -1.0);
        const double crafting = f_.crafting * z_engagement(q);
        target[kWorkload] += f_.strain_on_workload * strain * (1.0 - f_.damping * std::tanh((q.x[kAutonomy] + q.x[kSupervisor]) / 2.0));
        target[kWorkHome] += f_.workload_on_home * q.x[kWorkload] + f_.strain_on_home * strain;
        target[kRecovery] -= f_.workload_on_recovery * q.x[kWorkload];
        target[kContent] += crafting - f_.wear_of_content * std::max(q.years_in_post - f_.wear_grace, 0.0);
        target[kAutonomy] += crafting;
        target[kDevelopment] += crafting;
        if (q.on_leave) std::fill_n(target.begin(), 8, static_cast<double>(f_.on_leave_target));
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
            const double weight = k == 0 ? p_.capital_on_strain[q.phase] : k == 2 ? p_.flexibility_on_strain[q.phase] : 1.0;
            P += f_.personal_strain_weight[k] * weight * personal[k];
        }
        const auto [nA, nC, nR] = needs(now);
        const double capital = personal[0], flexibility = personal[2];
        const double burnout = contagion(all, i, [this](const ScalarPerson& other) { return z_burnout(other); });
        const double engagement = contagion(all, i, [this](const ScalarPerson& other) { return z_engagement(other); });
        const double buffer = p_.buffering * std::max(D / p_.demand_unit, static_cast<double>(p_.demand_floor)) * (R / p_.resource_unit);
        return {p_.strain_scale * (D - R - P - buffer) + q.t_strain + burnout,
                p_.distance_on_exhaustion * q.y[0] - p_.distance_on_needs * (nA + nC + nR) / 3.0 -
                    p_.distance_on_flexibility * flexibility - p_.distance_on_capital * capital + burnout,
                p_.vigour_on_need[0] * nA + p_.vigour_on_need[1] * nC + p_.vigour_on_need[2] * nR - p_.vigour_on_exhaustion * q.y[0] +
                    p_.vigour_on_capital * capital + p_.vigour_on_flexibility * flexibility + q.t_zest + engagement,
                p_.dedication_on_need[0] * nA + p_.dedication_on_need[1] * nC + p_.dedication_on_need[2] * nR -
                    p_.dedication_on_distance * q.y[1] + p_.dedication_on_capital * capital + q.t_zest + engagement,
                p_.absorption_on_need[0] * nA + p_.absorption_on_need[1] * nC + p_.absorption_on_need[2] * nR +
                    p_.absorption_on_workload * now.x[kWorkload] + p_.absorption_on_capital * capital + q.t_zest + engagement};
    }

    // Everybody a week later, each from the state of all at its start.
    std::vector<ScalarPerson> week_after(const std::vector<ScalarPerson>& all, Week week) const {
        std::vector<ScalarPerson> after;
        for (std::size_t i = 0; i < all.size(); ++i) after.push_back(one_after(all, i, week));
        return after;
    }

  private:
    // Places of factors, in the order of the model page.
    static constexpr std::size_t kWorkload = 0, kWorkHome = 2, kAutonomy = 8, kColleagues = 9, kSupervisor = 10, kContent = 11,
                                 kDevelopment = 13, kRecovery = 15;

    static double ou(double x, double target, double tau, double spread, double z) {
        return x + (target - x) * (1.0 - std::exp(-1.0 / tau)) + spread * std::sqrt(1.0 - std::exp(-2.0 / tau)) * z;
    }

    // The shared shock, sixteen factors, three personal resources, five outcomes.
    std::array<double, 28> normals(PersonId who, Week week) const {
        std::array<double, 28> z{};
        for (std::uint32_t call = 0; call < 7; ++call) {
            const PhiloxWords words = chance_.words(who.value, week, workforce::kWeeklyNoise, call);
            for (std::size_t pair = 0; pair < 2; ++pair) {
                const auto both = box_muller(words[2 * pair], words[2 * pair + 1]);
                z[4 * call + 2 * pair] = both[0], z[4 * call + 2 * pair + 1] = both[1];
            }
        }
        return z;
    }

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
    Chance chance_;
};

}  // namespace bevlogen::testing
