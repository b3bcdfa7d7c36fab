// Plain-text tables for a terminal: aligned columns, long words folded, wide tables split so that each fits the terminal.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace bevlogen {

inline constexpr std::size_t kTableWidth = 120;  // characters, with the indent

enum class Align { left, right };

// `widest` bounds a left column, whose cells are folded to it, and the heading of a right one, whose cells are never folded.
struct TextColumn {
    std::string heading;
    Align align = Align::right;
    std::size_t widest = 13;
};

class TextTable {
  public:
    explicit TextTable(std::vector<TextColumn> columns) : columns_(std::move(columns)) {}

    // A cell for each column.
    void add(std::vector<std::string> cells);
    // Every line ends with a newline and has an indent of two. Where the columns do not fit, the first `repeated` of them stand in each of
    // several tables, apart by an empty line, with about as many of the others each.
    std::string text(std::size_t repeated = 1) const;

  private:
    std::vector<std::size_t> widths() const;
    std::string part(const std::vector<std::size_t>& shown, const std::vector<std::size_t>& widths) const;

    std::vector<TextColumn> columns_;
    std::vector<std::vector<std::string>> rows_;
};

// Characters that a terminal shows: code points of UTF-8.
std::size_t shown_width(std::string_view text);
// Lines of at most `width` characters, broken at spaces and behind hyphens; a longer word is cut.
std::vector<std::string> folded(std::string_view text, std::size_t width);
// A line of prose, broken at spaces so that each part has at most kTableWidth characters; those behind the first have an indent. A longer
// word stays whole.
std::string wrapped(std::string_view line, std::size_t indent);

}  // namespace bevlogen
