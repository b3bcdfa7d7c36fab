// What a run records, and in which shapes: follows from the model's declarations, the scenario's length and the kind of experiment.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "sim/engine/model.hpp"

namespace bevlogen {

// Statistics over persons at a clearing, in this order along the dimension `measure`.
inline constexpr std::array<std::string_view, 7> kMeasures = {"mean", "sd", "p10", "p25", "p50", "p75", "p90"};

// Where a measure stands in kMeasures.
consteval std::size_t measure_index(std::string_view measure) {
    for (std::size_t m = 0; m < kMeasures.size(); ++m) {
        if (kMeasures[m] == measure) return m;
    }
    throw "no such measure";
}

// A stored person, team map or panel value is a 16-bit whole number of 1/256; this one stands for nothing measured.
inline constexpr std::int16_t kNoValue = -32768;
inline constexpr float kStoredStep = 1.0f / 256.0f;

struct RecordOptions {
    std::size_t panel_persons = 1000;  // followed in the first replicate; 200 in comparisons
    int panel_every = 1;               // weeks between two looks at the panel; 4 in comparisons
    bool joined = false;               // last year's mean of each person, for comparisons
};

struct RecordPlan {
    // Follows the flags of Model::outcomes(); the model must outlive the plan. An outcome of the panel or of the team map must be a weekly
    // one too. `joined` stays empty unless options.joined.
    RecordPlan(const Model& model, const Scenario& scenario, const RecordOptions& options);

    const Model* model;
    RecordOptions options;
    int weeks;                        // recorded weeks: 1 ... weeks
    int clearings;                    // at weeks 4, 8, ...
    int quarters;                     // at weeks 13, 26, ...
    int panel_looks;                  // at weeks panel_every, 2 panel_every, ...
    std::vector<std::size_t> weekly;  // indices into Model::outcomes()
    std::vector<std::size_t> panel;
    std::vector<std::size_t> team_map;
    std::vector<std::size_t> joined;
    std::vector<std::size_t> weekly_columns_of_panel;     // where a panel outcome stands among the weekly ones
    std::vector<std::size_t> weekly_columns_of_team_map;  // outcomes of panel and team map are weekly ones too

    std::size_t outcomes() const { return model->outcomes().size(); }
    std::size_t phases() const { return model->phases().size(); }
    std::size_t strata() const { return model->strata().size(); }
};

}  // namespace bevlogen
