// Goes through runs once, some neighbouring points at a time.
#include "sim/sweep/points_now.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <utility>

#include "sim/core/diagnostic.hpp"
#include "sim/experiment/paired.hpp"
#include "sim/record/sweep_layout.hpp"
#include "sim/sweep/description.hpp"
#include "sim/sweep/merge.hpp"
#include "sim/sweep/places.hpp"
#include "sim/sweep/sensitivity.hpp"
#include "sim/sweep/sources.hpp"

namespace bevlogen {
namespace {

constexpr float kNaN = std::numeric_limits<float>::quiet_NaN();

// Mean and spread of what comes one after the other (Welford, 1962).
struct Moments {
    std::uint32_t count = 0;
    double mean = 0.0;
    double squares = 0.0;  // of deviations from the mean

    void take(double value) {
        ++count;
        const double deviation = value - mean;
        mean += deviation / count;
        squares += deviation * (value - mean);
    }
};

// What half widths are SDs times, by the number of replicates: estimate_mean() for many cells at once.
std::vector<double> widths_an_sd(std::size_t replicates) {
    std::vector<double> widths(replicates + 1, std::numeric_limits<double>::quiet_NaN());
    for (std::size_t n = 2; n <= replicates; ++n) widths[n] = t_of_interval(n) * std::sqrt(share_of_variance(IntervalOf::mean, n));
    return widths;
}

// All but the runs.
SweepPoints points_of(const SweepDescription& of) {
    SweepPoints points;
    points.model = of.model;
    points.title = of.title;
    points.question = of.question;
    points.parameters = of.parameters;
    points.outcomes = of.outcomes;
    points.phases = of.phases;
    points.years = static_cast<std::size_t>(of.years);
    points.replicates = of.replicates;
    points.values = of.values;
    points.done.assign(of.points, 0);
    points.failed.assign(of.points, 0);
    points.runs = of.points * of.replicates;
    points.means.assign(points.cells() * of.points, kNaN);
    points.half_widths = points.means;
    return points;
}

// Points [first, first + count) of all replicates.
void add_runs(SweepPoints& points, std::size_t first, std::size_t count, const std::vector<double>& widths, const SweepRunSource& source) {
    const std::size_t cells = points.cells();
    std::vector<Moments> moments(count * cells);
    for (std::size_t replicate = 0; replicate < points.replicates; ++replicate) {
        for (std::size_t i = 0; i < count; ++i) {
            const std::optional<SweepRun> run = source(first + i, replicate);
            if (!run) continue;
            ++(run->has_failed() ? points.failed : points.done)[first + i];
            for (std::size_t cell = 0; cell < run->values.size(); ++cell) {
                if (std::isfinite(run->values[cell])) moments[i * cells + cell].take(run->values[cell]);
            }
        }
    }
    for (std::size_t i = 0; i < count; ++i) {
        for (std::size_t cell = 0; cell < cells; ++cell) {
            const Moments& of = moments[i * cells + cell];
            if (of.count == 0) continue;
            const std::size_t at = cell * points.points() + first + i;
            points.means[at] = static_cast<float>(of.mean);
            if (of.count > 1) points.half_widths[at] = static_cast<float>(widths[of.count] * std::sqrt(of.squares / (of.count - 1.0)));
        }
    }
}

// `payers` tells how many points a file has in a chunk, which are read together.
SweepPoints with_runs(SweepPoints points, std::size_t payers, const std::filesystem::path& out, const SweepRunSource& source) {
    const SweepShape shape{points.outcomes.size(), points.years, points.phases.size(), payers};
    const auto checked = [&](std::size_t point, std::size_t replicate) {
        std::optional<SweepRun> run = source(point, replicate);
        if (run && !run->has_shape(shape)) {
            throw InputError({out.string(), 0, 0},
                             fmt::format("has a run of point {} that is not of the outcomes, years and phases of its plan", point + 1));
        }
        return run;
    };
    const std::size_t chunk = points_a_chunk(shape, points.points());
    const std::vector<double> widths = widths_an_sd(points.replicates);
    for (std::size_t first = 0; first < points.points(); first += chunk)
        add_runs(points, first, std::min(chunk, points.points() - first), widths, checked);
    for (const std::uint32_t done : points.done) points.runs_done += done;
    for (const std::uint32_t failed : points.failed) points.runs_failed += failed;
    points.is_complete = points.runs_done + points.runs_failed == points.runs;
    return points;
}

// A text of a row; empty in files that do not have it.
std::string text_at(const std::vector<std::string>& texts, std::size_t row) { return row < texts.size() ? texts[row] : std::string(); }

// What the file says of its outcomes counts; what it does not say is the model's, if there is one that declares them.
std::vector<OutcomeDecl> stored_outcomes(const SweepTable& table, const Model* model) {
    const StoredResults& results = table.file().results();
    const std::vector<std::string> good = results.texts("outcome_good"), shapes = results.texts("outcome_shape"),
                                   descriptions = results.texts("outcome_description");
    std::vector<OutcomeDecl> outcomes;
    for (std::size_t o = 0; o < table.outcomes().size(); ++o) {
        OutcomeDecl& outcome = outcomes.emplace_back();
        if (model) {
            const auto found = std::find_if(model->outcomes().begin(), model->outcomes().end(),
                                            [&](const OutcomeDecl& decl) { return decl.name == table.outcomes()[o]; });
            if (found != model->outcomes().end()) outcome = *found;
        }
        outcome.name = table.outcomes()[o];
        outcome.label = table.outcome_labels()[o];
        outcome.unit = table.outcome_units()[o];
        outcome.description = text_at(descriptions, o);
        for (const Direction direction : {Direction::higher_is_better, Direction::lower_is_better, Direction::neutral}) {
            if (text_at(good, o) == word_of(direction)) outcome.good = direction;
        }
        outcome.shape = text_at(shapes, o) == "share" ? Shape::share : Shape::level;
        if (!table.is_averted(o))
            outcome.averted = {};
        else if (outcome.averted.empty())
            outcome.averted = Label::same(table.averted_words(o));
    }
    return outcomes;
}

Grouping stored_phases(const SweepTable& table, const Model* model) {
    if (model && model->phases().names == table.phases()) return model->phases();
    Grouping phases;
    for (std::size_t row = 0; row < table.phases().size(); ++row) phases.add(table.phases()[row], table.phase_labels()[row], 0);
    return phases;
}

SweepPoints points_of_file(const SweepTable& table, const ModelShelf& shelf) {
    const StoredSweep& file = table.file();
    const StoredResults& results = file.results();
    const Model* model = shelf.find(results.attribute("model"));
    const std::vector<std::string> descriptions = results.texts("parameter_description"), scales = results.texts("parameter_scale"),
                                   words = results.texts("parameter_words");
    SweepDescription of;
    of.model = results.attribute("model");
    of.title = results.label("title");
    of.question = results.label("question");
    for (std::size_t a = 0; a < table.axes(); ++a) {
        of.parameters.push_back({table.paths()[a], table.labels()[a], table.units()[a], text_at(descriptions, a), table.spreads()[a],
                                 text_at(scales, a), text_at(words, a)});
    }
    of.outcomes = stored_outcomes(table, model);
    of.phases = stored_phases(table, model);
    of.years = static_cast<int>(table.years());
    of.points = file.points();
    of.replicates = file.replicates();
    of.values = table.parameter_values();
    return with_runs(points_of(of), file.shape().payers, file.path(), [&](std::size_t point, std::size_t replicate) {
        return file.status(point, replicate) == SweepRunStatus::missing ? std::nullopt : std::optional(file.run(point, replicate));
    });
}

bool is_whole(const StoredSweep& file) {
    for (std::size_t replicate = 0; replicate < file.replicates(); ++replicate) {
        for (std::size_t point = 0; point < file.points(); ++point) {
            if (file.status(point, replicate) == SweepRunStatus::missing) return false;
        }
    }
    return true;
}

// Whether the sweep's own file has all that is there: it stands alone, or is whole and only shards that were merged stand beside it.
bool has_everything(const StoredSweep& file, const std::vector<SweepPlace>& places) {
    if (places.size() == 1) return true;
    return is_whole(file) && std::all_of(places.begin(), places.end(), [&](const SweepPlace& place) {
               return !place.is_journal && (place.path == file.path() || StoredSweep(place.path).replicates() <= file.replicates());
           });
}

SweepPoints points_of_places(const std::vector<SweepPlace>& places, const std::filesystem::path& out, const ModelShelf& shelf) {
    if (places.empty())
        throw InputError({out.string(), 0, 0}, "there is nothing of this sweep: neither this file, nor shards or journals beside it");
    const auto own = std::find_if(places.begin(), places.end(),
                                  [](const SweepPlace& place) { return place.kind == SweepFileKind::results && !place.is_journal; });
    if (own != places.end()) {
        const SweepTable table(own->path);
        if (has_everything(table.file(), places)) return points_of_file(table, shelf);
    }
    const SweepPlan plan = plan_of_places(places, shelf);
    const Model& model = *shelf.find(plan.base.model);
    const SweepSources sources(places, sweep_identity(plan, model), plan.points(), plan.replicates());
    const SweepDescription of = describe_sweep(plan, model);
    return with_runs(points_of(of), of.payers.size(), out,
                     [&](std::size_t point, std::size_t replicate) { return sources.run(point, replicate); });
}

bool is_one_gone(const std::vector<SweepPlace>& places) {
    std::error_code ignored;
    return std::any_of(places.begin(), places.end(),
                       [&](const SweepPlace& place) { return !std::filesystem::exists(place.path, ignored); });
}

}  // namespace

SweepPoints points_now(const std::filesystem::path& out, const ModelShelf& shelf) {
    return look_at_places(out, [&](const std::vector<SweepPlace>& places) {
        try {
            return points_of_places(places, out, shelf);
        } catch (const InputError&) {
            // Shards are removed by hand once they are merged: then, too, it is to be looked at again.
            if (is_one_gone(places)) throw JournalGone(fmt::format("a file of the sweep {} has gone", out.string()));
            throw;
        }
    });
}

}  // namespace bevlogen
