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
    experiment.draws = parse_parameter_draws(text, file.attribute("parameter_draws"), vocabulary);
    const std::string a_draw = file.attribute("replicates_a_draw");
    std::size_t replicates_a_draw = 0;
    std::from_chars(a_draw.data(), a_draw.data() + a_draw.size(), replicates_a_draw);
    const auto replicates = static_cast<std::size_t>(experiment.scenarios.front().replicates);
    if (replicates_a_draw == 0 || replicates != replicates_a_draw * experiment.draws->size()) {
        throw InputError({file.path().string(), 0, 0}, fmt::format("has {} draws of parameters with {} replicates each, not {} replicates",
                                                                   experiment.draws->size(), a_draw, replicates));
    }
    experiment.record.replicates_a_draw = replicates_a_draw;
    return experiment;
}

std::string interval_words(const Experiment& experiment) {
    if (!experiment.draws) return "of chance only";
    return fmt::format("of chance and of the parameters drawn in {}", experiment.draws->name);
}

}  // namespace bevlogen
