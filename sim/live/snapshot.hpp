// What a window draws: made at a clearing by the thread that runs the session, never changed afterwards.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "sim/core/ids.hpp"
#include "sim/core/label.hpp"
#include "sim/core/week.hpp"
#include "sim/live/session_policy.hpp"

namespace bevlogen {

// Means of some outcomes by phase at each clearing: week 4, 8, ...
struct Curves {
    std::size_t outcomes = 0, phases = 0, clearings = 0;
    std::vector<float> values;         // [outcome][phase][clearing]; NaN of a phase without anybody, and of what is to come
    std::vector<float> half_widths{};  // likewise, of the 95 % interval over replicates; empty of a live session, which is one run
    std::vector<float> persons{};      // [phase][clearing]: how many there are
    // As half_widths, of the difference from the first line, paired by replicate; NaN of that line itself.
    std::vector<float> difference_half_widths{};

    float at(std::size_t outcome, std::size_t phase, std::size_t clearing) const { return values[place(outcome, phase, clearing)]; }
    std::span<const float> of(std::size_t outcome, std::size_t phase) const {
        return std::span(values).subspan(place(outcome, phase, 0), clearings);
    }
    std::span<const float> half_widths_of(std::size_t outcome, std::size_t phase) const {
        return half_widths.empty() ? std::span<const float>{} : std::span(half_widths).subspan(place(outcome, phase, 0), clearings);
    }
    std::span<const float> difference_half_widths_of(std::size_t outcome, std::size_t phase) const {
        return difference_half_widths.empty() ? std::span<const float>{}
                                              : std::span(difference_half_widths).subspan(place(outcome, phase, 0), clearings);
    }
    std::span<const float> persons_of(std::size_t phase) const { return std::span(persons).subspan(phase * clearings, clearings); }

  private:
    std::size_t place(std::size_t outcome, std::size_t phase, std::size_t clearing) const {
        return (outcome * phases + phase) * clearings + clearing;
    }
};

struct LineNow {
    Label name;  // empty of the base of a live session
    std::size_t parent = 0;
    Week parted{0};                               // from its parent
    Week week{0};                                 // recorded weeks that have passed
    std::shared_ptr<const SessionPolicy> policy;  // null of a line out of a file
    Curves curves;
};

// Everybody of one line, in the order of posts; a vacant post is nobody.
struct PersonsNow {
    std::vector<PersonId> ids;
    std::vector<std::uint8_t> phase;         // row of Model::phases(), the most particular one that a person is in
    std::vector<std::uint32_t> team;         // place in TeamsNow
    std::vector<std::vector<float>> values;  // of each outcome wanted
};

// Teams of one line, in ascending order of identity; hospital by hospital.
struct TeamsNow {
    std::vector<TeamId> ids;
    std::vector<std::uint16_t> posts, filled;
    std::vector<std::vector<float>> means;  // of each outcome wanted, over those who are there; NaN where nobody is
};

// Everybody and all teams of a line in a week. It costs more than curves, so it is looked at less often.
struct EverybodyNow {
    std::size_t line = 1;
    Week week{0};
    PersonsNow persons;
    TeamsNow teams;
};

// What one person has gone through in a line, week by week from the first recorded one; not a number where the person was nowhere.
struct LifeNow {
    std::size_t line = 0;
    std::size_t weeks = 0;      // that are known
    std::vector<float> values;  // [week][trace]
};

// The same person in the chosen line and in the base. It grows until it has come to where the lines are.
struct TwoLives {
    PersonId person{};
    LifeNow with, without;
};

// What is to be in a snapshot; all are indices into Model::outcomes().
struct SnapshotWants {
    std::vector<std::size_t> curves;
    std::vector<std::size_t> persons;  // values of everybody
    std::vector<std::size_t> teams;

    bool operator==(const SnapshotWants&) const = default;
};

struct Snapshot {
    std::uint64_t number = 0;  // counts up
    SnapshotWants wants;       // what it has
    std::size_t acts = 0;      // that had been taken or refused, of all that were posted
    std::size_t chosen = 1;
    bool is_finished = false;                       // the chosen line
    std::vector<LineNow> lines;                     // the base first
    std::shared_ptr<const EverybodyNow> everybody;  // the last look; null before the first
    std::shared_ptr<const TwoLives> lives;          // null where nobody is followed

    const LineNow& now() const { return lines[chosen]; }
    const LineNow& base() const { return lines.front(); }
};

}  // namespace bevlogen
