// How numbers of outcomes are worded for people: shares in per cent, their differences in percentage points, digits that the interval
// bears.
#pragma once

#include <span>
#include <string>

#include "sim/engine/outcome.hpp"
#include "sim/experiment/paired.hpp"

namespace bevlogen {

// With one replicate there is none.
bool has_interval(const Estimate& estimate);

// Recorded as a logarithm of a ratio; people see by how many per cent the ratio differs from 1.
bool is_logarithm(const OutcomeDecl& outcome);
// As people see it: a share in per cent, the logarithm of a ratio as per cent more or less.
double shown_value(const OutcomeDecl& outcome, double value);
Estimate shown_estimate(const OutcomeDecl& outcome, const Estimate& estimate);

// A level: "18.3" of a share of .183, else three digits behind the point, fewer for large numbers; "-" for no number.
std::string shown_level(const OutcomeDecl& outcome, double value);
// "[18.1, 18.5]"; "no interval with one replicate".
std::string shown_interval(const OutcomeDecl& outcome, const Estimate& estimate);

// Digits behind the point for differences that stand under each other: one of the smallest half of an interval, at
// most three, of percentage points two.
int digits_of(const OutcomeDecl& outcome, std::span<const Estimate> differences);
// "-2.46", with its sign.
std::string shown_change(const OutcomeDecl& outcome, double value, int digits);
// "[-2.49, -2.43]"; "no interval with one replicate".
std::string shown_change_interval(const OutcomeDecl& outcome, const Estimate& difference, int digits);
// "-2.46 ± .03 ", "(0.01 ± .03)" where the interval contains zero, "same" where every replicate is the same; "-2.46 " without an interval.
// The character behind keeps numbers under each other.
std::string shown_difference(const OutcomeDecl& outcome, const Estimate& difference, int digits);

std::string unit_word(const OutcomeDecl& outcome);  // "%" of a share, nothing for "1"
// "56,484".
std::string shown_persons(double persons);
// "burnt out, %, lower is better".
std::string outcome_heading(const OutcomeDecl& outcome);
// "burnt out: %, differences in percentage points; lower is better". Units that do not speak for themselves come with the description:
// "backlog: weeks of care (care that waits); lower is better".
std::string outcome_legend(const OutcomeDecl& outcome);

inline constexpr const char* kNoInterval = "no interval with one replicate";

}  // namespace bevlogen
