// A sweep, finished or running: how far it is, and any outcome against any parameter.
#pragma once

#include <memory>

#include "viewer/figures/sweep_figure.hpp"
#include "viewer/panels/figure_view.hpp"

namespace bevlogen {

class SweepPanel {
  public:
    // `version` counts up with each new look at the sweep.
    void show(Frame& frame, CellTextures& textures, const std::shared_ptr<const SweepPoints>& points, std::size_t version);

  private:
    void choose(Frame& frame, const SweepPoints& points);

    FigureView view_;
    Placed placed_{};
    SweepChoice choice_;
    bool is_new_ = true;
};

}  // namespace bevlogen
