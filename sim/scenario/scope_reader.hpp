// Reads the scope of an intervention.
#pragma once

#include "sim/core/diagnostic.hpp"
#include "sim/scenario/intervention.hpp"
#include "sim/scenario/toml_value.hpp"
#include "sim/scenario/vocabulary.hpp"

namespace bevlogen {

// Everybody: all bits of every axis set.
Scope scope_of_everybody(const Vocabulary& vocabulary);

// What is not named or is wrong is everybody; mistakes are reported.
Scope read_scope(const TomlValue& table, const Vocabulary& vocabulary, Diagnostics& diagnostics);

}  // namespace bevlogen
