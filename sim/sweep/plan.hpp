// The plan of a sweep as a value: a scenario, what is varied, which points are run, and what of them is kept.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "sim/engine/model.hpp"
#include "sim/scenario/parameter_draws.hpp"
#include "sim/scenario/read.hpp"
#include "sim/scenario/scenario.hpp"
#include "sim/sweep/axis.hpp"

namespace bevlogen {

enum class DesignKind { grid, list, latin_hypercube, sobol, morris };
// "grid", ... as a plan writes it.
std::string_view word_of(DesignKind kind);

struct DesignDecl {
    DesignKind kind = DesignKind::grid;
    std::size_t count = 0;   // points of a Latin hypercube, rows of Sobol', trajectories of Morris
    std::size_t levels = 4;  // of Morris
    std::uint32_t seed = 1;
};

struct SweepPlan {
    std::string name;  // the file's stem
    Label title;
    Label question;
    std::string text;                     // the file as read
    Scenario base;                        // with the replicates of the plan
    std::optional<ParameterDraws> draws;  // each replicate has one of them, all points the same
    DesignDecl design;
    std::vector<Axis> axes;
    std::vector<std::size_t> outcomes;  // that are kept: indices into Model::outcomes(), ascending
    // What follows: [point][axis].
    std::vector<double> coordinates;  // in [0, 1]
    std::vector<double> values;

    std::size_t points() const { return axes.empty() ? 0 : values.size() / axes.size(); }
    std::size_t replicates() const { return static_cast<std::size_t>(base.replicates); }
    // Replicates are the outer loop, so that a sweep that is stopped has all points alike: run = replicate x points + point, from 0.
    std::size_t runs() const { return points() * replicates(); }
    // Of the draws, the one of a replicate; it follows from the replicate's number in the world.
    std::size_t draw_of(std::size_t replicate) const { return draws->draw_of(static_cast<std::size_t>(base.first_replicate) + replicate); }
    std::span<const double> at(std::size_t point) const { return {values.data() + point * axes.size(), axes.size()}; }
};

// Reads `file` and the scenario that it names; overrides are of the scenario and come last. Throws InputError with every mistake.
SweepPlan read_sweep_plan(const std::filesystem::path& file, const ModelShelf& shelf, std::span<const Override> overrides,
                          const std::filesystem::path& library);

// The plan under draws of parameters, in place of its own. Throws InputError where one of them cannot be drawn or is an axis.
SweepPlan under_draws(SweepPlan plan, ParameterDraws draws, const Model& model);

// The plan with every default filled in: the same points and outcomes wherever it is read. `scenario` stands for the file of its scenario;
// the name alone where it is kept elsewhere.
std::string resolved_plan_text(const SweepPlan& plan, const Model& model, const std::string& scenario);
std::string resolved_plan_text(const SweepPlan& plan, const Model& model);

// A plan from its resolved text and the resolved scenario that belongs to it, as journals and results files carry them. `place` stands in
// diagnostics; overrides are of the scenario and come last.
SweepPlan parse_sweep_plan(const std::string& resolved_plan, const std::string& resolved_scenario, const std::string& place,
                           const ModelShelf& shelf, std::span<const Override> overrides = {});

// What a journal or shard belongs to: program, plan and scenario. How many replicates there are to be is no part of it: more of them go on
// from those that are there.
std::string sweep_identity(const SweepPlan& plan, const Model& model);

}  // namespace bevlogen
