// The words of what is declared.
#include "sim/engine/outcome.hpp"

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

}  // namespace bevlogen
