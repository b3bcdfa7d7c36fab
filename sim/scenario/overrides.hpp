// Turns `--set path=value` into small trees that are laid over a scenario.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "sim/core/diagnostic.hpp"
#include "sim/scenario/read.hpp"
#include "sim/scenario/toml_value.hpp"
#include "sim/scenario/vocabulary.hpp"

namespace bevlogen {

// One override, told by what it reaches.
struct PlacedOverride {
    enum class Target { fixed, parameter, intervention } target = Target::fixed;
    std::string intervention;  // its name
    std::string path;          // of the parameter
    TomlValue tree;            // a table with the one key; of a parameter the value itself
};

// Checks the paths against those that exist; an unknown one is an error with the nearest. Without a vocabulary only the
// fixed paths are known and all others are passed over.
std::vector<PlacedOverride> place_overrides(std::span<const Override> overrides, const Vocabulary* vocabulary,
                                            std::span<const std::string> interventions, Diagnostics& diagnostics);

}  // namespace bevlogen
