// Declares the outcomes of careers and fills a column each.
#include "models/catalog/career_measures.hpp"

#include "models/workforce/of_phase.hpp"
#include "models/workforce/purposes.hpp"
#include "sim/core/flag_where.hpp"
#include "sim/core/instruction_set.hpp"
#include "sim/random/bulk.hpp"

namespace bevlogen {

using workforce::Arrival;
using workforce::factor_of;
using workforce::Leave;
using workforce::Notice;
using workforce::Phase;

namespace {

constexpr float kEpochsAYear = static_cast<float>(kWeeksPerYear) / kWeeksPerEpoch;
constexpr std::size_t kUniforms = 4;  // that one draw gives

template <class Enum>
constexpr std::uint8_t code(Enum value) {
    return static_cast<std::uint8_t>(value);
}

}  // namespace

std::vector<OutcomeDecl> career_outcomes() {
    std::vector<OutcomeDecl> all;
    const auto share = [&](const char* name, Label label, Direction good, const char* description) {
        all.push_back(share_outcome(name, std::move(label), good, description));
    };
    const auto rate = [&](const char* name, Label label, Direction good, bool is_headline, const char* description) {
        all.push_back({.name = name,
                       .label = std::move(label),
                       .unit = "per year",
                       .good = good,
                       .role = Role::event,
                       .low = 0.0f,
                       .high = kEpochsAYear,
                       .headline = is_headline,
                       .description = description});
    };
    share("considers_quitting", {"considers leaving", "overweegt te vertrekken"}, Direction::lower_is_better,
          "answers yes to the question whether they seriously consider to leave their work or training");
    share("wants_to_work_less", {"wants to work fewer hours", "wil minder uren werken"}, Direction::lower_is_better,
          "answers yes to the question whether they would rather work fewer hours");
    share("ever_on_burnout_leave", {"ever absent through burnout", "ooit verzuimd door burn-out"}, Direction::lower_is_better,
          "has been on burnout leave as a student, as a resident or as a specialist, whichever the person is now");
    share("temporary_contract", {"temporary contract", "tijdelijk contract"}, Direction::neutral,
          "on a temporary contract, as all residents are");
    share("without_post", {"without a post", "zonder plaats"}, Direction::lower_is_better, "looks for a post and has none");
    share("side_roles", {"withdrawn into side roles", "teruggetrokken in nevenrollen"}, Direction::lower_is_better,
          "specialists who were not engaged for half a year and have taken side roles: less care, somewhat more engagement");
    share("fewer_hours", {"works fewer hours", "werkt minder uren"}, Direction::neutral,
          "works fewer hours than the contract was made for");
    rate("resignations", {"resignations", "opzeggingen"}, Direction::lower_is_better, true,
         "leave the hospitals or their training of their own will, or change employer, per person-year; without retirement");
    rate("leaves_hospitals", {"leave the hospitals", "verlaten de ziekenhuizen"}, Direction::lower_is_better, false,
         "leave the hospitals of their own will or because wages are paid on no longer, per person-year");
    rate("stops_training", {"stop training", "stoppen met de opleiding"}, Direction::lower_is_better, false,
         "residents who stop their training, per person-year; some go on as residents not in training");
    rate("changes_employer", {"change employer", "wisselen van werkgever"}, Direction::neutral, false,
         "have gone to another hospital, per person-year");
    rate("enters_phase", {"enter the phase", "beginnen aan de fase"}, Direction::neutral, false,
         "have begun their career phase, per person-year: times the number of persons, how many a year");
    return all;
}

namespace {

struct CareerInput {
    std::size_t n, padded;
    const float *intention, *work_home;
    const std::uint8_t *phase, *notice, *arrival, *was_burnt_out, *contract, *leave_kind, *weeks_disengaged, *has_fewer_hours;
    const std::uint16_t *weeks_in_post, *weeks_in_phase;
    // The notice by which who looks for another employer is known.
    std::uint8_t seeks;
    workforce::PhaseTable wants_less;
    float wants_less_on_work_home;
    const float *draw_of_quitting, *draw_of_wanting_less;  // uniforms
    std::array<std::uint8_t*, kCareerOutcomes> flags;
};

// One column, in a loop of its own, so that it becomes a vector loop. Conditions are whole numbers, so that none of them needs a branch.
template <class Holds>
BEVLOGEN_INLINE void flag(std::uint8_t* __restrict to, std::size_t n, const Holds holds) {
    for (std::size_t i = 0; i < n; ++i) to[i] = static_cast<std::uint8_t>(holds(i));
}

BEVLOGEN_INLINE void measure_answers(const CareerInput& in) {
    const float* __restrict intention = in.intention;
    const float* __restrict work_home = in.work_home;
    const float* __restrict quits = in.draw_of_quitting;
    const float* __restrict draw = in.draw_of_wanting_less;
    const float on_work_home = in.wants_less_on_work_home;
    flag_where(
        in.flags[kConsidersQuitting], in.n, [=](std::size_t i) __attribute__((always_inline)) { return quits[i] < intention[i]; });
    static_assert(kFlagsAtOnce == kColumnPadding);
    for (std::size_t at = 0; at < in.padded; at += kColumnPadding) {
        alignas(64) float odds[kColumnPadding];
        alignas(64) std::int32_t wants_less[kColumnPadding];
        workforce::look_up(in.wants_less, workforce::PhasesOfGroup(in.phase + at), odds);
        for (std::size_t l = 0; l < kColumnPadding; ++l) {
            const float chance = instruments::chance_of_yes(odds[l] + on_work_home * work_home[at + l]);
            wants_less[l] = draw[at + l] < chance ? 1 : 0;
        }
        narrow(wants_less, in.flags[kWantsToWorkLess] + at);
    }
}

BEVLOGEN_INLINE void measure_careers(const CareerInput& in) {
    measure_answers(in);
    const auto put = [&](CareerOutcome which, const auto& holds) __attribute__((always_inline)) { flag(in.flags[which], in.n, holds); };
    const auto is = [](const std::uint8_t* column, std::uint8_t value) __attribute__((always_inline)) {
        return [ column, value ](std::size_t i) __attribute__((always_inline)) { return static_cast<int>(column[i] == value); };
    };
    const auto is_first_week = [](const std::uint16_t* weeks) __attribute__((always_inline)) {
        return [weeks](std::size_t i) __attribute__((always_inline)) { return static_cast<int>(weeks[i] == 0); };
    };
    const auto either = [](auto... holds) __attribute__((always_inline)) {
        return [=](std::size_t i) __attribute__((always_inline)) { return (holds(i) | ...); };
    };
    put(kEverBurnoutLeave, is(in.was_burnt_out, 1));
    put(kTemporaryContract, is(in.contract, code(workforce::Contract::temporary)));
    put(kWithoutPost, is(in.leave_kind, code(Leave::without_post)));
    put(kSideRolesTaken, is(in.weeks_disengaged, workforce::kSideRoles));
    put(kFewerHours, is(in.has_fewer_hours, 1));
    const auto is_changer = is(in.arrival, code(Arrival::changed_employer));
    const auto is_new = is_first_week(in.weeks_in_post);
    const auto has_changed = [=](std::size_t i) __attribute__((always_inline)) { return is_changer(i) & is_new(i); };
    const auto leaves = is(in.notice, code(Notice::leaves)), stops = is(in.notice, code(Notice::stops_training)),
               ends = is(in.notice, code(Notice::employment_ends)), seeks = is(in.notice, in.seeks);
    put(kResignations, either(has_changed, leaves, stops, seeks));
    put(kLeavesHospitals, either(leaves, ends));
    put(kStopsTraining, stops);
    const int is_told_apart = in.seeks != code(Notice::leaves) ? 1 : 0;
    const auto looks_elsewhere = [=](std::size_t i) __attribute__((always_inline)) { return seeks(i) & is_told_apart; };
    put(kChangesEmployer, either(has_changed, looks_elsewhere));
    put(kEntersPhase, is_first_week(in.weeks_in_phase));
}

void measure_narrow(const CareerInput& in) { measure_careers(in); }
BEVLOGEN_WIDE_COPY void measure_wide(const CareerInput& in) { measure_careers(in); }

}  // namespace

void CareerMeasures::measure(const Block& block, Week week, const Chance& chance, OutcomeColumns& columns, std::size_t first) const {
    if (!market_.has_market()) {
        for (std::size_t k = 0; k < kCareerOutcomes; ++k) columns.none(first + k);
        return;
    }
    const auto& f = fields_;
    const auto of = [&](auto field) { return block.person(field).data(); };
    // Two of the four uniforms are read.
    float* uniforms = columns.scratch(kUniforms * columns.stride());
    fill_uniforms(chance, {of(f.engine.id_low), of(f.engine.id_high), block.padded_posts()}, {week, workforce::kYesNoItems, 0, 1}, uniforms,
                  columns.stride());
    CareerInput in{.n = block.posts(),
                   .padded = block.padded_posts(),
                   .intention = of(f.intention),
                   .work_home = of(f.factor[factor_of(workforce::Demand::work_home_interference)]),
                   .phase = of(f.phase),
                   .notice = of(f.notice),
                   .arrival = of(f.arrival),
                   .was_burnt_out = of(f.was_burnt_out),
                   .contract = of(f.contract),
                   .leave_kind = of(f.leave_kind),
                   .weeks_disengaged = of(f.weeks_disengaged),
                   .has_fewer_hours = of(f.has_fewer_hours),
                   .weeks_in_post = of(f.weeks_in_post),
                   .weeks_in_phase = of(f.weeks_in_phase),
                   // In a part of the country who looks for another employer leaves at once; in the whole, who finds one.
                   .seeks = market_.market() == careers::MarketKind::open ? code(Notice::seeks_employer) : code(Notice::leaves),
                   .wants_less = workforce::PhaseTable(items_.wants_less),
                   .wants_less_on_work_home = items_.wants_less_on_work_home,
                   .draw_of_quitting = uniforms,
                   .draw_of_wanting_less = uniforms + columns.stride(),
                   .flags = {}};
    for (std::size_t k = 0; k < kCareerOutcomes; ++k) in.flags[k] = columns.flag(first + k, k < kResignations ? 1.0f : kEpochsAYear);
    vector_width() == VectorWidth::wide ? measure_wide(in) : measure_narrow(in);
}

}  // namespace bevlogen
