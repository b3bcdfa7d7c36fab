// Stored numbers of one variable as characters: decoded, missing ones empty, and the words of codes.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "sim/core/label.hpp"
#include "sim/record/stored_results.hpp"

namespace bevlogen {

class NumberCells {
  public:
    explicit NumberCells(const StoredVariable& variable);

    // The shortest decimal that reads back as the same number of its type; numbers of 16 bits and less count as float32 once scaled. Empty
    // for the fill value and for what is not a number. Holds until the next call.
    std::string_view characters(std::span<const std::byte> value);

  private:
    StoredKind kind_;
    std::optional<double> scale_;
    std::vector<std::byte> fill_;
    std::array<char, 32> buffer_{};
};

// The words that codes stand for (`flag_values`, `flag_meanings`).
class CodeWords {
  public:
    CodeWords(const StoredVariable& variable, Language language);

    bool empty() const { return codes_.empty(); }
    // Empty where the value is no code.
    std::string_view word(std::span<const std::byte> value) const;

  private:
    StoredKind kind_;
    std::vector<double> codes_;
    std::vector<std::string> words_;
};

// The text of an attribute, or nothing.
std::string text_of(const StoredVariable& variable, std::string_view attribute);
// Its label: `long_name` or `long_name_nl`.
std::string label_of(const StoredVariable& variable, Language language);

}  // namespace bevlogen
