// Rows of cells as comma-separated values: the form that programs read, and those that Excel opens by a double click.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace bevlogen {

enum class CellKind { text, number, identity };

// `characters` of a number are as C writes it, with a point; empty where it is missing. An identity is a whole number that is not counted
// with.
struct Cell {
    std::string_view characters;
    CellKind kind = CellKind::text;
};

// RFC 4180: lines end with CR LF; a cell with separator, quote or line end stands in quotes, and quotes in it are doubled.
// A text that a spreadsheet would take for a formula (its first character is = + - @, a tab or CR) gets an apostrophe before it, in every
// form, since every form can be opened in one.
struct CsvForm {
    char separator = ',';
    char decimal = '.';
    // UTF-8's byte order mark first; and identities of more than 15 digits, which Excel would round, get an apostrophe too.
    bool for_excel = false;

    static CsvForm plain() { return {}; }
    static CsvForm excel_english() { return {',', '.', true}; }
    static CsvForm excel_dutch() { return {';', ',', true}; }
};

// What a file begins with.
std::string_view csv_start(const CsvForm& form);
void append_csv(std::string& out, std::span<const Cell> row, const CsvForm& form);

}  // namespace bevlogen
