// Looks keys up where the only axis of a lever's keys is the career phase.
#include "models/interventions/lever_slots.hpp"

#include "models/workforce/phases.hpp"
#include "sim/scenario/lever_slots.hpp"

namespace bevlogen::interventions {
namespace {

std::vector<ScopeAxis> phases_alone() {
    ScopeAxis axis;
    for (const workforce::Word& phase : workforce::phase_words()) axis.values.push_back(phase.name);
    return {std::move(axis)};
}

}  // namespace

std::size_t slot_of(const LeverDecl& lever, std::string_view name) {
    static const std::vector<ScopeAxis> axes = phases_alone();
    return lever_slot_named(axes, lever, name);
}

}  // namespace bevlogen::interventions
