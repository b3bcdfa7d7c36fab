// The panel: persons drawn once, of those who are there when recording begins, and followed week by week, wherever they sit.
#pragma once

#include <span>

#include "sim/engine/observer.hpp"
#include "sim/population/population.hpp"
#include "sim/record/person_seats.hpp"
#include "sim/record/record_plan.hpp"
#include "sim/record/run_record.hpp"

namespace bevlogen {

// Different blocks may be traced by different threads at once.
class Panel {
  public:
    // Chooses the panel by a draw that depends on the person alone, and makes room for it in the record. The plan must outlive it.
    Panel(const RecordPlan& plan, const Population& population, const Chance& chance, RunRecord& record);

    // After each week: who sits where is looked up at the start of an epoch. A person who is nowhere has the missing value.
    void trace_week(const BlockNow& now, RunRecord& record);

    // From a checkpoint: follows those of the record, whoever is there now.
    void go_on(const RunRecord& record);

  private:
    const RecordPlan& plan_;
    std::size_t blocks_;
    PersonSeats seats_;
};

}  // namespace bevlogen
