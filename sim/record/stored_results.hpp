// A results file opened for reading: its dimensions, variables, attributes and values, whatever the model behind them.
#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "sim/core/label.hpp"
#include "sim/record/stored_contents.hpp"

namespace bevlogen {

// Throws InputError with a sentence for a file that is missing, unfinished, cut off, damaged, not HDF5, not ours, or of another version.
// A process of its own reads the file, so that one that is damaged on purpose harms nobody; it ends with this.
class StoredResults {
  public:
    explicit StoredResults(const std::filesystem::path& file);
    // `file` stands in messages.
    StoredResults(std::filesystem::path file, std::unique_ptr<ResultsSource> source);

    const std::filesystem::path& path() const { return path_; }
    const std::vector<StoredAttribute>& attributes() const { return contents_.attributes; }
    const std::vector<StoredAttribute>& provenance() const { return contents_.provenance; }
    // In the order in which they were written, coordinates included.
    const std::vector<StoredVariable>& variables() const { return contents_.variables; }
    // The text of an attribute of the file, or of its provenance; empty if there is none of that name.
    std::string attribute(std::string_view name) const;
    std::string provenance(std::string_view name) const;
    // The attribute NAME and its Dutch form NAME_nl; files of older versions have one for both.
    Label label(std::string_view name) const;
    // The texts of a text variable; empty if there is none of that name.
    std::vector<std::string> texts(std::string_view variable) const;
    // Null if there is none of that name.
    const StoredVariable* find(std::string_view name) const;
    // All values, or those of a box: first index and number along each dimension.
    StoredValues read(const StoredVariable& variable) const;
    StoredValues read(const StoredVariable& variable, std::span<const std::size_t> first, std::span<const std::size_t> count) const;

  private:
    void take_contents();
    StoredValues values_in(const StoredVariable& variable, const StoredBox& box) const;

    std::filesystem::path path_;
    std::unique_ptr<ResultsSource> source_;
    StoredContents contents_;
};

// One value for people: a number as it is decoded (`scale_factor`), "missing" for the fill value, a text in quotes.
std::string shown_value(const StoredVariable& variable, const StoredValues& values, std::size_t index);

}  // namespace bevlogen
