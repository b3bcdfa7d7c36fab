// Writes one results file: HDF5 that netCDF4, xarray, pandas and R open. Written as NAME.part, renamed when whole.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "sim/record/record_plan.hpp"
#include "sim/record/run_record.hpp"

namespace bevlogen {

inline constexpr const char* kResultsFormat = "bevlogen-results";
inline constexpr int kResultsFormatVersion = 2;

struct ScenarioTexts {
    std::string name;
    Label title;
    std::string text;      // as read
    std::string resolved;  // complete
};

// A file of parameter draws under which replicates were run, as it was read.
struct DrawsText {
    std::string name;
    std::string text;
    std::size_t replicates_a_draw = 1;
};

// What a file is about: becomes root attributes and coordinates.
struct ResultsDescription {
    std::string kind;  // "run" or "comparison"
    Label title;
    Label question;
    std::vector<ScenarioTexts> scenarios;  // the first is the base of a comparison
    std::uint32_t seed = 0;
    int first_replicate = 1;
    int replicates = 1;
    std::optional<DrawsText> draws{};
    std::map<std::uint32_t, std::string> team_names{};  // by TeamId, of teams that have one
};

// What may differ between identical runs; lives in the group /provenance alone. Keys become attributes, in order.
using Provenance = std::vector<std::pair<std::string, std::string>>;

// HDF5 is called from one thread at a time: a writer may move between threads, but no two threads use HDF5 at once.
class ResultsWriter {
  public:
    // Creates `path`.part in the same folder, which must exist. Throws std::runtime_error with what was attempted on what.
    ResultsWriter(std::filesystem::path path, ResultsDescription description, RecordPlan plan);
    ~ResultsWriter();  // an unfinished .part is removed

    // Adds one run; `scenario` and `replicate` count from 0. Any order; every pair once. The first run that is added fixes persons and
    // teams; a later one with others is a std::runtime_error. A pair that is never added stays missing in the file.
    void add(std::size_t scenario, std::size_t replicate, const RunRecord& record);
    // Writes provenance, closes, and gives the file its final name. To be called once, last.
    void finish(const Provenance& provenance);

  private:
    struct File;
    std::unique_ptr<File> file_;
};

}  // namespace bevlogen
