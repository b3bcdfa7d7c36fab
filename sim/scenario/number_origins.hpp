// Which numbers of an intervention come from its source and which are assumed, and what each of them is.
#pragma once

#include <string_view>
#include <vector>

#include "sim/core/diagnostic.hpp"
#include "sim/scenario/intervention.hpp"
#include "sim/scenario/toml_value.hpp"
#include "sim/scenario/vocabulary.hpp"

namespace bevlogen {

// "source" or "assumed", as a file says it.
std::string_view word_of(NumberFrom from);

// Each of `tables` once, in their order. A path that is unknown or stands twice, a range out of bounds and an assumed number without one
// are errors.
std::vector<NumberOrigin> read_number_origins(const std::vector<const TomlValue*>& tables, const Vocabulary& vocabulary,
                                              Diagnostics& diagnostics);

// Of a catalogue entry: a number that it does not set, or that lies outside its range, is an error.
void check_number_origins(const Intervention& intervention, const std::vector<const TomlValue*>& tables, const Vocabulary& vocabulary,
                          Diagnostics& diagnostics);

// The values at a path of intervention_paths that leads to a number: one, or one for each name of a key's axis; none where it is not set.
std::vector<double> values_at(const Intervention& intervention, std::string_view path, const Vocabulary& vocabulary);

}  // namespace bevlogen
