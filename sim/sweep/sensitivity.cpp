// Reads a sweep's file by outcome, and hands its points to the analysis of its design.
#include "sim/sweep/sensitivity.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "sim/core/contract.hpp"
#include "sim/core/diagnostic.hpp"
#include "sim/experiment/resamples.hpp"
#include "sim/sweep/design.hpp"

namespace bevlogen {
namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
constexpr double kMostWeights = 4e7;  // of all resamples together, 8 bytes each

Resamples resamples_of(std::size_t observations) {
    const double fitting = kMostWeights / static_cast<double>(std::max<std::size_t>(observations, 1));
    return Resamples(observations, IntervalOf::mean, static_cast<std::size_t>(std::clamp(fitting, 200.0, double{Resamples::kNumber})));
}

std::vector<Label> labels_in(const StoredResults& results, const std::string& dimension) {
    const std::vector<std::string> en = results.texts(dimension + "_label_en"), nl = results.texts(dimension + "_label_nl");
    std::vector<Label> labels;
    for (std::size_t i = 0; i < en.size(); ++i) labels.push_back({en[i], i < nl.size() ? nl[i] : en[i]});
    return labels;
}

// The steps of a design of Morris from its points: each changes one coordinate.
std::vector<MorrisStep> steps_of(const std::vector<double>& coordinates, std::size_t axes) {
    std::vector<MorrisStep> steps;
    const std::size_t points = coordinates.size() / axes;
    for (std::size_t p = 0; p + 1 < points; ++p) {
        if ((p + 1) % (axes + 1) == 0) continue;  // to the next trajectory
        MorrisStep step;
        for (std::size_t a = 0; a < axes; ++a) {
            const double change = coordinates[(p + 1) * axes + a] - coordinates[p * axes + a];
            if (std::abs(change) > std::abs(step.change)) step = {a, change};
        }
        steps.push_back(step);
    }
    return steps;
}

// Assumed: of opposite effects those one way must be three times those the other way before an outcome is said to rise or fall.
constexpr double kOneWay = 0.5;

double sign_of(double value) { return value > 0.0 ? 1.0 : value < 0.0 ? -1.0 : 0.0; }

// Of the mean over rows in which one coordinate is changed: whether the outcome rises with it.
double direction_by_sobol(const std::vector<double>& values, const std::vector<double>& coordinates, std::size_t axes, std::size_t axis) {
    double sum = 0.0, sizes = 0.0;
    const std::size_t width = axes + 2;
    for (std::size_t row = 0; row + width <= values.size(); row += width) {
        const double change = values[row + 2 + axis] - values[row];
        const double step = coordinates[(row + 2 + axis) * axes + axis] - coordinates[row * axes + axis];
        if (!std::isfinite(change)) continue;
        sum += change * step;
        sizes += std::abs(change * step);
    }
    return std::abs(sum) < kOneWay * sizes ? 0.0 : sign_of(sum);
}

void analyse_by_method(Sensitivity& found, const SweepTable& table) {
    const std::size_t axes = table.axes(), points = table.file().points();
    switch (found.method) {
        case SensitivityMethod::morris: {
            found.parts = points / (axes + 1);
            found.morris = morris_effects(steps_of(table.coordinates(), axes), axes, found.values, resamples_of(found.parts));
            for (const MorrisEffect& effect : found.morris) found.parts_used = std::max(found.parts_used, effect.effects_used);
            for (std::size_t a = 0; a < axes; ++a)
                found.ranked.push_back(
                    {a, found.morris[a].mean_absolute, found.morris[a].interval,
                     std::abs(found.morris[a].mean) < kOneWay * found.morris[a].mean_absolute ? 0.0 : sign_of(found.morris[a].mean)});
            break;
        }
        case SensitivityMethod::sobol: {
            found.parts = points / (axes + 2);
            found.sobol = sobol_indices(found.values, axes, resamples_of(found.parts));
            found.parts_used = found.sobol.rows_used;
            for (std::size_t a = 0; a < axes; ++a) {
                const SobolIndex& index = found.sobol.indices[a];
                found.ranked.push_back(
                    {a, index.total, index.total_interval, direction_by_sobol(found.values, table.coordinates(), axes, a)});
            }
            break;
        }
        case SensitivityMethod::ranking: {
            found.parts = points;
            found.ranking = rank_effects(table.coordinates(), axes, found.values, resamples_of(points));
            found.parts_used = found.ranking.points_used;
            for (std::size_t a = 0; a < axes; ++a) {
                const RankEffect& effect = found.ranking.effects[a];
                const Interval& i = effect.regression_interval;
                const bool is_down = effect.regression < 0.0;
                found.ranked.push_back({a, std::abs(effect.regression), is_down ? Interval{-i.high, -i.low} : i,
                                        i.contains(0.0) ? 0.0 : sign_of(effect.regression)});
            }
            break;
        }
    }
}

}  // namespace

SweepTable::SweepTable(const std::filesystem::path& file) : file_(file) {
    const StoredResults& results = file_.results();
    design_ = results.attribute("design");
    method_ = design_ == "morris" ? SensitivityMethod::morris : design_ == "sobol" ? SensitivityMethod::sobol : SensitivityMethod::ranking;
    paths_ = results.texts("parameter");
    spreads_ = results.texts("parameter_spread");
    units_ = results.texts("parameter_unit");
    outcomes_ = results.texts("outcome");
    outcome_units_ = results.texts("outcome_unit");
    averted_ = results.texts("outcome_averted");
    phases_ = results.texts("phase");
    labels_ = labels_in(results, "parameter");
    outcome_labels_ = labels_in(results, "outcome");
    phase_labels_ = labels_in(results, "phase");
    const StoredVariable *values = results.find("parameter_value"), *coordinates = results.find("parameter_coordinate");
    const SweepShape& shape = file_.shape();
    const bool is_whole = values && coordinates && values->type == "float64" && coordinates->type == "float64" &&
                          labels_.size() == paths_.size() && spreads_.size() == paths_.size() && units_.size() == paths_.size() &&
                          outcomes_.size() == shape.outcomes && outcome_labels_.size() == outcomes_.size() &&
                          outcome_units_.size() == outcomes_.size() && averted_.size() == outcomes_.size() &&
                          phases_.size() == shape.phases && phase_labels_.size() == phases_.size();
    if (is_whole) {
        values_ = results.read(*values).as<double>();
        coordinates_ = results.read(*coordinates).as<double>();
    }
    const std::size_t expected = file_.points() * paths_.size();
    if (!is_whole || paths_.empty() || values_.size() != expected || coordinates_.size() != expected)
        throw InputError({file.string(), 0, 0}, "says that it holds a sweep, but its parameters and points do not fit each other");
}

SweepTable::Weighed SweepTable::weighed(const SweepRun& run, const SensitivityQuestion& question, std::size_t year) const {
    const SweepShape& shape = file_.shape();
    double sum = 0.0, persons = 0.0;
    for (const std::size_t phase : question.phases) {
        const double weight = run.persons[(year - 1) * shape.phases + phase];
        if (!(weight > 0.0)) continue;
        sum += weight * run.values[(question.outcome * shape.years + year - 1) * shape.phases + phase];
        persons += weight;
    }
    return {persons > 0.0 ? sum / persons : kNaN, persons};
}

std::vector<double> SweepTable::values_of(const SensitivityQuestion& question) const {
    const SweepShape& shape = file_.shape();
    expect(question.outcome < shape.outcomes && question.year >= 1 && question.year <= shape.years && !question.phases.empty(),
           "a question is about an outcome, a year and phases of the file");
    std::vector<double> values(file_.points() * file_.replicates(), kNaN);
    for (std::size_t r = 0; r < file_.replicates(); ++r) {
        for (std::size_t p = 0; p < file_.points(); ++p) {
            if (file_.status(p, r) == SweepRunStatus::done)
                values[p * file_.replicates() + r] = weighed(file_.run(p, r), question, question.year).value;
        }
    }
    return values;
}

std::vector<double> SweepTable::averted(const SensitivityQuestion& question) const {
    std::vector<double> averted(file_.points() * file_.replicates(), kNaN);
    for (std::size_t r = 0; r < file_.replicates(); ++r) {
        if (file_.status(0, r) != SweepRunStatus::done) continue;
        const SweepRun first = file_.run(0, r);
        for (std::size_t p = 0; p < file_.points(); ++p) {
            if (file_.status(p, r) != SweepRunStatus::done) continue;
            const SweepRun run = file_.run(p, r);
            double sum = 0.0;
            for (std::size_t year = 1; year <= years(); ++year) {
                const Weighed base = weighed(first, question, year);
                if (base.persons > 0.0) sum += (base.value - weighed(run, question, year).value) * base.persons;
            }
            averted[p * file_.replicates() + r] = sum;
        }
    }
    return averted;
}

std::vector<double> SweepTable::euros() const {
    if (file_.shape().payers == 0) return {};
    std::vector<double> euros(file_.points() * file_.replicates(), kNaN);
    for (std::size_t r = 0; r < file_.replicates(); ++r) {
        for (std::size_t p = 0; p < file_.points(); ++p) {
            if (file_.status(p, r) != SweepRunStatus::done) continue;
            const SweepRun run = file_.run(p, r);
            euros[p * file_.replicates() + r] = std::accumulate(run.euros.begin(), run.euros.end(), 0.0);
        }
    }
    return euros;
}

Sensitivity analyse_sweep(const SweepTable& table, const SensitivityQuestion& question) {
    Sensitivity found;
    found.method = table.method();
    found.question = question;
    const std::vector<double> runs = table.values_of(question);
    const std::size_t replicates = table.file().replicates();
    double sum = 0.0;
    std::size_t there = 0;
    found.low = std::numeric_limits<double>::infinity();
    found.high = -found.low;
    for (std::size_t p = 0; p < table.file().points(); ++p) {
        // All points have the same replicates or none, or chance would pass for an effect.
        const auto first = runs.begin() + static_cast<std::ptrdiff_t>(p * replicates);
        const double mean = std::accumulate(first, first + static_cast<std::ptrdiff_t>(replicates), 0.0) / static_cast<double>(replicates);
        found.values.push_back(mean);
        if (!std::isfinite(mean)) {
            ++found.points_missing;
            continue;
        }
        ++there;
        sum += mean;
        found.low = std::min(found.low, mean);
        found.high = std::max(found.high, mean);
    }
    found.mean = there > 0 ? sum / static_cast<double>(there) : kNaN;
    analyse_by_method(found, table);
    if (found.parts_used < 2) {
        throw InputError(
            {table.file().path().string(), 0, 0},
            fmt::format("says too little about {}: of {} points {} lack a run, and {} of {} parts of the design are whole",
                        table.outcomes()[question.outcome], table.file().points(), found.points_missing, found.parts_used, found.parts));
    }
    std::stable_sort(found.ranked.begin(), found.ranked.end(), [](const AxisStrength& a, const AxisStrength& b) {
        if (std::isnan(a.strength) != std::isnan(b.strength)) return std::isnan(b.strength);
        return a.strength > b.strength;
    });
    return found;
}

Label method_words(SensitivityMethod method) {
    switch (method) {
        case SensitivityMethod::morris: return {"elementary effects (Morris)", "elementaire effecten (Morris)"};
        case SensitivityMethod::sobol: return {"shares of variance (Sobol')", "aandelen van de variantie (Sobol')"};
        case SensitivityMethod::ranking: return {"regression and rank correlation", "regressie en rangcorrelatie"};
    }
    return {};
}

}  // namespace bevlogen
