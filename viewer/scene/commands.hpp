// What a user asks for: panels post, the application carries out after the frame.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "sim/live/session.hpp"
#include "viewer/figures/figure.hpp"

namespace bevlogen {

enum class ExportForm { svg, png, csv };
struct ExportFigure {
    Figure figure;
    ExportForm form;
    Box on_screen;  // in pixels of the window
};
struct StepOnce {};
struct SaveSession {};
struct ScrubTo {  // of results files
    Week week;
};
struct ChooseScenario {
    std::size_t line;
};
struct FollowPanelPerson {
    std::size_t index;
};
struct Quit {};
using ViewCommand = std::variant<SessionAct, ExportFigure, StepOnce, SaveSession, ScrubTo, ChooseScenario, FollowPanelPerson, Quit>;

class Commands {
  public:
    void post(ViewCommand command) { posted_.push_back(std::move(command)); }
    std::vector<ViewCommand> take() { return std::exchange(posted_, {}); }

  private:
    std::vector<ViewCommand> posted_;
};

}  // namespace bevlogen
