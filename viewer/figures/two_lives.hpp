// One person's life with the measures and without: some traces over time, and what happened where.
#pragma once

#include <memory>
#include <vector>

#include "sim/live/life_events.hpp"
#include "sim/live/snapshot.hpp"
#include "sim/record/record_plan.hpp"
#include "viewer/figures/figure.hpp"
#include "viewer/plot/line_chart.hpp"

namespace bevlogen {

struct LivesChoice {
    double years = 10.0;
    std::string with{}, without{};  // how the two are called
    Language language = Language::english;
};

// A chart a trace that is a level, the most telling first.
std::vector<LineChart> life_charts(const Model& model, const TwoLives& lives, const LivesChoice& choice);

// An event of one life or of both, in words.
struct ToldEvent {
    int week = 0;
    bool is_with = true, is_without = true;
    std::string words;
};
// What only one life knows, and what both do, by week.
std::vector<ToldEvent> told_events(const Model& model, const TwoLives& lives, Language language);

Figure lives_figure(const Model& model, std::shared_ptr<const TwoLives> lives, const LivesChoice& choice);

}  // namespace bevlogen
