// What a window draws: made at a clearing by the thread that runs the session, never changed afterwards.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "sim/core/ids.hpp"
#include "sim/core/week.hpp"
#include "sim/live/session_policy.hpp"

namespace bevlogen {

// Means of some outcomes by phase at each clearing: week 4, 8, ...
struct Curves {
    std::size_t outcomes = 0, phases = 0, clearings = 0;
    std::vector<float> values;  // [outcome][phase][clearing]; NaN of a phase without anybody

    float at(std::size_t outcome, std::size_t phase, std::size_t clearing) const {
        return values[(outcome * phases + phase) * clearings + clearing];
    }
};

struct LineNow {
    std::string name;  // empty of the base
    std::size_t parent = 0;
    Week parted{0};  // from its parent
    Week week{0};    // recorded weeks that have passed
    std::shared_ptr<const SessionPolicy> policy;
    Curves curves;
};

// Everybody of the chosen line, in the order of posts; a vacant post is nobody.
struct PersonsNow {
    std::vector<PersonId> ids;
    std::vector<std::uint8_t> phase;         // row of Model::phases(), the most particular one that a person is in
    std::vector<std::uint32_t> team;         // place in TeamsNow
    std::vector<std::vector<float>> values;  // of each outcome wanted
};

// Teams of the chosen line, in ascending order of identity; hospital by hospital.
struct TeamsNow {
    std::vector<TeamId> ids;
    std::vector<std::uint16_t> posts, filled;
    std::vector<std::vector<float>> means;  // of each outcome wanted, over those who are there; NaN where nobody is
};

// What is to be in a snapshot; all are indices into Model::outcomes().
struct SnapshotWants {
    std::vector<std::size_t> curves;
    std::vector<std::size_t> persons;  // values of everybody; with none PersonsNow stays empty
    std::vector<std::size_t> teams;
};

struct Snapshot {
    std::uint64_t number = 0;  // counts up
    SnapshotWants wants;       // what it has
    std::size_t chosen = 1;
    bool is_finished = false;    // the chosen line
    std::vector<LineNow> lines;  // the base first
    PersonsNow persons;
    TeamsNow teams;

    const LineNow& now() const { return lines[chosen]; }
};

}  // namespace bevlogen
