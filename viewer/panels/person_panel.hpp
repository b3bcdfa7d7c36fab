// Two lives of one person: curves, and event by event in words.
#pragma once

#include <vector>

#include "viewer/figures/two_lives.hpp"
#include "viewer/panels/figure_view.hpp"

namespace bevlogen {

class PersonPanel {
  public:
    void show(Scene& scene, CellTextures& textures);

  private:
    void show_head(Scene& scene) const;
    void show_events(Scene& scene);
    void choose_somebody(Scene& scene);

    FigureView view_;
    const TwoLives* told_of_ = nullptr;
    Language told_in_ = Language::english;
    std::vector<ToldEvent> told_;
    int panel_index_ = 1;
};

}  // namespace bevlogen
