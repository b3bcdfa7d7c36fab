// Draws of parameters that are about equally plausible, as a calibration writes them or a hand: what the parameters may be.
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "sim/scenario/scenario.hpp"
#include "sim/scenario/toml_value.hpp"
#include "sim/scenario/vocabulary.hpp"

namespace bevlogen {

// Every draw gives a value to the same parameters.
struct ParameterDraws {
    std::string name;                         // of the file, without its ending
    std::string text;                         // as read
    std::vector<std::size_t> parameters;      // indices into the vocabulary's table, ascending
    std::vector<std::vector<double>> values;  // [draw][parameter]

    std::size_t size() const { return values.size(); }
    // Where replicates have a draw each: any few replicates in a row (from 0) take draws from all over the list, and the same whenever more
    // follow. From size() on draws come again.
    std::size_t draw_of(std::size_t replicate) const;
    // Least and largest value of a parameter (index into the vocabulary's table), if it is drawn.
    std::optional<std::pair<double, double>> range(std::size_t parameter) const;
    // The scenario under one draw (from 0).
    Scenario applied(Scenario scenario, std::size_t draw) const;
};

// A TOML file of tables `[[draw]]`, each `"path" = value` as in [parameters]. Throws InputError with every mistake: unknown paths, values
// out of bounds, draws of different parameters, fewer than two of them.
ParameterDraws read_parameter_draws(const std::filesystem::path& file, const Vocabulary& vocabulary);

// The same from text, as carried by a results file. `place` stands in diagnostics.
ParameterDraws parse_parameter_draws(const std::string& text, const std::string& name, const std::string& place,
                                     const Vocabulary& vocabulary);

// The same from tables `[[draw]]` of another file; nothing, and diagnostics, where something is wrong. `place` is where there are too few.
std::optional<ParameterDraws> read_draw_tables(std::span<const TomlValue* const> tables, const std::string& name, const Place& place,
                                               const Vocabulary& vocabulary, Diagnostics& diagnostics);
// Tables that read as the same draws.
std::string draw_tables_text(const ParameterDraws& draws, const Vocabulary& vocabulary);

// What cannot be drawn is an error: parameters of the world, in which all scenarios of a comparison have their persons; discount rates and
// the price year, which are agreed and not estimated.
void check_drawable(const ParameterDraws& draws, const Vocabulary& vocabulary, Diagnostics& diagnostics);

// What a scenario sets itself must not be hidden by a draw: an error for each drawn parameter in which an alternative differs from the
// base.
void check_draws_hide_nothing(const ParameterDraws& draws, const std::vector<Scenario>& scenarios, const Vocabulary& vocabulary,
                              Diagnostics& diagnostics);

}  // namespace bevlogen
