// Which places of two results files are compared with each other: everything, or what stands in the coordinates of both.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "sim/record/results_reader.hpp"
#include "sim/record/stored_results.hpp"

namespace bevlogen {

// Pairs of indices along one dimension, and how its coordinates read.
struct MatchedDimension {
    std::vector<std::pair<std::size_t, std::size_t>> pairs;  // ascending in the first file
    bool is_whole = true;                                    // every index with itself
    std::vector<std::string> shown;                          // of the first file, by index
};

class ResultsMatch {
  public:
    ResultsMatch(const StoredResults& a, const StoredResults& b, const DiffOptions& options);

    // Along a dimension without coordinates, indices are matched as they are.
    const MatchedDimension& dimension(const std::string& name, std::size_t size);
    // Whether both variables have the same dimensions, of sizes that can be matched.
    bool has_same_shape(const StoredVariable& a, const StoredVariable& b) const;
    // Dimensions along which nothing stands in both files, of those that may be matched in part.
    const std::vector<std::string>& disjoint() const { return disjoint_; }

    // Whether, under DiffOptions::common, a dimension may be matched in part.
    static bool may_be_restricted(const std::string& dimension);

  private:
    DiffOptions options_;
    std::map<std::string, MatchedDimension> dimensions_;
    std::vector<std::string> disjoint_;
};

}  // namespace bevlogen
