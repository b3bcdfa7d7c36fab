// The rows of a table of a results file, one an observation: what is asked of them, and reading them run by run.
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "sim/core/label.hpp"
#include "sim/record/csv.hpp"
#include "sim/record/tidy_tables.hpp"

namespace bevlogen {

struct TidyChoice {
    std::string table = "by_phase";
    std::vector<std::string> outcomes{};   // each must be in the table
    std::vector<std::string> preferred{};  // where none is asked for: those of these that are in the table, or all if none is
    // By dimension, the values that are kept (names or numbers, as written); all of a dimension that is not here.
    std::map<std::string, std::vector<std::string>> kept{};
    std::optional<int> year{};         // weeks, clearings and the like of this year only
    std::optional<Language> labels{};  // titles and labels beside names
};

// One dimension of the table: which places of it are kept, and what is printed there.
struct TidyDimension {
    std::string name;
    CellKind kind = CellKind::text;
    std::vector<std::size_t> places;  // ascending
    std::vector<std::string> values;  // of each kept place
    std::vector<std::string> units;   // of the values there, where the dimension says so (outcomes and parameters of a sweep)
    std::string label_column;         // empty: no labels
    std::vector<std::string> labels;
};

// Cells are: the dimensions, each with its label behind it where labels are asked for and known, then outcome (label), value (its word, for
// codes) and unit. Where outcomes are a dimension they have no column besides.
class TidyRows {
  public:
    // Throws InputError, naming option, what is there and the nearest name. `results` must outlive it.
    TidyRows(const StoredResults& results, TidyChoice choice);

    std::vector<std::string> header() const;
    std::size_t size() const;
    // Reads one run (or one scenario, of tables without replicates) of one outcome at a time.
    void visit(const std::function<void(std::span<const Cell>)>& on_row) const;

  private:
    void choose_table(const std::vector<TidyTable>& tables);
    void choose_outcomes(const std::vector<TidyTable>& tables);
    void choose_places();
    // As in a sweep, whose one variable holds all outcomes.
    bool has_outcomes_as_dimension() const;
    TidyDimension dimension(const std::string& name) const;
    void label(TidyDimension& dimension) const;
    void visit_outcome(const TidyVariable& variable, const std::function<void(std::span<const Cell>)>& on_row) const;

    const StoredResults& results_;
    TidyChoice choice_;
    TidyTable table_;  // with the chosen variables only
    std::vector<TidyDimension> dimensions_;
    bool has_codes_ = false;
};

}  // namespace bevlogen
