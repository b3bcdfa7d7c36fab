// Head counts, means and standard deviations of all outcomes by phase and stratum at each clearing.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "sim/engine/observer.hpp"
#include "sim/record/category_classes.hpp"
#include "sim/record/cell_sums.hpp"
#include "sim/record/margins.hpp"
#include "sim/record/record_plan.hpp"
#include "sim/record/row_moments.hpp"
#include "sim/record/run_record.hpp"

namespace bevlogen {

// Different blocks may be added by different threads at once, each in a slot of its own.
class ClearingStatistics {
  public:
    // The plan must outlive it.
    ClearingStatistics(const RecordPlan& plan, std::size_t cells, unsigned slots, RunRecord& record);

    // After a clearing, with all outcomes of a block and the category of each of its posts.
    void add(const BlockNow& now, std::span<const float* const> outcomes, std::span<const std::uint8_t> categories);
    // Writes the statistics of the clearing at `week`.
    void close(Week week, RunRecord& record);

  private:
    struct Slot {
        std::vector<std::uint8_t> class_of_post;
        ClassOrder posts;
        LineVector<float> rows;
        LineVector<float> class_sums;        // [class][sum, sum of squares][outcome]
        std::vector<std::uint32_t> persons;  // by class, in all blocks of the clearing so far
    };
    void add_margins(const Slot& slot, std::span<float> row) const;
    void close_rows(const Grouping& grouping, std::size_t clearing, std::span<const std::uint32_t> persons, std::span<const double> sums,
                    std::vector<float>& values, std::vector<std::int32_t>& counts) const;

    const RecordPlan& plan_;
    CategoryClasses classes_;
    Margins margins_;
    std::size_t length_;  // of a row of outcomes
    CellSums sums_;       // [margin][sum, sum of squares][outcome]
    std::vector<Slot> slots_;
};

}  // namespace bevlogen
