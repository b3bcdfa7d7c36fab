// The map of hospitals and teams.
#pragma once

#include "viewer/figures/hospitals.hpp"
#include "viewer/panels/figure_view.hpp"

namespace bevlogen {

class HospitalsPanel {
  public:
    void show(Scene& scene, CellTextures& textures);

  private:
    void tell_of_cell(Scene& scene, const HospitalsChoice& choice, const Pointer& pointer) const;

    FigureView view_;
    PlacedMap placed_{};
};

}  // namespace bevlogen
