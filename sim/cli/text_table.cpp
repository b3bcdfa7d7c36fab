// Measures, folds and aligns cells.
#include "sim/cli/text_table.hpp"

#include <algorithm>

#include "sim/core/contract.hpp"

namespace bevlogen {
namespace {

constexpr std::size_t kIndent = 2;
constexpr std::size_t kGap = 2;

bool continues_a_character(char c) { return (static_cast<unsigned char>(c) & 0xC0u) == 0x80u; }

// Bytes of the first `characters` of a text.
std::size_t bytes_of(std::string_view text, std::size_t characters) {
    std::size_t bytes = 0;
    for (; bytes < text.size(); ++bytes) {
        if (!continues_a_character(text[bytes]) && characters-- == 0) break;
    }
    return bytes;
}

// Pieces that a line may end behind: words with the space behind them, parts of a word with their hyphen.
std::vector<std::string_view> pieces_of(std::string_view text) {
    std::vector<std::string_view> pieces;
    while (!text.empty()) {
        const std::size_t end = text.find_first_of(" -");
        const std::size_t size = end == std::string_view::npos ? text.size() : end + 1;
        pieces.push_back(text.substr(0, size));
        text.remove_prefix(size);
    }
    return pieces;
}

std::string without_spaces_behind(std::string text) {
    text.erase(text.find_last_not_of(' ') + 1);
    return text;
}

std::string aligned(const std::string& text, Align align, std::size_t width) {
    const std::size_t size = shown_width(text);
    const std::string space(width > size ? width - size : 0, ' ');
    return align == Align::left ? text + space : space + text;
}

}  // namespace

std::size_t shown_width(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) { return !continues_a_character(c); }));
}

std::vector<std::string> folded(std::string_view text, std::size_t width) {
    std::vector<std::string> lines = {""};
    for (std::string_view piece : pieces_of(text)) {
        const std::size_t needed = shown_width(without_spaces_behind(std::string(piece)));
        if (!lines.back().empty() && shown_width(lines.back()) + needed > width) lines.emplace_back();
        while (lines.back().empty() && shown_width(without_spaces_behind(std::string(piece))) > width) {
            const std::size_t cut = bytes_of(piece, width);
            lines.back() = piece.substr(0, cut);
            lines.emplace_back();
            piece.remove_prefix(cut);
        }
        lines.back() += piece;
    }
    for (std::string& line : lines) line = without_spaces_behind(std::move(line));
    if (lines.size() > 1 && lines.back().empty()) lines.pop_back();
    return lines;
}

std::string wrapped(std::string_view line, std::size_t indent) {
    std::string text;
    std::size_t width = 0;
    for (std::size_t begin = 0; begin < line.size();) {
        const std::size_t word = std::min(line.find_first_not_of(' ', begin), line.size());
        const std::size_t end = std::min(line.find(' ', word), line.size());
        const std::size_t needed = shown_width(line.substr(begin, end - begin));
        if (width > indent && width + needed > kTableWidth) {
            text.append("\n").append(indent, ' ').append(line.substr(word, end - word));
            width = indent + shown_width(line.substr(word, end - word));
        } else {
            text.append(line.substr(begin, end - begin));
            width += needed;
        }
        begin = end;
    }
    return text;
}

void TextTable::add(std::vector<std::string> cells) {
    expect(cells.size() == columns_.size(), "a row has a cell for each column");
    rows_.push_back(std::move(cells));
}

std::vector<std::size_t> TextTable::widths() const {
    std::vector<std::size_t> widths;
    for (std::size_t c = 0; c < columns_.size(); ++c) {
        std::size_t cells = 0;
        for (const auto& row : rows_) cells = std::max(cells, shown_width(row[c]));
        const bool is_left = columns_[c].align == Align::left;
        if (is_left) cells = std::min(cells, columns_[c].widest);
        std::size_t heading = 0;
        for (const std::string& line : folded(columns_[c].heading, std::max(cells, columns_[c].widest)))
            heading = std::max(heading, shown_width(line));
        widths.push_back(std::max(cells, heading));
    }
    return widths;
}

std::string TextTable::part(const std::vector<std::size_t>& shown, const std::vector<std::size_t>& widths) const {
    std::string text;
    // Lines of one row, each a list of cells; `from_below`: short cells stand on the last line.
    const auto add_row = [&](const std::vector<std::vector<std::string>>& cells, bool from_below) {
        std::size_t height = 0;
        for (const auto& lines : cells) height = std::max(height, lines.size());
        for (std::size_t line = 0; line < height; ++line) {
            std::string row(kIndent, ' ');
            for (std::size_t k = 0; k < shown.size(); ++k) {
                const std::size_t skipped = from_below ? height - cells[k].size() : 0;
                const bool is_there = line >= skipped && line - skipped < cells[k].size();
                row += aligned(is_there ? cells[k][line - skipped] : std::string(), columns_[shown[k]].align, widths[shown[k]]);
                row += std::string(kGap, ' ');
            }
            text += without_spaces_behind(std::move(row)) + "\n";
        }
    };
    std::vector<std::vector<std::string>> cells;
    bool has_headings = false;
    for (const std::size_t c : shown) {
        cells.push_back(folded(columns_[c].heading, widths[c]));
        has_headings = has_headings || !columns_[c].heading.empty();
    }
    if (has_headings) add_row(cells, true);
    for (const auto& row : rows_) {
        cells.clear();
        for (const std::size_t c : shown) {
            cells.push_back(columns_[c].align == Align::left ? folded(row[c], widths[c]) : std::vector<std::string>{row[c]});
        }
        add_row(cells, false);
    }
    return text;
}

std::string TextTable::text(std::size_t repeated) const {
    const std::vector<std::size_t> width = widths();
    std::vector<std::size_t> first;
    std::size_t taken = kIndent;
    for (std::size_t c = 0; c < std::min(repeated, columns_.size()); ++c) first.push_back(c), taken += width[c] + kGap;
    std::size_t widest = 0, others = 0;
    for (std::size_t c = first.size(); c < columns_.size(); ++c) widest = std::max(widest, width[c] + kGap), others += width[c] + kGap;
    const std::size_t rest = columns_.size() - first.size();
    std::size_t in_each = rest;
    if (taken + others > kTableWidth + kGap) {
        const std::size_t space = kTableWidth + kGap > taken ? kTableWidth + kGap - taken : 0;
        const std::size_t fitting = std::max<std::size_t>(1, space / widest);
        const std::size_t tables = (rest + fitting - 1) / fitting;
        in_each = (rest + tables - 1) / tables;
    }
    std::string text;
    for (std::size_t begin = first.size(); begin == first.size() || begin < columns_.size(); begin += std::max<std::size_t>(1, in_each)) {
        std::vector<std::size_t> shown = first;
        for (std::size_t c = begin; c < std::min(begin + in_each, columns_.size()); ++c) shown.push_back(c);
        text += (text.empty() ? "" : "\n") + part(shown, width);
        if (in_each == 0) break;
    }
    return text;
}

}  // namespace bevlogen
