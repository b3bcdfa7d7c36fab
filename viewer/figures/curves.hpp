// One outcome by phase over time: the run, its ghost and other lines, and what lies between.
#pragma once

#include <cmath>
#include <cstddef>
#include <string>
#include <vector>

#include "sim/live/snapshot.hpp"
#include "sim/record/record_plan.hpp"
#include "viewer/figures/figure.hpp"
#include "viewer/plot/line_chart.hpp"

namespace bevlogen {

enum class CurveForm { level, difference };

struct CurveChoice {
    std::size_t outcome = 0;  // index into Model::outcomes()
    CurveForm form = CurveForm::level;
    double years = 10.0;  // how far the axis goes
    bool is_live = true;  // the base is a ghost; else a scenario among others
    Language language = Language::english;
};

// What an outcome is now in a phase, beside the ghost.
struct NowBesideGhost {
    double value = 0.0, ghost = 0.0;     // NaN before the first clearing
    double difference_half_width = 0.0;  // of its 95 % interval; 0 where there is one run of each
    double difference() const { return value - ghost; }
    // Whether the interval excludes zero, or there is none.
    bool is_told_apart() const { return difference() != 0.0 && std::abs(difference()) > difference_half_width; }
};
// A mean over the last clearings, as many as there are of those asked for.
NowBesideGhost now_beside_ghost(const Snapshot& snapshot, std::size_t curve, std::size_t phase, std::size_t clearings);
// One; of what is told per year those of a year, since single clearings of rare events say little.
std::size_t clearings_told(const OutcomeDecl& outcome);
// Blue where it is better, vermilion where worse, ink where neither, or where an interval contains zero.
Colour colour_of_change(const OutcomeDecl& outcome, const NowBesideGhost& now);
// "−2.05 pp", with "± 0.31" where there is an interval.
std::string change_words(const OutcomeDecl& outcome, const NowBesideGhost& now, Language language);
// "12.3 %" and in brackets the difference from the ghost, if there is one.
std::string now_words(const OutcomeDecl& outcome, const NowBesideGhost& now, Language language);
// "A", "B", ...: the name of a line, or what the base is called.
std::string line_name(const Snapshot& snapshot, std::size_t line, bool is_live, Language language);

// One chart a phase, all on one scale; the first is everybody. Empty where the snapshot does not have the outcome.
std::vector<LineChart> phase_charts(const Model& model, const Snapshot& snapshot, const CurveChoice& choice);

// All of them in a grid. `placed` gets where each lies; it must outlive the figure.
Figure curves_figure(const Model& model, std::shared_ptr<const Snapshot> snapshot, const CurveChoice& choice, std::vector<Placed>* placed);

}  // namespace bevlogen
