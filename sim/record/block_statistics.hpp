// The arithmetic of recording: sums, squares and counts of a block's outcomes by class, and the statistics made of them.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "sim/engine/outcome.hpp"
#include "sim/record/histogram.hpp"

namespace bevlogen {

// Lists the posts [begin, end) by class: order[ends[k] ... ends[k + 1]) are those of class k, ascending; others are left out.
void sort_by_class(std::span<const std::uint8_t> class_of_post, std::size_t begin, std::size_t end, std::size_t classes,
                   std::vector<std::uint32_t>& order, std::vector<std::uint32_t>& ends);

// Adds to row[o classes + k] the sum of outcome o over the posts of class k.
void add_sums(const float* values, std::size_t stride, std::size_t outcomes, std::span<const std::uint32_t> order,
              std::span<const std::uint32_t> ends, double* row);

// Adds to row[(o classes + k) 2] the sum, and behind it the sum of squares, of outcome o over the posts of class k.
void add_moments(const float* values, std::size_t stride, std::size_t outcomes, std::span<const std::uint32_t> order,
                 std::span<const std::uint32_t> ends, double* row);

// Adds one to counts[first_bin[i] + bin of values[i]] for each post; `first_bin` is the class times kHistogramBins, and leads to spare
// bins behind all classes where a post is in none. `bins` is working memory.
void count_into_bins(const float* values, std::span<const std::uint32_t> first_bin, const HistogramRange& range,
                     std::vector<std::uint32_t>& bins, std::uint32_t* counts);

// Totals of an epoch by class.
struct ClassMoments {
    std::span<const std::uint32_t> counts;      // persons
    std::vector<double> sums;                   // as add_moments
    std::span<const std::uint32_t> histograms;  // [outcome][class, and one of no class][bin]
};

// Writes the measures (kMeasures) of outcome o over some classes; leaves NaN where nobody is, and where a share has none.
void write_measures(const ClassMoments& moments, std::span<const std::size_t> classes, std::size_t o, const OutcomeDecl& outcome,
                    float* measures);

}  // namespace bevlogen
