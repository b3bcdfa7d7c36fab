// Reads the table `numbers` and compares each value with its range.
#include "sim/scenario/number_origins.hpp"

#include <algorithm>
#include <optional>

#include "sim/scenario/intervention_paths.hpp"
#include "sim/scenario/keys.hpp"
#include "sim/scenario/lever_slots.hpp"
#include "sim/scenario/path_suggestion.hpp"
#include "sim/scenario/strict_table.hpp"
#include "sim/scenario/toml_text.hpp"

namespace bevlogen {
namespace {

std::string range_text(double low, double high) { return "[" + shortest_number(low) + ", " + shortest_number(high) + "]"; }

class NumberReader {
  public:
    NumberReader(const Vocabulary& vocabulary, Diagnostics& diagnostics) : diagnostics_(diagnostics) {
        for (KeyPath& path : intervention_paths(vocabulary)) {
            if (!path.is_number()) continue;
            valid_.push_back(path.path);
            keys_.push_back(std::move(path.key));
        }
    }

    std::optional<NumberOrigin> read(const TomlValue& value) {
        StrictTable table(value, "numbers", diagnostics_);
        const auto path = table.text(key_named(number_keys(), "path"));
        const auto from = table.word(key_named(number_keys(), "from"));
        const auto range = table.range(key_named(number_keys(), "range"));
        const auto note = table.text(key_named(number_keys(), "note"));
        table.finish();
        if (!path) return std::nullopt;
        const auto known = std::find(valid_.begin(), valid_.end(), *path);
        if (known == valid_.end()) {
            diagnostics_.error(table.place_of("path"),
                               "numbers name the unknown path " + toml_string(*path) + path_suggestion(*path, valid_));
        } else if (const KeyDecl& key = keys_[static_cast<std::size_t>(known - valid_.begin())];
                   range && (!key.holds(range->low) || !key.holds(range->high))) {
            diagnostics_.error(table.place_of("range"), "the range of " + *path + " is " + range_text(range->low, range->high) +
                                                            " (must lie within " + bounds_text(key) + ")");
        }
        if (!from) return std::nullopt;
        NumberOrigin number{*path, *from == "source" ? NumberFrom::source : NumberFrom::assumed, std::nullopt, note.value_or("")};
        if (range) number.range = PlausibleRange{range->low, range->high};
        if (number.from == NumberFrom::assumed && !table.has("range")) {
            diagnostics_.error(table.place(), "the range of " + *path + " is missing (what is assumed has one: [low, high])");
        }
        return number;
    }

  private:
    Diagnostics& diagnostics_;
    std::vector<std::string> valid_;
    std::vector<KeyDecl> keys_;  // of those paths
};

// The number behind "costs.", "scope.", or a moment; none where it is not one of those, or not set.
std::optional<double> fixed_value(const Intervention& it, std::string_view path) {
    if (path == "uptake") return it.uptake;
    if (path == "scope.team_share") return it.scope.team_share;
    if (path == "scope.coverage") return it.scope.coverage;
    if (path == "scope.arm" && it.scope.arm) return *it.scope.arm;
    if (path == "costs.one_off_euro") return it.catalogue.costs.one_off_euro;
    if (path == "costs.euro_per_year") return it.catalogue.costs.euro_per_year;
    if (path == "costs.euro_per_person_year") return it.catalogue.costs.euro_per_person_year;
    const auto in_unit = [&](Week week) {
        const bool is_years = path.ends_with(".year") || path.ends_with(".years");
        return static_cast<double>(week.value) / (is_years ? kWeeksPerYear : 1);
    };
    if (path.starts_with("start.")) return in_unit(it.schedule.start);
    if (path.starts_with("ramp.")) return in_unit(it.schedule.ramp);
    if (path.starts_with("end.") && it.schedule.end) return in_unit(*it.schedule.end);
    return std::nullopt;
}

}  // namespace

std::string_view word_of(NumberFrom from) { return from == NumberFrom::source ? "source" : "assumed"; }

std::vector<NumberOrigin> read_number_origins(const std::vector<const TomlValue*>& tables, const Vocabulary& vocabulary,
                                              Diagnostics& diagnostics) {
    std::vector<NumberOrigin> numbers;
    if (tables.empty()) return numbers;
    NumberReader reader(vocabulary, diagnostics);
    for (const TomlValue* table : tables) {
        auto number = reader.read(*table);
        if (!number) continue;
        const bool is_new =
            std::none_of(numbers.begin(), numbers.end(), [&](const NumberOrigin& other) { return other.path == number->path; });
        if (!is_new) diagnostics.error(table->find("path")->place, "numbers name " + number->path + " twice");
        numbers.push_back(std::move(*number));
    }
    return numbers;
}

std::vector<double> values_at(const Intervention& it, std::string_view path, const Vocabulary& vocabulary) {
    std::vector<double> values;
    for (const LeverSetting& setting : it.levers) {
        const LeverDecl& lever = vocabulary.levers[setting.lever];
        std::size_t first = 0;
        for (const LeverKey& key : lever.keys) {
            const std::string whole = lever.name + "." + key.name;
            const std::size_t slots = key_slots(vocabulary.scope_axes, key);
            for (std::size_t s = 0; s < slots; ++s) {
                const bool is_named = key.axis && path == whole + "." + vocabulary.scope_axes[*key.axis].values[s];
                const double value = setting.values[first + s];
                if ((is_named || path == whole) && is_set(value)) values.push_back(value);
            }
            first += slots;
        }
    }
    if (const auto value = fixed_value(it, path)) values.push_back(*value);
    return values;
}

void check_number_origins(const Intervention& it, const std::vector<const TomlValue*>& tables, const Vocabulary& vocabulary,
                          Diagnostics& diagnostics) {
    std::vector<std::string> known;
    for (const KeyPath& path : intervention_paths(vocabulary)) {
        if (path.is_number()) known.push_back(path.path);
    }
    for (const NumberOrigin& number : it.catalogue.numbers) {
        if (std::find(known.begin(), known.end(), number.path) == known.end()) continue;  // reported already
        const auto table = std::find_if(tables.begin(), tables.end(), [&](const TomlValue* candidate) {
            const TomlValue* path = candidate->find("path");
            return path && path->text == number.path;
        });
        const std::vector<double> values = values_at(it, number.path, vocabulary);
        if (values.empty()) {
            diagnostics.error((*table)->find("path")->place, "numbers name " + number.path + ", which the entry does not set");
        }
        if (!number.range) continue;
        const auto outside = std::find_if(values.begin(), values.end(),
                                          [&](double value) { return value < number.range->low || value > number.range->high; });
        if (outside == values.end()) continue;
        diagnostics.error((*table)->find("range")->place, number.path + " = " + shortest_number(*outside) + " lies outside its range " +
                                                              range_text(number.range->low, number.range->high));
    }
}

}  // namespace bevlogen
