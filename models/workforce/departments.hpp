// Reads the named departments of a hospital of one's own: rows `[[world.departments]]` of a world file.
#pragma once

#include <span>
#include <vector>

#include "models/workforce/world.hpp"
#include "sim/core/diagnostic.hpp"
#include "sim/scenario/scenario.hpp"
#include "sim/scenario/vocabulary.hpp"

namespace bevlogen::workforce {

// `world.departments`: name, and how many posts of each kind.
RowsDecl department_rows();

// An error at each row that cannot be a team: nobody in it, or no permanent specialist to lead it.
void check_departments(std::span<const NamedRow> rows, Diagnostics& diagnostics);

// The rows as departments, in their order. Throws InputError where check_departments finds errors.
std::vector<Department> departments_of(std::span<const NamedRow> rows);

}  // namespace bevlogen::workforce
