// Counts replicates by draw.
#include "sim/experiment/with_draws.hpp"

#include <fmt/format.h>

#include <charconv>

#include "sim/record/stored_results.hpp"
#include "sim/scenario/resolved_text.hpp"

namespace bevlogen {

Experiment with_draws(Experiment experiment, ParameterDraws draws, const Vocabulary& vocabulary) {
    experiment.record.replicates_a_draw = static_cast<std::size_t>(experiment.scenarios.front().replicates);
    for (Scenario& scenario : experiment.scenarios) {
        scenario.replicates *= static_cast<int>(draws.size());
        scenario.resolved = resolved_text(scenario, vocabulary);
    }
    experiment.draws = std::move(draws);
    return experiment;
}

Experiment with_stored_draws(Experiment experiment, const StoredResults& file, const Vocabulary& vocabulary) {
    const std::string text = file.attribute("parameter_draws_text");
    if (text.empty()) return experiment;
    experiment.draws = parse_parameter_draws(text, file.attribute("parameter_draws"), file.path().string(), vocabulary);
    const std::size_t replicates_a_draw = unit_of(file).replicates();
    const auto replicates = static_cast<std::size_t>(experiment.scenarios.front().replicates);
    if (replicates != replicates_a_draw * experiment.draws->size()) {
        throw InputError({file.path().string(), 0, 0}, fmt::format("has {} draws of parameters with {} replicates each, not {} replicates",
                                                                   experiment.draws->size(), replicates_a_draw, replicates));
    }
    experiment.record.replicates_a_draw = replicates_a_draw;
    return experiment;
}

ObservationUnit unit_of(const StoredResults& file) {
    const std::string a_draw = file.attribute("replicates_a_draw");
    if (a_draw.empty()) return ObservationUnit({});
    std::size_t replicates = 0;
    const auto read = std::from_chars(a_draw.data(), a_draw.data() + a_draw.size(), replicates);
    if (read.ec != std::errc() || replicates == 0)
        throw InputError({file.path().string(), 0, 0}, fmt::format("says \"{}\" replicates a draw of parameters", a_draw));
    return ObservationUnit(replicates);
}

std::string interval_words(const Experiment& experiment) {
    if (!experiment.draws) return "of chance only";
    return fmt::format("of chance and of the parameters drawn in {}", experiment.draws->name);
}

}  // namespace bevlogen
