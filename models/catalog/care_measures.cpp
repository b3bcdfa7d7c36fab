// Declares the outcomes of care, looks at each team once, and fills a column each.
#include "models/catalog/care_measures.hpp"

#include "models/workforce/capacity_equations.hpp"
#include "models/workforce/of_phase.hpp"
#include "models/workforce/outcome_equations.hpp"
#include "sim/core/instruction_set.hpp"
#include "sim/population/team_count.hpp"
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

namespace {

// What each post adds to its team, in working memory.
struct PostColumns {
    float *hours_of_care, *duties, *covered;
    std::uint8_t *is_of_doctors, *is_vacant;  // of specialists and residents: 1, else 0

    static constexpr std::size_t kFloats = 4;  // a post, with the bytes
    PostColumns(float* room, std::size_t padded) : hours_of_care(room), duties(room + padded), covered(room + 2 * padded) {
        is_of_doctors = reinterpret_cast<std::uint8_t*>(room + 3 * padded);
        is_vacant = is_of_doctors + padded;
    }
};

struct CareInput {
    std::size_t posts, padded;
    const std::uint8_t *kinds, *filled, *is_open, *leave_kind, *is_replaced, *phase;
    const float *hours_worked, *burnt_out, *z_engagement;
    workforce::PhaseTable care_per_hour;
    std::array<float, workforce::kPostKinds + 1> duties;
    OutcomeParameters outcomes;
    PostColumns to;
    float *incidents, *dissatisfied;  // the latter holds care of the team, one over its mean
};

// Students have places, but no vacancies and no duties of their own; a pool has seats and no posts.
BEVLOGEN_INLINE void look_at_posts(const CareInput& in) {
    const std::uint8_t* __restrict kinds = in.kinds;
    const std::uint8_t* __restrict filled = in.filled;
    const std::uint8_t* __restrict is_open = in.is_open;
    const std::uint8_t* __restrict leave_kind = in.leave_kind;
    const std::uint8_t* __restrict is_replaced = in.is_replaced;
    const float* __restrict hours = in.hours_worked;
    float* __restrict care = in.to.hours_of_care;
    float* __restrict duties = in.to.duties;
    float* __restrict covered = in.to.covered;
    std::uint8_t* __restrict is_of_doctors = in.to.is_of_doctors;
    std::uint8_t* __restrict is_vacant = in.to.is_vacant;
    for (std::size_t at = 0; at < in.padded; at += kColumnPadding) {
        workforce::look_up(in.care_per_hour, workforce::PhasesOfGroup(in.phase + at), care + at);
    }
    for (std::size_t i = 0; i < in.padded; ++i) care[i] = hours[i] * care[i];
    constexpr auto raw = [](PostKind kind) { return static_cast<std::uint8_t>(kind); };
    for (std::size_t i = 0; i < in.posts; ++i) {
        const bool has_duties = static_cast<std::uint8_t>(workforce::post_kind_of(kinds[i])) < raw(PostKind::coassistent);
        is_of_doctors[i] = static_cast<std::uint8_t>(has_duties & (is_open[i] != workforce::kClosed));
        is_vacant[i] = static_cast<std::uint8_t>(is_of_doctors[i] & static_cast<std::uint8_t>(filled[i] == 0));
    }
    static_assert(raw(PostKind::specialist_permanent) == 0 && raw(PostKind::coassistent) == 4);
    const float of_first = in.duties[0], of_second = in.duties[1], of_third = in.duties[2], of_fourth = in.duties[3];
    for (std::size_t i = 0; i < in.posts; ++i) {
        const int kind = static_cast<int>(workforce::post_kind_of(kinds[i]));
        const float of_specialist = kind == 0 ? of_first : of_second, of_resident = kind == 2 ? of_third : of_fourth;
        const float of_kind = kind < 2 ? of_specialist : of_resident;
        duties[i] = is_of_doctors[i] != 0 ? of_kind : 0.0f;
        covered[i] = duties[i] * workforce::staffed(filled[i], leave_kind[i], is_replaced[i]);
    }
}

BEVLOGEN_INLINE void measure_risks(const CareInput& in) {
    float* __restrict incidents = in.incidents;
    float* __restrict dissatisfied = in.dissatisfied;
    const float* __restrict care = in.to.hours_of_care;
    const float* __restrict burnt = in.burnt_out;
    const float* __restrict z = in.z_engagement;
    const Association incident = in.outcomes.incident, dissatisfaction = in.outcomes.dissatisfaction;
    const float per_incident = 1.0f / incident.reference, per_dissatisfaction = 1.0f / dissatisfaction.reference;
    for (std::size_t i = 0; i < in.posts; ++i) {
        const float weight = care[i] * dissatisfied[i];
        incidents[i] = weight * per_incident * workforce::times_risk(incident.on_burnt_out, incident.on_engagement, burnt[i], z[i]);
        dissatisfied[i] = weight * per_dissatisfaction *
                          workforce::times_risk(dissatisfaction.on_burnt_out, dissatisfaction.on_engagement, burnt[i], z[i]);
    }
}

void look_at_posts_narrow(const CareInput& in) { look_at_posts(in); }
BEVLOGEN_WIDE_COPY void look_at_posts_wide(const CareInput& in) { look_at_posts(in); }
void measure_risks_narrow(const CareInput& in) { measure_risks(in); }
BEVLOGEN_WIDE_COPY void measure_risks_wide(const CareInput& in) { measure_risks(in); }

struct SumsOfTeam {
    float hours_of_care, covered, duties;  // duties: per 4 weeks
};

// In the order of posts: the three sums do not wait for each other.
SumsOfTeam sums_of_team(const PostColumns& posts, std::size_t begin, std::size_t end) {
    double care = 0.0, covered = 0.0, duties = 0.0;
    for (std::size_t i = begin; i < end; ++i) {
        care += static_cast<double>(posts.hours_of_care[i]);
        covered += static_cast<double>(posts.covered[i]);
        duties += static_cast<double>(posts.duties[i]);
    }
    return {static_cast<float>(care), static_cast<float>(covered), static_cast<float>(duties)};
}

}  // namespace

void CareMeasures::measure(const Block& block, const float* burnt_out, const float* z_engagement, OutcomeColumns& columns,
                           std::size_t first) const {
    const std::size_t padded = block.padded_posts();
    const auto of = [&](auto field) { return block.person(field).data(); };
    float* weight = columns.fill(first + kPatientDissatisfaction);
    float* time = columns.fill(first + kCarePerPatient);
    float* vacant = columns.fill(first + kVacantPosts);
    float* uncovered = columns.fill(first + kDutiesUncovered);
    const CareInput in{.posts = block.posts(),
                       .padded = padded,
                       .kinds = block.post_kinds().data(),
                       .filled = of(fields_.engine.filled),
                       .is_open = of(fields_.is_open),
                       .leave_kind = of(fields_.leave_kind),
                       .is_replaced = of(fields_.is_replaced),
                       .phase = of(fields_.phase),
                       .hours_worked = of(fields_.hours_worked),
                       .burnt_out = burnt_out,
                       .z_engagement = z_engagement,
                       .care_per_hour = workforce::PhaseTable(care_per_hour_),
                       .duties = duties_,
                       .outcomes = p_,
                       .to = {columns.scratch(PostColumns::kFloats * padded), padded},
                       .incidents = columns.fill(first + kIncidentIndex),
                       .dissatisfied = weight};
    const bool is_wide = vector_width() == VectorWidth::wide;
    is_wide ? look_at_posts_wide(in) : look_at_posts_narrow(in);
    const auto log_load = block.team(fields_.log_load);
    for (std::size_t t = 0; t < block.teams(); ++t) {
        const std::size_t begin = block.team_begin()[t], end = block.team_begin()[t + 1];
        const auto count = [&](const std::uint8_t* ones) { return static_cast<float>(count_of_team(ones, begin, end, padded)); };
        const auto spread = [&](float* out, float value) { spread_over_team(out, value, begin, end, columns.stride()); };
        const SumsOfTeam team = sums_of_team(in.to, begin, end);
        spread(weight, workforce::relative_care(1.0f, count(in.filled), team.hours_of_care));
        spread(time, workforce::care_per_patient(log_load[t]));
        spread(vacant, workforce::vacant_share(count(in.to.is_vacant), count(in.to.is_of_doctors)));
        spread(uncovered, workforce::uncovered_share(team.covered, team.duties));
    }
    is_wide ? measure_risks_wide(in) : measure_risks_narrow(in);
}

}  // namespace bevlogen
