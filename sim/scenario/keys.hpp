// The fixed keys of our files, each declared once.
#pragma once

#include <span>
#include <string_view>

#include "sim/scenario/key.hpp"

namespace bevlogen {

inline constexpr int kMostYears = 200;
inline constexpr std::string_view kEverybody = "all";  // of an axis of a scope

std::span<const KeyDecl> scenario_keys();         // the top of a scenario file
std::span<const KeyDecl> time_keys();             // [time]
std::span<const KeyDecl> run_keys();              // [run]
std::span<const KeyDecl> population_keys();       // [population]
std::span<const KeyDecl> intervention_keys();     // [[intervention]]; each lever of the model is one more
std::span<const KeyDecl> catalogue_keys();        // a catalogue entry: the same with other needs, without `name` and `use`
std::span<const KeyDecl> scope_keys();            // scope; each axis of the model is one more
std::span<const KeyDecl> change_keys();           // [[intervention.change]]; each lever of the model is one more
std::span<const KeyDecl> cost_keys();             // costs
std::span<const KeyDecl> knob_keys();             // an item of knobs
std::span<const KeyDecl> number_keys();           // an item of numbers
std::span<const KeyDecl> label_keys();            // { en = , nl = }
std::span<const KeyDecl> moment_keys();           // { week = 26 } or { year = 0.5 }
std::span<const KeyDecl> parameter_entry_keys();  // an entry of a parameter file
std::span<const KeyDecl> row_keys();              // a row such as [[world.departments]]; each number of its table is one more
std::span<const KeyDecl> comparison_keys();       // a comparison file
std::span<const KeyDecl> draws_keys();            // a file of parameter draws
std::span<const KeyDecl> sweep_keys();            // a plan of a sweep
std::span<const KeyDecl> design_keys();           // [design] of a plan
std::span<const KeyDecl> axis_keys();             // [[axis]] of a plan
std::span<const KeyDecl> distribution_keys();     // distribution of an axis
std::span<const KeyDecl> trial_keys();            // a trial
std::span<const KeyDecl> recruit_keys();          // [recruit] of a trial
std::span<const KeyDecl> criterion_keys();        // an item of its criteria
std::span<const KeyDecl> arm_keys();              // [[arm]] of a trial
std::span<const KeyDecl> analysis_keys();         // [[analysis]] of a trial
std::span<const KeyDecl> published_keys();        // published of an analysis
std::span<const KeyDecl> calibration_keys();      // a calibration
std::span<const KeyDecl> search_keys();           // [search] of a calibration
std::span<const KeyDecl> condition_keys();        // [[condition]] of a calibration
std::span<const KeyDecl> target_keys();           // [[target]] of a calibration
std::span<const KeyDecl> part_keys();             // [[target.part]]
std::span<const KeyDecl> where_keys();            // an item of its where

}  // namespace bevlogen
