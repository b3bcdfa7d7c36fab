// `--slurm` of a sweep or a calibration: writes scripts into a folder beside the results file, and submits them.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "sim/cli/context.hpp"
#include "sim/sweep/plan.hpp"
#include "sim/sweep/slurm_scripts.hpp"

namespace bevlogen {

struct SlurmCommand {
    bool is_submitted = false;    // --slurm
    bool is_script_only = false;  // --slurm-script-only
    std::optional<std::int64_t> shards;
    std::optional<std::int64_t> cpus;
    std::string partition, account, time;
    std::vector<std::string> lines;  // of --sbatch

    // An array of shards with a merge behind it, for a sweep; or one job.
    void add_array_to(CLI::App& command);
    void add_job_to(CLI::App& command);
    bool is_asked() const { return is_submitted || is_script_only; }
    // Returns the exit code. Throws InputError for options that do not go together, std::runtime_error where sbatch refuses.
    int run(const SweepPlan& plan, const Context& context, const std::filesystem::path& out, bool json) const;
    // One job: the program with these words and `--out`, which must be able to go on where it was stopped.
    int run_job(const std::string& name, std::vector<std::string> words, const std::filesystem::path& out, bool json) const;

  private:
    void add_common_to(CLI::App& command);
    SlurmOptions common_options() const;
    SlurmOptions options(const SweepPlan& plan, const Context& context) const;
};

}  // namespace bevlogen
