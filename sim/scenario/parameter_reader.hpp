// Collects the values of a model's parameters from worlds, parameter files, [parameters] and overrides.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "sim/core/diagnostic.hpp"
#include "sim/scenario/key.hpp"
#include "sim/scenario/parameter.hpp"
#include "sim/scenario/toml_value.hpp"
#include "sim/scenario/value_check.hpp"
#include "sim/scenario/vocabulary.hpp"

namespace bevlogen {

// The declaration of a parameter as a key. It views the table.
KeyDecl parameter_key_decl(const ParameterDecl& decl);

// Whether a file may give values to parameters of another model (Vocabulary::paths_elsewhere).
enum class SharedFiles { refused, passed_over };

// What is read later replaces what was read before. The vocabulary and the diagnostics must outlive the reader.
class ParameterReader {
  public:
    ParameterReader(const Vocabulary& vocabulary, SharedFiles shared, Diagnostics& diagnostics);

    // A world or a parameter file: entries with value, unit, source and range. Declared tables of rows are passed over.
    void read_file(const TomlValue& tree);

    // [parameters] of a scenario: values by path, flat or nested. `source` stands in the origin of each.
    void read_settings(const TomlValue& settings, const std::string& source);

    // One value. The plausible range of an earlier entry is kept.
    void set(std::size_t parameter, const TomlValue& value, const std::string& source);

    // Parameters that somebody gave a value, ascending.
    std::vector<std::size_t> given() const;

    // Each parameter that nobody gave a value is an error at `scenario`.
    void report_missing(const Place& scenario) const;

    ParameterValues take() { return std::move(result_); }

  private:
    void read_prefix(const TomlValue& table, const std::string& prefix);
    void read_entry(const TomlValue& entry, const Place& key_place, const std::string& path);
    void read_values(const TomlValue& value, const Place& key_place, const std::string& path,
                     std::vector<std::pair<std::size_t, const TomlValue*>>& found);
    void check_plausible(std::size_t parameter, std::optional<double> number, const NumberRange& range, const Place& value,
                         const Place& range_place) const;
    void check_unit(const std::string& unit, const Place& place, std::size_t parameter) const;
    std::optional<double> check(std::size_t parameter, const TomlValue& value) const;
    // The index of a path; an error with the nearest one where it is unknown or was given in this file already.
    std::optional<std::size_t> find_new(const std::string& path, const Place& place);
    bool is_passed_over(const std::string& path) const;

    const ParameterTable* table_;
    std::span<const RowsDecl> rows_;
    std::span<const std::string> passed_over_;  // ascending; in files
    Diagnostics* diagnostics_;
    ParameterValues result_;
    std::vector<bool> is_given_;    // by anybody, right or wrong
    std::vector<bool> has_range_;   // from an entry of a file
    std::vector<bool> is_in_file_;  // in the file or table that is being read
    bool is_file_ = false;          // a file is being read, no settings
};

}  // namespace bevlogen
