// Brings the interventions of all files of a scenario together: catalogue entry, base, difference.
#pragma once

#include <string>
#include <vector>

#include "sim/core/diagnostic.hpp"
#include "sim/scenario/layers.hpp"
#include "sim/scenario/vocabulary.hpp"

namespace bevlogen {

struct MergedIntervention {
    std::string name;
    TomlValue tree;
    bool is_whole = true;  // false where its catalogue entry is missing or broken
};

// In order of name. An intervention with `use` replaces one of the same name in the base; without, it changes that one. Each part
// is checked on its own first; two of one name in one file, or one without a name, are errors.
std::vector<MergedIntervention> merge_interventions(const ScenarioLayers& layers, const Vocabulary& vocabulary, Diagnostics& diagnostics);

}  // namespace bevlogen
