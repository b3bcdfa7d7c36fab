// Declares the outcomes of care; works out what is summed over teams post by post, then team by team, and fills a column each.
#include "models/catalog/care_measures.hpp"

#include <algorithm>

#include "models/workforce/capacity_equations.hpp"
#include "models/workforce/of_phase.hpp"
#include "models/workforce/outcome_equations.hpp"
#include "sim/core/instruction_set.hpp"
#include "sim/core/widen.hpp"
#include "sim/engine/lane_sum.hpp"
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
    const auto put = [&](PostKind kind, Phase phase) { duties_of_kind_.value[index_of(kind)] = work.duties[index_of(phase)]; };
    put(PostKind::specialist_permanent, Phase::specialist_mid);
    put(PostKind::specialist_temporary, Phase::jonge_klare);
    put(PostKind::aios, Phase::aios);
    put(PostKind::anios, Phase::anios);
}

void CareMeasures::measure(const Block& block, const std::uint8_t* burnt_out, const float* z_engagement, OutcomeColumns& columns,
                           std::size_t first) const {
    measure_teams(block, columns, first);
    measure_risks(block, burnt_out, z_engagement, columns, first);
}

namespace {

// What is summed over teams, of whole groups of posts.
struct CareInput {
    std::size_t padded;
    const std::uint8_t *filled, *is_open, *leave_kind, *is_replaced;
    const float *hours, *care_per_hour;
    workforce::PhaseTable duties_of_kind;
    std::uint8_t* kind;  // as the block has it before, a PostKind after
    float *care, *duties, *covered;
    std::uint8_t *is_of_doctors, *is_vacant;
};

// Students have places, but no vacancies and no duties of their own; a pool has seats and no posts, and neither is a closed post one.
BEVLOGEN_INLINE void look_at_posts(const CareInput& in) {
    constexpr auto kNoPost = static_cast<std::uint8_t>(PostKind::pool_seat), kPlaces = static_cast<std::uint8_t>(PostKind::coassistent);
    static_assert(kNoPost > kPlaces && kNoPost < workforce::kPhaseLanes);
    const std::size_t n = in.padded;
    const std::uint8_t* __restrict filled = in.filled;
    const std::uint8_t* __restrict is_open = in.is_open;
    const std::uint8_t* __restrict leave_kind = in.leave_kind;
    const std::uint8_t* __restrict is_replaced = in.is_replaced;
    std::uint8_t* __restrict kind = in.kind;
    std::uint8_t* __restrict is_of_doctors = in.is_of_doctors;
    std::uint8_t* __restrict is_vacant = in.is_vacant;
    float* __restrict care = in.care;
    float* __restrict covered = in.covered;
    // A loop for each, so that all become vector loops.
    for (std::size_t i = 0; i < n; ++i) {
        const auto kind_of_open = static_cast<std::uint8_t>(workforce::post_kind_of(kind[i]));
        kind[i] = is_open[i] != workforce::kClosed ? kind_of_open : kNoPost;
    }
    for (std::size_t i = 0; i < n; ++i) is_of_doctors[i] = kind[i] < kPlaces ? 1 : 0;
    for (std::size_t i = 0; i < n; ++i) is_vacant[i] = filled[i] == 0 ? is_of_doctors[i] : 0;
    for (std::size_t i = 0; i < n; ++i) care[i] = in.hours[i] * in.care_per_hour[i];
    for (std::size_t i = 0; i < n; ++i) covered[i] = workforce::staffed(filled[i], leave_kind[i], is_replaced[i]);
    for (std::size_t at = 0; at < n; at += kColumnPadding) {
        workforce::look_up(in.duties_of_kind, workforce::PhasesOfGroup(kind + at), in.duties + at);
        for (std::size_t l = 0; l < kColumnPadding; ++l) covered[at + l] *= in.duties[at + l];
    }
}

void look_at_posts_narrow(const CareInput& in) { look_at_posts(in); }
BEVLOGEN_WIDE_COPY void look_at_posts_wide(const CareInput& in) { look_at_posts(in); }

}  // namespace

void CareMeasures::measure_teams(const Block& block, OutcomeColumns& columns, std::size_t first) const {
    const std::size_t posts = block.posts(), padded = block.padded_posts();
    const std::size_t stride = padded + kSumLanes;  // sums read beyond the end of the last team
    float* care = columns.scratch(3 * stride);
    float *duties = care + stride, *covered = duties + stride;
    float* care_per_hour = columns.fill(first + kIncidentIndex);
    workforce::spread_by_phase(care_per_hour_, block.person(fields_.phase).data(), care_per_hour, padded);
    std::uint8_t* kind = columns.scratch_bytes(3 * padded);
    std::uint8_t *is_of_doctors = kind + padded, *is_vacant = is_of_doctors + padded;
    std::fill(std::copy_n(block.post_kinds().data(), posts, kind), kind + padded, std::uint8_t{0});
    const std::uint8_t* filled = block.person(fields_.engine.filled).data();
    const CareInput in{padded,
                       filled,
                       block.person(fields_.is_open).data(),
                       block.person(fields_.leave_kind).data(),
                       block.person(fields_.is_replaced).data(),
                       block.person(fields_.hours_worked).data(),
                       care_per_hour,
                       duties_of_kind_,
                       kind,
                       care,
                       duties,
                       covered,
                       is_of_doctors,
                       is_vacant};
    vector_width() == VectorWidth::wide ? look_at_posts_wide(in) : look_at_posts_narrow(in);

    float* weight = columns.fill(first + kPatientDissatisfaction);  // until it is worked out: one over the mean of care
    float* time = columns.fill(first + kCarePerPatient);
    float* vacant = columns.fill(first + kVacantPosts);
    float* uncovered = columns.fill(first + kDutiesUncovered);
    const auto log_load = block.team(fields_.log_load);
    for (std::size_t t = 0; t < block.teams(); ++t) {
        const std::size_t begin = block.team_begin()[t], end = block.team_begin()[t + 1];
        const auto spread = [&](float* out, float value) { spread_over_team(out, value, begin, end, columns.stride()); };
        const auto count = [&](const std::uint8_t* ones) { return static_cast<float>(count_of_team(ones, begin, end, padded)); };
        const auto [of_care, of_duties, of_covered] = lane_sums<3>({care, duties, covered}, begin, end);
        spread(weight, workforce::relative_care(1.0f, count(filled), static_cast<float>(of_care)));
        spread(time, workforce::care_per_patient(log_load[t]));
        spread(vacant, workforce::vacant_share(count(is_vacant), count(is_of_doctors)));
        spread(uncovered, workforce::uncovered_share(static_cast<float>(of_covered), static_cast<float>(of_duties)));
    }
}

namespace {

struct RiskInput {
    std::size_t padded;
    Association incident, dissatisfaction;
    const float *hours, *z_engagement;
    const std::uint8_t* burnt_out;
    float* incidents;     // holds hours of care per hour worked
    float* dissatisfied;  // holds care of the team, one over its mean
};

template <VectorWidth kWidth>
BEVLOGEN_INLINE void work_out_risks(const RiskInput& in) {
    const Association incident = in.incident, dissatisfaction = in.dissatisfaction;  // copies, which stores to columns cannot change
    const float per_incident = 1.0f / incident.reference, per_dissatisfaction = 1.0f / dissatisfaction.reference;
    for (std::size_t at = 0; at < in.padded; at += kColumnPadding) {
        alignas(64) std::int32_t burnt_out[kColumnPadding];
        widen<kWidth>(in.burnt_out + at, burnt_out);
        const float* __restrict hours = in.hours + at;
        const float* __restrict z = in.z_engagement + at;
        float* __restrict incidents = in.incidents + at;
        float* __restrict dissatisfied = in.dissatisfied + at;
        for (std::size_t l = 0; l < kColumnPadding; ++l) {
            const float weight = hours[l] * incidents[l] * dissatisfied[l], is_burnt_out = static_cast<float>(burnt_out[l]);
            incidents[l] = weight * per_incident * workforce::times_risk(incident.on_burnt_out, incident.on_engagement, is_burnt_out, z[l]);
            dissatisfied[l] = weight * per_dissatisfaction *
                              workforce::times_risk(dissatisfaction.on_burnt_out, dissatisfaction.on_engagement, is_burnt_out, z[l]);
        }
    }
}

void work_out_risks_narrow(const RiskInput& in) { work_out_risks<VectorWidth::narrow>(in); }
BEVLOGEN_WIDE_COPY void work_out_risks_wide(const RiskInput& in) { work_out_risks<VectorWidth::wide>(in); }

}  // namespace

void CareMeasures::measure_risks(const Block& block, const std::uint8_t* burnt_out, const float* z_engagement, OutcomeColumns& columns,
                                 std::size_t first) const {
    const RiskInput in{block.padded_posts(),
                       p_.incident,
                       p_.dissatisfaction,
                       block.person(fields_.hours_worked).data(),
                       z_engagement,
                       burnt_out,
                       columns.fill(first + kIncidentIndex),
                       columns.fill(first + kPatientDissatisfaction)};
    vector_width() == VectorWidth::wide ? work_out_risks_wide(in) : work_out_risks_narrow(in);
}

}  // namespace bevlogen
