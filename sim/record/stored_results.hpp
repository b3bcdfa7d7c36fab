// A results file opened for reading: its dimensions, variables, attributes and values, whatever the model behind them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "sim/core/label.hpp"

namespace bevlogen {

// An attribute: `text` is how it is shown; two are the same if type and bytes are.
struct StoredAttribute {
    std::string name;
    std::string text;
    std::string type;  // "text", "float32", "int16", ...
    std::vector<std::byte> bytes;

    bool operator==(const StoredAttribute&) const = default;
};

enum class StoredKind { floating, whole, text, other };

struct StoredDimension {
    std::string name;
    std::size_t size = 0;
};

struct StoredVariable {
    std::string name;
    std::string type;  // "text", "float32", "int16", ...
    StoredKind kind = StoredKind::other;
    std::size_t value_size = 0;  // bytes of one value; 0 for texts
    bool is_coordinate = false;
    std::vector<StoredDimension> dimensions;
    std::vector<StoredAttribute> attributes;

    const StoredAttribute* find_attribute(std::string_view attribute) const;
    std::size_t values() const;
};

// Values as they lie in the file, in row-major order: `bytes`, or `texts` for a text variable.
struct StoredValues {
    std::vector<std::byte> bytes;
    std::vector<std::string> texts;

    // The bytes as numbers of the variable's type.
    template <class Number>
    std::vector<Number> as() const {
        std::vector<Number> numbers(bytes.size() / sizeof(Number));
        std::memcpy(numbers.data(), bytes.data(), numbers.size() * sizeof(Number));
        return numbers;
    }
};

// Throws InputError with a sentence for a file that is missing, unfinished, cut off, damaged, not HDF5, not ours, or of another version.
class StoredResults {
  public:
    explicit StoredResults(const std::filesystem::path& file);
    ~StoredResults();
    StoredResults(StoredResults&&) noexcept;

    const std::filesystem::path& path() const { return path_; }
    const std::vector<StoredAttribute>& attributes() const { return attributes_; }
    const std::vector<StoredAttribute>& provenance() const { return provenance_; }
    // In the order in which they were written, coordinates included.
    const std::vector<StoredVariable>& variables() const { return variables_; }
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
    struct Open;
    template <class Work>
    auto reading(Work work) const;

    std::filesystem::path path_;
    std::unique_ptr<Open> open_;
    std::vector<StoredAttribute> attributes_;
    std::vector<StoredAttribute> provenance_;
    std::vector<StoredVariable> variables_;
};

// One value for people: a number as it is decoded (`scale_factor`), "missing" for the fill value, a text in quotes.
std::string shown_value(const StoredVariable& variable, const StoredValues& values, std::size_t index);

}  // namespace bevlogen
