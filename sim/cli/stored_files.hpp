// Commands that work on results files: which words are such files, and what may be set on what is stored.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "sim/cli/context.hpp"
#include "sim/experiment/stored_experiment.hpp"
#include "sim/report/report.hpp"

namespace bevlogen {

// Whether the name ends in .h5.
bool is_results_name(const std::string& file);
// Whether a results file is of a sweep. Throws InputError where it is no results file.
bool holds_sweep(const std::filesystem::path& file);

// Readers of this program's models. Throws InputError for an override of anything but costs: what was run stays as it was run.
Readers readers_of(const Context& context, const std::vector<Override>& overrides);

struct ReportOptions {
    std::string language = "en";
    std::optional<std::int64_t> year;
    bool force = false;
    std::vector<std::string> over;  // files of the same comparison under other words of a choice

    CLI::Option* add_language_to(CLI::App& command);
    // `command` makes the report again.
    ReportChoice choice(const std::string& command) const;
};

// The report of results files, with what its options name beside them.
class ReportedFiles {
  public:
    ReportedFiles(const std::vector<std::filesystem::path>& files, const Readers& readers, const ReportOptions& options);

    const StoredExperiment& stored() const { return *stored_; }
    std::string json(const std::string& command) const;
    // Writes it to `out` and returns the line that says so: "report: results/a.html (1.4 MB)".
    std::string write(const std::filesystem::path& out, const std::string& command) const;

  private:
    ReportOptions options_;
    std::unique_ptr<StoredExperiment> stored_;
    std::vector<std::unique_ptr<StoredExperiment>> over_;
    std::vector<const StoredExperiment*> others_;
};
// The same of a page that is made already.
std::string write_page(const std::string& page, const std::filesystem::path& out);

// Beside the results file: "results/a.h5" has "results/a.html"; of several files "results/a-and-b.html", or "results/a-and-3-more.html".
std::filesystem::path report_place(const std::vector<std::filesystem::path>& results);

}  // namespace bevlogen
