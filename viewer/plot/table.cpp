// Hands the cells to the writer of tables that the command line has.
#include "viewer/plot/table.hpp"

#include <fmt/format.h>

#include <cmath>

#include "sim/record/csv.hpp"

namespace bevlogen {
namespace {

std::string characters_of(const TableCell& cell) {
    if (const auto* text = std::get_if<std::string>(&cell)) return *text;
    const double number = std::get<double>(cell);
    return std::isfinite(number) ? fmt::format("{:.9g}", number) : std::string();
}

}  // namespace

std::string csv_text(const Table& table) {
    std::string out(csv_start(CsvForm::plain()));
    std::vector<Cell> head;
    for (const std::string& column : table.columns) head.push_back({column});
    append_csv(out, head, CsvForm::plain());
    for (const auto& row : table.rows) {
        std::vector<std::string> characters;
        std::vector<Cell> cells;
        for (const TableCell& cell : row) characters.push_back(characters_of(cell));
        for (std::size_t c = 0; c < row.size(); ++c)
            cells.push_back({characters[c], std::holds_alternative<double>(row[c]) ? CellKind::number : CellKind::text});
        append_csv(out, cells, CsvForm::plain());
    }
    return out;
}

}  // namespace bevlogen
