// The lines of a session over the years: where each parted, what was done when, and how far it has come.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "sim/live/snapshot.hpp"
#include "sim/record/record_plan.hpp"
#include "viewer/figures/figure.hpp"

namespace bevlogen {

struct TimeLineChoice {
    double years = 10.0;
    bool is_live = true;
    std::optional<Week> marked{};  // where one would branch
    Language language = Language::english;
};

// Where tracks and years lie.
struct PlacedTimeLine {
    Placed placed;
    std::vector<Box> tracks;  // of each line
    // The clearing nearest to a place on the page.
    Week week_at(Point at) const;
};

// In which lane of its line's track each measure lies: those that are on at one time lie below each other.
std::vector<std::size_t> lanes_of(const LineNow& line);
// How many there are; one at least.
std::size_t lane_count(const LineNow& line);

// How the measures of catalogue entries are called.
using MeasureName = std::function<std::string(const std::string& entry)>;

Figure time_line_figure(std::shared_ptr<const Snapshot> snapshot, const TimeLineChoice& choice, MeasureName measure_name,
                        PlacedTimeLine* placed);

}  // namespace bevlogen
