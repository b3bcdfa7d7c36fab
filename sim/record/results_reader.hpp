// Reads results files: what they hold, and where two of them first differ.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace bevlogen {

class StoredResults;

struct ResultsDimension {
    std::string name;
    std::size_t size = 0;
};

// A variable that is not a coordinate.
struct ResultsVariable {
    std::string name;
    std::vector<std::string> dimensions;
    std::string units;
    std::string long_name;
};

struct ResultsAttribute {
    std::string name;
    std::string value;
};

// What `show` prints. Throws InputError (exit 2, with a sentence) for a file that is missing, truncated, not HDF5 or not ours.
struct ResultsSummary {
    std::vector<ResultsAttribute> attributes;
    std::vector<ResultsAttribute> provenance;
    std::vector<ResultsDimension> dimensions;
    std::vector<ResultsVariable> variables;
    std::vector<std::string> scenarios;           // names along `scenario`
    std::vector<std::string> resolved_scenarios;  // their complete texts
};
ResultsSummary summarise_results(const std::filesystem::path& file);
ResultsSummary summary_of(const StoredResults& results);

struct DiffOptions {
    // Compare what both have: the scenarios, replicates, weeks, clearings, quarters, persons and teams that stand in both coordinates, in
    // variables that stand in both files. Skips kind, title, question and the scenarios' texts, and panels of different replicates.
    bool common = false;
};

// Whether two files are the same to the bit outside /provenance; if not, the first difference in words: outcome, scenario, replicate, week,
// phase or person, and both values. Numbers differ if their bits do; NaN equals NaN of the same bits. Named first is an outcome of all
// persons, then who is in the panel and what is known of each person, then texts, then attributes. Throws InputError as summarise_results
// does.
struct ResultsDifference {
    bool identical = false;
    std::string first;          // empty if identical
    std::size_t compared = 0;   // values looked at
    std::size_t different = 0;  // values that differ, all in all
};
ResultsDifference diff_results(const std::filesystem::path& a, const std::filesystem::path& b, const DiffOptions& options);
ResultsDifference difference_of(const StoredResults& a, const StoredResults& b, const DiffOptions& options);

}  // namespace bevlogen
