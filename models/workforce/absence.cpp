// Absence at the start of the burn-in.
#include "models/workforce/absence.hpp"

#include <algorithm>

#include "models/workforce/absence_equations.hpp"

namespace bevlogen::workforce {

Absence::Absence(const AbsenceParameters& absence, const EventParameters& events, const WorkforceFields& fields)
    : a_(absence), e_(events), c_(absence), fade_(fade_of_a_week(events.fades_weeks)), fields_(fields) {}

void Absence::populate(Block& block) const {
    for (const auto field : {fields_.leave_kind, fields_.is_replaced, fields_.events})
        std::ranges::fill(block.person(field), std::uint8_t{0});
    for (const auto field : {fields_.leave_weeks, fields_.leave_weeks_left, fields_.raised_risk_weeks_left}) {
        std::ranges::fill(block.person(field), std::uint16_t{0});
    }
    for (const auto field : {fields_.lasting_evaluation, fields_.lasting_conflict}) std::ranges::fill(block.person(field), 0.0f);
}

}  // namespace bevlogen::workforce
