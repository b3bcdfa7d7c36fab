// A unit of 1 says nothing to a reader, so it becomes words.
#include "viewer/figures/outcome_words.hpp"

#include <algorithm>
#include <array>

#include "viewer/words.hpp"

namespace bevlogen {
namespace {

struct UnitWord {
    std::string_view unit;
    Label words;
};

const std::array<UnitWord, 14>& unit_table() {
    static const std::array<UnitWord, 14> table = {{
        {"SD", {"SD from the mean", "SD van het gemiddelde"}},
        {"z", {"SD from the mean (z)", "SD van het gemiddelde (z)"}},
        {"points", {"points", "punten"}},
        {"per year", {"of persons, per year", "van de personen, per jaar"}},
        {"log", {"log of asked over available care", "log van gevraagde gedeeld door beschikbare zorg"}},
        {"weeks of care", {"weeks of care", "weken zorg"}},
        {"hours per week", {"hours per person and week", "uren per persoon en week"}},
        {"years", {"years", "jaren"}},
        {"sessions per week", {"sessions per person and week", "gesprekken per persoon en week"}},
        {"EUR per week", {"EUR per person and week", "EUR per persoon en week"}},
        {"persons per week", {"per person and week", "per persoon en week"}},
        {"per week", {"per person and week", "per persoon en week"}},
        {"1", {"share of persons", "aandeel personen"}},
        {"", {"", ""}},
    }};
    return table;
}

}  // namespace

std::optional<std::size_t> outcome_named(const Model& model, std::string_view name) {
    const auto& all = model.outcomes();
    const auto found = std::find_if(all.begin(), all.end(), [&](const OutcomeDecl& outcome) { return outcome.name == name; });
    return found == all.end() ? std::nullopt : std::optional(static_cast<std::size_t>(found - all.begin()));
}

NumberStyle style_of(const OutcomeDecl& outcome) {
    return outcome.shape == Shape::share || outcome.unit == "per year" ? NumberStyle::percent : NumberStyle::plain;
}

std::string place_words(const TeamsNow& teams, std::size_t team, Language language) {
    std::size_t hospital = 1, in_hospital = 1;
    for (std::size_t t = 1; t <= team; ++t) {
        const bool is_next = teams.ids[t].hospital() != teams.ids[t - 1].hospital();
        hospital += is_next ? 1 : 0;
        in_hospital = is_next ? 1 : in_hospital + 1;
    }
    const bool is_alone =
        in_hospital == 1 && (team + 1 == teams.ids.size() || teams.ids[team + 1].hospital() != teams.ids[team].hospital());
    if (is_alone && teams.ids.front().hospital() != teams.ids.back().hospital()) return words::kBetweenPosts.in(language);  // a pool
    return words::kHospital.in(language) + " " + std::to_string(hospital) + ", " + words::kTeam.in(language) + " " +
           std::to_string(in_hospital);
}

std::string unit_words(const OutcomeDecl& outcome, Language language) {
    if (outcome.name == "vacant_posts") return Label{"share of posts", "aandeel plaatsen"}.in(language);
    if (outcome.shape == Shape::share) return Label{"share of persons", "aandeel personen"}.in(language);
    if (outcome.unit == "1") return Label{"score", "score"}.in(language);
    for (const UnitWord& word : unit_table()) {
        if (word.unit == outcome.unit) return word.words.in(language);
    }
    return outcome.unit;
}

std::string title_with_unit(const OutcomeDecl& outcome, Language language) {
    return capitalised(outcome.label.in(language)) + ", " + unit_words(outcome, language);
}

std::string capitalised(const std::string& text) {
    std::string upper = text;
    if (!upper.empty() && upper[0] >= 'a' && upper[0] <= 'z') upper[0] = static_cast<char>(upper[0] - 'a' + 'A');
    return upper;
}

}  // namespace bevlogen
