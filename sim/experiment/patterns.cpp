// Finds each pattern's outcome, row or trace in the file, and measures it.
#include "sim/experiment/patterns.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "sim/core/contract.hpp"
#include "sim/core/week.hpp"
#include "sim/experiment/panel_statistics.hpp"
#include "sim/experiment/reference_place.hpp"
#include "sim/experiment/stored_outcomes.hpp"
#include "sim/experiment/with_draws.hpp"

namespace bevlogen {
namespace {

constexpr std::size_t kClearingsPerYear = kWeeksPerYear / kWeeksPerEpoch;

// Rows of phases or strata, and the datasets that have them.
struct Rows {
    const Grouping* grouping;
    std::string suffix;  // of the dataset
    std::size_t row;
};

class PatternMeasure {
  public:
    PatternMeasure(const StoredOutcomes& stored, const Model& model, const Scenario& used, ObservationUnit unit)
        : stored_(stored), model_(model), used_(used), unit_(unit) {}

    PatternValue operator()(const PatternDecl& pattern) const {
        switch (pattern.kind) {
            case PatternKind::correlation:
            case PatternKind::stability:
            case PatternKind::slope:
            case PatternKind::cross_lag:
            case PatternKind::cross_lag_excess:
            case PatternKind::odds_ratio: return of_panel(pattern);
            case PatternKind::persons:
            case PatternKind::yearly: return at_scale_1(pattern);
            case PatternKind::mean_stay:
            case PatternKind::ratio: return of_means(pattern);
            case PatternKind::drift: return drift(pattern);
            default: return of_outcome(pattern);
        }
    }

  private:
    const OutcomeDecl& outcome(const std::string& name) const {
        const auto& all = model_.outcomes();
        const auto found = std::find_if(all.begin(), all.end(), [&](const OutcomeDecl& one) { return one.name == name; });
        expect(found != all.end(), "a pattern names an outcome of its model");
        return *found;
    }

    void expect_followed(const std::string& name) const {
        const auto& traces = model_.traces();
        const bool is_followed = std::any_of(traces.begin(), traces.end(), [&](const TraceDecl& trace) { return trace.name == name; });
        expect(is_followed, "a pattern names a trace of its model");
    }

    Rows rows_of(const PatternDecl& pattern) const {
        if (pattern.row.empty()) return {&model_.phases(), "", 0};
        for (const bool by_phase : {true, false}) {
            const Grouping& grouping = by_phase ? model_.phases() : model_.strata();
            const auto found = std::find(grouping.names.begin(), grouping.names.end(), pattern.row);
            if (found != grouping.names.end())
                return {&grouping, by_phase ? "" : "_by_stratum", static_cast<std::size_t>(found - grouping.names.begin())};
        }
        expect(false, "a pattern names a row of its model's phases or strata");
        return {};
    }

    ReferencePlace reference(const PatternDecl& pattern) const {
        const auto found = reference_of(pattern.outcome, model_.vocabulary(), used_);
        expect(found.has_value(), "a pattern of references names an outcome with reference scores");
        return *found;
    }

    // Means over clearings, one a replicate.
    std::vector<double> means(const std::string& outcome, const Rows& rows, std::size_t row, const char* measure) const {
        std::vector<double> means;
        for (const ByClearing& series : stored_.series(outcome + rows.suffix, row, measure)) means.push_back(mean_of_present(series));
        return means;
    }

    PatternValue of_outcome(const PatternDecl& pattern) const {
        const OutcomeDecl& decl = outcome(pattern.outcome);
        const Rows rows = rows_of(pattern);
        const bool is_spread = pattern.kind == PatternKind::reference_spread;
        std::vector<double> values = means(pattern.outcome, rows, rows.row, is_spread ? "sd" : "mean");
        const bool is_raw = decl.unit != "z";  // a z is in units of the reference already
        if (pattern.kind == PatternKind::reference_mean && is_raw) {
            const ReferencePlace place = reference(pattern);
            for (double& value : values) value = (value - place.mean) / place.sd;
        } else if (is_spread && is_raw) {
            for (double& value : values) value /= reference(pattern).sd;
        } else if (pattern.kind == PatternKind::largest_row_of) {
            std::vector<double> largest_other(values.size(), -std::numeric_limits<double>::infinity());
            for (std::size_t row = 0; row < rows.grouping->size(); ++row) {
                const std::vector<double> others = row == rows.row ? std::vector<double>{} : means(pattern.outcome, rows, row, "mean");
                for (std::size_t r = 0; r < others.size(); ++r) largest_other[r] = std::fmax(largest_other[r], others[r]);
            }
            for (std::size_t r = 0; r < values.size(); ++r) values[r] = values[r] > largest_other[r] ? 1.0 : 0.0;
        }
        return measured(pattern, unit_.estimate(values), "nobody was in that row");
    }

    PatternValue at_scale_1(const PatternDecl& pattern) const {
        const Rows rows = rows_of(pattern);
        expect(rows.grouping == &model_.phases(), "numbers of persons are known by phase");
        std::vector<ByClearing> numbers = stored_.persons(rows.row);
        if (pattern.kind == PatternKind::yearly) {
            const std::vector<ByClearing> rates = stored_.series(pattern.outcome, rows.row, "mean");
            for (std::size_t r = 0; r < numbers.size(); ++r) {
                for (std::size_t c = 0; c < numbers[r].size(); ++c) numbers[r][c] *= rates[r][c];
            }
        }
        std::vector<double> values;
        for (const ByClearing& series : numbers) values.push_back(mean_of_present(series) / used_.population_scale);
        return measured(pattern, unit_.estimate(values), "nobody was in that row");
    }

    PatternValue of_means(const PatternDecl& pattern) const {
        constexpr double kMonthsAYear = 12.0;
        const Rows rows = rows_of(pattern);
        std::vector<double> values = means(pattern.outcome, rows, rows.row, "mean");
        const std::vector<double> others =
            pattern.kind == PatternKind::ratio ? means(pattern.other, rows, rows.row, "mean") : std::vector<double>(values.size(), 1.0);
        for (std::size_t r = 0; r < values.size(); ++r)
            values[r] = pattern.kind == PatternKind::ratio ? values[r] / others[r] : kMonthsAYear / values[r];
        return measured(pattern, unit_.estimate(values), "nothing of the kind happened");
    }

    PatternValue drift(const PatternDecl& pattern) const {
        const Rows rows = rows_of(pattern);
        const bool is_share = outcome(pattern.outcome).shape == Shape::share;
        const std::vector<ByClearing> levels = stored_.series(pattern.outcome + rows.suffix, rows.row, "mean");
        const std::vector<double> sds = is_share ? std::vector<double>(levels.size(), 1.0) : means(pattern.outcome, rows, rows.row, "sd");
        const std::size_t a_year = rows.grouping == &model_.phases() ? kClearingsPerYear : 1;  // strata are known at years' ends
        std::vector<double> values;
        for (std::size_t r = 0; r < levels.size(); ++r) {
            const std::span<const double> series(levels[r]);
            if (series.size() < 2 * a_year) return {pattern, estimate_mean({}), "needs two recorded years"};
            const double change = mean_of_present(series.last(a_year)) - mean_of_present(series.first(a_year));
            values.push_back(change / sds[r]);
        }
        return measured(pattern, unit_.estimate(values), "it is the same for everybody");
    }

    PatternValue of_panel(const PatternDecl& pattern) const {
        if (unit_.is_draw()) return {pattern, estimate_mean({}), "the panel is of the first draw alone"};
        expect_followed(pattern.outcome);
        const PanelTrace y = stored_.panel(pattern.outcome);
        if (y.persons == 0) return {pattern, estimate_mean({}), "the file follows nobody"};
        if (pattern.kind == PatternKind::stability) return measured(pattern, panel_stability(y), kTooShort);
        expect_followed(pattern.other);
        const PanelTrace x = stored_.panel(pattern.other);
        if (pattern.kind == PatternKind::odds_ratio) {
            expect_followed(pattern.adjusted_for);
            return measured(pattern, panel_odds_ratio(y, x, stored_.panel(pattern.adjusted_for)), kTooShort);
        }
        switch (pattern.kind) {
            case PatternKind::correlation: return measured(pattern, panel_correlation(y, x), kTooShort);
            case PatternKind::slope: return measured(pattern, panel_slope(y, x), kTooShort);
            case PatternKind::cross_lag: return measured(pattern, panel_cross_lag(y, x), kTooShort);
            default: return measured(pattern, panel_cross_lag_excess(y, x), kTooShort);
        }
    }

    static PatternValue measured(const PatternDecl& pattern, const Estimate& value, const char* otherwise) {
        return {pattern, value, std::isfinite(value.mean) ? "" : otherwise};
    }

    static constexpr const char* kTooShort = "needs a longer or larger panel";

    const StoredOutcomes& stored_;
    const Model& model_;
    const Scenario& used_;
    ObservationUnit unit_;
};

}  // namespace

std::vector<PatternValue> measure_patterns(const std::filesystem::path& file, const Model& model, const Scenario& used) {
    const StoredResults results(file);
    const StoredOutcomes stored(results, model.vocabulary().model);
    const PatternMeasure measure(stored, model, used, unit_of(results));
    std::vector<PatternValue> values;
    for (const PatternDecl& pattern : model.patterns()) values.push_back(measure(pattern));
    return values;
}

}  // namespace bevlogen
