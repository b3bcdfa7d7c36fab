// Means of the weekly outcomes by phase.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "sim/engine/observer.hpp"
#include "sim/record/category_classes.hpp"
#include "sim/record/cell_sums.hpp"
#include "sim/record/masked_sums.hpp"
#include "sim/record/record_plan.hpp"
#include "sim/record/run_record.hpp"

namespace bevlogen {

// Different blocks may be added by different threads at once, each in a slot of its own.
class WeeklyMeans {
  public:
    // The plan must outlive it.
    WeeklyMeans(const RecordPlan& plan, std::size_t cells, unsigned slots, RunRecord& record);

    // Before the first week of an epoch: the category of each post of the block. Nobody changes posts within an epoch.
    void start_epoch(const BlockNow& now, std::span<const std::uint8_t> categories);
    // After each of its weeks, with the weekly outcomes.
    void add_week(const BlockNow& now, std::span<const float* const> weekly);
    // Writes the means of the four weeks up to `week`.
    void close_epoch(Week week, RunRecord& record);

  private:
    struct Slot {
        std::vector<std::uint8_t> class_of_post;
        std::vector<CellMasks> cells;        // of the block in hand
        std::vector<std::uint64_t> persons;  // by class, in all blocks of the epoch so far
    };
    const RecordPlan& plan_;
    CategoryClasses classes_;
    CellSums sums_;  // [week of the epoch][weekly outcome][class]
    std::vector<Slot> slots_;
};

}  // namespace bevlogen
