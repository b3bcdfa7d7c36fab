// Writes a complete scenario as TOML that reads back to the same scenario, byte for byte.
#pragma once

#include <string>

#include "sim/scenario/intervention.hpp"
#include "sim/scenario/scenario.hpp"
#include "sim/scenario/vocabulary.hpp"

namespace bevlogen {

// Every value is written, defaults too; parameters in the order of their declaration, interventions in the order given.
std::string resolved_text(const Scenario& scenario, const Vocabulary& vocabulary);

// The value of a parameter as it stands behind `path =`.
std::string parameter_text(const ParameterDecl& decl, double value);

// One [[intervention]] of it, for instance to save a session of the viewer.
std::string resolved_intervention(const Intervention& intervention, const Vocabulary& vocabulary);

}  // namespace bevlogen
