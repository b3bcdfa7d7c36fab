// What a results file holds, as plain values: attributes, variables with their dimensions, boxes of values; and their bytes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace bevlogen {

// A petabyte and more: sizes below it can be multiplied with what a value takes.
inline constexpr std::size_t kMostStoredValues = std::size_t{1} << 48;

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
    // No more than kMostStoredValues in contents that were read.
    std::size_t values() const;
    // What stored numbers are to be multiplied with; nothing where the attribute `scale_factor` is not there, or no number.
    std::optional<double> scale() const;
};

// Values as they lie in the file, in row-major order: `bytes`, or `texts` for a text variable.
struct StoredValues {
    std::vector<std::byte> bytes;
    std::vector<std::string> texts;

    // The bytes as numbers of the variable's type.
    template <class Number>
    std::vector<Number> as() const {
        std::vector<Number> numbers(bytes.size() / sizeof(Number));
        if (!numbers.empty()) std::memcpy(numbers.data(), bytes.data(), numbers.size() * sizeof(Number));
        return numbers;
    }
};

// All but the values.
struct StoredContents {
    std::uint64_t file_bytes = 0;
    std::vector<StoredAttribute> attributes;  // of the file
    std::vector<StoredAttribute> provenance;
    std::vector<StoredVariable> variables;  // in the order in which they were written, coordinates included

    std::vector<std::byte> to_bytes() const;
    // Throws std::runtime_error for bytes that are not those of contents.
    static StoredContents from_bytes(std::span<const std::byte> bytes);
};

// A box of values: first index and number along each dimension.
struct StoredBox {
    std::vector<std::size_t> first, count;

    // Of a variable as a whole.
    static StoredBox whole(const StoredVariable& variable);
    std::size_t values() const;
};

// Where contents and values come from: a process that reads the file, or, in tests, bytes.
class ResultsSource {
  public:
    virtual ~ResultsSource() = default;
    // Asked once, before anything is read. Both throw InputError where the file is not one that can be read.
    virtual StoredContents contents() = 0;
    // Of a box inside of the variable, with values in it, of no more bytes than the file can hold.
    virtual StoredValues read(const StoredVariable& variable, const StoredBox& box) = 0;
};

}  // namespace bevlogen
