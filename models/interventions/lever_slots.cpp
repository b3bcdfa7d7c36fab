// Counts the slots before a key.
#include "models/interventions/lever_slots.hpp"

#include "models/workforce/phases.hpp"
#include "sim/core/contract.hpp"

namespace bevlogen::interventions {

std::size_t slot_of(const LeverDecl& lever, std::string_view name) {
    std::size_t slot = 0;
    for (const LeverKey& key : lever.keys) {
        if (key.name == name) return slot;
        slot += key.axis ? workforce::kPhases : 1;
    }
    expect(false, "a lever has the key that is asked for");
    return slot;
}

}  // namespace bevlogen::interventions
