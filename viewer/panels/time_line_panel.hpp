// The time line: go on with another line, or branch from a week that lies behind.
#pragma once

#include <string>

#include "viewer/figures/time_line.hpp"
#include "viewer/panels/figure_view.hpp"

namespace bevlogen {

class TimeLinePanel {
  public:
    void show(Scene& scene, CellTextures& textures);

  private:
    void show_head(Scene& scene);
    void press(Scene& scene, Point at) const;

    FigureView view_;
    PlacedTimeLine placed_;
    std::string name_;
};

}  // namespace bevlogen
