// Keys of levers in a line each.
#pragma once

#include <utility>

#include "sim/scenario/vocabulary.hpp"

namespace bevlogen::interventions {

inline LeverKey number_key(const char* name, const char* unit, double min, double max, double fallback, Label meaning) {
    LeverKey key{name, unit, min, max, std::move(meaning)};
    key.fallback = fallback;
    return key;
}

inline LeverKey whole_key(const char* name, const char* unit, double min, double max, double fallback, Label meaning) {
    LeverKey key = number_key(name, unit, min, max, fallback, std::move(meaning));
    key.kind = LeverKeyKind::whole_number;
    return key;
}

inline LeverKey flag_key(const char* name, Label meaning) {
    LeverKey key{name, "1", 0.0, 1.0, std::move(meaning)};
    key.kind = LeverKeyKind::flag;
    return key;
}

// With one value for each career phase.
inline LeverKey by_phase(LeverKey key) {
    key.axis = 0;
    return key;
}

}  // namespace bevlogen::interventions
