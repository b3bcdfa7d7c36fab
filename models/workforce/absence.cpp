// Absence at the start of the burn-in.
#include "models/workforce/absence.hpp"

#include <algorithm>

#include "models/workforce/absence_equations.hpp"
#include "models/workforce/purposes.hpp"

namespace bevlogen::workforce {
namespace {

constexpr std::uint32_t kDrawBurnoutBefore = 16;

}  // namespace

Absence::Absence(const AbsenceParameters& absence, const EventParameters& events, const WorkforceFields& fields)
    : a_(absence), e_(events), c_(absence), fade_(fade_of_a_week(events.fades_weeks)), fields_(fields) {}

void Absence::populate(Block& block) const {
    for (const auto field : {fields_.leave_kind, fields_.is_replaced, fields_.events})
        std::ranges::fill(block.person(field), std::uint8_t{0});
    for (const auto field : {fields_.leave_weeks, fields_.leave_weeks_left, fields_.raised_risk_weeks_left}) {
        std::ranges::fill(block.person(field), std::uint16_t{0});
    }
    for (const auto field : {fields_.lasting_evaluation, fields_.lasting_conflict}) std::ranges::fill(block.person(field), 0.0f);
    std::ranges::fill(block.person(fields_.was_burnt_out), std::uint8_t{0});
}

void Absence::populate_past(Block& block, const Chance& chance, const std::array<float, 3>& first_ages) const {
    const auto age = block.person(fields_.age_weeks);
    const auto phase = block.person(fields_.phase);
    for (std::size_t i = 0; i < block.posts(); ++i) {
        const std::size_t group = burnout_group(static_cast<Phase>(phase[i]));
        const float years = std::max(static_cast<float>(age[i]) / kWeeksPerYear - first_ages[group], 0.0f);
        const float u = chance.uniform(block.person_at(i, fields_.engine).value, Week{0}, kPast, kDrawBurnoutBefore);
        block.person(fields_.was_burnt_out)[i] = u < 1.0f - portable_exp(-a_.burnout_before[group] * years) ? 1 : 0;
    }
}

}  // namespace bevlogen::workforce
