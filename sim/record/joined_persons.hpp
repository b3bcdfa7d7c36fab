// What is kept of everybody who was there at the start: the mean over the last year, the phase at its end, and values at twin weeks.
#pragma once

#include <span>
#include <vector>

#include "sim/engine/observer.hpp"
#include "sim/population/population.hpp"
#include "sim/record/person_seats.hpp"
#include "sim/record/record_plan.hpp"
#include "sim/record/run_record.hpp"

namespace bevlogen {

// Different blocks may be looked at by different threads at once.
class JoinedPersons {
  public:
    // Names the persons in the record and makes room for them, where the plan joins persons. The plan must outlive it.
    JoinedPersons(const RecordPlan& plan, const Population& population, RunRecord& record);

    // Whether anything of this clearing is kept.
    bool looks_at(Week week) const;
    // After a clearing, with all outcomes and categories of the block. A person who is nowhere at one of the last year's clearings has no
    // mean.
    void look_at(const BlockNow& now, std::span<const float* const> outcomes, std::span<const std::uint8_t> categories, RunRecord& record);
    // Writes the means over the last year.
    void finish(RunRecord& record) const;

    // Sums over the last year so far, and at how many clearings each person was there, for a checkpoint.
    struct LastYear {
        std::vector<double> sums;              // [joined outcome][person]
        std::vector<std::uint32_t> clearings;  // [person]
    };
    const LastYear& last_year() const { return last_year_; }
    // From a checkpoint: follows those of the record, whoever is there now.
    void go_on(const RunRecord& record, LastYear last_year);

  private:
    const RecordPlan& plan_;
    std::vector<std::int16_t> row_of_category_;  // of phases, as it is stored
    std::size_t blocks_ = 0;
    PersonSeats seats_;
    LastYear last_year_;
};

}  // namespace bevlogen
