// A target of a calibration: what was published, and how the same is measured of simulated persons.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/core/label.hpp"
#include "sim/scenario/intervention.hpp"

namespace bevlogen {

// `x` is the quantity `of`, `z` the quantity `with`. Yearly waves are the last one and those 52, 104 ... weeks before it.
enum class StatisticKind {
    mean,              // of x over persons and waves
    difference,        // mean x in the scope less that in `less`, over the SD of x of both together; yearly waves
    correlation,       // of x and z, averaged over waves
    stability,         // correlation of x with x 52 weeks later, averaged over waves
    slope,             // of x, in its SD, on z within persons and months (panel_slope)
    coefficient,       // standardised, of z, in the regression of x on z and `beside`; yearly waves
    odds_ratio,        // of x (0 or 1) per unit of z, adjusted for `beside`; or of exposed against others by z; yearly waves
    later_odds_ratio,  // of x at any of the 13 waves after one, of exposed against others by z then
    quarter_ratio,     // mean x over the 13 waves after one, of the quarter with the highest z then over that with the lowest
    rate_ratio,        // of that mean x per SD of z, from a log-linear model
    ratio,             // mean x over mean z
    stay,              // months in the phases of the scope: twelve over mean x, which is who enters them, per person-year
    persons,           // in the scope, at a scale of 1; mean over waves
    effect,            // x less x of the same person in the world `against`, over the SD of x there
};
std::string_view word_of(StatisticKind kind);
std::optional<StatisticKind> statistic_kind(std::string_view word);

// Both ends count.
struct NumberBand {
    double low = 0.0, high = 0.0;

    bool holds(double value) const { return value >= low && value <= high; }
};

// Who counts beside the scope.
struct TargetCriterion {
    std::size_t quantity = 0;  // of the plan
    NumberBand band;
};

struct TargetPart {
    StatisticKind kind = StatisticKind::mean;
    std::size_t condition = 0;
    std::size_t of = 0;                // quantities of the plan
    std::optional<double> at_least{};  // x is 1 where the quantity is at least so much, else 0
    std::optional<std::size_t> with{};
    std::vector<std::size_t> beside{};
    Scope scope;
    std::optional<Scope> less{};
    std::vector<TargetCriterion> where{};
    bool is_typical = false;                   // x is the person's mean over the 13 waves up to each yearly wave
    std::optional<NumberBand> exposed{};       // of z
    std::optional<NumberBand> others{};        // of z; nothing: everybody who is not exposed
    std::optional<double> exposed_lowest{};    // the share with the lowest z is exposed
    std::optional<std::size_t> within_axis{};  // odds ratios within values of an axis of the scope (Mantel and Haenszel 1959)
    std::optional<std::size_t> against{};      // condition
    std::optional<std::size_t> took_part{};    // of an effect: only who has at least .5 of this quantity
    double value = 0.0;
    NumberBand tolerance;
    std::string words;  // as the publication says it

    // 0 at the published value, 1 at the end of the tolerance on that side; not finite where it could not be measured.
    double miss_of(double simulated) const;
};

struct Target {
    std::string name;
    Label label;
    std::string source;
    double weight = 1.0;
    std::vector<std::string> set_by;  // paths by which the level is set: then it is no test of the model
    std::vector<TargetPart> parts;

    bool is_set() const { return !set_by.empty(); }
};

enum class TargetState { met, set, missed };
// `values` beside the target's parts: within their tolerances, all of them, or missed.
TargetState state_of(const Target& target, const double* values);

// A miss in tolerances, squared as long as it is small; beyond two tolerances it counts less and less, four at most (Geman and McClure
// 1985), so that a target out of reach does not decide all others. What could not be measured counts as out of reach.
double counted_miss(double miss);
// Root of the weighted mean of what misses count: over parts within a target, then over targets by their weights. `values` of all parts in
// the order of targets.
double distance_of(const std::vector<Target>& targets, const std::vector<double>& values);

}  // namespace bevlogen
