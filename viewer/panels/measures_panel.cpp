// A switch shows what the chosen line has in its week, or what was asked for since.
#include "viewer/panels/measures_panel.hpp"

#include <fmt/format.h>
#include <imgui.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>

#include "viewer/panels/widgets.hpp"
#include "viewer/plot/axes.hpp"
#include "viewer/plot/colour.hpp"
#include "viewer/words.hpp"

namespace bevlogen {
namespace {

std::string lower(std::string text) {
    for (char& c : text) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return text;
}

std::string stem_of(const CatalogueMeasure& measure) { return measure.intervention.name; }

double value_now(const MeasureKnob& knob, const SwitchedMeasure& on) {
    double value = knob.start;
    for (const KnobValue& set : on.at_start) {
        if (set.path == knob.knob.path) value = set.value;
    }
    for (const SwitchedMeasure::Turn& turn : on.turns) {
        if (turn.knob.path == knob.knob.path) value = turn.knob.value;
    }
    return value;
}

double snapped(const MeasureKnob& knob, double value) {
    const double step = knob.is_whole_number ? std::max(1.0, knob.knob.step) : knob.knob.step;
    if (step > 0.0) value = knob.knob.min + std::round((value - knob.knob.min) / step) * step;
    return std::clamp(value, knob.knob.min, knob.knob.max);
}

const char* format_of(const MeasureKnob& knob) {
    if (knob.is_whole_number || knob.knob.step >= 1.0) return "%.0f";
    return knob.knob.step >= 0.1 ? "%.1f" : knob.knob.step >= 0.01 ? "%.2f" : "%.3f";
}

// The codes of the catalogue in words.
std::vector<std::string> who_words(const std::vector<std::string>& who, Language language) {
    static const std::map<std::string, std::string> dutch = {{"department", "vakgroep"},
                                                             {"government", "overheid"},
                                                             {"hospital", "ziekenhuis"},
                                                             {"insurer", "zorgverzekeraar"},
                                                             {"insurers", "zorgverzekeraars"},
                                                             {"management", "management"},
                                                             {"medical faculty", "medische faculteit"},
                                                             {"medical staff", "medische staf"},
                                                             {"person", "de persoon zelf"},
                                                             {"professional association", "beroepsvereniging"},
                                                             {"subsidy", "subsidie"},
                                                             {"training committee", "opleidingscommissie"},
                                                             {"training fund", "opleidingsfonds"}};
    std::vector<std::string> words;
    for (const std::string& one : who) {
        const auto found = dutch.find(one);
        words.push_back(language == Language::dutch && found != dutch.end() ? found->second : one);
    }
    return words;
}

std::string about(const Scene& scene, const CatalogueMeasure& measure) {
    const Intervention& it = measure.intervention;
    std::string text = scene.view.language == Language::english ? measure.about + "\n\n" : std::string();
    if (!it.source.empty()) text += scene.say(words::kSource) + ": " + it.source;
    const auto who = [&](const Label& does, const std::vector<std::string>& names) {
        if (!names.empty()) text += fmt::format("\n{}: {}", scene.say(does), fmt::join(who_words(names, scene.view.language), ", "));
    };
    who(words::kDecides, it.catalogue.decides);
    who(words::kPays, it.catalogue.pays);
    return text;
}

}  // namespace

bool MeasuresPanel::is_found(const Scene& scene, const CatalogueMeasure& measure) const {
    if (search_.empty()) return true;
    const std::string wanted = lower(search_);
    for (const std::string& text : {scene.say(measure.intervention.title), measure.intervention.name, measure.about}) {
        if (lower(text).find(wanted) != std::string::npos) return true;
    }
    return false;
}

void MeasuresPanel::show_knobs(Scene& scene, const CatalogueMeasure& measure, const SwitchedMeasure* on, bool is_on) {
    for (const MeasureKnob& knob : measure.knobs) {
        const std::string key = measure.entry + " " + knob.knob.path;
        const auto dialled = dialled_.find(key);
        const bool is_settled = on && !knob.turns_while_on;
        double value = dialled != dialled_.end() ? dialled->second : on ? value_now(knob, *on) : knob.start;
        quiet_text(scene.say(knob.knob.label));
        ImGui::SetNextItemWidth(-1.0f);
        float turned = static_cast<float>(value);
        const float min = static_cast<float>(knob.knob.min), max = static_cast<float>(knob.knob.max);
        ImGui::BeginDisabled(is_settled);
        if (ImGui::SliderFloat(("###" + key).c_str(), &turned, min, max, format_of(knob), ImGuiSliderFlags_AlwaysClamp)) {
            value = snapped(knob, static_cast<double>(turned));
            dialled_[key] = value;
            posted_.erase(key);
        }
        const bool is_done = ImGui::IsItemDeactivatedAfterEdit();
        ImGui::EndDisabled();
        note_place(scene, "knob/" + stem_of(measure) + "/" + knob.knob.path);
        if (is_settled && ImGui::IsItemHovered(ImGuiHoveredFlags_AllowWhenDisabled)) tooltip(scene.say(words::kAtNextSwitch));
        if (is_done && is_on) {
            scene.commands.post(SessionAct{TurnKnob{measure.entry, {knob.knob.path, value}}});
            posted_.insert(key);
        }
    }
}

void MeasuresPanel::show_measure(Scene& scene, const CatalogueMeasure& measure) {
    ++shown_;
    const LineNow& line = scene.now->now();
    const SwitchedMeasure* on = line.policy ? line.policy->on(measure.entry, line.week) : nullptr;
    const auto pending = pending_.find(measure.entry);
    bool is_on = pending != pending_.end() ? pending->second : on != nullptr;
    ImGui::PushID(measure.entry.c_str());
    const float dots = ImGui::CalcTextSize("\u2026").x + 2.0f * ImGui::GetStyle().FramePadding.x;
    const float room = ImGui::GetContentRegionAvail().x - ImGui::GetFrameHeight() - ImGui::GetStyle().ItemInnerSpacing.x - dots - 4.0f;
    const std::string title = fitted(scene.say(measure.intervention.title), room, ImGui::GetFontSize(), [](std::string_view words, float) {
        return ImGui::CalcTextSize(words.data(), words.data() + words.size()).x;
    });
    const bool has_ended = scene.now->is_finished && !is_on;
    ImGui::BeginDisabled(has_ended);
    const bool is_pressed = ImGui::Checkbox((title + "###switch").c_str(), &is_on);
    ImGui::EndDisabled();
    note_place(scene, "switch/" + stem_of(measure));
    if (ImGui::IsItemHovered(ImGuiHoveredFlags_AllowWhenDisabled))
        tooltip(scene.say(measure.intervention.title) + "\n\n" + about(scene, measure));
    if (is_pressed) {
        pending_[measure.entry] = is_on;
        if (is_on) {
            std::vector<KnobValue> knobs;
            for (const MeasureKnob& knob : measure.knobs) {
                const auto dialled = dialled_.find(measure.entry + " " + knob.knob.path);
                if (dialled == dialled_.end()) continue;
                knobs.push_back({knob.knob.path, dialled->second});
                posted_.insert(dialled->first);
            }
            scene.commands.post(SessionAct{SwitchOn{measure.entry, std::move(knobs)}});
        } else {
            scene.commands.post(SessionAct{SwitchOff{measure.entry}});
        }
    }
    if (!is_on && !measure.knobs.empty()) {
        ImGui::SameLine(ImGui::GetWindowContentRegionMax().x - dots);
        if (ImGui::SmallButton("\u2026") && !opened_.insert(measure.entry).second) opened_.erase(measure.entry);
        note_place(scene, "knobs/" + stem_of(measure));
    }
    if (!is_on && opened_.contains(measure.entry)) {
        ImGui::Indent();
        show_knobs(scene, measure, nullptr, false);
        ImGui::Unindent();
    }
    if (is_on) {
        ImGui::Indent();
        if (on)
            quiet_text(on->start == Week{0} ? scene.say(words::kFromStart)
                                            : fmt::format("{} {} {}", scene.say(words::kSince), scene.say(words::kWeek), on->start.value));
        else
            quiet_text(scene.say(words::kWaits));
        show_knobs(scene, measure, on, is_on);
        ImGui::Unindent();
        ImGui::Spacing();
    }
    ImGui::PopID();
}

void MeasuresPanel::show_level(Scene& scene, const char* level, const Label& title) {
    const auto is_here = [&](const CatalogueMeasure& m) { return m.intervention.level == level && is_found(scene, m); };
    const auto count = std::count_if(scene.measures.begin(), scene.measures.end(), is_here);
    if (count == 0) return;
    if (!search_.empty()) ImGui::SetNextItemOpen(true);
    const std::string words = fmt::format("{} ({})###level-{}", scene.say(title), count, level);
    const bool is_open = ImGui::CollapsingHeader(words.c_str(), ImGuiTreeNodeFlags_DefaultOpen);
    note_place(scene, std::string("level/") + level);
    if (!is_open) return;
    for (const CatalogueMeasure& measure : scene.measures) {
        if (is_here(measure)) show_measure(scene, measure);
    }
}

// A press finds the measure among the others.
void MeasuresPanel::show_active(Scene& scene) {
    const LineNow& line = scene.now->now();
    bool is_first = true;
    for (const CatalogueMeasure& measure : scene.measures) {
        if (!line.policy || !line.policy->on(measure.entry, line.week)) continue;
        if (is_first) quiet_text(scene.say(words::kOnNow) + ":");
        is_first = false;
        const bool is_pressed = ImGui::SmallButton((scene.say(measure.intervention.title) + "###on-" + stem_of(measure)).c_str());
        note_place(scene, "on/" + stem_of(measure));
        if (is_pressed) {
            const std::string& title = scene.say(measure.intervention.title);
            search_ = search_ == title ? std::string() : title;
        }
    }
    if (!is_first) ImGui::Spacing();
}

void MeasuresPanel::show(Scene& scene) {
    if (!scene.is_waiting) {  // what was asked for has been taken, or refused
        pending_.clear();
        for (const std::string& key : posted_) dialled_.erase(key);
        posted_.clear();
    }
    std::array<char, 80> typed{};
    search_.copy(typed.data(), typed.size() - 1);
    ImGui::SetNextItemWidth(-1.0f);
    if (ImGui::InputTextWithHint("###search", scene.say(words::kSearch).c_str(), typed.data(), typed.size())) search_ = typed.data();
    note_place(scene, "search");
    shown_ = 0;
    quiet_text(scene.say(scene.now->is_finished ? words::kHasEnded : words::kHowToPull));
    ImGui::BeginChild("measures");
    const LineNow& line = scene.now->now();
    show_active(scene);
    if (line.policy && !scene.scenario.interventions.empty()) {
        quiet_text(scene.say(words::kBaseHas) + ":");
        for (const Intervention& it : scene.scenario.interventions) wrapped_text("  " + scene.say(it.title));
        ImGui::Spacing();
    }
    show_level(scene, "individual", words::kIndividual);
    show_level(scene, "organisational", words::kOrganisational);
    show_level(scene, "national", words::kNational);
    if (shown_ == 0 && !search_.empty()) quiet_text(scene.say(words::kNoMeasure));
    ImGui::EndChild();
}

}  // namespace bevlogen
