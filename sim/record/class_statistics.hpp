// Head counts, means and standard deviations of all outcomes over the persons of each row of a grouping, at one moment of a run.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "sim/engine/observer.hpp"
#include "sim/engine/outcome_columns.hpp"
#include "sim/record/category_classes.hpp"
#include "sim/record/cell_sums.hpp"
#include "sim/record/class_seats.hpp"
#include "sim/record/record_plan.hpp"

namespace bevlogen {

// What is stored of a grouping: values are [outcome][moment][row][measure], counts [moment][row].
struct StoredMoments {
    std::size_t moments = 0;
    std::vector<float>& values;
    std::vector<std::int32_t>& counts;
};

// Different blocks may be added by different threads at once, each in a slot of its own.
class ClassStatistics {
  public:
    // `classes` are those of `grouping`. Plan and grouping must outlive it.
    ClassStatistics(const RecordPlan& plan, const Grouping& grouping, std::size_t cells, unsigned slots);

    const CategoryClasses& classes() const { return classes_; }
    // Room for all moments: values are missing, counts 0.
    void prepare(StoredMoments stored) const;
    // All outcomes of a block; `seats`: who is of which class.
    void add(const BlockNow& now, const OutcomeColumns& outcomes, const ClassSeats& seats);
    // When all blocks have been added: writes moment number `moment`.
    void close(std::size_t moment, StoredMoments stored);

  private:
    struct Slot {
        std::vector<std::size_t> summed;     // outcomes of the block in hand that somebody has something of, without flags
        std::vector<const float*> columns;   // of them
        std::vector<std::size_t> flagged;    // outcomes that are flags
        std::vector<std::uint64_t> flags;    // of a cell, as bits
        LineVector<float> rows, sums;        // sums of a cell: [class][sum, sum of squares][summed outcome]
        std::vector<std::uint32_t> persons;  // by class, in all blocks of the moment so far
    };

    // Puts the sums of a cell in the places of their outcomes.
    void place(const Slot& slot, std::span<float> row) const;
    // Likewise those of flags, which are counted.
    void count_flags(const OutcomeColumns& outcomes, const ClassBits& members, std::size_t begin, std::size_t end, Slot& slot,
                     std::span<float> row) const;

    const RecordPlan& plan_;
    const Grouping& grouping_;
    CategoryClasses classes_;
    std::size_t length_;  // of a row of outcomes
    CellSums sums_;       // [class][sum, sum of squares][outcome]
    std::vector<Slot> slots_;
};

}  // namespace bevlogen
