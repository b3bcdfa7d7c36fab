// Every hospital a row, every team a cell: where it is busy, burnt out or empty.
#pragma once

#include <memory>
#include <vector>

#include "sim/live/snapshot.hpp"
#include "sim/record/record_plan.hpp"
#include "viewer/figures/figure.hpp"
#include "viewer/plot/heat_map.hpp"

namespace bevlogen {

enum class TeamColour { load, burnout, vacancies };

struct HospitalsChoice {
    TeamColour colour = TeamColour::load;
    std::optional<TeamId> team{};
    Language language = Language::english;
};

// What the colours stand for: the outcomes that a snapshot must have of teams. Nothing where the model has none of that name.
std::optional<std::size_t> outcome_of(const Model& model, TeamColour colour);

// Cells with the team of each; rows are hospitals, in order of identity.
struct TeamCells {
    HeatMap map;
    std::vector<std::optional<std::size_t>> team;  // by cell: place in TeamsNow
};
TeamCells team_cells(const Model& model, const Snapshot& snapshot, const HospitalsChoice& choice);

Figure hospitals_figure(const Model& model, std::shared_ptr<const Snapshot> snapshot, const HospitalsChoice& choice, PlacedMap* placed);

}  // namespace bevlogen
