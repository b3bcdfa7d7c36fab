// Averages over clearings and replicates of a results file.
#include "sim/experiment/reference_scores.hpp"

#include <algorithm>
#include <cmath>
#include <cstring>

#include "sim/record/record_plan.hpp"
#include "sim/record/stored_results.hpp"

namespace bevlogen {
namespace {

// Mean over replicates and clearings of one measure of everybody in the first scenario.
double average(const StoredResults& results, const StoredVariable& variable, std::size_t measure) {
    const std::vector<std::size_t> first = {0, 0, 0, 0, measure};
    std::vector<std::size_t> count;
    for (const StoredDimension& dimension : variable.dimensions) count.push_back(dimension.size);
    count[0] = count[3] = count[4] = 1;
    const StoredValues values = results.read(variable, first, count);
    std::vector<float> numbers(values.bytes.size() / sizeof(float));
    std::memcpy(numbers.data(), values.bytes.data(), numbers.size() * sizeof(float));
    double sum = 0.0;
    for (const float number : numbers) sum += static_cast<double>(number);
    return sum / static_cast<double>(numbers.size());
}

}  // namespace

std::vector<ReferenceScore> measure_references(const std::filesystem::path& file, const Model& model, const Scenario& used) {
    const StoredResults results(file);
    const ParameterTable& parameters = model.vocabulary().parameters;
    std::vector<ReferenceScore> scores;
    for (const OutcomeDecl& outcome : model.outcomes()) {
        const auto mean_of = parameters.find("reference." + outcome.name + ".mean");
        const auto sd_of = parameters.find("reference." + outcome.name + ".sd");
        if (!mean_of || !sd_of) continue;
        const StoredVariable* variable = results.find(outcome.name);
        if (!variable || variable->dimensions.size() != 5 || variable->kind != StoredKind::floating) {
            throw InputError({file.string(), 0, 0},
                             "holds no statistics of \"" + outcome.name + "\"; it is not a file of the model " + model.vocabulary().model);
        }
        const auto at = [&](const char* measure) {
            return static_cast<std::size_t>(std::find(kMeasures.begin(), kMeasures.end(), measure) - kMeasures.begin());
        };
        ReferenceScore score{outcome.name, average(results, *variable, at("mean")), average(results, *variable, at("sd"))};
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
