// Collects the named rows of a world, such as its departments, from worlds, parameter files and the scenario itself.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "sim/core/diagnostic.hpp"
#include "sim/scenario/key.hpp"
#include "sim/scenario/scenario.hpp"
#include "sim/scenario/toml_value.hpp"
#include "sim/scenario/vocabulary.hpp"

namespace bevlogen {

inline constexpr std::string_view kWorld = "world";  // the key of a scenario, and the beginning of the path of every table of rows

// A number of a row as it is read: required where it has no default.
KeyDecl row_key_decl(const LeverKey& key);

// What is read later replaces all rows of that table that were read before. The declarations and the diagnostics must outlive the reader.
class RowsReader {
  public:
    RowsReader(std::span<const RowsDecl> decls, Diagnostics& diagnostics);

    // The declared tables of a world or a parameter file; all else in it is passed over.
    void read_file(const TomlValue& tree);

    // `world` of a scenario that is no path but holds the rows themselves, as in the resolved text.
    void read_world(const TomlValue& world);

    // One list for each declaration, in the order of the file that counts.
    std::vector<std::vector<NamedRow>> take() { return std::move(rows_); }

  private:
    void find_below(const TomlValue& table, const std::string& prefix);
    void read_table(std::size_t decl, const TomlValue& value);
    NamedRow read_row(const RowsDecl& decl, const TomlValue& table, std::span<const NamedRow> before) const;

    std::span<const RowsDecl> decls_;
    Diagnostics* diagnostics_;
    std::vector<std::vector<NamedRow>> rows_;
    std::vector<bool> is_in_file_;  // in the file that is being read
};

}  // namespace bevlogen
