// A tile an outcome, of everybody.
#include "viewer/panels/headlines.hpp"

#include <imgui.h>

#include <algorithm>
#include <array>
#include <cfloat>
#include <cmath>

#include "viewer/figures/curves.hpp"
#include "viewer/figures/outcome_words.hpp"
#include "viewer/panels/widgets.hpp"
#include "viewer/words.hpp"

namespace bevlogen {
namespace {

constexpr std::size_t kMostTiles = 6;
constexpr std::array<const char*, 7> kFirst = {"burnt_out",    "highly_engaged",     "sick_leave",       "resignations",
                                               "vacant_posts", "considers_quitting", "workload_too_high"};
constexpr float kLeastTile = 12.5f;  // of the text's size

ImU32 packed(Colour c) { return IM_COL32(c.red, c.green, c.blue, c.alpha); }

void draw_tile(Scene& scene, std::size_t outcome, ImVec2 size) {
    const OutcomeDecl& decl = scene.outcome(outcome);
    const float text = scene.view.text_size;
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const bool is_pressed = ImGui::InvisibleButton(("tile-" + decl.name).c_str(), size);
    note_place(scene, "tile/" + decl.name);
    if (is_pressed) scene.view.outcome = outcome;
    const bool is_chosen = scene.view.outcome == outcome, is_over = ImGui::IsItemHovered();
    if (is_over)
        tooltip(title_with_unit(decl, scene.view.language) +
                (scene.view.language == Language::english ? "\n" + decl.description : std::string()));
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const ImVec2 end{at.x + size.x, at.y + size.y};
    list.AddRectFilled(at, end, packed(is_chosen ? Colour{236, 243, 250} : is_over ? Colour{247, 249, 252} : colours::kPaper), 5.0f);
    list.AddRect(at, end, packed(is_chosen ? colours::kBlue : colours::kFaint), 5.0f, ImDrawFlags_None, is_chosen ? 1.8f : 1.0f);
    const MeasureText measure = [font = ImGui::GetFont()](std::string_view words, float of) {
        return font->CalcTextSizeA(of, FLT_MAX, 0.0f, words.data(), words.data() + words.size()).x;
    };
    const auto write = [&](float x, float y, float of, Colour colour, const std::string& words) {
        list.AddText(ImGui::GetFont(), of, {at.x + x, at.y + y}, packed(colour), words.c_str());
    };
    const float small = text * 0.87f;
    write(10.0f, 7.0f, small, colours::kQuiet,
          fitted(capitalised(scene.say(decl.label)) + (decl.unit == "per year" ? ", " + scene.say(words::kPerYear) : ""), size.x - 20.0f,
                 small, measure));
    const auto curve = scene.curve_of(outcome);
    if (!curve) return;
    const NowBesideGhost now = now_beside_ghost(*scene.now, *curve, 0, clearings_told(decl));
    const std::string value = value_text(now.value, style_of(decl), scene.view.language);
    const float large = text * 1.6f, y = 9.0f + small * 1.25f;
    write(10.0f, y, large, colours::kInk, value);
    const float after = 10.0f + measure(value, large) + 9.0f;
    if (!std::isfinite(now.difference())) return;
    const std::string change = now.difference() == 0.0 ? std::string("=") : change_words(decl, now, scene.view.language);
    if (after + measure(change, text) < size.x) write(after, y + large - text * 1.08f, text, colour_of_change(decl, now), change);
}

}  // namespace

std::vector<std::size_t> headline_outcomes(const Model& model) {
    std::vector<std::size_t> found;
    for (const char* name : kFirst) {
        if (const auto outcome = outcome_named(model, name)) found.push_back(*outcome);
    }
    for (std::size_t o = 0; o < model.outcomes().size(); ++o) {
        if (model.outcomes()[o].headline && std::find(found.begin(), found.end(), o) == found.end()) found.push_back(o);
    }
    if (found.empty() && !model.outcomes().empty()) found.push_back(0);
    if (found.size() > kMostTiles) found.resize(kMostTiles);
    return found;
}

float headlines_height(const Scene& scene) { return scene.view.text_size * 4.0f; }

void show_headlines(Scene& scene) {
    std::vector<std::size_t> outcomes = headline_outcomes(scene.model);
    const float width = ImGui::GetContentRegionAvail().x, gap = 8.0f;
    const auto fit = static_cast<std::size_t>(std::max(1.0f, width / (kLeastTile * scene.view.text_size)));
    if (outcomes.size() > fit) outcomes.resize(fit);
    const float tile = (width - gap * static_cast<float>(outcomes.size() - 1)) / static_cast<float>(outcomes.size());
    for (std::size_t i = 0; i < outcomes.size(); ++i) {
        if (i > 0) ImGui::SameLine(0.0f, gap);
        draw_tile(scene, outcomes[i], {std::max(tile, 20.0f), headlines_height(scene) - 6.0f});
    }
}

}  // namespace bevlogen
