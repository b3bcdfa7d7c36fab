// Declares the outcomes of care, looks at each team once, and fills a column each.
#include "models/catalog/care_measures.hpp"

#include "models/workforce/capacity_equations.hpp"
#include "models/workforce/of_phase.hpp"
#include "models/workforce/outcome_equations.hpp"
#include "sim/population/team_spread.hpp"

namespace bevlogen {

using workforce::index_of;
using workforce::kPhases;
using workforce::Phase;
using workforce::PostKind;

std::vector<OutcomeDecl> care_outcomes() {
    std::vector<OutcomeDecl> all;
    const auto level = [&](const char* name, Label label, float low, float high, Direction good, Role role, const char* description) {
        all.push_back({.name = name,
                       .label = std::move(label),
                       .unit = "1",
                       .good = good,
                       .role = role,
                       .low = low,
                       .high = high,
                       .description = description});
    };
    const auto share = [&](const char* name, Label label, const char* description) {
        all.push_back(share_outcome(name, std::move(label), Direction::lower_is_better, description));
        all.back().role = Role::harm;
    };
    level(
        "incident_index", {"incidents, relative to the baseline", "incidenten, ten opzichte van de uitgangssituatie"}, 0.0f, 8.0f,
        Direction::lower_is_better, Role::harm,
        "incidents that go together with burnout and little engagement, mean over hours of care, about 1 in the baseline; an association; "
        "the true effect is likely smaller");
    level("patient_dissatisfaction",
          {"dissatisfied patients, relative to the baseline", "ontevreden patiënten, ten opzichte van de uitgangssituatie"}, 0.0f, 8.0f,
          Direction::lower_is_better, Role::harm,
          "dissatisfaction of patients that goes together with burnout and little engagement, likewise; an association; the true effect is "
          "likely smaller");
    level("care_per_patient", {"time of care per patient", "zorgtijd per patiënt"}, 0.4f, 2.1f, Direction::higher_is_better, Role::state,
          "hours of care that the person's team has for each hour that is asked; 1: as many");
    share("vacant_posts", {"vacant posts in the team", "openstaande plaatsen in het team"},
          "share of the posts in the person's team that nobody is on");
    share("duties_uncovered", {"duties that nobody covers", "diensten die niemand dekt"},
          "share of the duties of the person's team that belong to vacant posts or to people on leave for whom nobody stands in: others "
          "have to take them");
    return all;
}

CareMeasures::CareMeasures(const workforce::WorkforceFields& fields, const workforce::WorkParameters& work,
                           const OutcomeParameters& outcomes)
    : fields_(fields), p_(outcomes) {
    for (std::size_t k = 0; k < kPhases; ++k) {
        care_per_hour_[k] =
            work.contribution[k] * workforce::care_share(work.administration_share[k], work.side_task_share, work.loss_share[k]);
    }
    const auto put = [&](PostKind kind, Phase phase) { duties_[index_of(kind)] = work.duties[index_of(phase)]; };
    put(PostKind::specialist_permanent, Phase::specialist_mid);
    put(PostKind::specialist_temporary, Phase::jonge_klare);
    put(PostKind::aios, Phase::aios);
    put(PostKind::anios, Phase::anios);
}

void CareMeasures::measure(const Block& block, const float* burnt_out, const float* z_engagement, OutcomeColumns& columns,
                           std::size_t first) const {
    float* weight = columns.fill(first + kPatientDissatisfaction);
    float* time = columns.fill(first + kCarePerPatient);
    float* vacant = columns.fill(first + kVacantPosts);
    float* uncovered = columns.fill(first + kDutiesUncovered);
    const auto log_load = block.team(fields_.log_load);
    for (std::size_t t = 0; t < block.teams(); ++t) {
        const Team team = look_at(block, t);
        const auto spread = [&](float* out, float value) {
            spread_over_team(out, value, block.team_begin()[t], block.team_begin()[t + 1], columns.stride());
        };
        spread(weight, workforce::relative_care(1.0f, team.persons, team.hours_of_care));
        spread(time, workforce::care_per_patient(log_load[t]));
        spread(vacant, workforce::vacant_share(team.vacant, team.posts));
        spread(uncovered, workforce::uncovered_share(team.covered, team.duties));
    }
    measure_risks(block, burnt_out, z_engagement, columns, first);
}

// Students have places, but no vacancies and no duties of their own; a pool has seats and no posts.
CareMeasures::Team CareMeasures::look_at(const Block& block, std::size_t team) const {
    const std::uint8_t* kinds = block.post_kinds().data();
    const std::uint8_t* filled = block.person(fields_.engine.filled).data();
    const std::uint8_t* is_open = block.person(fields_.is_open).data();
    const std::uint8_t* leave_kind = block.person(fields_.leave_kind).data();
    const std::uint8_t* is_replaced = block.person(fields_.is_replaced).data();
    const std::uint8_t* phase = block.person(fields_.phase).data();
    const float* hours = block.person(fields_.hours_worked).data();
    int persons = 0, vacant = 0, posts = 0;
    double care = 0.0, covered = 0.0, duties = 0.0;
    for (std::size_t i = block.team_begin()[team]; i < block.team_begin()[team + 1]; ++i) {
        const PostKind kind = workforce::post_kind_of(kinds[i]);
        const int is_of_doctors = static_cast<int>(kind < PostKind::coassistent) & static_cast<int>(is_open[i] != workforce::kClosed);
        const int is_filled = filled[i] != 0 ? 1 : 0;
        persons += is_filled;
        posts += is_of_doctors;
        vacant += is_of_doctors & (1 - is_filled);
        care += static_cast<double>(hours[i] * care_per_hour_[phase[i]]);
        const float of_post = is_of_doctors != 0 ? duties_[index_of(kind)] : 0.0f;
        duties += static_cast<double>(of_post);
        covered += static_cast<double>(of_post * workforce::staffed(filled[i], leave_kind[i], is_replaced[i]));
    }
    return {static_cast<float>(persons), static_cast<float>(care),    static_cast<float>(vacant),
            static_cast<float>(posts),   static_cast<float>(covered), static_cast<float>(duties)};
}

void CareMeasures::measure_risks(const Block& block, const float* burnt_out, const float* z_engagement, OutcomeColumns& columns,
                                 std::size_t first) const {
    const std::size_t n = block.posts();
    float* __restrict incidents = columns.fill(first + kIncidentIndex);
    float* __restrict dissatisfied = columns.fill(first + kPatientDissatisfaction);  // holds care of the team, one over its mean
    const float* __restrict hours = block.person(fields_.hours_worked).data();
    const float* __restrict burnt = burnt_out;
    const float* __restrict z = z_engagement;
    workforce::spread_by_phase(care_per_hour_, block.person(fields_.phase).data(), incidents, block.padded_posts());
    const Association incident = p_.incident, dissatisfaction = p_.dissatisfaction;  // copies, which stores to columns cannot change
    const float per_incident = 1.0f / incident.reference, per_dissatisfaction = 1.0f / dissatisfaction.reference;
    for (std::size_t i = 0; i < n; ++i) {
        const float weight = hours[i] * incidents[i] * dissatisfied[i];
        incidents[i] = weight * per_incident * workforce::times_risk(incident.on_burnt_out, incident.on_engagement, burnt[i], z[i]);
        dissatisfied[i] = weight * per_dissatisfaction *
                          workforce::times_risk(dissatisfaction.on_burnt_out, dissatisfaction.on_engagement, burnt[i], z[i]);
    }
}

}  // namespace bevlogen
