// Reads draws through the reader of [parameters], one draw at a time.
#include "sim/scenario/parameter_draws.hpp"

#include <algorithm>
#include <optional>

#include "sim/core/contract.hpp"
#include "sim/scenario/keys.hpp"
#include "sim/scenario/parameter_reader.hpp"
#include "sim/scenario/source_files.hpp"
#include "sim/scenario/strict_table.hpp"
#include "sim/scenario/toml_parser.hpp"

namespace bevlogen {
namespace {

std::string paths_of(const std::vector<std::size_t>& parameters, const Vocabulary& vocabulary) {
    std::string paths;
    for (const std::size_t p : parameters) paths += (paths.empty() ? "" : ", ") + vocabulary.parameters.decls()[p].path;
    return paths.empty() ? "nothing" : paths;
}

void add_draw(const TomlValue& table, const Vocabulary& vocabulary, ParameterDraws& draws, Diagnostics& diagnostics) {
    const std::size_t mistakes = diagnostics.size();
    ParameterReader reader(vocabulary, SharedFiles::refused, diagnostics);
    reader.read_settings(table, draws.name);
    if (diagnostics.size() > mistakes) return;
    const std::vector<std::size_t> given = reader.given();
    if (draws.values.empty()) draws.parameters = given;
    if (given.empty() || given != draws.parameters) {
        diagnostics.error(table.place, "draw " + std::to_string(draws.size() + 1) + " gives " + paths_of(given, vocabulary) +
                                           " (every draw gives the same parameters; the first gives " +
                                           paths_of(draws.parameters, vocabulary) + ")");
    }
    const ParameterValues read = reader.take();
    std::vector<double>& values = draws.values.emplace_back();
    for (const std::size_t p : draws.parameters) values.push_back(read.values[p]);
}

}  // namespace

std::optional<std::pair<double, double>> ParameterDraws::range(std::size_t parameter) const {
    const auto found = std::lower_bound(parameters.begin(), parameters.end(), parameter);
    if (found == parameters.end() || *found != parameter) return {};
    const auto i = static_cast<std::size_t>(found - parameters.begin());
    std::pair<double, double> range = {values.front()[i], values.front()[i]};
    for (const std::vector<double>& draw : values) range = {std::min(range.first, draw[i]), std::max(range.second, draw[i])};
    return range;
}

Scenario ParameterDraws::applied(Scenario scenario, std::size_t draw) const {
    expect(draw < values.size(), "a scenario runs under one of the draws");
    for (std::size_t i = 0; i < parameters.size(); ++i) scenario.parameters.values[parameters[i]] = values[draw][i];
    return scenario;
}

ParameterDraws parse_parameter_draws(const std::string& text, const std::string& name, const std::string& place,
                                     const Vocabulary& vocabulary) {
    Diagnostics diagnostics;
    const std::optional<TomlValue> tree = parse_toml(text, place, diagnostics);
    if (!tree) throw InputError(diagnostics);
    ParameterDraws draws{name, text, {}, {}};
    StrictTable table(*tree, "", diagnostics);
    const auto key = [](std::string_view word) -> const KeyDecl& { return key_named(draws_keys(), word); };
    table.text(key("title"));
    table.text(key("source"));
    for (const TomlValue* draw : table.tables(key("draw"))) add_draw(*draw, vocabulary, draws, diagnostics);
    table.finish();
    if (diagnostics.empty() && draws.size() < 2)
        diagnostics.error(tree->place, "holds one draw; two at least say how sure parameters are ([[draw]] begins another)");
    if (!diagnostics.empty()) throw InputError(diagnostics);
    return draws;
}

ParameterDraws read_parameter_draws(const std::filesystem::path& file, const Vocabulary& vocabulary) {
    Diagnostics diagnostics;
    SourceFiles files({}, diagnostics);
    const Place place{file.string(), 0, 0};
    const auto path = files.locate(file.string(), {}, place);
    const auto text = path ? files.read(*path, place) : std::nullopt;
    if (!text) throw InputError(diagnostics);
    return parse_parameter_draws(*text, path->stem().string(), path->string(), vocabulary);
}

void check_drawable(const ParameterDraws& draws, const Vocabulary& vocabulary, Diagnostics& diagnostics) {
    for (const std::size_t p : draws.parameters) {
        const std::string& path = vocabulary.parameters.decls()[p].path;
        if (path.starts_with("world."))
            diagnostics.error({draws.name, 0, 0}, path + " cannot be drawn: all runs of a comparison have the same world and persons");
        if (path.starts_with("costs.discount.") || path == "costs.price_year")
            diagnostics.error({draws.name, 0, 0},
                              path + " cannot be drawn: it is agreed, not estimated; compare two values with report --set");
    }
}

void check_draws_hide_nothing(const ParameterDraws& draws, const std::vector<Scenario>& scenarios, const Vocabulary& vocabulary,
                              Diagnostics& diagnostics) {
    for (std::size_t s = 1; s < scenarios.size(); ++s) {
        for (const std::size_t p : draws.parameters) {
            if (scenarios[s].parameters.values[p] == scenarios.front().parameters.values[p]) continue;
            diagnostics.error({scenarios[s].name, 0, 0}, "sets " + vocabulary.parameters.decls()[p].path +
                                                             ", which the draws would set for all scenarios; leave it out of the draws, or "
                                                             "make the difference an intervention");
        }
    }
}

}  // namespace bevlogen
