// Snapshots made by hand, of the whole model: a base, and lines that do better from the second clearing on.
#pragma once

#include <cmath>
#include <functional>
#include <limits>
#include <memory>
#include <string>

#include "sim/live/snapshot.hpp"
#include "tests/unit/engine/house_runs.hpp"
#include "viewer/figures/hospitals.hpp"
#include "viewer/figures/outcome_words.hpp"
#include "viewer/figures/staffing.hpp"

namespace bevlogen::testing {

inline constexpr float kNaN = std::numeric_limits<float>::quiet_NaN();

inline const Model& workforce() { return *shelf().find("workforce"); }
inline std::size_t outcome(const char* name) { return outcome_named(workforce(), name).value(); }

// A share of which less is better, a score of which more is, a share of neither; then what the staffing is told of.
inline SnapshotWants all_wants() {
    SnapshotWants wants{{outcome("burnt_out"), outcome("engagement"), outcome("responds")},
                        {outcome("engagement"), outcome("burnout")},
                        {outcome("log_load"), outcome("burnout")}};
    for (const std::size_t told : staffing_outcomes(workforce())) wants.curves.push_back(told);
    return wants;
}

// By place in the wants, phase and clearing, of a line.
using ValueOf = std::function<float(std::size_t line, std::size_t curve, std::size_t phase, std::size_t clearing)>;
inline float plain_value(std::size_t line, std::size_t curve, std::size_t phase, std::size_t clearing) {
    const float better = line > 0 && clearing >= 1 ? 0.012f * static_cast<float>(line) : 0.0f;
    const float sign = curve == 1 ? 1.0f : -1.0f;
    return 0.10f + 0.01f * static_cast<float>(phase) + 0.001f * static_cast<float>(clearing) + sign * better;
}

inline Curves curves_by(std::size_t line, std::size_t clearings, const SnapshotWants& wants, const ValueOf& value) {
    Curves curves{wants.curves.size(), workforce().phases().size(), clearings, {}};
    for (std::size_t o = 0; o < curves.outcomes; ++o) {
        for (std::size_t p = 0; p < curves.phases; ++p) {
            for (std::size_t c = 0; c < clearings; ++c) curves.values.push_back(value(line, o, p, c));
        }
    }
    for (std::size_t p = 0; p < curves.phases; ++p) {
        for (std::size_t c = 0; c < clearings; ++c)
            curves.persons.push_back(p == 0 ? 2100.0f : 100.0f * static_cast<float>(p) + 10.0f * static_cast<float>(line));
    }
    return curves;
}

inline Snapshot made_snapshot(std::size_t clearings, std::size_t lines = 2, const ValueOf& value = plain_value) {
    Snapshot snapshot;
    snapshot.wants = all_wants();
    snapshot.chosen = lines - 1;
    for (std::size_t line = 0; line < lines; ++line) {
        LineNow now;
        if (line > 0) now.name = Label::same(std::string(1, static_cast<char>('A' + line - 1)));
        now.parted = Week{line > 1 ? 4 : 0};
        now.week = Week{static_cast<std::int32_t>(clearings) * kWeeksPerEpoch};
        now.curves = curves_by(line, clearings, snapshot.wants, value);
        snapshot.lines.push_back(std::move(now));
    }
    return snapshot;
}

// Hospitals 3 and 5 with two teams, 9 with one more, and a pool that is no hospital; two persons a team, each of another phase.
inline std::shared_ptr<EverybodyNow> made_everybody() {
    auto all = std::make_shared<EverybodyNow>();
    all->week = Week{8};
    TeamsNow& teams = all->teams;
    teams.means.resize(2);
    all->persons.values.resize(2);
    const auto team = [&](std::uint32_t hospital, std::uint32_t department, std::uint16_t posts, std::uint16_t filled) {
        const auto place = static_cast<std::uint32_t>(teams.ids.size());
        teams.ids.push_back(TeamId::of(hospital, department));
        teams.posts.push_back(posts);
        teams.filled.push_back(filled);
        teams.means[0].push_back(-0.3f + 0.1f * static_cast<float>(place));
        teams.means[1].push_back(filled == 0 ? kNaN : 0.2f * static_cast<float>(place));
        for (std::uint32_t slot = 0; slot < 2; ++slot) {
            const auto number = static_cast<float>(all->persons.ids.size());
            all->persons.ids.push_back(PersonId::of(teams.ids.back(), slot, 7));
            all->persons.phase.push_back(static_cast<std::uint8_t>(1 + all->persons.phase.size() % 6));
            all->persons.team.push_back(place);
            all->persons.values[0].push_back(-2.0f + 0.25f * number);
            all->persons.values[1].push_back(2.0f - 0.2f * number);
        }
    };
    for (const std::uint32_t hospital : {3u, 5u}) {
        team(hospital, 1, 10, 9);
        team(hospital, 4, 8, 8);
    }
    team(9, 1, 10, 8);
    team(9, 2, 20, 20);
    team(9, 4, 4, 0);
    team(30, 0, 0, 0);
    return all;
}

// A life in which levels go up with the weeks, or down, and nothing happens.
inline LifeNow made_life(std::size_t line, std::size_t weeks, float slope) {
    const std::vector<TraceDecl>& traces = workforce().traces();
    LifeNow life{line, weeks, {}};
    for (std::size_t w = 0; w < weeks; ++w) {
        for (const TraceDecl& trace : traces) life.values.push_back(trace.words.empty() ? slope * static_cast<float>(w) : 0.0f);
    }
    return life;
}
inline std::size_t trace(const char* name) {
    const std::vector<TraceDecl>& all = workforce().traces();
    const auto found = std::find_if(all.begin(), all.end(), [&](const TraceDecl& decl) { return decl.name == name; });
    return found == all.end() ? throw std::invalid_argument(name) : static_cast<std::size_t>(found - all.begin());
}
inline float& value_in(LifeNow& life, int week, const char* name) {
    return life.values[static_cast<std::size_t>(week - 1) * workforce().traces().size() + trace(name)];
}

}  // namespace bevlogen::testing
