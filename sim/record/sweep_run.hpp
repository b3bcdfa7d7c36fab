// What a sweep keeps of one run: yearly means of some outcomes by phase, persons, and what money went out; or why it failed.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "sim/record/run_record.hpp"

namespace bevlogen {

// The sizes that all runs of a sweep have in common.
struct SweepShape {
    std::size_t outcomes = 0;
    std::size_t years = 0;
    std::size_t phases = 0;
    std::size_t payers = 0;  // 0 where the model knows no costs

    std::size_t values() const { return outcomes * years * phases; }
    std::size_t persons() const { return years * phases; }
    std::size_t euros() const { return payers * years; }
    // Of one run in memory and, before compression, in a file.
    std::size_t bytes() const { return (values() + persons() + euros()) * sizeof(float); }
};

struct SweepRun {
    std::vector<float> values;   // [outcome][year][phase]: mean over the year's clearings; NaN where nobody was in the phase
    std::vector<float> persons;  // [year][phase]: mean over the year's clearings
    std::vector<float> euros;    // [payer][year]: EUR of the prices' year, not discounted
    std::string failure;         // of a run that failed, and then all else is empty

    // Of the outcomes `kept` (indices into Model::outcomes()); `euros` is left for who knows prices.
    static SweepRun of(const RecordPlan& plan, const RunRecord& record, std::span<const std::size_t> kept);

    bool has_failed() const { return !failure.empty(); }
    bool has_shape(const SweepShape& shape) const;

    // For the journal. `from_bytes` throws std::runtime_error for bytes that `to_bytes` did not write.
    std::vector<std::byte> to_bytes() const;
    static SweepRun from_bytes(std::span<const std::byte> bytes);
};

}  // namespace bevlogen
