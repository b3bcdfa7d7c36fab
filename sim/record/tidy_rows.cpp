// Chooses rows by what was asked, and reads them in boxes of one run.
#include "sim/record/tidy_rows.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>
#include <utility>

#include "sim/core/diagnostic.hpp"
#include "sim/core/nearest_name.hpp"
#include "sim/core/week.hpp"
#include "sim/record/h5_read.hpp"
#include "sim/record/number_cells.hpp"

namespace bevlogen {
namespace {

constexpr const char* kOutcome = "outcome";

[[noreturn]] void refuse(const std::string& option, std::string sentence) { throw InputError({option, 0, 0}, std::move(sentence)); }

// What stands along a dimension: names or numbers as characters.
std::vector<std::string> values_along(const StoredResults& results, const StoredVariable& coordinate) {
    const StoredValues stored = results.read(coordinate);
    if (coordinate.kind == StoredKind::text) return stored.texts;
    if (coordinate.kind == StoredKind::other)
        throw InputError({results.path().string(), 0, 0}, fmt::format("has neither names nor numbers along {}", coordinate.name));
    std::vector<std::string> values;
    NumberCells cells(coordinate);
    for (std::size_t at = 0; at < stored.bytes.size(); at += coordinate.value_size)
        values.emplace_back(cells.characters(std::span(stored.bytes).subspan(at, coordinate.value_size)));
    return values;
}

// The year of each place along a dimension that is time; empty where it is none.
std::vector<int> years_along(const StoredResults& results, const std::string& dimension) {
    const StoredVariable* coordinate = results.find(dimension);
    if (coordinate == nullptr || !coordinate->is_coordinate || coordinate->kind != StoredKind::whole) return {};
    const bool is_years = dimension == "year", is_weeks = text_of(*coordinate, "units") == "week";
    if (!is_years && !is_weeks) return {};
    const StoredValues stored = results.read(*coordinate);
    std::vector<int> years;
    for (std::size_t at = 0; at < stored.bytes.size(); at += coordinate->value_size) {
        const auto time = static_cast<int>(h5::whole_of(std::span(stored.bytes).subspan(at, coordinate->value_size)));
        years.push_back(is_years ? time : (time - 1) / kWeeksPerYear + 1);
    }
    return years;
}

}  // namespace

TidyRows::TidyRows(const StoredResults& results, TidyChoice choice) : results_(results), choice_(std::move(choice)) {
    const std::vector<TidyTable> tables = tidy_tables(results_);
    choose_table(tables);
    if (has_outcomes_as_dimension() && !choice_.outcomes.empty()) choice_.kept[kOutcome] = std::exchange(choice_.outcomes, {});
    choose_outcomes(tables);
    choose_places();
    if (!choice_.labels) return;
    for (TidyDimension& dimension : dimensions_) label(dimension);
    for (const TidyVariable& variable : table_.variables) has_codes_ |= !CodeWords(*variable.stored, *choice_.labels).empty();
}

void TidyRows::choose_table(const std::vector<TidyTable>& tables) {
    std::vector<std::string> names;
    for (const TidyTable& table : tables) {
        if (table.name == choice_.table) table_ = table;
        names.push_back(table.name);
    }
    if (table_.variables.empty())
        refuse("--table",
               fmt::format("{} has no table \"{}\"{}", results_.path().string(), choice_.table, suggestion(choice_.table, names)));
}

void TidyRows::choose_outcomes(const std::vector<TidyTable>& tables) {
    const std::vector<TidyVariable> all = table_.variables;
    const auto of_name = [](const TidyTable& table, const std::string& name) {
        const auto found = std::find_if(table.variables.begin(), table.variables.end(),
                                        [&](const TidyVariable& v) { return v.outcome == name || v.stored->name == name; });
        return found == table.variables.end() ? nullptr : &*found;
    };
    std::vector<TidyVariable> chosen;
    Diagnostics diagnostics;
    for (const std::string& name : choice_.outcomes) {
        if (const TidyVariable* found = of_name(table_, name)) {
            if (std::ranges::none_of(chosen, [&](const TidyVariable& v) { return v.stored == found->stored; })) chosen.push_back(*found);
            continue;
        }
        std::vector<std::string> elsewhere;
        for (const TidyTable& table : tables) {
            if (of_name(table, name)) elsewhere.push_back(table.name);
        }
        const std::string hint =
            elsewhere.empty() ? suggestion(name, table_.outcomes()) : fmt::format("; --table {} has it", fmt::join(elsewhere, ", "));
        diagnostics.error({"--outcome", 0, 0}, fmt::format("the table {} has no outcome \"{}\"{}", table_.name, name, hint));
    }
    if (!diagnostics.empty()) throw InputError(diagnostics);
    if (choice_.outcomes.empty()) {
        for (const std::string& name : choice_.preferred) {
            if (const TidyVariable* found = table_.find(name)) chosen.push_back(*found);
        }
    }
    table_.variables = chosen.empty() ? all : chosen;
}

TidyDimension TidyRows::dimension(const std::string& name) const {
    TidyDimension dimension{name, CellKind::number, {}, {}, {}, {}, {}};
    if (const StoredVariable* coordinate = results_.find(name); coordinate && coordinate->is_coordinate) {
        dimension.values = values_along(results_, *coordinate);
        if (coordinate->kind == StoredKind::text) dimension.kind = CellKind::text;
        if (coordinate->kind == StoredKind::whole && coordinate->value_size == sizeof(std::int64_t)) dimension.kind = CellKind::identity;
    } else {  // no coordinate: places from 1
        bool is_known = false;
        for (const TidyVariable& variable : table_.variables) {
            for (const StoredDimension& stored : variable.stored->dimensions) {
                if (stored.name != name) continue;
                if (is_known && stored.size != dimension.values.size())
                    refuse(results_.path().string(), fmt::format("is damaged: along {} variables of one table have {} places and {}", name,
                                                                 stored.size, dimension.values.size()));
                for (std::size_t i = dimension.values.size() + 1; i <= stored.size; ++i) dimension.values.push_back(std::to_string(i));
                is_known = true;
            }
        }
    }
    dimension.places.resize(dimension.values.size());
    std::iota(dimension.places.begin(), dimension.places.end(), std::size_t{0});
    return dimension;
}

void TidyRows::choose_places() {
    for (const std::string& name : table_.dimensions) dimensions_.push_back(dimension(name));
    for (const auto& [name, values] : choice_.kept) {
        const std::string option = "--" + name;
        const auto along = std::ranges::find(dimensions_, name, &TidyDimension::name);
        if (along == dimensions_.end())
            refuse(option, fmt::format("the table {} has no {}; it has {}", table_.name, name, fmt::join(table_.dimensions, ", ")));
        for (const std::string& value : values) {
            if (std::ranges::find(along->values, value) == along->values.end())
                refuse(option,
                       fmt::format("{} has no {} \"{}\"{}", results_.path().string(), name, value, suggestion(value, along->values)));
        }
        std::erase_if(along->places,
                      [&, &kept = values](std::size_t place) { return std::ranges::find(kept, along->values[place]) == kept.end(); });
    }
    if (choice_.year) {
        bool has_time = false;
        for (TidyDimension& along : dimensions_) {
            const std::vector<int> years = years_along(results_, along.name);
            if (years.empty()) continue;
            has_time = true;
            std::erase_if(along.places, [&](std::size_t place) { return years[place] != *choice_.year; });
            if (along.places.empty())
                refuse("--year", fmt::format("the table {} has nothing of year {}; the file has years {} to {}", table_.name, *choice_.year,
                                             years.front(), years.back()));
        }
        if (!has_time)
            refuse("--year", fmt::format("the table {} has no time; it has {}", table_.name, fmt::join(table_.dimensions, ", ")));
    }
    for (TidyDimension& along : dimensions_) {
        const StoredVariable* units = results_.find(along.name + "_unit");
        if (!units || units->kind != StoredKind::text) continue;
        const std::vector<std::string> all = results_.read(*units).texts;
        if (all.size() < along.values.size()) continue;
        for (const std::size_t place : along.places) along.units.push_back(all[place] == "1" ? "" : all[place]);
    }
    for (TidyDimension& along : dimensions_) {
        std::vector<std::string> kept;
        for (const std::size_t place : along.places) kept.push_back(along.values[place]);
        along.values = std::move(kept);
    }
}

// Texts over this dimension alone: its label in the language, or its title or name.
void TidyRows::label(TidyDimension& dimension) const {
    const std::string language = *choice_.labels == Language::dutch ? "nl" : "en";
    for (const auto& [column, name] :
         {std::pair{dimension.name + "_label", dimension.name + "_label_" + language},
          std::pair{dimension.name + "_title", dimension.name + (language == "nl" ? "_title_nl" : "_title")},
          std::pair{dimension.name + "_title", dimension.name + "_title"}, std::pair{dimension.name + "_name", dimension.name + "_name"}}) {
        const StoredVariable* texts = results_.find(name);
        if (texts == nullptr || texts->kind != StoredKind::text || texts->dimensions.size() != 1 ||
            texts->dimensions[0].name != dimension.name)
            continue;
        const std::vector<std::string> all = results_.read(*texts).texts;
        dimension.label_column = column;
        for (const std::size_t place : dimension.places) dimension.labels.push_back(all[place]);
        return;
    }
}

std::vector<std::string> TidyRows::header() const {
    std::vector<std::string> names;
    for (const TidyDimension& dimension : dimensions_) {
        names.push_back(dimension.name);
        if (!dimension.label_column.empty()) names.push_back(dimension.label_column);
    }
    if (!has_outcomes_as_dimension()) {
        names.emplace_back(kOutcome);
        if (choice_.labels) names.emplace_back("outcome_label");
    }
    names.emplace_back("value");
    if (has_codes_) names.emplace_back("value_label");
    names.emplace_back("unit");
    return names;
}

bool TidyRows::has_outcomes_as_dimension() const { return std::ranges::find(table_.dimensions, kOutcome) != table_.dimensions.end(); }

std::size_t TidyRows::size() const {
    std::size_t rows = 0;
    for (const TidyVariable& variable : table_.variables) {
        std::size_t of_variable = 1;
        for (std::size_t d = 0; d < variable.stored->dimensions.size(); ++d) of_variable *= dimensions_[d].places.size();
        rows += of_variable;
    }
    return rows;
}

void TidyRows::visit(const std::function<void(std::span<const Cell>)>& on_row) const {
    for (const TidyVariable& variable : table_.variables) visit_outcome(variable, on_row);
}

}  // namespace bevlogen
