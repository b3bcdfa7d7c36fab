// Teams of a hospital stand in the order of its departments, side by side.
#include "viewer/figures/hospitals.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "viewer/figures/outcome_words.hpp"
#include "viewer/words.hpp"

namespace bevlogen {
namespace {

constexpr float kNaN = std::numeric_limits<float>::quiet_NaN();
constexpr double kMostVacant = 0.3;

struct TeamValues {
    std::vector<float> values;
    AxisRange range;
    bool is_diverging = false;
    std::string title;
    NumberStyle style = NumberStyle::plain;
};

// By team. The ramps stay the same over time, so that a change is seen.
TeamValues values_of(const Model& model, const Snapshot& snapshot, const HospitalsChoice& choice) {
    const TeamsNow& teams = snapshot.everybody->teams;
    TeamValues of;
    const bool knows_posts = std::any_of(teams.posts.begin(), teams.posts.end(), [](std::uint16_t posts) { return posts > 0; });
    if (choice.colour == TeamColour::vacancies && knows_posts) {
        of.range = {0.0, kMostVacant};
        of.title = words::kShareVacant.in(choice.language);
        of.style = NumberStyle::percent;
        for (std::size_t t = 0; t < teams.ids.size(); ++t)
            of.values.push_back(teams.posts[t] == 0 ? kNaN
                                                    : 1.0f - static_cast<float>(teams.filled[t]) / static_cast<float>(teams.posts[t]));
        return of;
    }
    const auto outcome = outcome_of(model, choice.colour);
    const auto& wanted = snapshot.wants.teams;
    const auto place = outcome ? std::find(wanted.begin(), wanted.end(), *outcome) : wanted.end();
    of.is_diverging = choice.colour != TeamColour::vacancies;
    of.range = choice.colour == TeamColour::vacancies ? AxisRange{0.0, kMostVacant}
               : choice.colour == TeamColour::load    ? AxisRange{-0.4, 0.4}
                                                      : AxisRange{-1.2, 1.2};
    if (outcome) of.title = title_with_unit(model.outcomes()[*outcome], choice.language);
    if (outcome && choice.colour == TeamColour::vacancies) of.style = style_of(model.outcomes()[*outcome]);
    const auto column = static_cast<std::size_t>(place - wanted.begin());
    if (place == wanted.end() || teams.means.size() <= column)
        of.values.assign(teams.ids.size(), kNaN);
    else
        of.values = teams.means[column];
    if (choice.colour == TeamColour::load) {
        // People read a ratio, not its logarithm.
        for (float& value : of.values) value = std::expm1(value);
        of.style = NumberStyle::percent;
        of.title = words::kLoadRatio.in(choice.language);
    }
    return of;
}

}  // namespace

std::optional<std::size_t> outcome_of(const Model& model, TeamColour colour) {
    switch (colour) {
        case TeamColour::load: return outcome_named(model, "log_load");
        case TeamColour::burnout: return outcome_named(model, "burnout");
        case TeamColour::vacancies: return outcome_named(model, "vacant_posts");
    }
    return std::nullopt;
}

TeamCells team_cells(const Model& model, const Snapshot& snapshot, const HospitalsChoice& choice) {
    TeamCells cells;
    HeatMap& map = cells.map;
    map.row_title = words::kHospitalRows.in(choice.language);
    map.column_title = words::kTeams.in(choice.language);
    if (!snapshot.everybody) return cells;
    const TeamsNow& teams = snapshot.everybody->teams;
    const TeamValues of = values_of(model, snapshot, choice);
    map.range = of.range;
    map.is_diverging = of.is_diverging;
    map.value_title = of.title;
    map.style = of.style;
    std::vector<std::vector<std::size_t>> rows;  // places of teams, hospital by hospital
    for (std::size_t t = 0; t < teams.ids.size(); ++t) {
        if (t == 0 || teams.ids[t].hospital() != teams.ids[t - 1].hospital()) rows.emplace_back();
        rows.back().push_back(t);
    }
    // Pools of people between two posts are planned as teams too, each alone in a place of its own: no hospitals.
    const auto most = std::max_element(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.size() < b.size(); });
    if (most != rows.end() && most->size() > 1) std::erase_if(rows, [](const auto& row) { return row.size() == 1; });
    map.rows = rows.size();
    for (const auto& row : rows) map.columns = std::max(map.columns, row.size());
    map.values.assign(map.rows * map.columns, kNaN);
    cells.team.assign(map.values.size(), std::nullopt);
    for (std::size_t r = 0; r < rows.size(); ++r) {
        for (std::size_t c = 0; c < rows[r].size(); ++c) {
            const std::size_t cell = r * map.columns + c, team = rows[r][c];
            map.values[cell] = of.values[team];
            cells.team[cell] = team;
            if (choice.team && teams.ids[team] == *choice.team) map.chosen = cell;
        }
        const bool is_last = r + 1 == rows.size();
        if (!is_last && rows[r + 1].size() == rows[r].size()) continue;
        const std::size_t first = map.group_ends.empty() ? 0 : map.group_ends.back();
        map.row_groups.push_back(first == r ? std::to_string(r + 1) : std::to_string(first + 1) + "\u2013" + std::to_string(r + 1));
        map.group_ends.push_back(r + 1);
    }
    return cells;
}

Figure hospitals_figure(const Model& model, std::shared_ptr<const Snapshot> snapshot, const HospitalsChoice& choice, PlacedMap* placed) {
    Figure figure;
    figure.name = "hospitals-week-" + std::to_string(snapshot->everybody ? snapshot->everybody->week.value : 0);
    figure.title = words::kHospitals.in(choice.language);
    figure.draw = [&model, snapshot, choice, placed](const Box& box, const TextStyle& text, Drawing& drawing) {
        if (!has_room(box, text, 10.0f)) return;
        const PlacedMap where = bevlogen::draw(team_cells(model, *snapshot, choice).map, box, text, drawing);
        if (placed) *placed = where;
    };
    figure.table = [&model, snapshot, choice] {
        const TeamCells cells = team_cells(model, *snapshot, choice);
        Table table{{"hospital", "department", "posts", "filled", cells.map.value_title}, {}};
        for (std::size_t cell = 0; cell < cells.team.size(); ++cell) {
            if (!cells.team[cell]) continue;
            const TeamsNow& teams = snapshot->everybody->teams;
            const std::size_t t = *cells.team[cell];
            table.rows.push_back({static_cast<double>(teams.ids[t].hospital()), static_cast<double>(teams.ids[t].department()),
                                  static_cast<double>(teams.posts[t]), static_cast<double>(teams.filled[t]),
                                  static_cast<double>(cells.map.values[cell])});
        }
        return table;
    };
    return figure;
}

}  // namespace bevlogen
