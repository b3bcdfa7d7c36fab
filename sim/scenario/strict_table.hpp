// Reads a table strictly: every key is asked for by its declaration, and what nobody asked for is an error.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/core/diagnostic.hpp"
#include "sim/core/label.hpp"
#include "sim/scenario/key.hpp"
#include "sim/scenario/toml_value.hpp"
#include "sim/scenario/value_check.hpp"

namespace bevlogen {

// Of a part, such as a file that changes a few keys of another, no key is required.
enum class Completeness { complete, part };

// The table and the diagnostics must outlive the reader. What is missing or wrong is reported and comes back as nothing.
class StrictTable {
  public:
    // `name` as one would write it: "[time]", "[[intervention]]", "scope"; empty at the top of a file.
    StrictTable(const TomlValue& table, std::string name, Diagnostics& diagnostics, Completeness completeness = Completeness::complete);

    bool has(std::string_view key) const { return table_->find(key) != nullptr; }
    // Of the value; of the table where the key is not there.
    const Place& place_of(std::string_view key) const;
    const Place& place() const { return table_->place; }

    std::optional<double> number(const KeyDecl& key);
    std::optional<std::int64_t> whole_number(const KeyDecl& key);
    std::optional<bool> flag(const KeyDecl& key);
    std::optional<std::string> text(const KeyDecl& key);
    std::optional<std::string> word(const KeyDecl& key);
    std::optional<std::vector<std::string>> texts(const KeyDecl& key);
    std::optional<NumberRange> range(const KeyDecl& key);
    // A table with a text for each language; where `key` is of type title, one string stands for both.
    std::optional<Label> label(const KeyDecl& key);
    // The value as it stands, for what has no type of its own; null where it is missing.
    const TomlValue* any(const KeyDecl& key);
    const TomlValue* table(const KeyDecl& key);
    // The tables of an array of tables; empty where it is missing.
    std::vector<const TomlValue*> tables(const KeyDecl& key);

    // Reports each key that was never asked for; whether there was none. Call it last.
    bool finish();

  private:
    // " in [time]", or nothing at the top.
    std::string whereabouts() const { return name_.empty() ? std::string() : " in " + name_; }

    const TomlValue* table_;
    std::string name_;
    Diagnostics* diagnostics_;
    Completeness completeness_;
    std::vector<std::string> asked_;
};

}  // namespace bevlogen
