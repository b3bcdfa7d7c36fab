// The batch scripts that carry work through Slurm: a sweep as an array of shards and a merge that waits for all of them, or one job.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace bevlogen {

struct SlurmOptions {
    std::size_t shards = 1;
    std::string partition{};        // empty: the cluster's own
    std::string account{};          // likewise
    std::string time = "04:00:00";  // limit of one start of a task; a task that is not done by then is requeued
    unsigned cpus_a_task = 1;
    std::vector<std::string> lines{};     // more options of sbatch: "--mem=4G"
    unsigned seconds_before_limit = 120;  // when a task is told that its time ends
};

// All paths are absolute.
struct SlurmFiles {
    std::filesystem::path program;
    std::filesystem::path plan;    // resolved; of a sweep
    std::filesystem::path out;     // of the whole
    std::filesystem::path folder;  // of scripts and logs
};

std::string slurm_array_script(const std::string& name, const SlurmFiles& files, const SlurmOptions& options);
// One job that goes on where it was when it is started again. `words` are the program's arguments, without --threads.
std::string slurm_job_script(const std::string& name, const std::vector<std::string>& words, const SlurmFiles& files,
                             const SlurmOptions& options);
std::string slurm_merge_script(const std::string& name, const SlurmFiles& files, const SlurmOptions& options);

// A word as a shell takes it, whatever stands in it.
std::string shell_quoted(const std::string& word);
// The same, bare where no letter means anything to a shell: for people to read and copy.
std::string shell_word(const std::string& word);

}  // namespace bevlogen
