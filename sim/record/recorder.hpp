// Watches one run and fills its record: weekly means, statistics at clearings and years' ends, a panel of persons, team maps, last year's
// means, twins.
#pragma once

#include <optional>
#include <vector>

#include "sim/engine/observer.hpp"
#include "sim/engine/outcome_columns.hpp"
#include "sim/population/population.hpp"
#include "sim/record/class_seats.hpp"
#include "sim/record/class_statistics.hpp"
#include "sim/record/joined_persons.hpp"
#include "sim/record/panel.hpp"
#include "sim/record/record_plan.hpp"
#include "sim/record/run_record.hpp"
#include "sim/record/weekly_means.hpp"
#include "sim/record/year_quantiles.hpp"

namespace bevlogen {

class Recorder final : public Observer {
  public:
    // The plan must outlive it. `population`: as populated, before any week; whose lives are joined depends on it, where they sit is looked
    // up later. `slots`: threads of the simulation. A panel is kept in the first replicate of an experiment only, of those who are there.
    Recorder(const RecordPlan& plan, const Population& population, const Chance& chance, unsigned slots, bool keeps_panel);

    // Before the first recorded week: the panel is of those who are there now. Nothing where no panel is kept.
    void draw_panel(const Population& population, const Chance& chance);

    void observe_week(const BlockNow& now) override;
    void observe_clearing(const BlockNow& now) override;
    void close_epoch(Week week, std::span<const Block> blocks) override;

    // What has been recorded yet; what is to come is missing.
    const RunRecord& so_far() const { return record_; }
    // The finished record; the recorder is empty afterwards.
    RunRecord take();

    // Everything recorded so far, for a checkpoint in the middle of a run, and back into a recorder of the same plan.
    std::vector<std::byte> to_bytes() const;
    void restore(std::span<const std::byte> bytes);

  private:
    // What one thread needs while it observes a block.
    struct Slot {
        OutcomeColumns measured;
        std::vector<std::uint8_t> categories;
        std::vector<float> counted;  // by padded post of the block in hand 1 where somebody sits, else 0
    };
    // Who is of which phase in the block now.
    ClassSeats& look_at_phases(const BlockNow& now, Slot& slot);
    StoredMoments by_phase() { return {static_cast<std::size_t>(plan_.clearings), record_.by_phase, record_.persons_by_phase}; }
    StoredMoments by_stratum() { return {static_cast<std::size_t>(plan_.years), record_.by_stratum, record_.persons_by_stratum}; }

    const RecordPlan& plan_;
    RunRecord record_;  // the others fill their parts of it
    std::vector<Slot> slots_;
    WeeklyMeans weekly_;
    std::vector<ClassSeats> phases_of_block_;
    ClassStatistics phases_;  // at each clearing
    ClassStatistics strata_;  // at the last clearing of each year
    YearQuantiles quantiles_;
    JoinedPersons joined_;
    std::optional<Panel> panel_;
};

}  // namespace bevlogen
