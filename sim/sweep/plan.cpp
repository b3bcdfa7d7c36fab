// Reads plans and makes their points.
#include "sim/sweep/plan.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "sim/core/build_info.hpp"
#include "sim/core/nearest_name.hpp"
#include "sim/engine/vocabularies.hpp"
#include "sim/random/quasi_random.hpp"
#include "sim/scenario/file_kind.hpp"
#include "sim/scenario/keys.hpp"
#include "sim/scenario/resolved_text.hpp"
#include "sim/scenario/settings.hpp"
#include "sim/scenario/source_files.hpp"
#include "sim/scenario/strict_table.hpp"
#include "sim/scenario/toml_parser.hpp"
#include "sim/scenario/toml_text.hpp"
#include "sim/scenario/top_file.hpp"
#include "sim/sweep/axis_reader.hpp"
#include "sim/sweep/design.hpp"

namespace bevlogen {
namespace {

constexpr double kMostPoints = 1e7;
constexpr double kMostRuns = 1e8;

const KeyDecl& key(std::string_view name) { return key_named(sweep_keys(), name); }
const KeyDecl& design_key(std::string_view name) { return key_named(design_keys(), name); }

// What each kind of design counts, and under which key.
const char* count_key(DesignKind kind) {
    switch (kind) {
        case DesignKind::latin_hypercube: return "points";
        case DesignKind::sobol: return "rows";
        case DesignKind::morris: return "trajectories";
        default: return nullptr;
    }
}

class PlanReader {
  public:
    PlanReader(const TomlValue& tree, Diagnostics& diagnostics) : tree_(tree), table_(tree, "", diagnostics), diagnostics_(diagnostics) {}

    // Everything but the scenario and what needs it. Call read_rest() with the scenario afterwards.
    void read_head(SweepPlan& plan) {
        plan.title = table_.label(key("title")).value_or(Label::same(plan.name));
        plan.question = table_.label(key("question")).value_or(Label{});
        replicates = table_.whole_number(key("replicates"));
        if (const TomlValue* set = table_.table(key("set"))) settings = read_settings(*set, diagnostics_);
        read_design(plan.design);
    }

    std::optional<std::string> scenario() { return table_.text(key("scenario")); }
    const Place& scenario_place() const { return table_.place_of("scenario"); }

    // Where there is no scenario to read the rest against: unknown keys are told all the same.
    void pass_over_rest() {
        table_.texts(key("outcomes"));
        table_.tables(key("axis")), table_.tables(key("draw")), table_.text(key("parameters"));
        finish();
    }

    void read_rest(SweepPlan& plan, const Model& model) {
        read_outcomes(plan, model);
        draws_name = table_.text(key("parameters"));
        if (const auto tables = table_.tables(key("draw")); !tables.empty())
            plan.draws =
                read_draw_tables(tables, draws_name.value_or(plan.name), table_.place_of("draw"), model.vocabulary(), diagnostics_);
        for (const TomlValue* table : table_.tables(key("axis"))) {
            for (Axis& axis : read_axis(*table, plan.base, model.vocabulary(), diagnostics_)) {
                const bool is_there = std::any_of(plan.axes.begin(), plan.axes.end(), [&](const Axis& a) { return a.path == axis.path; });
                if (is_there) diagnostics_.error(table->place, fmt::format("\"{}\" is varied twice", axis.path));
                plan.axes.push_back(std::move(axis));
            }
        }
        finish();
        if (diagnostics_.empty() && plan.axes.empty()) diagnostics_.error(table_.place_of("axis"), "axis = [] varies nothing");
        if (diagnostics_.empty()) check_axes_fit(plan);
    }

    void finish() { table_.finish(); }

    std::optional<std::int64_t> replicates;
    std::vector<Override> settings;
    std::optional<std::string> draws_name;  // a file, or what draws in the plan are called
    const Place& draws_place() const { return table_.place_of("parameters"); }

  private:
    void read_design(DesignDecl& design) {
        const TomlValue* tree = table_.table(key("design"));
        if (!tree) return;
        StrictTable table(*tree, "[design]", diagnostics_);
        const auto kind = table.word(design_key("kind"));
        const auto seed = table.whole_number(design_key("seed"));
        const auto levels = table.whole_number(design_key("levels"));
        const auto& kinds = design_key("kind").words;  // in the order of DesignKind
        if (kind) design.kind = static_cast<DesignKind>(std::find(kinds.begin(), kinds.end(), *kind) - kinds.begin());
        if (seed) design.seed = static_cast<std::uint32_t>(*seed);
        if (levels) design.levels = static_cast<std::size_t>(*levels);
        const char* counted = kind ? count_key(design.kind) : nullptr;
        for (const char* name : {"points", "rows", "trajectories"}) {
            const auto count = table.whole_number(design_key(name));
            if (!kind || !table.has(name)) continue;
            if (counted == nullptr || std::string_view(name) != counted) {
                diagnostics_.error(table.place_of(name), fmt::format("`{}` says nothing of a {} design{}", name, *kind,
                                                                     counted ? fmt::format("; its size is `{}`", counted) : std::string()));
            } else if (count) {
                design.count = static_cast<std::size_t>(*count);
            }
        }
        if (counted && !table.has(counted)) diagnostics_.error(table.place(), fmt::format("a {} design needs `{}`", *kind, counted));
        if (design.levels % 2 != 0) diagnostics_.error(table.place_of("levels"), "levels is an even number");
        if (kind && design.kind != DesignKind::morris && table.has("levels"))
            diagnostics_.error(table.place_of("levels"), "`levels` is of a design of Morris");
        table.finish();
    }

    void read_outcomes(SweepPlan& plan, const Model& model) {
        const std::vector<OutcomeDecl>& decls = model.outcomes();
        std::vector<std::string> valid;
        for (const OutcomeDecl& decl : decls) valid.push_back(decl.name);
        if (const auto names = table_.texts(key("outcomes"))) {
            const TomlValue& array = *tree_.find("outcomes");
            if (names->empty()) diagnostics_.error(array.place, "outcomes = [] keeps nothing");
            for (std::size_t i = 0; i < names->size(); ++i) {
                const auto found = std::find(valid.begin(), valid.end(), (*names)[i]);
                if (found == valid.end()) {
                    diagnostics_.error(array.items[i].place,
                                       fmt::format("unknown outcome \"{}\"{}", (*names)[i], suggestion((*names)[i], valid)));
                } else {
                    plan.outcomes.push_back(static_cast<std::size_t>(found - valid.begin()));
                }
            }
            std::sort(plan.outcomes.begin(), plan.outcomes.end());
            return;
        }
        if (table_.has("outcomes")) return;  // wrong, and reported
        for (std::size_t o = 0; o < decls.size(); ++o) {
            if (decls[o].headline) plan.outcomes.push_back(o);
        }
        if (plan.outcomes.empty()) {
            for (std::size_t o = 0; o < decls.size(); ++o) plan.outcomes.push_back(o);
        }
    }

    void check_axes_fit(const SweepPlan& plan) {
        const Place& place = table_.place_of("design");
        const DesignDecl& design = plan.design;
        if (design.kind == DesignKind::grid || design.kind == DesignKind::list) {
            double points = 1.0;
            for (const Axis& axis : plan.axes) {
                if (axis.spread != Spread::values) {
                    diagnostics_.error(place, fmt::format("a {} needs the `values` of \"{}\"", word_of(design.kind), axis.path));
                    continue;
                }
                points *= static_cast<double>(axis.values.size());
                std::vector<double> values = axis.values;
                std::sort(values.begin(), values.end());
                if (design.kind == DesignKind::grid && std::adjacent_find(values.begin(), values.end()) != values.end())
                    diagnostics_.error(place, fmt::format("\"{}\" has a value twice; a grid takes each once", axis.path));
                if (design.kind == DesignKind::list && axis.values.size() != plan.axes.front().values.size()) {
                    diagnostics_.error(
                        place, fmt::format("a list needs as many values of each axis: \"{}\" has {}, \"{}\" has {}", plan.axes.front().path,
                                           plan.axes.front().values.size(), axis.path, axis.values.size()));
                }
            }
            if (design.kind == DesignKind::grid && points > kMostPoints)
                diagnostics_.error(
                    place, fmt::format("a grid of {:.0f} points is too large; a Latin hypercube or Sobol' fills the same space", points));
            return;
        }
        const std::size_t a_row = design.kind == DesignKind::sobol ? plan.axes.size() + 2 : plan.axes.size() + 1;
        if (design.kind == DesignKind::sobol && 2 * plan.axes.size() > kMostSobolDimensions)
            diagnostics_.error(place,
                               fmt::format("a design of Sobol' takes {} axes at most, not {}", kMostSobolDimensions / 2, plan.axes.size()));
        const double points =
            static_cast<double>(design.count) * (design.kind == DesignKind::latin_hypercube ? 1.0 : static_cast<double>(a_row));
        if (design.kind == DesignKind::latin_hypercube && design.count > kMostLatinPoints)
            diagnostics_.error(place, fmt::format("a Latin hypercube takes {} points at most, not {}; a design of Sobol' takes more",
                                                  kMostLatinPoints, design.count));
        if (points > kMostPoints)
            diagnostics_.error(place, fmt::format("a design of {:.0f} points is too large; {:.0f} are the most", points, kMostPoints));
    }

    const TomlValue& tree_;
    StrictTable table_;
    Diagnostics& diagnostics_;
};

std::vector<UnitPoint> unit_points(const SweepPlan& plan) {
    const Chance chance{plan.design.seed, 0};
    switch (plan.design.kind) {
        case DesignKind::latin_hypercube: return latin_hypercube(plan.design.count, plan.axes.size(), chance);
        case DesignKind::sobol: return sobol_rows(plan.design.count, plan.axes.size(), chance);
        case DesignKind::morris: return morris_trajectories(plan.design.count, plan.axes.size(), plan.design.levels, chance).points;
        default: return {};
    }
}

// Where values stand among the different ones of an axis, from the least, 0, to the greatest, 1.
std::vector<double> places_among(const std::vector<double>& values) {
    std::vector<double> different = values;
    std::sort(different.begin(), different.end());
    different.erase(std::unique(different.begin(), different.end()), different.end());
    std::vector<double> places;
    for (const double value : values) {
        const auto at = std::lower_bound(different.begin(), different.end(), value) - different.begin();
        places.push_back(different.size() < 2 ? 0.0 : static_cast<double>(at) / static_cast<double>(different.size() - 1));
    }
    return places;
}

void make_points(SweepPlan& plan) {
    const bool is_grid = plan.design.kind == DesignKind::grid;
    if (!is_grid && plan.design.kind != DesignKind::list) {
        for (Axis& axis : plan.axes) std::sort(axis.values.begin(), axis.values.end());  // so that a greater coordinate is a greater value
        for (const UnitPoint& point : unit_points(plan)) {
            for (std::size_t a = 0; a < plan.axes.size(); ++a) {
                plan.coordinates.push_back(point[a]);
                plan.values.push_back(plan.axes[a].value_at(point[a]));
            }
        }
        return;
    }
    std::vector<std::vector<double>> places;
    for (const Axis& axis : plan.axes) places.push_back(places_among(axis.values));
    std::size_t points = is_grid ? 1 : plan.axes.front().values.size();
    if (is_grid) {
        for (const Axis& axis : plan.axes) points *= axis.values.size();
    }
    for (std::size_t p = 0; p < points; ++p) {
        std::size_t steps = points, rest = p;  // the last axis of a grid runs fastest
        for (std::size_t a = 0; a < plan.axes.size(); ++a) {
            std::size_t i = p;
            if (is_grid) {
                steps /= plan.axes[a].values.size();
                i = rest / steps;
                rest %= steps;
            }
            plan.coordinates.push_back(places[a][i]);
            plan.values.push_back(plan.axes[a].values[i]);
        }
    }
}

SweepPlan finished(SweepPlan plan, PlanReader& reader, const ModelShelf& shelf, Diagnostics& diagnostics) {
    const Model* model = shelf.find(plan.base.model);
    reader.read_rest(plan, *model);
    if (!diagnostics.empty()) throw InputError(diagnostics);
    make_points(plan);
    if (plan.draws) {
        ParameterDraws draws = *plan.draws;
        plan = under_draws(std::move(plan), std::move(draws), *model);
    }
    if (static_cast<double>(plan.points()) * plan.base.replicates > kMostRuns) {
        throw InputError({plan.name, 0, 0}, fmt::format("{} points under {} replicates are more than {:.0f} runs", plan.points(),
                                                        plan.base.replicates, kMostRuns));
    }
    return plan;
}

// What the plan says itself comes before what is said on the command line.
std::vector<Override> with_own(const std::vector<Override>& settings, const std::optional<std::int64_t>& replicates,
                               std::span<const Override> overrides) {
    std::vector<Override> all = settings;
    if (replicates) all.push_back({"run.replicates", std::to_string(*replicates)});
    all.insert(all.end(), overrides.begin(), overrides.end());
    return all;
}

}  // namespace

std::string_view word_of(DesignKind kind) { return design_key("kind").words[static_cast<std::size_t>(kind)]; }

SweepPlan read_sweep_plan(const std::filesystem::path& file, const ModelShelf& shelf, std::span<const Override> overrides,
                          const std::filesystem::path& library) {
    Diagnostics diagnostics;
    SourceFiles files(library, diagnostics);
    TopFile top = read_top_file(file, files, diagnostics);
    if (!expect_sweep(top.tree, diagnostics)) throw InputError(diagnostics);
    SweepPlan plan;
    plan.name = top.path.stem().string();
    plan.text = std::move(top.text);
    PlanReader reader(top.tree, diagnostics);
    reader.read_head(plan);
    const auto scenario = reader.scenario();
    const auto scenario_path = scenario ? files.locate(*scenario, folder_of(top.path), reader.scenario_place()) : std::nullopt;
    bool is_read = false;
    if (scenario_path) {
        try {
            const std::vector<Override> all = with_own(reader.settings, reader.replicates, overrides);
            plan.base = read_scenario(*scenario_path, vocabularies_of(shelf), all, library);
            is_read = true;
        } catch (const InputError& error) {
            for (const Diagnostic& d : error.diagnostics().sorted()) diagnostics.error(d.place, d.message);
        }
    }
    if (!is_read) {
        reader.pass_over_rest();
        throw InputError(diagnostics);
    }
    plan = finished(std::move(plan), reader, shelf, diagnostics);
    if (plan.draws || !reader.draws_name) return plan;
    const auto draws_path = files.locate(*reader.draws_name, folder_of(top.path), reader.draws_place());
    if (!draws_path) throw InputError(diagnostics);
    const Model& model = *shelf.find(plan.base.model);
    return under_draws(std::move(plan), read_parameter_draws(*draws_path, model.vocabulary()), model);
}

SweepPlan under_draws(SweepPlan plan, ParameterDraws draws, const Model& model) {
    Diagnostics diagnostics;
    check_drawable(draws, model.vocabulary(), diagnostics);
    for (const Axis& axis : plan.axes) {
        if (axis.parameter && draws.range(*axis.parameter))
            diagnostics.error({draws.name, 0, 0}, axis.path + " is drawn and is an axis: leave it out of one of them");
    }
    if (!diagnostics.empty()) throw InputError(diagnostics);
    plan.draws = std::move(draws);
    return plan;
}

std::string resolved_plan_text(const SweepPlan& plan, const Model& model) { return resolved_plan_text(plan, model, plan.base.name); }

std::string resolved_plan_text(const SweepPlan& plan, const Model& model, const std::string& scenario) {
    const auto label = [](const Label& l) { return fmt::format("{{ en = {}, nl = {} }}", toml_string(l.en), toml_string(l.nl)); };
    std::vector<std::string> outcomes;
    for (const std::size_t o : plan.outcomes) outcomes.push_back(model.outcomes()[o].name);
    std::string text = fmt::format("title = {}\nquestion = {}\nscenario = {}\nreplicates = {}\noutcomes = {}\n", label(plan.title),
                                   label(plan.question), toml_string(scenario), plan.base.replicates, toml_strings(outcomes));
    if (plan.draws) text += fmt::format("parameters = {}\n", toml_string(plan.draws->name));
    text += fmt::format("\n[design]\nkind = \"{}\"\n", word_of(plan.design.kind));
    if (const char* counted = count_key(plan.design.kind))
        text += fmt::format("{} = {}\nseed = {}\n", counted, plan.design.count, plan.design.seed);
    if (plan.design.kind == DesignKind::morris) text += fmt::format("levels = {}\n", plan.design.levels);
    for (const Axis& axis : plan.axes) text += "\n" + axis_text(axis);
    if (plan.draws) text += draw_tables_text(*plan.draws, model.vocabulary());
    return text;
}

SweepPlan parse_sweep_plan(const std::string& resolved_plan, const std::string& resolved_scenario, const std::string& place,
                           const ModelShelf& shelf, std::span<const Override> overrides) {
    Diagnostics diagnostics;
    const auto tree = parse_toml(resolved_plan, place, diagnostics);
    if (!tree) throw InputError(diagnostics);
    SweepPlan plan;
    PlanReader reader(*tree, diagnostics);
    reader.read_head(plan);
    plan.name = reader.scenario().value_or("");
    const std::vector<Override> all = with_own({}, reader.replicates, overrides);
    plan.base = read_scenario_text(resolved_scenario, place, vocabularies_of(shelf), all, {});
    plan.base.name = plan.name;
    return finished(std::move(plan), reader, shelf, diagnostics);
}

std::string sweep_identity(const SweepPlan& plan, const Model& model) {
    SweepPlan one = plan;
    one.base.replicates = 1;
    return fmt::format("{} {} sweep\n{}\n{}", build_info().version, build_info().commit, resolved_plan_text(one, model),
                       resolved_text(one.base, model.vocabulary()));
}

}  // namespace bevlogen
