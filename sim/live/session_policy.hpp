// What a session does to its scenario: measures switched on and off and knobs turned, each in its week; and the scenario that does the
// same.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "sim/core/label.hpp"
#include "sim/core/week.hpp"
#include "sim/scenario/read.hpp"

namespace bevlogen {

// A knob of a measure gets a value. `path` is from the intervention on, as of a knob: "coaching.sessions".
struct KnobValue {
    std::string path;
    double value = 0.0;
};

// Weeks are recorded ones: what stands at week w acts in the weeks after w have passed.
struct SwitchedMeasure {
    struct Turn {
        Week at;
        KnobValue knob;
    };
    std::string name;   // unique in the session
    std::string entry;  // as `use` names it: "interventions/challenge-support.toml"
    Week start;
    std::optional<Week> end{};
    std::vector<KnobValue> at_start{};
    std::vector<Turn> turns{};  // in order of week, after the start
};

class SessionPolicy {
  public:
    // `base` as `extends` names it; it must be in the library or be a path. Throws InputError where it cannot be read. The shelf must
    // outlive it.
    SessionPolicy(std::string base, VocabularyShelf shelf, std::filesystem::path library, std::vector<Override> overrides);

    const Scenario& base() const { return base_scenario_; }
    // The stem of its file.
    std::string base_name() const { return std::filesystem::path(base_).stem().string(); }
    const std::vector<SwitchedMeasure>& measures() const { return measures_; }
    // Null where none of that entry is on in the week.
    const SwitchedMeasure* on(const std::string& entry, Week week) const;

    // Returns the measure's name. Throws InputError where the entry cannot be read or does not fit; then nothing has changed, as below.
    std::string switch_on(const std::string& entry, Week week, std::vector<KnobValue> knobs = {});
    void switch_off(const std::string& name, Week week);
    // In the week of the start the value is that of the start. A knob that is no lever's (uptake, coverage) cannot be turned later.
    void turn(const std::string& name, const KnobValue& knob, Week week);

    // What was done before the week, to go on from there otherwise.
    SessionPolicy until(Week week) const;

    // The base with all of this.
    const Scenario& scenario() const { return scenario_; }
    // The same as a short file that extends the base, or, where that would not give the same, as the whole scenario.
    std::string text(const Label& title) const;

  private:
    std::string short_text(const Label& title, const std::vector<SwitchedMeasure>& measures, bool has_turns) const;
    Scenario read(const std::string& text, std::vector<Override> more) const;
    Scenario scenario_of(const std::vector<SwitchedMeasure>& measures) const;
    void take(std::vector<SwitchedMeasure> measures);

    std::string base_;
    VocabularyShelf shelf_;
    std::filesystem::path library_;
    std::vector<Override> overrides_;
    Scenario base_scenario_;
    std::vector<SwitchedMeasure> measures_;
    Scenario scenario_;
};

}  // namespace bevlogen
