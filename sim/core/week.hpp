// Time: one step is a week; teams meet every fourth week, at a clearing; a year is 52 weeks.
#pragma once

#include <compare>
#include <cstdint>

namespace bevlogen {

inline constexpr std::int32_t kWeeksPerYear = 52;
inline constexpr std::int32_t kWeeksPerEpoch = 4;     // between two clearings
inline constexpr std::int32_t kWeeksPerQuarter = 13;  // between two team maps

// A number of weeks; also a point in time, counted from the start of the burn-in.
struct Week {
    std::int32_t value = 0;

    auto operator<=>(const Week&) const = default;
    Week operator+(Week other) const { return {value + other.value}; }
    Week operator-(Week other) const { return {value - other.value}; }
    bool is_clearing() const { return value % kWeeksPerEpoch == 0; }
    static Week years(std::int32_t n) { return {n * kWeeksPerYear}; }
};

}  // namespace bevlogen
