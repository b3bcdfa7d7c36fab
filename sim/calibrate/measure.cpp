// One function a statistic, over rows of waves or over persons.
#include "sim/calibrate/measure.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "sim/core/contract.hpp"
#include "sim/study/regression.hpp"
#include "sim/study/samples.hpp"

namespace bevlogen {
namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

bool is_in(const Scope& scope, const SurveyWave& wave, std::uint32_t row) {
    for (std::size_t a = 0; a < wave.axis.size(); ++a) {
        if ((scope.axes[a] >> wave.axis[a][row] & 1u) == 0) return false;
    }
    return true;
}

class PartMeasure {
  public:
    PartMeasure(const TargetPart& part, std::span<const ConditionAnswers> conditions, double scale)
        : part_(part), conditions_(conditions), here_(conditions[part.condition]), scale_(scale) {}

    double value() const {
        switch (part_.kind) {
            case StatisticKind::mean: return mean_of(part_.of, part_.at_least);
            case StatisticKind::difference: return difference();
            case StatisticKind::correlation: return panel_correlation(trace(part_.of), trace(part_.with.value())).mean;
            case StatisticKind::stability: return panel_stability(trace(part_.of)).mean;
            case StatisticKind::slope: return panel_slope(trace(part_.of), trace(part_.with.value())).mean;
            case StatisticKind::coefficient: return coefficient();
            case StatisticKind::odds_ratio: return part_.exposed || part_.exposed_lowest ? odds_ratio_of_groups() : adjusted_odds_ratio();
            case StatisticKind::later_odds_ratio: return later_odds_ratio();
            case StatisticKind::quarter_ratio: return quarter_ratio();
            case StatisticKind::rate_ratio: return rate_ratio();
            case StatisticKind::ratio: return mean_of(part_.of, part_.at_least) / mean_of(part_.with.value(), {});
            case StatisticKind::stay: return 12.0 / mean_of(part_.of, {});
            case StatisticKind::persons: return persons();
            case StatisticKind::effect: return effect();
        }
        return kNaN;
    }

  private:
    double cut(double x) const { return part_.at_least && !std::isnan(x) ? (x >= *part_.at_least ? 1.0 : 0.0) : x; }

    bool counts(const ConditionAnswers& in, std::size_t w, std::uint32_t row, const Scope& scope) const {
        const SurveyWave& wave = in.wave(w);
        return is_in(scope, wave, row) && std::ranges::all_of(part_.where, [&](const TargetCriterion& criterion) {
                   return criterion.band.holds(static_cast<double>(wave.value[criterion.quantity][row]));
               });
    }
    bool counts(std::size_t w, std::uint32_t row) const { return counts(here_, w, row, part_.scope); }

    // x of a person at a wave: of the moment, or the mean over the year up to it, of the waves at which the person counts.
    double x_at(std::size_t w, std::size_t p) const {
        return cut(part_.is_typical ? typical(w, p, part_.of) : here_.value(w, p, part_.of));
    }

    // Mean over the year up to a wave, of the waves at which the person counts.
    double typical(std::size_t w, std::size_t p, std::size_t quantity) const {
        double sum = 0.0, n = 0.0;
        for (std::size_t back = 0; back < kWavesAYear && back <= w; ++back) {
            const std::uint32_t row = here_.row_of(w - back, p);
            if (row != kNotThere && counts(w - back, row)) sum += here_.value(w - back, p, quantity), n += 1.0;
        }
        return n > 0.0 ? sum / n : kNaN;
    }

    // The waves of a mean: all, or of typical values one a year.
    std::vector<std::size_t> waves_of_mean() const {
        if (part_.is_typical) return here_.yearly_waves();
        std::vector<std::size_t> all(here_.waves());
        for (std::size_t w = 0; w < all.size(); ++w) all[w] = w;
        return all;
    }

    // Calls look(wave, person, row) of everybody who counts at these waves.
    template <class Look>
    void for_each(const std::vector<std::size_t>& waves, const Look& look) const {
        for (const std::size_t w : waves) {
            for (std::size_t p = 0; p < here_.persons(); ++p) {
                const std::uint32_t row = here_.row_of(w, p);
                if (row != kNotThere && counts(w, row)) look(w, p, row);
            }
        }
    }

    double mean_of(std::size_t quantity, std::optional<double> at_least) const {
        double sum = 0.0, n = 0.0;
        for_each(waves_of_mean(), [&](std::size_t w, std::size_t p, std::uint32_t) {
            double x = kNaN;
            if (part_.is_typical) {
                x = x_at(w, p);
            } else {
                x = here_.value(w, p, quantity);
                if (at_least) x = x >= *at_least ? 1.0 : 0.0;
            }
            if (!std::isnan(x)) sum += x, n += 1.0;
        });
        return n > 0.0 ? sum / n : kNaN;
    }

    double persons() const {
        double n = 0.0;
        for_each(waves_of_mean(), [&](std::size_t, std::size_t, std::uint32_t) { n += 1.0; });
        return n / static_cast<double>(here_.waves()) / scale_;
    }

    double difference() const {
        std::vector<double> first, second, both;
        for (const std::size_t w : here_.yearly_waves()) {
            for (std::size_t p = 0; p < here_.persons(); ++p) {
                const std::uint32_t row = here_.row_of(w, p);
                if (row == kNotThere) continue;
                const bool is_first = counts(w, row), is_second = !is_first && counts(here_, w, row, *part_.less);
                if (!is_first && !is_second) continue;
                const double x = x_at(w, p);
                if (std::isnan(x)) continue;
                (is_first ? first : second).push_back(x);
                both.push_back(x);
            }
        }
        return (moments_of(first).mean - moments_of(second).mean) / moments_of(both).sd;
    }

    // Of those who count at a wave; NaN at others.
    PanelTrace trace(std::size_t quantity) const {
        PanelTrace trace{here_.persons(), kWeeksPerEpoch, std::vector<double>(here_.waves() * here_.persons(), kNaN)};
        for_each(waves_of_mean(),
                 [&](std::size_t w, std::size_t p, std::uint32_t) { trace.values[w * here_.persons() + p] = here_.value(w, p, quantity); });
        return trace;
    }

    // x, z and what is beside them, of everybody at yearly waves.
    struct Rows {
        std::vector<double> x;
        std::vector<std::vector<double>> predictors;
    };
    Rows rows() const {
        Rows rows;
        rows.predictors.resize(1 + part_.beside.size());
        for_each(here_.yearly_waves(), [&](std::size_t w, std::size_t p, std::uint32_t) {
            const double x = x_at(w, p);
            if (std::isnan(x)) return;
            rows.x.push_back(x);
            rows.predictors[0].push_back(here_.value(w, p, part_.with.value()));
            for (std::size_t k = 0; k < part_.beside.size(); ++k) rows.predictors[k + 1].push_back(here_.value(w, p, part_.beside[k]));
        });
        return rows;
    }

    double coefficient() const {
        const Rows all = rows();
        const Regression found = standardised_least_squares(all.predictors, all.x);
        return found.is_solved ? found.coefficient[1] : kNaN;
    }

    double adjusted_odds_ratio() const {
        const Rows all = rows();
        const Regression found = logistic_regression(all.predictors, all.x);
        return found.is_solved ? std::exp(found.coefficient[1]) : kNaN;
    }

    // Cells of exposed and others, with and without the event, within values of an axis.
    struct Odds {
        double exposed_yes = 0.0, exposed_no = 0.0, others_yes = 0.0, others_no = 0.0;
    };
    class OddsWithin {
      public:
        void add(std::size_t stratum, bool is_exposed, bool has_event) {
            if (odds_.size() <= stratum) odds_.resize(stratum + 1);
            Odds& odds = odds_[stratum];
            (is_exposed ? (has_event ? odds.exposed_yes : odds.exposed_no) : (has_event ? odds.others_yes : odds.others_no)) += 1.0;
        }
        double ratio() const {
            double up = 0.0, down = 0.0;
            for (const Odds& o : odds_) {
                const double n = o.exposed_yes + o.exposed_no + o.others_yes + o.others_no;
                if (n > 0.0) up += o.exposed_yes * o.others_no / n, down += o.exposed_no * o.others_yes / n;
            }
            return up > 0.0 && down > 0.0 ? up / down : kNaN;
        }

      private:
        std::vector<Odds> odds_;
    };

    std::size_t stratum(std::size_t w, std::uint32_t row) const {
        return part_.within_axis ? here_.wave(w).axis[*part_.within_axis][row] : 0;
    }

    // Whether z makes somebody exposed (1), one of the others (0) or neither (-1).
    int group_of(double z, double lowest) const {
        if (part_.exposed_lowest) return z <= lowest ? 1 : 0;
        if (part_.exposed->holds(z)) return 1;
        return !part_.others || part_.others->holds(z) ? 0 : -1;
    }

    // The z at or below which the share with the lowest lies, of those who count at a wave.
    double lowest_at(std::size_t w) const {
        if (!part_.exposed_lowest) return kNaN;
        std::vector<double> all = values_at(w, part_.with.value());
        return all.empty() ? kNaN : quantile(all, *part_.exposed_lowest);
    }

    std::vector<double> values_at(std::size_t w, std::size_t quantity) const {
        std::vector<double> all;
        for_each({w}, [&](std::size_t, std::size_t p, std::uint32_t) { all.push_back(here_.value(w, p, quantity)); });
        return all;
    }

    static double quantile(std::vector<double>& values, double share) {
        const auto at =
            static_cast<std::ptrdiff_t>(std::min(share * static_cast<double>(values.size()), static_cast<double>(values.size() - 1)));
        std::nth_element(values.begin(), values.begin() + at, values.end());
        return values[static_cast<std::size_t>(at)];
    }

    double odds_ratio_of_groups() const {
        OddsWithin odds;
        for (const std::size_t w : here_.yearly_waves()) {
            const double lowest = lowest_at(w);
            for_each({w}, [&](std::size_t, std::size_t p, std::uint32_t row) {
                const double z = z_beside_x(w, p), x = x_at(w, p);
                const int group = group_of(z, lowest);
                if (group >= 0 && !std::isnan(x)) odds.add(stratum(w, row), group == 1, x >= 0.5);
            });
        }
        return odds.ratio();
    }

    // z as it is at the wave; where x is typical, z is as well.
    double z_beside_x(std::size_t w, std::size_t p) const {
        return part_.is_typical ? typical(w, p, part_.with.value()) : here_.value(w, p, part_.with.value());
    }

    // Yearly waves that have a year after them.
    std::vector<std::size_t> starts_of_years() const {
        std::vector<std::size_t> starts = here_.yearly_waves();
        starts.pop_back();
        return starts;
    }

    // Calls look(wave, person, row, later) with the values of x at the waves of the year after, while the person is there.
    template <class Look>
    void for_each_year(const Look& look) const {
        std::vector<double> later;
        for_each(starts_of_years(), [&](std::size_t w, std::size_t p, std::uint32_t row) {
            later.clear();
            for (std::size_t ahead = 1; ahead <= kWavesAYear; ++ahead) {
                const double x = here_.value(w + ahead, p, part_.of);
                if (!std::isnan(x)) later.push_back(cut(x));
            }
            look(w, p, row, later);
        });
    }

    double later_odds_ratio() const {
        std::vector<double> lowest(here_.waves(), kNaN);
        for (const std::size_t w : starts_of_years()) lowest[w] = lowest_at(w);
        OddsWithin odds;
        for_each_year([&](std::size_t w, std::size_t p, std::uint32_t row, const std::vector<double>& later) {
            const int group = group_of(here_.value(w, p, part_.with.value()), lowest[w]);
            const bool has_event = std::ranges::any_of(later, [](double x) { return x > 0.0; });
            if (group >= 0) odds.add(stratum(w, row), group == 1, has_event);
        });
        return odds.ratio();
    }

    struct YearMeans {
        std::vector<double> x, z;
    };
    YearMeans year_means() const {
        YearMeans all;
        for_each_year([&](std::size_t w, std::size_t p, std::uint32_t, const std::vector<double>& later) {
            if (later.empty()) return;
            all.x.push_back(moments_of(later).mean);
            all.z.push_back(here_.value(w, p, part_.with.value()));
        });
        return all;
    }

    double quarter_ratio() const {
        const YearMeans all = year_means();
        if (all.z.size() < 8) return kNaN;
        std::vector<double> sorted = all.z;
        const double low = quantile(sorted, 0.25), high = quantile(sorted, 0.75);
        double up = 0.0, up_n = 0.0, down = 0.0, down_n = 0.0;
        for (std::size_t i = 0; i < all.x.size(); ++i) {
            if (all.z[i] >= high) up += all.x[i], up_n += 1.0;
            if (all.z[i] <= low) down += all.x[i], down_n += 1.0;
        }
        return down > 0.0 ? (up / up_n) / (down / down_n) : kNaN;
    }

    double rate_ratio() const {
        YearMeans all = year_means();
        const Moments z = moments_of(all.z);
        if (!(z.sd > 0.0)) return kNaN;
        for (double& one : all.z) one = (one - z.mean) / z.sd;
        const std::vector<std::vector<double>> predictors = {all.z};
        const Regression found = log_linear_regression(predictors, all.x);
        return found.is_solved ? std::exp(found.coefficient[1]) : kNaN;
    }

    // At the last wave of the condition, against the same wave of the other.
    double effect() const {
        const std::size_t w = here_.waves() - 1;
        const ConditionAnswers& without = conditions_[part_.against.value()];
        const std::vector<std::uint32_t> twin = rows_of_same_persons(here_.wave(w), without.wave(w));
        std::vector<double> differences, spread;
        for_each({w}, [&](std::size_t, std::size_t p, std::uint32_t row) {
            if (twin[row] == kNotThere) return;
            const double x = cut(here_.value(w, p, part_.of)), y = cut(static_cast<double>(without.wave(w).value[part_.of][twin[row]]));
            spread.push_back(y);
            const bool took_part = !part_.took_part || here_.value(w, p, *part_.took_part) >= 0.5;
            if (took_part) differences.push_back(x - y);
        });
        return moments_of(differences).mean / moments_of(spread).sd;
    }

    const TargetPart& part_;
    std::span<const ConditionAnswers> conditions_;
    const ConditionAnswers& here_;
    double scale_;
};

}  // namespace

double measure_part(const TargetPart& part, std::span<const ConditionAnswers> conditions, double scale) {
    return PartMeasure(part, conditions, scale).value();
}

std::vector<double> measure_targets(const std::vector<Target>& targets, std::span<const ConditionAnswers> conditions, double scale) {
    std::vector<double> values;
    for (const Target& target : targets) {
        for (const TargetPart& part : target.parts) values.push_back(measure_part(part, conditions, scale));
    }
    return values;
}

}  // namespace bevlogen
