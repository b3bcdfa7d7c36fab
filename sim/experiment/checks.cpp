// Refuses, before anything runs, what could only be found out on the real population or by comparing scenarios.
#include <fmt/format.h>

#include <string>
#include <vector>

#include "sim/engine/parallel.hpp"
#include "sim/engine/policy.hpp"
#include "sim/engine/simulation.hpp"
#include "sim/experiment/experiment.hpp"

namespace bevlogen {
namespace {

// The first row in which two tables differ, with its name; empty where they are the same.
std::string first_difference(const std::vector<NamedRow>& base, const std::vector<NamedRow>& other) {
    if (base == other) return {};
    std::size_t row = 0;
    while (row < base.size() && row < other.size() && base[row] == other[row]) ++row;
    return fmt::format("row {}, \"{}\"", row + 1, row < other.size() ? other[row].name : base[row].name);
}

}  // namespace

void check_scopes(const Model& model, const Scenario& scenario, Diagnostics& diagnostics) {
    if (scenario.interventions.empty()) return;
    Parallel one(1);
    const Simulation simulation(model, scenario, {scenario.seed, static_cast<std::uint32_t>(scenario.first_replicate)}, one);
    const Policy policy(scenario);
    for (std::size_t i = 0; i < policy.size(); ++i) {
        const Intervention& intervention = policy.intervention(i);
        if (intervention.scope.where) continue;  // for whom it holds changes during a run
        std::size_t count = 0;
        for (const Block& block : simulation.population().blocks()) {
            count += policy.count_in_scope(i, block, model.fields().engine, simulation.dynamics());
        }
        if (count == 0) {
            diagnostics.error(intervention.scope_place,
                              fmt::format("the scope of \"{}\" selects nobody (of {} posts); check phases, hospitals and arm",
                                          intervention.name, simulation.population().posts()));
        }
    }
}

void check_comparable(const std::vector<Scenario>& scenarios, const Vocabulary& vocabulary) {
    Diagnostics diagnostics;
    const Scenario& base = scenarios.front();
    for (std::size_t s = 1; s < scenarios.size(); ++s) {
        const Scenario& other = scenarios[s];
        const Place place{other.name, 0, 0};
        const auto same = [&](const char* what, const auto& a, const auto& b) {
            if (a != b)
                diagnostics.error(
                    place, fmt::format("{} = {}, but {} in the base \"{}\" (scenarios of a comparison share it)", what, b, a, base.name));
        };
        same("model", base.model, other.model);
        same("time.years", base.years, other.years);
        same("time.burn_in", base.burn_in, other.burn_in);
        same("run.seed", base.seed, other.seed);
        same("run.first_replicate", base.first_replicate, other.first_replicate);
        same("run.replicates", base.replicates, other.replicates);
        same("population.scale", base.population_scale, other.population_scale);
        if (base.model != other.model) continue;
        for (std::size_t p = 0; p < vocabulary.parameters.decls().size(); ++p) {
            const std::string& path = vocabulary.parameters.decls()[p].path;
            if (path.starts_with("world.") || path.starts_with("costs."))
                same(path.c_str(), base.parameters.values[p], other.parameters.values[p]);
        }
        for (std::size_t t = 0; t < vocabulary.rows.size(); ++t) {
            const std::string where = first_difference(base.rows[t], other.rows[t]);
            if (where.empty()) continue;
            diagnostics.error(place, fmt::format("{} differs from the base \"{}\", first in {} (scenarios of a comparison share it)",
                                                 vocabulary.rows[t].path, base.name, where));
        }
        for (std::size_t t = 0; t < s; ++t) {
            if (scenarios[t].name == other.name)
                diagnostics.error(place, fmt::format("two scenarios of the comparison are called \"{}\"", other.name));
        }
    }
    if (!diagnostics.empty()) throw InputError(diagnostics);
}

}  // namespace bevlogen
