// What was written, and what could not be done: over the figures, for a while.
#pragma once

#include <deque>
#include <string>

#include "sim/live/running.hpp"
#include "viewer/scene/scene.hpp"

namespace bevlogen {

class NoticesPanel {
  public:
    void add(Notice notice);
    void show(Frame& frame);
    // Stays.
    static void show_failure(const Frame& frame, const std::string& text);
    std::string newest() const { return shown_.empty() ? std::string() : shown_.back().notice.text; }

  private:
    struct Shown {
        Notice notice;
        double seconds_left;
    };
    std::deque<Shown> shown_;
};

}  // namespace bevlogen
