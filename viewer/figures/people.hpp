// Everybody at once: engagement across, burnout up, a dot a person.
#pragma once

#include <memory>
#include <vector>

#include "sim/live/snapshot.hpp"
#include "sim/record/record_plan.hpp"
#include "viewer/figures/figure.hpp"
#include "viewer/plot/cloud.hpp"

namespace bevlogen {

struct PeopleChoice {
    std::size_t across = 0, up = 0;    // indices into Model::outcomes(), both among those that the snapshot has of persons
    std::vector<bool> phases_shown{};  // rows of Model::phases(); all where it is empty
    std::optional<PersonId> person{};
    Language language = Language::english;
};

// The colour of a phase.
Colour colour_of_phase(std::size_t phase);

// Its spans are of the snapshot. Nothing before everybody has been looked at.
std::optional<CloudChart> people_chart(const Model& model, const Snapshot& snapshot, const PeopleChoice& choice);

Figure people_figure(const Model& model, std::shared_ptr<const Snapshot> snapshot, const PeopleChoice& choice, Placed* placed);

}  // namespace bevlogen
