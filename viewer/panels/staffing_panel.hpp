// The funnel of phases, what moves people, and vacancies.
#pragma once

#include "viewer/panels/figure_view.hpp"

namespace bevlogen {

class StaffingPanel {
  public:
    void show(Scene& scene, CellTextures& textures);

  private:
    FigureView view_;
};

}  // namespace bevlogen
