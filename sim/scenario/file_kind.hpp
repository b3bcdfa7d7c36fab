// Tells by its keys what a file is.
#pragma once

#include "sim/core/diagnostic.hpp"
#include "sim/scenario/read.hpp"
#include "sim/scenario/toml_value.hpp"

namespace bevlogen {

struct KnownKind {
    FileKind kind = FileKind::scenario;
    Place telling;  // the first key that tells; line 0 where none does, and the file is taken for a scenario
};
KnownKind kind_of_tree(const TomlValue& tree);

// Whether it is a scenario, as far as one can tell. If not, one error: at the key that tells what it is instead, or at the place in another
// file that names it.
bool expect_scenario(const TomlValue& tree, const Place* named_at, Diagnostics& diagnostics);

// The same of a catalogue entry that another file names at that place.
bool expect_intervention(const TomlValue& tree, const Place& named_at, Diagnostics& diagnostics);

// The same of a comparison, always at the key that tells.
bool expect_comparison(const TomlValue& tree, Diagnostics& diagnostics);

// The same of a trial.
bool expect_trial(const TomlValue& tree, Diagnostics& diagnostics);

// The same of a calibration.
bool expect_calibration(const TomlValue& tree, Diagnostics& diagnostics);

// The same of a plan of a sweep.
bool expect_sweep(const TomlValue& tree, Diagnostics& diagnostics);

}  // namespace bevlogen
