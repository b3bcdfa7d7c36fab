// Averages over clearings and replicates of a results file.
#include "sim/experiment/reference_scores.hpp"

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
    const ParameterTable& parameters = model.vocabulary().parameters;
    std::vector<ReferenceScore> scores;
    for (const OutcomeDecl& outcome : model.outcomes()) {
        const auto mean_of = parameters.find("reference." + outcome.name + ".mean");
        const auto sd_of = parameters.find("reference." + outcome.name + ".sd");
        if (!mean_of || !sd_of) continue;
        ReferenceScore score{outcome.name, average(stored, outcome.name, "mean"), average(stored, outcome.name, "sd")};
        if (outcome.unit == "z") {
            const double sd = used.parameters.values[*sd_of];
            score.mean = used.parameters.values[*mean_of] + score.mean * sd;
            score.sd *= sd;
        }
        scores.push_back(std::move(score));
    }
    return scores;
}

}  // namespace bevlogen
