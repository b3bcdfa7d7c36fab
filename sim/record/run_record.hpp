// All that is kept of one run (one scenario, one replicate). Missing values are NaN, or kNoValue where stored in 16 bits.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "sim/record/record_plan.hpp"

namespace bevlogen {

struct RunRecord {
    std::vector<float> weekly;                     // [weekly outcome][week][phase]: mean
    std::vector<float> by_phase;                   // [outcome][clearing][phase][measure]
    std::vector<float> by_stratum;                 // [outcome][year][stratum][measure]: at the last clearing of the year
    std::vector<float> quantiles;                  // [level outcome][year][phase][quantile]: at the last clearing of the year
    std::vector<std::int32_t> persons_by_phase;    // [clearing][phase]
    std::vector<std::int32_t> persons_by_stratum;  // [year][stratum]

    std::vector<std::uint64_t> panel_persons;   // PersonIds, ascending; empty but in the first replicate
    std::vector<std::int16_t> panel;            // [trace][look][person]
    std::vector<std::uint32_t> teams;           // TeamIds, ascending
    std::vector<std::int16_t> team_map;         // [team-map outcome][quarter][team]
    std::vector<std::uint64_t> joined_persons;  // PersonIds of all persons at the start, ascending; empty unless options.joined
    std::vector<std::int16_t> joined;           // [joined outcome][person]: mean over the last year's clearings
    std::vector<std::int16_t> joined_phase;     // [person]: the row of phases that the person was in at the last clearing
    std::vector<std::int16_t> twin;             // [twin outcome][twin week][person]

    // To the bit: missing values are equal to each other.
    bool operator==(const RunRecord& other) const;

    // Mean of an outcome in one phase over the clearings of a year (from 1); missing clearings are left out, NaN where all are missing.
    double year_mean(const RecordPlan& plan, std::size_t outcome, std::size_t phase, int year) const;
    // Likewise the mean of the SD between persons: of a share p, sqrt(p (1 - p)).
    double year_sd(const RecordPlan& plan, std::size_t outcome, std::size_t phase, int year) const;

    // For the journal. `from_bytes` throws std::runtime_error for bytes that `to_bytes` did not write.
    std::vector<std::byte> to_bytes() const;
    static RunRecord from_bytes(std::span<const std::byte> bytes);

  private:
    double year_measure(const RecordPlan& plan, std::size_t measure, std::size_t outcome, std::size_t phase, int year) const;
};

}  // namespace bevlogen
