// The report of a calibration: one HTML file with the fit to each target, and posterior against prior of each parameter.
#pragma once

#include <filesystem>
#include <string>

#include "sim/engine/model.hpp"
#include "sim/report/report.hpp"

namespace bevlogen {

// One JSON object as docs/report-data.md describes it under "calibration". Throws InputError for a file that is no calibration, or is of a
// model that the shelf does not have.
std::string calibration_report_json(const std::filesystem::path& file, const ModelShelf& shelf, const ReportChoice& choice);
// The page that carries it.
std::string calibration_report_page(const std::filesystem::path& file, const ModelShelf& shelf, const ReportChoice& choice);

}  // namespace bevlogen
