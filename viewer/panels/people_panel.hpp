// Everybody as a cloud; a click on a dot follows that person.
#pragma once

#include "viewer/panels/figure_view.hpp"

namespace bevlogen {

class PeoplePanel {
  public:
    // The outcomes of its axes, across and up: engagement and burnout where the model has them.
    static std::vector<std::size_t> axes(const Model& model);

    void show(Scene& scene, CellTextures& textures);

  private:
    FigureView view_;
    Placed placed_{};
};

}  // namespace bevlogen
