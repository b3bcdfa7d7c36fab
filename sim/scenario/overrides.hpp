// Turns `--set path=value` into small trees that are laid over a scenario.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
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
    std::size_t index = 0;     // of the override
};

// What an override of an intervention is that the scenario does not have.
enum class AbsentIntervention { is_a_mistake, is_passed_over };

// Checks the paths against those that exist; an unknown one is an error with the nearest. Without a vocabulary only the
// fixed paths are known and all others are passed over.
std::vector<PlacedOverride> place_overrides(std::span<const Override> overrides, const Vocabulary* vocabulary,
                                            std::span<const std::string> interventions, AbsentIntervention absent,
                                            Diagnostics& diagnostics);

// "--set path=value", where its mistakes are reported.
Place place_of(const Override& override);

// The NAME of intervention.NAME.KEY...; nothing for any other path.
std::optional<std::string> intervention_named_in(std::string_view path);

}  // namespace bevlogen
