// What a run records, and in which shapes: follows from the model's declarations, the scenario's length and the kind of experiment.
#pragma once

#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <string_view>
#include <vector>

#include "sim/engine/model.hpp"

namespace bevlogen {

// Statistics over persons at a clearing, in this order along the dimension `measure`. A share has a mean only.
inline constexpr std::array<std::string_view, 2> kMeasures = {"mean", "sd"};

// Quantiles over persons at the end of a year, in this order along the dimension `quantile`.
struct QuantileWord {
    std::string_view name;
    double share;
};
inline constexpr std::array<QuantileWord, 5> kQuantiles = {{{"p10", 0.10}, {"p25", 0.25}, {"p50", 0.50}, {"p75", 0.75}, {"p90", 0.90}}};

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
// A value as it is stored: whole 1/256, clamped; kNoValue for what is not a number. Without branches, so that it goes into vector loops.
inline std::int16_t stored_value(float value) {
    constexpr float kMost = 32767.0f;
    const float steps = std::nearbyint(value / kStoredStep);
    const float bounded = steps < -kMost ? -kMost : (steps > kMost ? kMost : steps);
    const float stored = std::abs(value) <= std::numeric_limits<float>::max() ? bounded : static_cast<float>(kNoValue);
    return static_cast<std::int16_t>(static_cast<std::int32_t>(stored));
}
// And back; NaN for kNoValue.
float read_stored(std::int16_t value);

struct RecordOptions {
    std::size_t panel_persons = 1000;                // followed in the first replicate; 200 in comparisons
    int panel_every = 1;                             // weeks between two looks at the panel; 4 in comparisons
    bool joined = false;                             // last year's mean of each person, for comparisons
    std::optional<std::size_t> replicates_a_draw{};  // neighbouring replicates that share a draw of parameters, where there are draws
    std::vector<int> twin_weeks{};                   // recorded weeks, ascending clearings: each person's value then; with `joined` only
};

struct RecordPlan {
    // Follows the flags of Model::outcomes(); the model must outlive the plan. An outcome of the team map must be a weekly one too.
    // `joined` stays empty unless options.joined, `twin` unless there are twin weeks.
    RecordPlan(const Model& model, const Scenario& scenario, const RecordOptions& options);

    const Model* model;
    RecordOptions options;
    int weeks;                        // recorded weeks: 1 ... weeks
    int clearings;                    // at weeks 4, 8, ...
    int years;                        // quantiles are of weeks 52, 104, ...
    int quarters;                     // at weeks 13, 26, ...
    int panel_looks;                  // at weeks panel_every, 2 panel_every, ...
    std::vector<std::size_t> weekly;  // indices into Model::outcomes()
    std::vector<std::size_t> levels;  // outcomes that have quantiles: no amounts that cost money
    std::vector<std::size_t> team_map;
    std::vector<std::size_t> joined;
    std::vector<std::size_t> twin;                        // outcomes marked so, and who was offered something and took part
    std::vector<std::size_t> weekly_columns_of_team_map;  // where one of the team map stands among the weekly ones

    std::size_t outcomes() const { return model->outcomes().size(); }
    std::size_t traces() const { return model->traces().size(); }
    std::size_t phases() const { return model->phases().size(); }
    std::size_t strata() const { return model->strata().size(); }
    std::size_t twin_moments() const { return options.twin_weeks.size(); }
};

}  // namespace bevlogen
