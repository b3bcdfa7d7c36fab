// What every panel is shown in a frame, and where it leaves what the user asks for.
#pragma once

#include <initializer_list>
#include <memory>
#include <string>
#include <vector>

#include "sim/live/catalogue.hpp"
#include "sim/live/snapshot.hpp"
#include "sim/record/record_plan.hpp"
#include "viewer/scene/commands.hpp"
#include "viewer/scene/places.hpp"
#include "viewer/scene/view_state.hpp"

namespace bevlogen {

// Of all that a figure depends on.
std::size_t version_of(std::initializer_list<std::size_t> parts);

// What widgets and figures need wherever they are.
struct Frame {
    ViewState& view;
    Commands& commands;
    Places& places;

    const std::string& say(const Label& label) const { return label.in(view.language); }
};

struct Scene : Frame {
    const Model& model;
    const Scenario& scenario;  // the base
    std::shared_ptr<const Snapshot> now;
    const std::vector<CatalogueMeasure>& measures;
    bool is_live = true;            // else files
    std::size_t panel_persons = 0;  // of files: whose lives can be shown
    bool is_waiting = false;        // something that was asked for is not yet to be seen

    const OutcomeDecl& outcome(std::size_t i) const { return model.outcomes()[i]; }
    // Changes with whatever figures of curves and lines show.
    std::size_t version() const;
    // How the base and the chosen line are called beside each other.
    std::string without_name() const;
    std::string with_name() const;
    // Where an outcome's curves stand in the snapshot; nothing before they have come.
    std::optional<std::size_t> curve_of(std::size_t outcome) const;
};

}  // namespace bevlogen
