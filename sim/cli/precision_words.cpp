// Words the end of a search for precision.
#include "sim/cli/precision_words.hpp"

#include <fmt/format.h>

#include "sim/cli/comparison_table.hpp"
#include "sim/experiment/verdict.hpp"
#include "sim/report/shown_number.hpp"

namespace bevlogen {
namespace {

const char* words_of(Verdict verdict) {
    switch (verdict) {
        case Verdict::better: return "better than the base";
        case Verdict::worse: return "worse than the base";
        case Verdict::different: return "other than the base";
        case Verdict::none: return "equal to the base in every replicate";
        default: return "not distinguishable from the base";
    }
}

}  // namespace

std::string precision_words(const Model& model, const CarriedOut& done, const Precision& precision) {
    const OutcomeDecl& outcome = model.outcomes()[precision.outcome];
    const int replicates = done.experiment.scenarios.front().replicates;
    std::string text =
        done.half_width <= precision.half_width
            ? fmt::format("{} replicates were enough: half of the 95 % interval of {}, year {}, is at most {:.3g} (asked: {:g}).",
                          replicates, outcome.label.en, precision.year, done.half_width, precision.half_width)
            : fmt::format(
                  "Stopped at the maximum of {} replicates: half of the 95 % interval of {}, year {}, is still {:.3g} (asked: {:g}).",
                  replicates, outcome.label.en, precision.year, done.half_width, precision.half_width);
    const std::vector<double> base = done.result.levels.values(0, precision.outcome, 0, precision.year);
    for (std::size_t s = 1; s < done.experiment.scenarios.size(); ++s) {
        const Estimate difference = paired_difference(base, done.result.levels.values(s, precision.outcome, 0, precision.year));
        text += fmt::format("\n  {}: {}", short_name(done.experiment.scenarios[s]), words_of(verdict_of(outcome.good, difference)));
    }
    return text;
}

}  // namespace bevlogen
