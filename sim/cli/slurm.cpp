// Files and two calls of sbatch.
#include "sim/cli/slurm.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <nlohmann/json.hpp>
#include <regex>
#include <stdexcept>

#include "sim/cli/clock.hpp"
#include "sim/cli/library.hpp"
#include "sim/cli/output_file.hpp"
#include "sim/cli/program.hpp"
#include "sim/cli/sweep_words.hpp"
#include "sim/record/final_name.hpp"
#include "sim/sweep/estimate.hpp"
#include "sim/sweep/runner.hpp"

namespace bevlogen {
namespace {

namespace fs = std::filesystem;

constexpr const char* kGroup = "Slurm";
constexpr double kHoursAShard = 1.0;    // where nobody says how many shards: long enough for a start to cost nothing
constexpr double kMostShards = 1000.0;  // Slurm's own limit of an array is 1001 unless a cluster says otherwise

void write_file(const fs::path& path, const std::string& text) {
    OutputFile file(path);
    file.write(text);
    file.finish();
}

fs::path this_program() {
    std::error_code error;
    const fs::path self = fs::read_symlink("/proc/self/exe", error);
    if (error) throw std::runtime_error("cannot find out where this program lies: " + error.message());
    return self;
}

// Makes the folder of scripts and logs beside `out`.
SlurmFiles files_beside(const fs::path& out) {
    const fs::path whole = fs::absolute(out).lexically_normal();
    SlurmFiles files{this_program(), {}, whole, whole.parent_path() / (whole.stem().string() + ".slurm")};
    const Place place{files.folder.string(), 0, 0};
    const std::string& name = files.folder.native();
    if (std::any_of(name.begin(), name.end(), [](unsigned char c) { return c < 0x20 || c == 0x7f; }))
        throw InputError(place, "has letters in its name that cannot stand in a batch script; choose another --out");
    std::error_code none;
    if (fs::is_symlink(fs::symlink_status(files.folder, none)))
        throw InputError(place, "is a link, and scripts are not written through a link; remove it, or choose another --out");
    make_folder_of(files.folder / "array.sbatch");
    return files;
}

// The number of the job.
std::string submit(const std::string& arguments, const fs::path& script) {
    const std::string command = fmt::format("sbatch --parsable {} {} 2>&1", arguments, shell_quoted(script.string()));
    std::FILE* pipe = ::popen(command.c_str(), "r");
    if (!pipe) throw std::runtime_error("cannot start sbatch");
    std::string said;
    std::array<char, 256> part{};
    while (std::fgets(part.data(), part.size(), pipe)) said += part.data();
    const int status = ::pclose(pipe);
    while (said.ends_with('\n')) said.pop_back();
    const std::string number = said.substr(0, said.find(';'));  // with the cluster behind it where there are several
    if (status == 0 && !number.empty() && std::all_of(number.begin(), number.end(), [](unsigned char c) { return std::isdigit(c); }))
        return number;
    throw std::runtime_error(fmt::format("sbatch did not take {}: {} (the scripts are there; --slurm-script-only writes them alone)",
                                         script.string(), said.empty() ? "it said nothing" : said));
}

void check_word(const char* option, const std::string& word, const char* pattern, const char* example) {
    if (word.empty() || std::regex_match(word, std::regex(pattern))) return;
    throw InputError({fmt::format("{} {}", option, word), 0, 0},
                     fmt::format("is not written as sbatch takes it, e.g. {} {}", option, example));
}

}  // namespace

void SlurmCommand::add_array_to(CLI::App& command) {
    command.add_flag("--slurm", is_submitted, "Write the scripts of a job array and of a merge that waits for it, and submit both")
        ->group(kGroup);
    command.add_option("--shards", shards, "Tasks of the array (default: about an hour of work each)")->group(kGroup);
    add_common_to(command);
}

void SlurmCommand::add_job_to(CLI::App& command) {
    command.add_flag("--slurm", is_submitted, "Write the script of a job that goes on where it was stopped, and submit it")->group(kGroup);
    add_common_to(command);
}

void SlurmCommand::add_common_to(CLI::App& command) {
    const char* group = kGroup;
    command.add_flag("--slurm-script-only", is_script_only, "Write what --slurm writes and submit nothing")->group(group);
    command.add_option("--cpus", cpus, "Cores of a task (default: 1)")->group(group);
    command.add_option("--partition", partition, "Partition")->group(group);
    command.add_option("--account", account, "Account")->group(group);
    command.add_option("--time", time, "Time limit of a task; one that is not done by then goes on in a next start (default: 04:00:00)")
        ->group(group);
    command.add_option("--sbatch", lines, "One more option of sbatch, e.g. --sbatch=--mem=4G (repeatable)")
        ->take_all()
        ->allow_extra_args(false)
        ->group(group);
}

SlurmOptions SlurmCommand::common_options() const {
    check_word("--partition", partition, "[\\w.,-]+", "thin");
    check_word("--account", account, "[\\w.-]+", "my-project");
    check_word("--time", time, "\\d+|\\d+:\\d\\d(:\\d\\d)?|\\d+-\\d+(:\\d\\d){0,2}", "04:00:00");
    for (const std::string& line : lines) check_word("--sbatch", line, "-[^\\n\\r]+", "--mem=4G");
    SlurmOptions options;
    options.partition = partition;
    options.account = account;
    if (!time.empty()) options.time = time;
    options.lines = lines;
    options.cpus_a_task = static_cast<unsigned>(bounded_option("--cpus", cpus, 1, 4096, 1));
    return options;
}

SlurmOptions SlurmCommand::options(const SweepPlan& plan, const Context& context) const {
    SlurmOptions options = common_options();
    const auto runs = static_cast<std::int64_t>(plan.runs());
    if (shards) {
        options.shards = static_cast<std::size_t>(bounded_option("--shards", shards, 1, std::min<std::int64_t>(runs, 100000), 1));
    } else {
        const SweepEstimate estimate = estimate_sweep(plan, context.shelf, seconds_since_1970);
        const double hours = static_cast<double>(runs) * estimate.seconds_a_run / 3600.0 / options.cpus_a_task;
        options.shards =
            static_cast<std::size_t>(std::clamp(std::ceil(hours / kHoursAShard), 1.0, std::min(kMostShards, static_cast<double>(runs))));
    }
    return options;
}

int SlurmCommand::run_job(const std::string& name, std::vector<std::string> words, const fs::path& out, bool json) const {
    const SlurmFiles files = files_beside(out);
    const fs::path& whole = files.out;
    words.insert(words.end(), {"--out", whole.string()});
    const fs::path script = files.folder / "job.sbatch";
    write_file(script, slurm_job_script(name, words, files, common_options()));
    const std::string job = is_script_only ? std::string() : submit("", script);
    if (json) {
        fmt::print("{}\n", nlohmann::ordered_json{{"script", script.string()}, {"job", job}}.dump(
                               1, ' ', false, nlohmann::json::error_handler_t::replace));
    } else if (is_script_only) {
        fmt::print("script: {0}\nsubmit: sbatch {1}\n", shown_path(script).string(), shell_quoted(shown_path(script).string()));
    } else {
        fmt::print("script:    {}\nsubmitted: job {}\nfollow:    squeue --jobs={}\n", shown_path(script).string(), job, job);
    }
    return kExitDone;
}

int SlurmCommand::run(const SweepPlan& plan, const Context& context, const fs::path& out, bool json) const {
    check_sweep(plan, context.shelf);
    const SlurmOptions chosen = options(plan, context);
    SlurmFiles files = files_beside(out);
    files.plan = files.folder / "plan.sweep.toml";  // no scenario has that name
    const fs::path& whole = files.out;
    // Tasks start later: they read what was meant now, whatever happens to the plan in the meantime.
    const std::string scenario = as_file_name(plan.base.name) + ".toml";
    const Model& model = context.model_of(plan.base);
    write_file(files.folder / scenario, plan.base.resolved);
    write_file(files.plan, resolved_plan_text(plan, model, scenario));
    const fs::path array = files.folder / "array.sbatch", merge = files.folder / "merge.sbatch";
    write_file(array, slurm_array_script(plan.name, files, chosen));
    write_file(merge, slurm_merge_script(plan.name, files, chosen));
    std::string array_job, merge_job;
    if (!is_script_only) {
        array_job = submit("", array);
        merge_job = submit("--dependency=afterany:" + array_job, merge);
    }
    if (json) {
        const nlohmann::ordered_json answer = {
            {"runs", plan.runs()},    {"shards", chosen.shards}, {"array_script", array.string()}, {"merge_script", merge.string()},
            {"array_job", array_job}, {"merge_job", merge_job}};
        fmt::print("{}\n", answer.dump(1, ' ', false, nlohmann::json::error_handler_t::replace));
        return kExitDone;
    }
    fmt::print("{}\n{} shards of {} runs or fewer\nscripts: {} and {}\n", plan_words(plan), chosen.shards,
               (plan.runs() + chosen.shards - 1) / chosen.shards, shown_path(array).string(), shown_path(merge).string());
    if (is_script_only) {
        fmt::print("submit:  job=$(sbatch --parsable {}) && sbatch --dependency=afterany:$job {}\n",
                   shell_quoted(shown_path(array).string()), shell_quoted(shown_path(merge).string()));
    } else {
        fmt::print("submitted: array {}, merge {} after it\n", array_job, merge_job);
    }
    fmt::print("follow:  bevlogen status {}\n", shell_quoted(shown_path(whole).string()));
    return kExitDone;
}

}  // namespace bevlogen
