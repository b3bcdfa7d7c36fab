// Writes and reads the file of a sweep: HDF5 with points, replicates, outcomes, years and phases as named dimensions.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "sim/engine/outcome.hpp"
#include "sim/record/results_file.hpp"
#include "sim/record/stored_results.hpp"
#include "sim/record/sweep_run.hpp"
#include "sim/scenario/vocabulary.hpp"

namespace bevlogen {

inline constexpr const char* kSweepKind = "sweep";

// One thing that was varied.
struct SweptParameter {
    std::string path;
    Label label;
    std::string unit;
    std::string description;
    std::string spread;  // which values it took, for people
    std::string scale;   // "linear", "log", "values", "normal", ...
    std::string words;   // what its values stand for: "0 = false, 1 = true"; empty for numbers
};

// What a sweep is about: becomes root attributes and coordinates.
struct SweepDescription {
    std::string model;
    Label title;
    Label question;
    std::string scenario;  // name of the base
    Label scenario_title;
    std::string resolved_plan;
    std::string resolved_scenario;
    std::string identity;  // in a few letters: shards of one sweep have the same
    std::string design;    // "grid", "list", "latin_hypercube", "sobol", "morris"
    std::uint32_t seed = 0;
    int first_replicate = 1;
    std::size_t replicates = 1;
    std::size_t points = 0;
    std::vector<SweptParameter> parameters;
    std::vector<double> values;       // [point][parameter]
    std::vector<double> coordinates;  // [point][parameter], in [0, 1]
    std::vector<OutcomeDecl> outcomes;
    Grouping phases;
    std::vector<PayerDecl> payers;
    int price_year = 0;
    int years = 0;

    SweepShape shape() const { return {outcomes.size(), static_cast<std::size_t>(years), phases.size(), payers.size()}; }
};

// What there is of a run; nothing where it is missing.
using SweepRunSource = std::function<std::optional<SweepRun>(std::size_t point, std::size_t replicate)>;

// Asks for every run, replicate by replicate and point by point, and writes `path`.part, then `path`. No more than a few runs are in
// memory. Throws std::runtime_error; then nothing is left behind and what stood at `path` is untouched.
void write_sweep_file(const std::filesystem::path& path, const SweepDescription& description, const SweepRunSource& source,
                      const Provenance& provenance);

enum class SweepRunStatus : std::int32_t { missing = 0, done = 1, failed = 2 };

// A sweep's file opened for reading. Throws InputError for a file that is none, or is damaged.
class StoredSweep {
  public:
    explicit StoredSweep(const std::filesystem::path& file) : StoredSweep(StoredResults(file)) {}
    explicit StoredSweep(StoredResults results);

    const StoredResults& results() const { return results_; }
    const std::filesystem::path& path() const { return results_.path(); }
    std::string identity() const { return results_.attribute("sweep_identity"); }
    std::string resolved_plan() const { return repeat_texts_.at(0); }
    std::string resolved_scenario() const { return repeat_texts_.at(1); }
    std::size_t points() const { return points_; }
    std::size_t replicates() const { return replicates_; }
    const SweepShape& shape() const { return shape_; }
    SweepRunStatus status(std::size_t point, std::size_t replicate) const { return status_[point * replicates_ + replicate]; }
    // A run that is there, done or failed. Neighbouring points of one replicate are read together, so they are asked for in their order.
    SweepRun run(std::size_t point, std::size_t replicate) const;

  private:
    struct Chunk {
        std::size_t first = 0, count = 0, replicate = 0;
        std::vector<float> values, persons, euros;
    };
    StoredResults results_;
    std::vector<std::string> repeat_texts_;
    std::size_t points_ = 0, replicates_ = 0;
    SweepShape shape_;
    std::vector<SweepRunStatus> status_;  // [point][replicate]
    std::vector<std::size_t> failed_at_;  // point x replicates + replicate, ascending
    std::vector<std::string> failures_;
    mutable Chunk chunk_;
};

}  // namespace bevlogen
