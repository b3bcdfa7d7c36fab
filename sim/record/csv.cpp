// Quotes what must be quoted.
#include "sim/record/csv.hpp"

#include <algorithm>

namespace bevlogen {
namespace {

constexpr std::size_t kDigitsOfExcel = 15;

bool looks_like_a_formula(std::string_view text) {
    constexpr std::string_view kStarts = "=+-@\t\r";
    return !text.empty() && kStarts.find(text.front()) != std::string_view::npos;
}

bool must_be_quoted(std::string_view text, char separator) {
    return std::ranges::any_of(text, [&](char c) { return c == separator || c == '"' || c == '\n' || c == '\r'; });
}

void append_text(std::string& out, std::string_view text, char separator) {
    const bool quoted = must_be_quoted(text, separator);
    if (quoted) out += '"';
    if (looks_like_a_formula(text)) out += '\'';
    for (const char c : text) {
        if (c == '"') out += '"';
        out += c;
    }
    if (quoted) out += '"';
}

void append_number(std::string& out, std::string_view number, const CsvForm& form) {
    const std::size_t start = out.size();
    out += number;
    if (form.decimal != '.') std::replace(out.begin() + static_cast<std::ptrdiff_t>(start), out.end(), '.', form.decimal);
}

}  // namespace

std::string_view csv_start(const CsvForm& form) { return form.for_excel ? "\xef\xbb\xbf" : ""; }

void append_csv(std::string& out, std::span<const Cell> row, const CsvForm& form) {
    bool is_first = true;
    for (const Cell& cell : row) {
        if (!is_first) out += form.separator;
        is_first = false;
        switch (cell.kind) {
            case CellKind::text: append_text(out, cell.characters, form.separator); break;
            case CellKind::number: append_number(out, cell.characters, form); break;
            case CellKind::identity:
                if (form.for_excel && cell.characters.size() > kDigitsOfExcel) out += '\'';
                out += cell.characters;
                break;
        }
    }
    out += "\r\n";
}

}  // namespace bevlogen
