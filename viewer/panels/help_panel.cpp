// A list; the words of each key stand here, beside nothing else.
#include "viewer/panels/help_panel.hpp"

#include <imgui.h>

#include <array>

#include "viewer/panels/widgets.hpp"
#include "viewer/words.hpp"

namespace bevlogen {
namespace {

struct KeyHelp {
    Label key, does;
};

const std::array<KeyHelp, 14>& key_table() {
    static const std::array<KeyHelp, 14> table = {{
        {{"Space", "Spatie"}, {"play or pause", "speel af of pauzeer"}},
        {Label::same("."), {"one step of four weeks", "een stap van vier weken"}},
        {Label::same("+  \u2212"), {"faster, slower", "sneller, langzamer"}},
        {Label::same("Ctrl R"), {"restart: all lines but a first one are gone", "opnieuw: alle lijnen behalve een eerste verdwijnen"}},
        {Label::same("D"), {"curves: level or difference from without", "lijnen: niveau of verschil met zonder"}},
        {Label::same("1 \u2013 4"), {"people, hospitals, staffing, a person", "mensen, ziekenhuizen, bezetting, een persoon"}},
        {Label::same("B"), {"branch at the marked week, or here", "splits af bij de gemerkte week, of hier"}},
        {Label::same("L"), {"the other language", "de andere taal"}},
        {Label::same("Ctrl +  Ctrl \u2212"), {"larger, smaller text", "grotere, kleinere tekst"}},
        {Label::same("Ctrl S"),
         {"save the session: a scenario that repeats it, and its results",
          "sla de sessie op: een scenario dat haar herhaalt, en de resultaten"}},
        {Label::same("Ctrl E"), {"save the curves as SVG", "sla de lijnen op als SVG"}},
        {{"Right click", "Rechtsklik"}, {"on a figure: save it as SVG, PNG or CSV", "op een figuur: sla haar op als SVG, PNG of CSV"}},
        {Label::same("F1  H"), {"this help", "deze hulp"}},
        {Label::same("Ctrl Q"), {"quit", "afsluiten"}},
    }};
    return table;
}

const Label kIntroduction{
    "You see a hospital system that runs under two futures at once, with the same chance. The grey ghost is what would have been. "
    "The dark curve is what your measures make of it: switch one on at the left, and watch where the two part. "
    "Blue is better than without, vermilion worse.",
    "Je ziet een ziekenhuisstelsel dat onder twee toekomsten tegelijk loopt, met hetzelfde toeval. De grijze schim is wat er zonder "
    "maatregelen was gebeurd. De donkere lijn is wat je maatregelen ervan maken: zet er links een aan en kijk waar de twee uiteenlopen. "
    "Blauw is beter dan zonder, oranjerood slechter."};

}  // namespace

void show_help(Frame& frame) {
    if (!frame.view.shows_help) return;
    const ImVec2 screen = ImGui::GetIO().DisplaySize;
    const float width = std::min(screen.x - 20.0f, 46.0f * frame.view.text_size),
                height = std::min(screen.y - 20.0f, 34.0f * frame.view.text_size);
    ImGui::SetNextWindowPos({(screen.x - width) / 2, (screen.y - height) / 2});
    ImGui::SetNextWindowSize({width, height});
    ImGui::SetNextWindowFocus();
    ImGui::Begin((frame.say(words::kHelp) + "###help-window").c_str(), &frame.view.shows_help,
                 ImGuiWindowFlags_NoCollapse | ImGuiWindowFlags_NoResize | ImGuiWindowFlags_NoMove);
    wrapped_text(frame.say(kIntroduction));
    ImGui::Spacing();
    if (ImGui::BeginTable("keys", 2)) {
        ImGui::TableSetupColumn("key", ImGuiTableColumnFlags_WidthFixed, 9.0f * frame.view.text_size);
        for (const KeyHelp& help : key_table()) {
            ImGui::TableNextRow();
            ImGui::TableNextColumn();
            ImGui::TextUnformatted(frame.say(help.key).c_str());
            ImGui::TableNextColumn();
            wrapped_text(frame.say(help.does));
        }
        ImGui::EndTable();
    }
    ImGui::Spacing();
    if (button(frame, "close-help", words::kClose)) frame.view.shows_help = false;
    ImGui::End();
}

}  // namespace bevlogen
