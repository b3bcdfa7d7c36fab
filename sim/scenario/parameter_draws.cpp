// Reads draws through the reader of [parameters], one draw at a time.
#include "sim/scenario/parameter_draws.hpp"

#include <algorithm>
#include <numeric>
#include <optional>

#include "sim/core/contract.hpp"
#include "sim/scenario/keys.hpp"
#include "sim/scenario/parameter_reader.hpp"
#include "sim/scenario/resolved_text.hpp"
#include "sim/scenario/source_files.hpp"
#include "sim/scenario/strict_table.hpp"
#include "sim/scenario/toml_parser.hpp"
#include "sim/scenario/toml_text.hpp"

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

std::size_t ParameterDraws::draw_of(std::size_t replicate) const {
    const std::size_t n = size();
    // Steps of about n over the golden ratio fill a circle evenly, however many they are.
    auto step = static_cast<std::size_t>(0.6180339887498949 * static_cast<double>(n));
    while (std::gcd(step, n) != 1) ++step;
    return replicate % n * step % n;
}

std::optional<ParameterDraws> read_draw_tables(std::span<const TomlValue* const> tables, const std::string& name, const Place& place,
                                               const Vocabulary& vocabulary, Diagnostics& diagnostics) {
    const std::size_t mistakes = diagnostics.size();
    ParameterDraws draws{name, {}, {}, {}};
    for (const TomlValue* draw : tables) add_draw(*draw, vocabulary, draws, diagnostics);
    if (diagnostics.size() == mistakes && draws.size() < 2)
        diagnostics.error(place, "holds one draw; two at least say how sure parameters are ([[draw]] begins another)");
    if (diagnostics.size() > mistakes) return std::nullopt;
    return draws;
}

std::string draw_tables_text(const ParameterDraws& draws, const Vocabulary& vocabulary) {
    std::string text;
    for (const std::vector<double>& draw : draws.values) {
        text += "\n[[draw]]\n";
        for (std::size_t i = 0; i < draw.size(); ++i) {
            const ParameterDecl& decl = vocabulary.parameters.decls()[draws.parameters[i]];
            text += toml_string(decl.path) + " = " + parameter_text(decl, draw[i]) + "\n";
        }
    }
    return text;
}

ParameterDraws parse_parameter_draws(const std::string& text, const std::string& name, const std::string& place,
                                     const Vocabulary& vocabulary) {
    Diagnostics diagnostics;
    const std::optional<TomlValue> tree = parse_toml(text, place, diagnostics);
    if (!tree) throw InputError(diagnostics);
    StrictTable table(*tree, "", diagnostics);
    const auto key = [](std::string_view word) -> const KeyDecl& { return key_named(draws_keys(), word); };
    table.text(key("title"));
    table.text(key("source"));
    auto draws = read_draw_tables(table.tables(key("draw")), name, tree->place, vocabulary, diagnostics);
    table.finish();
    if (!diagnostics.empty()) throw InputError(diagnostics);
    draws->text = text;
    return *std::move(draws);
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
