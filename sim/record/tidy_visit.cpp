// Reads one outcome of a table run by run and fills the cells of its rows.
#include <algorithm>
#include <array>
#include <string_view>

#include "sim/record/number_cells.hpp"
#include "sim/record/tidy_rows.hpp"

namespace bevlogen {
namespace {

constexpr std::size_t kBytesAtOnce = std::size_t{1} << 28;
constexpr std::array<std::string_view, 3> kRunDimensions = {"scenario", "point", "replicate"};

// Counts through all combinations of places, the last dimension fastest. False after the last.
bool step(std::vector<std::size_t>& at, std::span<const std::size_t> sizes) {
    for (std::size_t d = at.size(); d-- > 0;) {
        if (++at[d] < sizes[d]) return true;
        at[d] = 0;
    }
    return false;
}

}  // namespace

void TidyRows::visit_outcome(const TidyVariable& variable, const std::function<void(std::span<const Cell>)>& on_row) const {
    const StoredVariable& stored = *variable.stored;
    const std::size_t rank = stored.dimensions.size();
    // Leading dimensions that are read one place at a time. Of a sweep many small runs lie together in the file: it is read as a whole
    // while that fits.
    std::size_t runs = 0, whole = stored.value_size;
    for (const StoredDimension& dimension : stored.dimensions) whole *= std::max<std::size_t>(dimension.size, 1);
    const bool is_read_whole = rank > 0 && stored.dimensions.front().name == "point" && whole <= kBytesAtOnce;
    while (!is_read_whole && runs < rank && std::ranges::find(kRunDimensions, stored.dimensions[runs].name) != kRunDimensions.end()) ++runs;

    // Where in a row the cells of each dimension, of the value and of its word stand; the others are the same in all rows.
    std::vector<Cell> row(header().size());
    std::vector<std::size_t> cell_of(dimensions_.size());
    std::size_t column = 0;
    for (std::size_t d = 0; d < dimensions_.size(); ++d) {
        cell_of[d] = column;
        column += dimensions_[d].label_column.empty() ? 1 : 2;
    }
    const std::string unit = text_of(stored, "units");
    const std::string label = choice_.labels ? label_of(stored, *choice_.labels) : std::string();
    if (!has_outcomes_as_dimension()) {
        row[column++] = {variable.outcome, CellKind::text};
        if (choice_.labels) row[column++] = {label, CellKind::text};
    }
    const std::size_t value = column++;
    const std::size_t word = has_codes_ ? column++ : 0;
    const std::size_t of_unit = column;
    row[of_unit] = {unit, CellKind::text};

    NumberCells numbers(stored);
    const CodeWords words(stored, choice_.labels.value_or(Language::english));
    std::vector<std::size_t> sizes;
    for (std::size_t d = 0; d < rank; ++d) {
        if (dimensions_[d].places.empty()) return;
        sizes.push_back(dimensions_[d].places.size());
    }
    const auto set = [&](std::size_t d, std::size_t place) {
        row[cell_of[d]] = {dimensions_[d].values[place], dimensions_[d].kind};
        if (!dimensions_[d].label_column.empty()) row[cell_of[d] + 1] = {dimensions_[d].labels[place], CellKind::text};
        if (unit.empty() && !dimensions_[d].units.empty()) row[of_unit] = {dimensions_[d].units[place], CellKind::text};
    };

    const std::span run_sizes(sizes.data(), runs), row_sizes(sizes.data() + runs, rank - runs);
    std::vector<std::size_t> run(runs, 0);
    do {
        std::vector<std::size_t> first(rank, 0), count;
        for (const StoredDimension& dimension : stored.dimensions) count.push_back(dimension.size);
        for (std::size_t d = 0; d < runs; ++d) first[d] = dimensions_[d].places[run[d]], count[d] = 1, set(d, run[d]);
        const StoredValues values = results_.read(stored, first, count);
        std::vector<std::size_t> at(rank - runs, 0);
        do {
            std::size_t index = 0;
            for (std::size_t d = runs; d < rank; ++d) {
                index = index * count[d] + dimensions_[d].places[at[d - runs]];
                set(d, at[d - runs]);
            }
            const auto bytes = std::span(values.bytes).subspan(index * stored.value_size, stored.value_size);
            row[value] = {numbers.characters(bytes), CellKind::number};
            if (has_codes_) row[word] = {words.word(bytes), CellKind::text};
            on_row(row);
        } while (step(at, row_sizes));
    } while (step(run, run_sizes));
}

}  // namespace bevlogen
