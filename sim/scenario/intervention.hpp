// An intervention is a value: levers x scope x schedule x uptake.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "sim/core/diagnostic.hpp"
#include "sim/core/label.hpp"
#include "sim/core/week.hpp"

namespace bevlogen {

// Whom it reaches. An empty axis means everybody; shares are drawn by seed under the intervention's own purpose.
struct Scope {
    std::vector<std::uint32_t> axes;   // per axis of the vocabulary a bit for each value that is in; all bits set: everybody
    double team_share = 1.0;           // share of the teams that take part, in [0, 1]
    double coverage = 1.0;             // share of the persons in scope who are reached, in [0, 1]
    std::optional<int> arm;            // only persons in this arm of a trial
    std::optional<std::size_t> where;  // only persons for whom this predicate holds at the clearing
};

// When, counted in weeks from the end of the burn-in.
struct Schedule {
    Week start{0};
    std::optional<Week> end;  // the first week without it
    Week ramp{0};             // weeks from nothing to full strength

    // Strength in [0, 1] in a week counted from the end of the burn-in: rises linearly, full after `ramp` weeks.
    double dose(Week week) const;
};

// One lever with the values of its keys, one after another: one value a key, or one for each value of the key's axis.
struct LeverSetting {
    std::size_t lever = 0;
    std::vector<double> values;

    bool operator==(const LeverSetting&) const = default;
};

// New values from a week on.
struct InterventionChange {
    Week at;
    std::vector<LeverSetting> levers;
};

// Costs beside those that follow from what the intervention does.
struct FixedCosts {
    double one_off_euro = 0.0;          // in the week of the start; for the whole world, as euro_per_year
    double euro_per_year = 0.0;         // while it lasts
    double euro_per_person_year = 0.0;  // for each person reached, while it lasts
    std::size_t payer = 0;              // index into Vocabulary::payers; 0 where there are none

    bool operator==(const FixedCosts&) const = default;
};

// A number of the intervention that is worth turning: a slider of the viewer, a first axis of a sweep.
struct Knob {
    std::string path;  // from the intervention on: "uptake", "scope.coverage", "shift.administration"
    double min = 0.0;
    double max = 0.0;
    double step = 0.0;
    Label label;
};

enum class NumberFrom { source, assumed };

struct PlausibleRange {
    double low = 0.0;
    double high = 0.0;

    bool operator==(const PlausibleRange&) const = default;
};

// Where a number of the intervention comes from: its `source`, or nowhere but from what seems plausible.
struct NumberOrigin {
    std::string path;  // from the intervention on, as of a knob
    NumberFrom from = NumberFrom::assumed;
    std::optional<PlausibleRange> range;  // there for what is assumed
    std::string note;

    bool operator==(const NumberOrigin&) const = default;
};

// What the catalogue says about it beside its effect.
struct CatalogueEntry {
    std::vector<std::string> decides;
    std::vector<std::string> pays;
    std::vector<std::string> must_agree;
    FixedCosts costs;
    std::vector<Knob> knobs;
    std::vector<NumberOrigin> numbers;
};

struct Intervention {
    std::string name;  // unique in its scenario; its draws are keyed by it
    Label title;
    std::string level;   // individual, organisational or national
    std::string source;  // document and section, or author and year
    Scope scope;
    double uptake = 1.0;      // share of those offered who take part, in [0, 1]
    bool is_mandated = true;  // carried out wherever it is meant to be; else each hospital adopts it in its own time
    Schedule schedule;
    std::vector<LeverSetting> levers;
    std::vector<InterventionChange> changes;  // in order of week
    CatalogueEntry catalogue;
    Place place;        // where it stands in the scenario file
    Place scope_place;  // where its scope stands

    // The settings that hold in a week counted from the end of the burn-in.
    const std::vector<LeverSetting>& levers_at(Week week) const;
};

}  // namespace bevlogen
