// The report of a sweep: one HTML file with what its outcomes depend on, or with what each of its points brings.
#pragma once

#include <string>

#include "sim/report/report.hpp"
#include "sim/report/sweep_findings.hpp"

namespace bevlogen {

// One JSON object as docs/report-data.md describes it under "sweep".
std::string sweep_report_json(const SweepFindings& findings, const ReportChoice& choice);
// The page that carries it.
std::string sweep_report_page(const SweepFindings& findings, const ReportChoice& choice);

}  // namespace bevlogen
