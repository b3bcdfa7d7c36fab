// Where the values of a lever's keys stand in its setting.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "sim/scenario/vocabulary.hpp"

namespace bevlogen {

// A setting holds the values of a lever's keys one after another: one value a key, or one for each value of the key's axis.
// `axes` are those of the vocabulary everywhere.

// Number of values of one key.
std::size_t key_slots(std::span<const ScopeAxis> axes, const LeverKey& key);

// Number of values of all keys: the size of LeverSetting::values.
std::size_t lever_slots(std::span<const ScopeAxis> axes, const LeverDecl& lever);

// Where the values of a key begin; that of value v of its axis stands v further.
std::size_t lever_slot(std::span<const ScopeAxis> axes, const LeverDecl& lever, std::size_t key);

// The same by the key's name, for a model to look up once, when it is made. A name that the lever does not have is a bug.
std::size_t lever_slot_named(std::span<const ScopeAxis> axes, const LeverDecl& lever, std::string_view name);

// What holds where nothing is written: the default of each key, kNotSet where it has none.
std::vector<double> unwritten_values(std::span<const ScopeAxis> axes, const LeverDecl& lever);

// Whether a value was written or has a default.
inline bool is_set(double value) { return value != kNotSet; }

}  // namespace bevlogen
