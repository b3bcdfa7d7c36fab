// The report of results files: one HTML file with the answer, its figures, its assumptions and how to repeat it.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "sim/experiment/stored_experiment.hpp"

namespace bevlogen {

struct ReportChoice {
    Language language = Language::english;  // in which it opens; a switch changes it
    std::optional<int> year{};              // of which effects are told; the last year otherwise
    std::vector<std::string> commands{};    // that repeat it, after the one that made the first file
};

// One JSON object as docs/report-data.md describes it. `others` are the same comparison under other words of a choice, such as theories.
// Throws InputError where there is no whole year to tell of, or where the others are not that.
std::string report_json(const StoredExperiment& stored, const ReportChoice& choice, std::span<const StoredExperiment* const> others = {});
// The page that carries it.
std::string report_page(const StoredExperiment& stored, const ReportChoice& choice, std::span<const StoredExperiment* const> others = {});

}  // namespace bevlogen
