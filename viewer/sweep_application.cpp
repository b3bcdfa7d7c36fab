// One panel, the whole window.
#include "viewer/sweep_application.hpp"

#include <imgui.h>

#include <algorithm>
#include <chrono>

#include "sim/core/diagnostic.hpp"
#include "viewer/figure_file.hpp"
#include "viewer/keys.hpp"
#include "viewer/panels/notices_panel.hpp"
#include "viewer/panels/sweep_panel.hpp"
#include "viewer/panels/widgets.hpp"
#include "viewer/window/on_screen.hpp"
#include "viewer/words.hpp"

namespace bevlogen {
namespace {

using Clock = std::chrono::steady_clock;
constexpr double kBetweenLooks = 3.0, kWait = 0.1;  // seconds
constexpr float kFigureText = 0.87f;

class SweepWatch {
  public:
    explicit SweepWatch(const std::function<SweepPoints()>& look) : look_(look), points_(std::make_shared<const SweepPoints>(look())) {}

    const std::shared_ptr<const SweepPoints>& points() const { return points_; }
    std::size_t version() const { return version_; }
    // What went wrong, once; empty otherwise.
    std::string look_again() {
        const double since = std::chrono::duration<double>(Clock::now() - looked_).count();
        if (points_->is_complete || since < kBetweenLooks) return {};
        std::string trouble;
        try {
            points_ = std::make_shared<const SweepPoints>(look_());
            ++version_;
        } catch (const InputError& error) {
            trouble = error.diagnostics().report();
        } catch (const std::exception& error) {
            trouble = error.what();
        }
        looked_ = Clock::now();
        return std::exchange(trouble_, trouble) == trouble ? std::string() : trouble;
    }

  private:
    const std::function<SweepPoints()>& look_;
    std::shared_ptr<const SweepPoints> points_;
    std::size_t version_ = 1;
    Clock::time_point looked_ = Clock::now();
    std::string trouble_;
};

}  // namespace

void run_sweep_application(const std::function<SweepPoints()>& look, const ApplicationOptions& options) {
    SweepWatch sweep(look);
    ViewState view = options.view;
    Commands commands;
    Places places;
    Window window("Bevlogen", options.size, view.text_size);
    CellTextures textures;
    NoticesPanel notices;
    SweepPanel panel;
    bool is_quitting = false;
    for (int drawn = 1; !is_quitting && !window.is_closing(); ++drawn) {
        window.begin_frame(options.frames > 0 ? 0.0 : kWait);
        places.clear();
        if (std::string trouble = sweep.look_again(); !trouble.empty()) notices.add({true, std::move(trouble)});
        Frame frame{view, commands, places};
        ImGui::SetNextWindowPos({0.0f, 0.0f});
        ImGui::SetNextWindowSize(ImGui::GetIO().DisplaySize);
        ImGui::Begin("sweep-region", nullptr,
                     ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                         ImGuiWindowFlags_NoBringToFrontOnFocus);
        if (button(frame, "language", words::kOtherLanguage))
            view.language = view.language == Language::english ? Language::dutch : Language::english;
        panel.show(frame, textures, sweep.points(), sweep.version());
        ImGui::End();
        notices.show(frame);
        press_common_keys(frame);
        window.draw_frame();
        for (const ViewCommand& command : commands.take()) {
            is_quitting = is_quitting || std::holds_alternative<Quit>(command);
            if (const auto* what = std::get_if<ExportFigure>(&command)) {
                try {
                    const TextStyle text{view.language, view.text_size * kFigureText, measure_on_screen()};
                    notices.add({false, words::kWritten.in(view.language) + save_figure(*what, options.folder, text, window).string()});
                } catch (const std::exception& error) {
                    notices.add({true, error.what()});
                }
            }
        }
        if (!options.places.empty()) {
            places.say("state", "shown");
            places.say("runs", std::to_string(sweep.points()->runs_done) + " of " + std::to_string(sweep.points()->runs));
            places.say("notice", notices.newest());
            places.write(options.places);
        }
        const bool is_last = options.frames > 0 && drawn >= options.frames;
        if (is_last && !options.screenshot.empty()) save_screenshot(options.screenshot, window);
        window.show_frame();
        textures.drop_unused();
        if (is_last) break;
    }
}

}  // namespace bevlogen
