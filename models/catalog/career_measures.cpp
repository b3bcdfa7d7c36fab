// Declares the outcomes of careers and fills a column each.
#include "models/catalog/career_measures.hpp"

#include <algorithm>

#include "models/workforce/purposes.hpp"
#include "sim/random/bulk.hpp"

namespace bevlogen {

using workforce::Arrival;
using workforce::factor_of;
using workforce::Leave;
using workforce::Notice;
using workforce::Phase;

namespace {

constexpr float kEpochsAYear = static_cast<float>(kWeeksPerYear) / kWeeksPerEpoch;

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

void CareerMeasures::measure(const Block& block, Week week, const Chance& chance, OutcomeColumns& columns, std::size_t first) const {
    if (!market_.has_market()) {
        for (std::size_t k = 0; k < kCareerOutcomes; ++k) columns.none(first + k);
        return;
    }
    const std::size_t n = block.posts(), padded = block.padded_posts();
    const auto& f = fields_;
    const auto flag = [&](CareerOutcome which, float value, const auto& holds) {
        float* __restrict to = columns.fill(first + which);
        for (std::size_t i = 0; i < n; ++i) to[i] = holds(i) ? value : 0.0f;
    };
    std::vector<float> uniforms(4 * padded);
    fill_uniforms(chance, {block.person(f.engine.id_low).data(), block.person(f.engine.id_high).data(), padded},
                  {week, workforce::kYesNoItems, 0, 1}, uniforms.data(), padded);
    const float* __restrict intention = block.person(f.intention).data();
    const float* __restrict work_home = block.person(f.factor[factor_of(workforce::Demand::work_home_interference)]).data();
    const std::uint8_t* __restrict phase = block.person(f.phase).data();
    const std::uint8_t* __restrict notice = block.person(f.notice).data();
    const std::uint8_t* __restrict arrival = block.person(f.arrival).data();
    const std::uint16_t* __restrict in_post = block.person(f.weeks_in_post).data();
    const std::uint16_t* __restrict in_phase = block.person(f.weeks_in_phase).data();
    flag(kConsidersQuitting, 1.0f, [&](std::size_t i) { return uniforms[i] < intention[i]; });
    flag(kWantsToWorkLess, 1.0f, [&](std::size_t i) {
        return uniforms[padded + i] <
               instruments::chance_of_yes(items_.wants_less[phase[i]] + items_.wants_less_on_work_home * work_home[i]);
    });
    const auto is = [&](Field<std::uint8_t> field, std::uint8_t value) {
        const std::uint8_t* __restrict column = block.person(field).data();
        return [column, value](std::size_t i) { return column[i] == value; };
    };
    flag(kEverBurnoutLeave, 1.0f, is(f.was_burnt_out, 1));
    flag(kTemporaryContract, 1.0f, is(f.contract, code(workforce::Contract::temporary)));
    flag(kWithoutPost, 1.0f, is(f.leave_kind, code(Leave::without_post)));
    flag(kSideRolesTaken, 1.0f, is(f.weeks_disengaged, workforce::kSideRoles));
    flag(kFewerHours, 1.0f, is(f.has_fewer_hours, 1));
    // In a part of the country who looks for another employer leaves at once; in the whole, who finds one.
    const std::uint8_t seeks = market_.market() == careers::MarketKind::open ? code(Notice::seeks_employer) : code(Notice::leaves);
    const auto has_changed = [&](std::size_t i) { return (arrival[i] == code(Arrival::changed_employer)) & (in_post[i] == 0); };
    const auto leaves = [&](std::size_t i) { return notice[i] == code(Notice::leaves); };
    const auto stops = [&](std::size_t i) { return notice[i] == code(Notice::stops_training); };
    flag(kResignations, kEpochsAYear, [&](std::size_t i) { return has_changed(i) | leaves(i) | stops(i) | (notice[i] == seeks); });
    flag(kLeavesHospitals, kEpochsAYear, [&](std::size_t i) { return leaves(i) | (notice[i] == code(Notice::employment_ends)); });
    flag(kStopsTraining, kEpochsAYear, stops);
    flag(kChangesEmployer, kEpochsAYear,
         [&](std::size_t i) { return has_changed(i) | ((notice[i] == seeks) & (seeks != code(Notice::leaves))); });
    flag(kEntersPhase, kEpochsAYear, [&](std::size_t i) { return in_phase[i] == 0; });
}

}  // namespace bevlogen
