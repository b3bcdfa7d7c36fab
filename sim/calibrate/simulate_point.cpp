// Restores a population, lets it settle under its new parameters, and asks everybody every fourth week.
#include "sim/calibrate/simulate_point.hpp"

#include <algorithm>
#include <cmath>

#include "sim/calibrate/measure.hpp"
#include "sim/engine/simulation.hpp"
#include "sim/experiment/workers.hpp"
#include "sim/study/samples.hpp"

namespace bevlogen {
namespace {

constexpr int kQuarter = 12;       // weeks
constexpr double kLeastSd = 0.01;  // as the parameters demand

// References are written to files, where four decimals are enough.
double rounded(double value) { return std::round(value * 1e4) / 1e4; }

}  // namespace

BurntIn::BurntIn(const Model& model, const CalibrationPlan& plan, unsigned threads, std::size_t block_posts)
    : model_(model), plan_(plan), block_posts_(block_posts), start_(plan.starts) {
    run_jobs(threads, plan.starts, [&](std::size_t start, Parallel& parallel) {
        Simulation simulation(model_, plan_.base(), chance_of(start), parallel, block_posts_);
        simulation.advance(plan_.base().burn_in_weeks());
        start_[start] = simulation.checkpoint();
    });
}

Chance BurntIn::chance_of(std::size_t start) const {
    const Scenario& base = plan_.base();
    return {base.seed, static_cast<std::uint32_t>(base.first_replicate) + static_cast<std::uint32_t>(start % plan_.starts)};
}

std::vector<SurveyWave> BurntIn::ask(const Scenario& scenario, std::size_t start, SurveyPlan asked, Parallel& parallel) const {
    Simulation simulation(model_, scenario, chance_of(start), parallel, block_posts_);
    simulation.restore(start_[start % plan_.starts]);
    const Week last{asked.weeks.back()};
    Survey survey(model_, std::move(asked), simulation.population().blocks().size());
    simulation.advance(scenario.burn_in_weeks() + last, &survey);
    return survey.take();
}

std::vector<double> BurntIn::references_under(std::span<const double> free, std::size_t start, Parallel& parallel) const {
    const Scenario scenario = plan_.under(0, free);
    SurveyPlan asked{plan_.standardised, {}};
    for (int back = kQuarter; back >= 0; back -= kWeeksPerEpoch) asked.weeks.push_back(plan_.settle - back);
    const std::vector<SurveyWave> waves = ask(scenario, start, asked, parallel);
    std::vector<double> found;
    for (const DerivedReference& reference : plan_.references) {
        Moments mean{};
        for (const SurveyWave& wave : waves) {
            const std::vector<float>& values = wave.value[reference.quantity];
            const Moments m = moments_of(std::vector<double>(values.begin(), values.end()));
            mean.mean += m.mean / static_cast<double>(waves.size()), mean.sd += m.sd / static_cast<double>(waves.size());
        }
        if (reference.is_z) {  // undo the standardisation
            const double old_mean = scenario.parameters.values[reference.mean], old_sd = scenario.parameters.values[reference.sd];
            mean.mean = old_mean + mean.mean * old_sd, mean.sd *= old_sd;
        }
        found.push_back(rounded(mean.mean));
        found.push_back(std::max(kLeastSd, rounded(mean.sd)));
    }
    return found;
}

PointValues BurntIn::simulate(std::span<const double> set, std::size_t start, const std::function<bool()>& should_stop,
                              Parallel& parallel) const {
    PointValues point;
    point.set.assign(set.begin(), set.end());
    std::vector<ConditionAnswers> answers;
    try {
        if (set.size() < plan_.parameters().size()) {
            const std::vector<double> references = references_under(set, start, parallel);
            point.set.insert(point.set.end(), references.begin(), references.end());
        }
        for (std::size_t c = 0; c < plan_.conditions.size(); ++c) {
            if (should_stop && should_stop()) return {};
            SurveyPlan asked{plan_.quantities, {}};
            for (int week = kWeeksPerEpoch; week <= plan_.conditions[c].weeks; week += kWeeksPerEpoch)
                asked.weeks.push_back(plan_.settle + week);
            answers.emplace_back(ask(plan_.under(c, point.set), start, std::move(asked), parallel));
        }
    } catch (const NonFiniteState& failure) {
        return {{}, {}, failure.what()};
    }
    point.values = measure_targets(plan_.targets, answers, plan_.base().population_scale);
    return point;
}

}  // namespace bevlogen
