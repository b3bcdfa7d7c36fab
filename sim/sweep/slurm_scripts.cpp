// Fills in two scripts.
#include "sim/sweep/slurm_scripts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

namespace bevlogen {
namespace {

// A word as sbatch takes it behind #SBATCH, where bash sees a comment: it ends with the line, whatever the quotes.
std::string sbatch_quoted(const std::string& word) {
    std::string quoted = "\"";
    for (const char letter : word) {
        const bool is_control = static_cast<unsigned char>(letter) < 0x20 || letter == 0x7f;
        if (letter == '"' || letter == '\\') quoted += '\\';
        quoted += is_control ? '_' : letter;
    }
    return quoted + "\"";
}

// The folder of a log, in whose name % stands for itself.
std::string log_in(const std::filesystem::path& folder, const std::string& name) {
    std::string escaped;
    for (const char letter : folder.string()) escaped += letter == '%' ? std::string("%%") : std::string(1, letter);
    return escaped + "/" + name;
}

// What both scripts ask of sbatch.
std::string head(const std::string& name, const std::string& log, const std::string& time, const SlurmOptions& options) {
    std::string text =
        fmt::format("#!/bin/bash\n#SBATCH --job-name={}\n#SBATCH --output={}\n#SBATCH --open-mode=append\n#SBATCH --time={}\n",
                    sbatch_quoted(name), sbatch_quoted(log), time);
    if (!options.partition.empty()) text += fmt::format("#SBATCH --partition={}\n", options.partition);
    if (!options.account.empty()) text += fmt::format("#SBATCH --account={}\n", options.account);
    return text;
}

// Runs a command that keeps what it has and ends with 75 when it is told to stop, and has the job started again then.
constexpr const char* kBody = R"(
set -u
threads=${{SLURM_CPUS_PER_TASK:-1}}
child=
# The batch shell hears USR1 shortly before the limit and TERM at the end: the program finishes or keeps what it has in hand.
trap '[ -z "$child" ] || kill -USR1 "$child" 2>/dev/null' USR1 TERM
{command} --threads "$threads" --quiet &
child=$!
code=0; wait "$child" || code=$?
# wait returns early when a trap was run: the program's own exit code is still to come.
while kill -0 "$child" 2>/dev/null; do code=0; wait "$child" || code=$?; done

again() {{ scontrol requeue "{job}"; }}
case "$code" in
    75) again ;;  # stopped with a checkpoint: goes on from there
    4) code=0 ;;  # done; some runs failed, as the merge will tell
    0) ;;
    *)
        # Killed from outside (memory, a node that fails): what was finished is kept, so another try is cheap; not for ever.
        if [ "$code" -gt 128 ] && [ "${{SLURM_RESTART_COUNT:-0}}" -lt {tries} ]; then again; fi
        ;;
esac
exit "$code"
)";
constexpr int kTriesAfterKills = 3;

// What every job that goes on asks for.
std::string goes_on(const SlurmOptions& options) {
    std::string text = fmt::format("#SBATCH --ntasks=1\n#SBATCH --cpus-per-task={}\n#SBATCH --requeue\n#SBATCH --signal=B:USR1@{}\n",
                                   options.cpus_a_task, options.seconds_before_limit);
    for (const std::string& line : options.lines) text += fmt::format("#SBATCH {}\n", line);
    return text;
}

std::string body(const std::string& command, const std::string& job) {
    return fmt::format(kBody, fmt::arg("command", command), fmt::arg("job", job), fmt::arg("tries", kTriesAfterKills));
}

}  // namespace

std::string shell_quoted(const std::string& word) {
    std::string quoted = "'";
    for (const char letter : word) quoted += letter == '\'' ? std::string("'\\''") : std::string(1, letter);
    return quoted + "'";
}

std::string shell_word(const std::string& word) {
    const auto is_plain = [](unsigned char c) {
        constexpr std::string_view kHarmless = "-_./:,=@%+";
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c >= 0x80 ||
               kHarmless.find(static_cast<char>(c)) != std::string_view::npos;
    };
    return !word.empty() && std::all_of(word.begin(), word.end(), is_plain) ? word : shell_quoted(word);
}

std::string slurm_array_script(const std::string& name, const SlurmFiles& files, const SlurmOptions& options) {
    std::string text = head(name, log_in(files.folder, "shard-%a.log"), options.time, options);
    text += fmt::format("#SBATCH --array=1-{}\n", options.shards) + goes_on(options);
    text += fmt::format("# Each task runs one of {} shards of the sweep and can be started again at any time: it goes on where it was.\n",
                        options.shards);
    const std::string command =
        fmt::format("{} sweep {} --out {} --shard \"${{SLURM_ARRAY_TASK_ID}}/{}\"", shell_quoted(files.program.string()),
                    shell_quoted(files.plan.string()), shell_quoted(files.out.string()), options.shards);
    return text + body(command, "${SLURM_ARRAY_JOB_ID}_${SLURM_ARRAY_TASK_ID}");
}

std::string slurm_job_script(const std::string& name, const std::vector<std::string>& words, const SlurmFiles& files,
                             const SlurmOptions& options) {
    std::string command = shell_quoted(files.program.string());
    for (const std::string& word : words) command += " " + shell_quoted(word);
    return head(name, log_in(files.folder, "job.log"), options.time, options) + goes_on(options) +
           "# Can be started again at any time: it goes on where it was.\n" + body(command, "$SLURM_JOB_ID");
}

std::string slurm_merge_script(const std::string& name, const SlurmFiles& files, const SlurmOptions& options) {
    return head(name + "-merge", log_in(files.folder, "merge.log"), "01:00:00", options) +
           fmt::format("#SBATCH --ntasks=1\n# Makes one file of all shards; refuses while runs are missing.\nexec {} merge --out {}\n",
                       shell_quoted(files.program.string()), shell_quoted(files.out.string()));
}

}  // namespace bevlogen
