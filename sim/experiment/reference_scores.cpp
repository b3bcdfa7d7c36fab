// Averages over clearings and replicates of a results file.
#include "sim/experiment/reference_scores.hpp"

#include "sim/experiment/reference_place.hpp"
#include "sim/experiment/stored_outcomes.hpp"

namespace bevlogen {
namespace {

// Mean over replicates and clearings of one measure of everybody in the first scenario.
double average(const StoredOutcomes& stored, const std::string& outcome, std::string_view measure) {
    std::vector<double> by_replicate;
    for (const ByClearing& series : stored.series(outcome, 0, measure)) by_replicate.push_back(mean_of_present(series));
    return mean_of_present(by_replicate);
}

}  // namespace

std::vector<ReferenceScore> measure_references(const std::filesystem::path& file, const Model& model, const Scenario& used) {
    const StoredResults results(file);
    const StoredOutcomes stored(results, model.vocabulary().model);
    std::vector<ReferenceScore> scores;
    for (const OutcomeDecl& outcome : model.outcomes()) {
        const auto place = reference_of(outcome.name, model.vocabulary(), used);
        if (!place) continue;
        ReferenceScore score{outcome.name, place->path, average(stored, outcome.name, "mean"), average(stored, outcome.name, "sd")};
        if (outcome.unit == "z") {
            score.mean = place->mean + score.mean * place->sd;
            score.sd *= place->sd;
        }
        scores.push_back(std::move(score));
    }
    return scores;
}

}  // namespace bevlogen
