// Whether a launcher of MPI (mpirun, srun) has started several of this program at once.
#pragma once

#include "sim/cli/context.hpp"

namespace bevlogen {

// Under a launcher, becomes the program bevlogen-mpi beside this one, with the same arguments, and does not come back. Throws
// std::runtime_error where there is no such program: several processes would then do the same runs.
void go_on_under_launcher(const Context& context);

}  // namespace bevlogen
