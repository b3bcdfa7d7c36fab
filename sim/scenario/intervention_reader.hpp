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

// An intervention with the places that later checks point at.
struct PlacedIntervention {
    Intervention intervention;
    Place start;
    Place end;
    std::vector<Place> changes;
    bool has_levers = false;   // whether any was written, right or wrong
    bool is_read_well = true;  // false where one of its moments was wrong: then their order says nothing
};

enum class InterventionSource { scenario, catalogue };

// What is wrong is reported and takes its default. The name is left as written, also where it is missing.
PlacedIntervention read_intervention(const TomlValue& table, InterventionSource source, Completeness completeness,
                                     const Vocabulary& vocabulary, Diagnostics& diagnostics);

}  // namespace bevlogen
