// The catalogue as switches: each measure acts from the next clearing on, its knobs are sliders.
#pragma once

#include <map>
#include <set>
#include <string>

#include "viewer/scene/scene.hpp"

namespace bevlogen {

class MeasuresPanel {
  public:
    void show(Scene& scene);

  private:
    void show_active(Scene& scene);
    void show_level(Scene& scene, const char* level, const Label& title);
    void show_measure(Scene& scene, const CatalogueMeasure& measure);
    void show_knobs(Scene& scene, const CatalogueMeasure& measure, const SwitchedMeasure* on, bool is_on);
    bool is_found(const Scene& scene, const CatalogueMeasure& measure) const;

    std::string search_;
    std::map<std::string, double> dialled_;  // by entry and path: where a slider stands; before the measure is on, or while it is dragged
    std::map<std::string, bool> pending_;    // by entry: switched, and not yet to be seen in the snapshot
    std::set<std::string> opened_;           // entries whose knobs are shown though they are off
    std::set<std::string> posted_;           // keys of dialled_ whose value has been asked for
    std::size_t shown_ = 0;
};

}  // namespace bevlogen
