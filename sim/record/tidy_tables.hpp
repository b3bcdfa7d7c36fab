// A results file as tables of observations: which tables it has, and which outcomes are in each. Follows from the dimensions alone.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sim/record/stored_results.hpp"

namespace bevlogen {

struct TidyVariable {
    std::string outcome;  // the variable's name without the ending that says in which table it is
    const StoredVariable* stored = nullptr;
};

// All variables over the same dimensions; of by_phase and by_stratum some have no `measure` (persons).
struct TidyTable {
    std::string name;
    std::vector<std::string> dimensions;
    std::vector<TidyVariable> variables;

    // Null if there is none of that outcome.
    const TidyVariable* find(std::string_view outcome) const;
    std::vector<std::string> outcomes() const;
};

// by_phase, by_stratum, quantiles, weekly, team, last_year, twin and panel, and of a sweep runs, persons, costs, parameters and status,
// where the file has them, in this order; then one for each other list of dimensions, named by it: over-scenario-year. `results` must
// outlive them.
std::vector<TidyTable> tidy_tables(const StoredResults& results);

}  // namespace bevlogen
