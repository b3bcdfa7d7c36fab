// The program `bevlogen-mpi`: the same command line in one of several processes that MPI connects.
#include <cstdio>

#include "models/catalog/shelf.hpp"
#include "sim/cli/program.hpp"
#include "sim/sweep/mpi/mpi_peers.hpp"

int main(int argc, char** argv) {
    bevlogen::MpiPeers peers;
    const int exit_code = bevlogen::run_program(argc, argv, bevlogen::make_shelf, &peers);
    const bool is_end_of_all =
        exit_code == bevlogen::kExitDone || exit_code == bevlogen::kExitSomeRunsFailed || exit_code == bevlogen::kExitStopped;
    if (!is_end_of_all) {
        std::fflush(nullptr);
        peers.abandon(exit_code);
    }
    return exit_code;
}
