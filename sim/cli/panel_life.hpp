// One person of the panel as a results file keeps them: every trace at every look.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "sim/engine/model.hpp"
#include "sim/record/stored_results.hpp"

namespace bevlogen {

// Values of one trace, look by look; not a number where the person was not there.
struct LifeTrace {
    TraceDecl decl;
    std::vector<float> values;

    bool is_code() const { return !decl.words.empty(); }
    bool is_yes_or_no() const { return is_code() && decl.words.size() <= 2; }
};

// What one person went through in one scenario. All traces have a value for each of `weeks`.
struct Life {
    std::string scenario;
    std::vector<int> weeks;  // of the looks, ascending, since the end of the burn-in
    int every = 1;           // weeks between two looks
    std::vector<LifeTrace> traces;
};

struct PanelPerson {
    std::size_t index = 0;  // from 0, along panel_person
    std::int64_t id = 0;    // PersonId as it is stored
};

// The panel of a results file: its variables `<trace>_panel` (scenario, panel_week, panel_person), in the order in which the model that
// wrote the file declares its traces, then others. A panel that the model does not declare as a trace is taken for a level.
class StoredPanel {
  public:
    // `results` must outlive the panel. Throws InputError for a file without a panel.
    StoredPanel(const StoredResults& results, const ModelShelf& shelf);

    const std::vector<std::string>& scenarios() const { return scenarios_; }
    std::size_t size() const { return persons_.size(); }
    // The replicate that was followed, as text.
    const std::string& replicate() const { return replicate_; }
    // "first", a number from 1, or an id. Throws InputError that says how many there are, and which ids are nearest.
    PanelPerson person(const std::string& word) const;
    // Position of a scenario. Throws InputError with the nearest name.
    std::size_t scenario(const std::string& name) const;
    Life life(const PanelPerson& person, std::size_t scenario) const;

  private:
    struct Followed {
        TraceDecl decl;
        const StoredVariable* variable;
    };
    const StoredResults& results_;
    std::vector<std::string> scenarios_;
    std::vector<std::int64_t> persons_;
    std::vector<int> weeks_;
    std::vector<Followed> followed_;
    std::string replicate_;
};

}  // namespace bevlogen
