// One outcome by phase over time, with its ghost.
#pragma once

#include <vector>

#include "viewer/panels/figure_view.hpp"

namespace bevlogen {

class CurvesPanel {
  public:
    void show(Scene& scene, CellTextures& textures);

  private:
    void choose_outcome(Scene& scene);
    void tell_of_pointer(const Scene& scene, const Pointer& pointer) const;

    FigureView view_;
    std::vector<Placed> placed_;
    std::string search_;
};

}  // namespace bevlogen
