// Where frames come from: a session that runs, or results files. The window knows this seam alone.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "sim/live/catalogue.hpp"
#include "sim/live/running.hpp"
#include "sim/live/snapshot.hpp"
#include "viewer/scene/commands.hpp"
#include "viewer/scene/view_state.hpp"

namespace bevlogen {

class Source {
  public:
    virtual ~Source() = default;

    virtual const Model& model() const = 0;
    virtual const Scenario& base() const = 0;
    virtual bool is_live() const = 0;
    virtual const std::vector<CatalogueMeasure>& measures() const = 0;
    virtual std::size_t panel_persons() const { return 0; }

    // Once a frame, before it is drawn: what is wanted, and how many seconds have gone by. Null until there is something to see.
    virtual std::shared_ptr<const Snapshot> look(const SnapshotWants& wants, const ViewState& view, double seconds) = 0;
    // What this source does not know of is left alone.
    virtual void carry_out(const ViewCommand& command) = 0;
    // Whether something that was asked for is not yet to be seen.
    virtual bool is_waiting() const { return false; }
    virtual std::vector<Notice> take_notices() = 0;
    // Why there is no more to come; empty otherwise.
    virtual std::string failure() const { return {}; }
};

}  // namespace bevlogen
