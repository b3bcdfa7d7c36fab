// One outcome by phase over time: the run, its ghost and other lines, and what lies between.
#pragma once

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
    double value = 0.0, ghost = 0.0;  // NaN before the first clearing
    double difference() const { return value - ghost; }
};
NowBesideGhost now_beside_ghost(const Snapshot& snapshot, std::size_t curve, std::size_t phase);
// Blue where it is better, vermilion where worse, ink where neither.
Colour colour_of_change(const OutcomeDecl& outcome, double difference);
// "12.3 %" and in brackets the difference from the ghost, if there is one.
std::string now_words(const OutcomeDecl& outcome, const NowBesideGhost& now, Language language);
// "A", "B", ...: the name of a line, or what the base is called.
std::string line_name(const Snapshot& snapshot, std::size_t line, bool is_live, Language language);

// One chart a phase, all on one scale; the first is everybody. Empty where the snapshot does not have the outcome.
std::vector<LineChart> phase_charts(const Model& model, const Snapshot& snapshot, const CurveChoice& choice);

// All of them in a grid. `placed` gets where each lies; it must outlive the figure.
Figure curves_figure(const Model& model, std::shared_ptr<const Snapshot> snapshot, const CurveChoice& choice, std::vector<Placed>* placed);

}  // namespace bevlogen
