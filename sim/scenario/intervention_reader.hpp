// Reads one intervention, from a scenario or from the catalogue.
#pragma once

#include <string>
#include <vector>

#include "sim/core/diagnostic.hpp"
#include "sim/scenario/intervention.hpp"
#include "sim/scenario/strict_table.hpp"
#include "sim/scenario/toml_value.hpp"
#include "sim/scenario/vocabulary.hpp"

namespace bevlogen {

// Where a moment stands. One that was wrong, or is missing and required, is not known: then its order says nothing.
struct PlacedMoment {
    Place place;
    bool is_known = true;
};

// An intervention with the places that later checks point at.
struct PlacedIntervention {
    Intervention intervention;
    PlacedMoment start;
    Place end;
    std::vector<PlacedMoment> changes;  // one for each of the intervention's
    bool has_levers = false;            // whether any was written, right or wrong
    bool has_unknown_keys = false;      // one of them may be a lever, misspelt
};

enum class InterventionSource { scenario, catalogue };

// What is wrong is reported and takes its default. The name is left as written, also where it is missing.
PlacedIntervention read_intervention(const TomlValue& table, InterventionSource source, Completeness completeness,
                                     const Vocabulary& vocabulary, Diagnostics& diagnostics);

}  // namespace bevlogen
