// The words of what is declared, and the kind of outcome that models declare most.
#include "sim/engine/outcome.hpp"

#include <utility>

namespace bevlogen {

std::string_view word_of(Direction direction) {
    switch (direction) {
        case Direction::higher_is_better: return "higher";
        case Direction::lower_is_better: return "lower";
        default: return "neutral";
    }
}

std::string_view word_of(Role role) {
    switch (role) {
        case Role::event: return "event";
        case Role::cost: return "cost";
        case Role::harm: return "harm";
        case Role::offered: return "offered";
        case Role::took_part: return "took_part";
        default: return "state";
    }
}

OutcomeDecl share_outcome(std::string name, Label label, Direction good, std::string description) {
    return {.name = std::move(name),
            .label = std::move(label),
            .unit = "1",
            .good = good,
            .shape = Shape::share,
            .low = 0.0f,
            .high = 1.0f,
            .description = std::move(description)};
}

}  // namespace bevlogen
