// The axes stay, so that one sees the cloud move and not the frame.
#include "viewer/figures/people.hpp"

#include <algorithm>
#include <array>

#include "viewer/figures/outcome_words.hpp"
#include "viewer/figures/wanted.hpp"
#include "viewer/words.hpp"

namespace bevlogen {
namespace {

AxisRange range_of_scores(const OutcomeDecl& outcome) {
    return outcome.unit == "z" ? AxisRange{-4.0, 4.0} : AxisRange{outcome.low, outcome.high};
}

}  // namespace

Colour colour_of_phase(std::size_t phase) {
    // Tol's (2021) "muted": told apart by people who confuse red and green; none of them judges.
    constexpr std::array<Colour, 6> kPalette = {
        {{221, 170, 51}, {204, 102, 119}, {51, 34, 136}, {68, 170, 153}, {17, 119, 51}, {136, 34, 85}}};
    return phase == 0 ? colours::kQuiet : kPalette[(phase - 1) % kPalette.size()];
}

std::optional<CloudChart> people_chart(const Model& model, const Snapshot& snapshot, const PeopleChoice& choice) {
    const auto x = place_in(snapshot.wants.persons, choice.across), y = place_in(snapshot.wants.persons, choice.up);
    if (!snapshot.everybody || !x || !y || snapshot.everybody->persons.values.size() <= std::max(*x, *y)) return std::nullopt;
    const PersonsNow& persons = snapshot.everybody->persons;
    const OutcomeDecl &across = model.outcomes()[choice.across], &up = model.outcomes()[choice.up];
    CloudChart chart;
    chart.x = {range_of_scores(across), title_with_unit(across, choice.language)};
    chart.y = {range_of_scores(up), title_with_unit(up, choice.language)};
    chart.x_values = persons.values[*x];
    chart.y_values = persons.values[*y];
    chart.group = persons.phase;
    for (std::size_t phase = 0; phase < model.phases().size(); ++phase) chart.colours.push_back(colour_of_phase(phase));
    chart.is_shown = choice.phases_shown;
    chart.sparse_words = words::kFew.in(choice.language);
    chart.dense_words = words::kMany.in(choice.language);
    if (choice.person) {
        const auto found = std::find(persons.ids.begin(), persons.ids.end(), *choice.person);
        if (found != persons.ids.end()) chart.chosen = static_cast<std::size_t>(found - persons.ids.begin());
    }
    return chart;
}

Figure people_figure(const Model& model, std::shared_ptr<const Snapshot> snapshot, const PeopleChoice& choice, Placed* placed) {
    Figure figure;
    figure.name = "people-week-" + std::to_string(snapshot->everybody ? snapshot->everybody->week.value : 0);
    figure.title = words::kPeopleTitle.in(choice.language);
    figure.draw = [&model, snapshot, choice, placed](const Box& box, const TextStyle& text, Drawing& drawing) {
        const auto chart = people_chart(model, *snapshot, choice);
        if (!chart || !has_room(box, text, 9.0f)) return;
        const Placed where = bevlogen::draw(*chart, box, text, drawing).placed;
        if (placed) *placed = where;
    };
    figure.table = [&model, snapshot, choice] {
        const OutcomeDecl &across = model.outcomes()[choice.across], &up = model.outcomes()[choice.up];
        Table table{{"person", "phase", "hospital", "department", across.name + " [" + across.unit + "]", up.name + " [" + up.unit + "]"},
                    {}};
        const auto chart = people_chart(model, *snapshot, choice);
        if (!chart) return table;
        const EverybodyNow& now = *snapshot->everybody;
        for (std::size_t i = 0; i < now.persons.ids.size(); ++i) {
            const TeamId team = now.teams.ids[now.persons.team[i]];
            table.rows.push_back({std::to_string(now.persons.ids[i].value), model.phases().names[now.persons.phase[i]],
                                  static_cast<double>(team.hospital()), static_cast<double>(team.department()),
                                  static_cast<double>(chart->x_values[i]), static_cast<double>(chart->y_values[i])});
        }
        return table;
    };
    return figure;
}

}  // namespace bevlogen
