// A frame: look at the source, show panels, draw, carry out what was asked for.
#include "viewer/application.hpp"

#include <fmt/format.h>
#include <imgui.h>

#include <algorithm>
#include <chrono>

#include "sim/record/final_name.hpp"
#include "viewer/figure_file.hpp"
#include "viewer/figures/staffing.hpp"
#include "viewer/keys.hpp"
#include "viewer/layout.hpp"
#include "viewer/panels/curves_panel.hpp"
#include "viewer/panels/headlines.hpp"
#include "viewer/panels/help_panel.hpp"
#include "viewer/panels/hospitals_panel.hpp"
#include "viewer/panels/measures_panel.hpp"
#include "viewer/panels/notices_panel.hpp"
#include "viewer/panels/people_panel.hpp"
#include "viewer/panels/person_panel.hpp"
#include "viewer/panels/side_tabs.hpp"
#include "viewer/panels/staffing_panel.hpp"
#include "viewer/panels/time_line_panel.hpp"
#include "viewer/panels/transport.hpp"
#include "viewer/panels/widgets.hpp"
#include "viewer/window/on_screen.hpp"
#include "viewer/words.hpp"

namespace bevlogen {
namespace {

using Clock = std::chrono::steady_clock;

constexpr double kPlayingWait = 1.0 / 30.0, kIdleWait = 0.2, kAwake = 0.7;  // seconds
constexpr float kSmallestText = 9.0f, kLargestText = 30.0f, kFigureText = 0.87f;

double seconds_from(Clock::time_point start) { return std::chrono::duration<double>(Clock::now() - start).count(); }

SnapshotWants wants_of(const Model& model, const ViewState& view) {
    SnapshotWants wants;
    const auto add = [](std::vector<std::size_t>& to, std::size_t outcome) {
        if (std::find(to.begin(), to.end(), outcome) == to.end()) to.push_back(outcome);
    };
    for (const std::size_t outcome : headline_outcomes(model)) add(wants.curves, outcome);
    for (const std::size_t outcome : staffing_outcomes(model)) add(wants.curves, outcome);
    add(wants.curves, view.outcome);
    for (const std::size_t outcome : PeoplePanel::axes(model)) wants.persons.push_back(outcome);
    for (const TeamColour colour : {TeamColour::load, TeamColour::burnout, TeamColour::vacancies}) {
        if (const auto outcome = outcome_of(model, colour)) add(wants.teams, *outcome);
    }
    return wants;
}

class Application {
  public:
    Application(Source& source, const ApplicationOptions& options)
        : source_(source), options_(options), view_(options.view), window_("Bevlogen", options.size, options.view.text_size) {
        view_.outcome = view_.chosen_outcome.value_or(headline_outcomes(source.model()).front());
    }

    bool run() {
        Clock::time_point before = Clock::now();
        int drawn = 0;
        while (!window_.is_closing() && !is_quitting_) {
            window_.begin_frame(options_.frames > 0 ? 0.0 : wait());
            const double seconds = seconds_from(before);
            before = Clock::now();
            const bool is_shown = frame(seconds);
            window_.draw_frame();
            carry_out();
            const bool is_last = options_.frames > 0 && is_shown && ++drawn >= options_.frames;
            if (is_last && !options_.screenshot.empty()) save_screenshot(options_.screenshot, window_);
            window_.show_frame();
            textures_.drop_unused();
            if (!options_.timings.empty()) timings_ += fmt::format("{:.6f}\n", seconds_from(before));
            if (is_last) break;
        }
        if (!options_.timings.empty()) write_whole(options_.timings, timings_);
        return source_.failure().empty();
    }

  private:
    // As long as nothing moves, the machine rests.
    double wait() {
        const ImGuiIO& io = ImGui::GetIO();
        const bool is_touched = io.MouseDelta.x != 0 || io.MouseDelta.y != 0 || io.MouseDown[0] || io.MouseDown[1] || io.MouseWheel != 0 ||
                                ImGui::IsAnyItemActive();
        if (is_touched) touched_ = Clock::now();
        const bool is_awake = seconds_from(touched_) < kAwake || (view_.is_playing && source_.is_live());
        return is_awake ? kPlayingWait : kIdleWait;
    }

    // Whether there was something to see.
    bool frame(double seconds) {
        places_.clear();
        const std::string failure = source_.failure();
        for (Notice& notice : source_.take_notices()) {
            if (source_.is_live() && !notice.is_refusal) notice.text.insert(0, words::kWritten.in(view_.language));
            notices_.add(std::move(notice));
        }
        const auto now = source_.look(wants_of(source_.model(), view_), view_, seconds);
        if (!now) {
            show_waiting(failure);
            return !failure.empty();
        }
        Scene scene{{view_, commands_, places_}, source_.model(),   source_.base(),          now,
                    source_.measures(),          source_.is_live(), source_.panel_persons(), source_.is_waiting()};
        if (now->is_finished && source_.is_live()) view_.is_playing = false;
        if (options_.follows_somebody && !view_.person && now->everybody && !now->everybody->persons.ids.empty())
            view_.person = now->everybody->persons.ids[now->everybody->persons.ids.size() / 2];
        show(scene);
        if (!failure.empty()) notices_.show_failure(scene, scene.say(words::kStoppedBy) + failure);
        switch (press_keys(scene)) {
            case KeyWish::export_curves: {
                const CurveChoice choice{view_.outcome, view_.form, static_cast<double>(scene.scenario.years), scene.is_live,
                                         view_.language};
                commands_.post(
                    ExportFigure{curves_figure(scene.model, now, choice, nullptr), ExportForm::svg, {0.0f, 0.0f, 1100.0f, 620.0f}});
                break;
            }
            case KeyWish::larger_text: change_text(1.0f); break;
            case KeyWish::smaller_text: change_text(-1.0f); break;
            case KeyWish::none: break;
        }
        tell_places(scene);
        return true;
    }

    void show_waiting(const std::string& failure) {
        const ImVec2 screen = ImGui::GetIO().DisplaySize;
        ImGui::SetNextWindowPos({0.0f, 0.0f});
        ImGui::SetNextWindowSize(screen);
        ImGui::Begin("waiting", nullptr, ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoSavedSettings);
        ImGui::SetCursorPosY(screen.y * 0.45f);
        wrapped_text(failure.empty() ? words::kStarting.in(view_.language) : words::kStoppedBy.in(view_.language) + failure);
        ImGui::End();
        if (ImGui::GetIO().KeyCtrl && ImGui::IsKeyPressed('Q')) is_quitting_ = true;
        places_.say("state", failure.empty() ? "waiting" : "failed");
        write_places();
    }

    template <class Show>
    void region(const char* name, const Box& box, const Show& show_it) {
        ImGui::SetNextWindowPos({box.left, box.top});
        ImGui::SetNextWindowSize({std::max(box.width(), 1.0f), std::max(box.height(), 1.0f)});
        ImGui::Begin(name, nullptr,
                     ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                         ImGuiWindowFlags_NoBringToFrontOnFocus);
        show_it();
        ImGui::End();
    }

    void show(Scene& scene) {
        const ImVec2 screen = ImGui::GetIO().DisplaySize;
        const Layout layout = layout_of(scene, screen.x, screen.y);
        region("transport", layout.transport, [&] { show_transport(scene); });
        if (layout.measures) region("measures-region", *layout.measures, [&] { measures_.show(scene); });
        if (layout.headlines) region("headlines", *layout.headlines, [&] { show_headlines(scene); });
        if (layout.curves) region("curves-region", *layout.curves, [&] { curves_.show(scene, textures_); });
        if (layout.side) region("side", *layout.side, [&] { show_side(scene, layout); });
        if (layout.time_line) region("time-line-region", *layout.time_line, [&] { time_line_.show(scene, textures_); });
        show_help(scene);
        notices_.show(scene);
    }

    void show_side(Scene& scene, const Layout& layout) {
        show_side_tabs(scene,
                       {layout.measures.has_value() || !scene.is_live, layout.curves.has_value() && scene.view.side != SidePanel::curves});
        switch (scene.view.side) {
            case SidePanel::people: people_.show(scene, textures_); break;
            case SidePanel::hospitals: hospitals_.show(scene, textures_); break;
            case SidePanel::staffing: staffing_.show(scene, textures_); break;
            case SidePanel::person: person_.show(scene, textures_); break;
            case SidePanel::measures: measures_.show(scene); break;
            case SidePanel::curves: break;  // in a region of its own
        }
    }

    void change_text(float by) {
        view_.text_size = std::clamp(view_.text_size + by, kSmallestText, kLargestText);
        window_.change_text_size(view_.text_size);
    }

    void carry_out() {
        for (const ViewCommand& command : commands_.take()) {
            if (std::holds_alternative<Quit>(command)) is_quitting_ = true;
            if (const auto* what = std::get_if<ExportFigure>(&command)) {
                try {
                    const TextStyle text{view_.language, view_.text_size * kFigureText, measure_on_screen()};
                    notices_.add({false, words::kWritten.in(view_.language) + save_figure(*what, options_.folder, text, window_).string()});
                } catch (const std::exception& error) {
                    notices_.add({true, error.what()});
                }
            }
            if (const auto* act = std::get_if<SessionAct>(&command); act && std::holds_alternative<Restart>(*act))
                view_.branch_week.reset();
            source_.carry_out(command);
        }
    }

    void tell_places(const Scene& scene) {
        places_.say("state", "shown");
        places_.say("week", std::to_string(scene.now->now().week.value));
        places_.say("playing", view_.is_playing ? "yes" : "no");
        places_.say("lines", std::to_string(scene.now->lines.size()));
        places_.say("chosen", std::to_string(scene.now->chosen));
        places_.say("finished", scene.now->is_finished ? "yes" : "no");
        places_.say("language", view_.language == Language::dutch ? "nl" : "en");
        places_.say("outcome", scene.outcome(view_.outcome).name);
        places_.say("notice", notices_.newest());
        if (const LineNow& line = scene.now->now(); line.policy) {
            std::string measures;
            for (const SwitchedMeasure& m : line.policy->measures()) {
                measures += fmt::format("{}@{}", m.name, m.start.value);
                for (const KnobValue& knob : m.at_start) measures += fmt::format(" {}={}", knob.path, knob.value);
                for (const SwitchedMeasure::Turn& turn : m.turns)
                    measures += fmt::format(" {}={}@{}", turn.knob.path, turn.knob.value, turn.at.value);
                if (m.end) measures += fmt::format(" off@{}", m.end->value);
                measures += ";";
            }
            places_.say("measures", measures);
        }
        if (scene.now->lives) places_.say("followed", fmt::format("{} {}", scene.now->lives->person.value, scene.now->lives->with.weeks));
        write_places();
    }

    void write_places() const {
        if (!options_.places.empty()) places_.write(options_.places);
    }

    Source& source_;
    const ApplicationOptions& options_;
    ViewState view_;
    Commands commands_;
    Places places_;
    Window window_;  // before the textures, which live in it
    CellTextures textures_;
    NoticesPanel notices_;
    MeasuresPanel measures_;
    CurvesPanel curves_;
    PeoplePanel people_;
    HospitalsPanel hospitals_;
    StaffingPanel staffing_;
    PersonPanel person_;
    TimeLinePanel time_line_;
    Clock::time_point touched_ = Clock::now();
    std::string timings_;
    bool is_quitting_ = false;
};

}  // namespace

bool run_application(Source& source, const ApplicationOptions& options) { return Application(source, options).run(); }

}  // namespace bevlogen
