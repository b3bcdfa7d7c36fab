// Asks the environment, as launchers tell processes what they are.
#include "sim/cli/launcher.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <vector>

namespace bevlogen {
namespace {

int number_in(const char* variable) {
    const char* text = std::getenv(variable);
    return text ? std::atoi(text) : 0;
}

// 0 where there is no launcher. srun tells every process how many there are; only with --mpi do they know of each other.
int processes_launched() {
    for (const char* variable : {"OMPI_COMM_WORLD_SIZE", "PMI_SIZE", "MPI_LOCALNRANKS"}) {
        if (const int size = number_in(variable); size > 0) return size;
    }
    return std::getenv("PMIX_RANK") ? number_in("SLURM_STEP_NUM_TASKS") : 0;
}

}  // namespace

void go_on_under_launcher(const Context& context) {
    const int processes = processes_launched();
    if (processes < 2) {
        if (number_in("SLURM_STEP_NUM_TASKS") > 1 && std::getenv("SLURM_STEP_ID") && std::getenv("SLURM_PROCID"))
            throw std::runtime_error(
                fmt::format("srun started {} processes that know nothing of each other; say srun --mpi=pmix, or run shares with --shard",
                            number_in("SLURM_STEP_NUM_TASKS")));
        return;
    }
    std::error_code error;
    const std::filesystem::path self = std::filesystem::read_symlink("/proc/self/exe", error);
    const std::filesystem::path program = self.parent_path() / "bevlogen-mpi";
    std::vector<char*> arguments;
    for (const std::string& word : context.command_line) arguments.push_back(const_cast<char*>(word.c_str()));
    arguments.push_back(nullptr);
    if (!error) ::execv(program.c_str(), arguments.data());
    throw std::runtime_error(
        fmt::format("{} processes were launched, but {} cannot be started ({}): it is built where MPI is installed (libopenmpi-dev)",
                    processes, program.string(), std::strerror(errno)));
}

}  // namespace bevlogen
