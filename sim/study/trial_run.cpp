// Runs each world with and without the interventions.
#include "sim/study/trial_run.hpp"

#include <fmt/format.h>

#include <optional>

#include "sim/experiment/workers.hpp"

namespace bevlogen {
namespace {

struct OneWorld {
    std::size_t trials = 0, eligible = 0, asked = 0, willing = 0;
    std::vector<AnalysisFindings> analyses;
};

// The same world, in which everybody reports what is.
Scenario without_shifted_reports(Scenario scenario, const Model& model) {
    const std::vector<ParameterDecl>& decls = model.vocabulary().parameters.decls();
    for (std::size_t p = 0; p < decls.size(); ++p) {
        if (decls[p].is_of_reports) scenario.parameters.values[p] = 0.0;
    }
    return scenario;
}

OneWorld hold(const Model& model, const TrialPlan& plan, const TrialExecution& execution, std::size_t world, Parallel& parallel) {
    const Chance chance{plan.with.seed, static_cast<std::uint32_t>(plan.with.first_replicate) + static_cast<std::uint32_t>(world)};
    const auto run = [&](const Scenario& scenario) {
        if (!execution.draws) return run_trial_world(model, scenario, plan.design, chance, parallel, execution.block_posts);
        const Scenario under_draw = execution.draws->applied(scenario, world % execution.draws->size());
        return run_trial_world(model, under_draw, plan.design, chance, parallel, execution.block_posts);
    };
    const TrialWorld with = run(plan.with);
    const Scenario truly = without_shifted_reports(plan.with, model);
    std::optional<TrialWorld> unshifted;  // where it is another one
    if (truly.parameters.values != plan.with.parameters.values) unshifted = run(truly);
    const TrialWorld& truly_with = unshifted ? *unshifted : with;
    const TrialWorld without = run(without_shifted_reports(plan.without, model));
    OneWorld found{with.trials, with.eligible, with.asked, with.willing, {}};
    for (const TrialAnalysis& analysis : plan.analyses) {
        AnalysisFindings& findings = found.analyses.emplace_back();
        for (std::size_t t = 0; t < with.trials; ++t) {
            findings.trials.push_back(analyse(analysis.rule, with.before_after(t, analysis.arm, analysis.quantity, analysis.wave),
                                              with.before_after(t, analysis.control, analysis.quantity, analysis.wave)));
        }
        TwinQuestion question{analysis.arm, analysis.quantity, analysis.wave};
        if (has_cutoff(analysis.rule.kind)) question.cutoff = analysis.rule.cutoff;
        findings.true_of_offered.push_back(mean_twin_difference(truly_with, without, question));
        if (!analysis.took_part) continue;
        question.took_part = analysis.took_part;
        findings.true_of_took_part.push_back(mean_twin_difference(truly_with, without, question));
    }
    return found;
}

template <class T>
void append(std::vector<T>& to, const std::vector<T>& from) {
    to.insert(to.end(), from.begin(), from.end());
}

}  // namespace

TrialFindings run_trial(const Model& model, const TrialPlan& plan, const TrialExecution& execution) {
    std::vector<OneWorld> worlds(execution.worlds);
    SharedProgress progress(
        static_cast<double>(execution.worlds), execution.on_progress ? execution.on_progress : [](double) {});
    run_jobs(execution.threads, execution.worlds, [&](std::size_t world, Parallel& parallel) {
        worlds[world] = hold(model, plan, execution, world, parallel);
        progress.add(1.0);
    });
    TrialFindings findings;
    findings.analyses.resize(plan.analyses.size());
    double eligible = 0.0, asked = 0.0, willing = 0.0;
    for (const OneWorld& world : worlds) {
        findings.trials += world.trials;
        eligible += static_cast<double>(world.eligible), asked += static_cast<double>(world.asked),
            willing += static_cast<double>(world.willing);
        for (std::size_t a = 0; a < plan.analyses.size(); ++a) {
            append(findings.analyses[a].trials, world.analyses[a].trials);
            append(findings.analyses[a].true_of_offered, world.analyses[a].true_of_offered);
            append(findings.analyses[a].true_of_took_part, world.analyses[a].true_of_took_part);
        }
    }
    findings.eligible = eligible / static_cast<double>(execution.worlds);
    findings.willing_share = asked > 0.0 ? willing / asked : 0.0;
    if (findings.trials == 0) {
        throw InputError(
            {plan.name, 0, 0},
            fmt::format("finds too few persons for one trial: {:.0f} are eligible in a world, {:.0f} of whom would take part; a larger "
                        "population.scale, wider criteria or smaller arms would help",
                        findings.eligible, findings.eligible * findings.willing_share));
    }
    return findings;
}

}  // namespace bevlogen
