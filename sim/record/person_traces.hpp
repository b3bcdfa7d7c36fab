// What is kept of single persons and teams: the panel, the team maps, and everybody's mean over the last year.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "sim/engine/observer.hpp"
#include "sim/population/population.hpp"
#include "sim/record/record_plan.hpp"
#include "sim/record/run_record.hpp"

namespace bevlogen {

// A value as it is stored: whole 1/256, clamped; kNoValue for what is not a number.
std::int16_t stored_value(float value);

// Different blocks may be traced by different threads at once.
class PersonTraces {
  public:
    PersonTraces(const RecordPlan& plan, const Population& population, const Chance& chance, bool keeps_panel, RunRecord& record);

    // `weekly`: the weekly outcomes of the block, weekly[k stride + i]; `counted`: 1 where somebody sits.
    void trace_week(const BlockNow& now, const float* weekly, std::size_t stride, const float* counted, RunRecord& record);
    // `all`: all outcomes of the block at a clearing.
    void trace_clearing(const BlockNow& now, const float* all, std::size_t stride);
    // Writes the means over the last year.
    void finish(RunRecord& record) const;

    // Sums over the last year so far, for a checkpoint.
    std::vector<double>& last_year_sums() { return joined_sums_; }
    const std::vector<double>& last_year_sums() const { return joined_sums_; }

  private:
    struct Seat {
        std::uint32_t post = 0;   // in the block
        std::uint32_t index = 0;  // in the panel or among the joined
        PersonId person;
    };
    const RecordPlan& plan_;
    std::size_t panel_size_ = 0;
    std::size_t joined_size_ = 0;
    std::vector<std::vector<Seat>> panel_seats_;   // by block
    std::vector<std::vector<Seat>> joined_seats_;  // by block
    std::vector<double> joined_sums_;              // [joined outcome][person]
};

}  // namespace bevlogen
