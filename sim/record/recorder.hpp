// Watches one run and fills its record: weekly means, statistics at clearings, a panel of persons, team maps, last year's means.
#pragma once

#include <vector>

#include "sim/engine/observer.hpp"
#include "sim/population/population.hpp"
#include "sim/record/category_classes.hpp"
#include "sim/record/cell_sums.hpp"
#include "sim/record/histogram.hpp"
#include "sim/record/person_traces.hpp"
#include "sim/record/record_plan.hpp"
#include "sim/record/run_record.hpp"

namespace bevlogen {

class Recorder final : public Observer {
  public:
    // The plan must outlive it. `slots`: threads of the simulation. A panel is kept in the first replicate of an experiment only.
    Recorder(const RecordPlan& plan, const Population& population, const Chance& chance, unsigned slots, bool keeps_panel);

    void observe_week(const BlockNow& now) override;
    void observe_clearing(const BlockNow& now) override;
    void close_epoch(Week week, std::span<const Block> blocks) override;

    // The finished record; the recorder is empty afterwards.
    RunRecord take();

    // Everything recorded so far, for a checkpoint in the middle of a run, and back.
    std::vector<std::byte> to_bytes() const;
    void restore(std::span<const std::byte> bytes);

  private:
    // Posts of one cell by class.
    struct CellOrder {
        std::vector<std::uint32_t> order;
        std::vector<std::uint32_t> ends;
    };
    // What one thread needs while it observes a block.
    struct Slot {
        std::vector<float> measured;
        std::vector<std::uint8_t> category;
        std::vector<CellOrder> weekly_cells;  // of the block in hand, valid for an epoch
        CellOrder clearing_cell;
        std::vector<float> counted;                  // 1 where somebody sits
        std::vector<std::uint32_t> class_counts;     // weekly classes
        std::vector<std::uint32_t> first_bin, bins;  // of each post
        std::vector<std::uint32_t> histograms;       // [outcome][class, and one of no class][bin]
        std::vector<std::uint32_t> clearing_counts;  // classes at the clearing
    };
    void sort_into_weekly_classes(const BlockNow& now, Slot& slot);
    void close_weeks(Week week);
    void close_clearing(Week week);

    const RecordPlan& plan_;
    CategoryClasses weekly_classes_;
    CategoryClasses clearing_classes_;
    CellSums weekly_sums_;    // [week of the epoch][weekly outcome][class]
    CellSums clearing_sums_;  // [outcome][class][sum, sum of squares]
    std::vector<Slot> slots_;
    RunRecord record_;
    PersonTraces traces_;  // fills its part of the record when it is made
};

}  // namespace bevlogen
