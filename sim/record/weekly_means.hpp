// Means of the weekly outcomes by phase. Of an epoch's last week the statistics of the clearing have them already.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "sim/engine/observer.hpp"
#include "sim/record/category_classes.hpp"
#include "sim/record/cell_sums.hpp"
#include "sim/record/masked_sums.hpp"
#include "sim/record/record_plan.hpp"
#include "sim/record/row_moments.hpp"
#include "sim/record/run_record.hpp"

namespace bevlogen {

// Different blocks may be added by different threads at once, each in a slot of its own.
class WeeklyMeans {
  public:
    // The plan must outlive it.
    WeeklyMeans(const RecordPlan& plan, std::size_t cells, unsigned slots, RunRecord& record);

    // Before the first week of an epoch: the posts of the block in order by class. Nobody changes posts within an epoch.
    void start_epoch(const BlockNow& now, std::span<const ClassOrder> parts);
    // Whether sums are formed after this week: not after an epoch's last.
    static bool sums_up(Week week) { return week.value % kWeeksPerEpoch != 0; }
    // After each of those weeks, with the weekly outcomes, and who is of which class in each cell of the block. Which outcomes are weighted
    // sums, and of what, is the same for all blocks.
    void add_week(const BlockNow& now, const OutcomeColumns& weekly, std::span<const CellMasks> cells);
    // Writes the means of the four weeks up to `week`, the last from the record's statistics of the clearing.
    void close_epoch(Week week, RunRecord& record);

  private:
    struct Slot {
        std::vector<std::uint64_t> persons;  // by class, in all blocks of the epoch so far
        std::vector<const float*> summed;    // columns of the block in hand that are summed
        std::vector<OutcomeColumns::WeightedSum> weighted;
    };
    std::vector<double> means_of(std::span<const double> sums, std::size_t week_of_epoch, std::span<const std::size_t> classes,
                                 std::uint64_t n) const;
    float& place(RunRecord& record, std::size_t outcome, std::size_t week, std::size_t phase) const;

    const RecordPlan& plan_;
    CategoryClasses classes_;
    CellSums sums_;  // [week of the epoch but the last][weekly outcome][class]
    std::vector<Slot> slots_;
};

}  // namespace bevlogen
