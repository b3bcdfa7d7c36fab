// Quantiles of the levels by phase at the last clearing of each year.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "sim/engine/observer.hpp"
#include "sim/record/category_classes.hpp"
#include "sim/record/record_plan.hpp"
#include "sim/record/run_record.hpp"

namespace bevlogen {

// Different blocks may be added by different threads at once, each in a slot of its own.
class YearQuantiles {
  public:
    // The plan must outlive it.
    YearQuantiles(const RecordPlan& plan, unsigned slots, RunRecord& record);

    // After a clearing, with all outcomes of a block and the category of each of its posts. Other clearings than the last of a year are
    // left.
    void add(const BlockNow& now, std::span<const float* const> outcomes, std::span<const std::uint8_t> categories);
    void close(Week week, RunRecord& record);

  private:
    struct Slot {
        std::vector<std::uint32_t> first_bin, bins;  // of each post
        std::vector<std::uint32_t> counts;           // [level][class, and one of no class][bin]
    };
    const RecordPlan& plan_;
    CategoryClasses classes_;
    std::vector<Slot> slots_;
};

}  // namespace bevlogen
