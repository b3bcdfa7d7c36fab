// The numbers behind a figure, as CSV.
#pragma once

#include <string>
#include <variant>
#include <vector>

namespace bevlogen {

using TableCell = std::variant<std::string, double>;

struct Table {
    std::vector<std::string> columns;  // "week", "burnt_out [1]": names with units
    std::vector<std::vector<TableCell>> rows;
};

// As results are exported: numbers to nine digits with a point, whatever the language; what is not a number is empty.
std::string csv_text(const Table& table);

}  // namespace bevlogen
