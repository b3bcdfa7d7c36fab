// Analyses each question once.
#include "sim/report/sweep_findings.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "sim/core/diagnostic.hpp"
#include "sim/report/shown_number.hpp"
#include "sim/report/wording.hpp"
#include "sim/sweep/merge.hpp"

namespace bevlogen {
namespace {

OutcomeDecl outcome_named(const std::string& name, const Model& model, const std::filesystem::path& file) {
    const auto found =
        std::find_if(model.outcomes().begin(), model.outcomes().end(), [&](const OutcomeDecl& decl) { return decl.name == name; });
    if (found == model.outcomes().end()) {
        throw InputError(
            {file.string(), 0, 0},
            fmt::format("holds the outcome \"{}\", which the model \"{}\" of this program does not have", name, model.vocabulary().model));
    }
    return *found;
}

}  // namespace

SweepFindings::SweepFindings(const SweepTable& sweep, const Readers& readers, const std::vector<SensitivityQuestion>& questions)
    : sweep_(sweep),
      plan_(plan_of_place({sweep.file().path(), SweepFileKind::results, false, {}, {}}, readers.models)),
      model_(readers.models.find(plan_.base.model)) {
    const std::optional<Scenario> baseline = readers.baseline ? readers.baseline(plan_.base.model) : std::nullopt;
    if (baseline) add_sources(plan_.base, *baseline);
    for (const SensitivityQuestion& question : questions) {
        std::vector<Label> phases;
        for (const std::size_t phase : question.phases) phases.push_back(sweep.phase_labels()[phase]);
        SweepFinding finding{outcome_named(sweep.outcomes()[question.outcome], *model_, sweep.file().path()),
                             listed(phases),
                             analyse_sweep(sweep, question),
                             {}};
        if (is_read_point_by_point(sweep)) finding.effects = point_effects(sweep, question);
        findings_.push_back(std::move(finding));
    }
}

double strength_scale(const OutcomeDecl& outcome) { return outcome.shape == Shape::share || is_logarithm(outcome) ? 100.0 : 1.0; }

Estimate shown_strength(const SweepFinding& finding, const AxisStrength& axis) {
    const Estimate strength{axis.strength, axis.interval.low, axis.interval.high, finding.ranking.parts_used};
    switch (finding.ranking.method) {
        case SensitivityMethod::morris: {
            const double scale = strength_scale(finding.outcome);
            return {scale * strength.mean, scale * strength.low, scale * strength.high, strength.replicates};
        }
        case SensitivityMethod::sobol: return {100.0 * strength.mean, 100.0 * strength.low, 100.0 * strength.high, strength.replicates};
        case SensitivityMethod::ranking: break;
    }
    return strength;
}

Label strength_unit(const SweepFinding& finding) {
    switch (finding.ranking.method) {
        case SensitivityMethod::morris:
            // Sizes of effects have no sign, so what they are as a ratio is not known.
            return is_logarithm(finding.outcome) ? Label{"hundredths of the logarithm", "honderdsten van de logaritme"}
                                                 : difference_unit(finding.outcome);
        case SensitivityMethod::sobol: return {"% of the variance", "% van de variantie"};
        case SensitivityMethod::ranking: break;
    }
    return {"SD for an SD", "SD per SD"};
}

}  // namespace bevlogen
