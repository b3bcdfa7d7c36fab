// The command-line program: everything but the models, which main() brings.
#pragma once

#include <functional>
#include <memory>

#include "sim/engine/model.hpp"
#include "sim/sweep/peers.hpp"

namespace bevlogen {

// Exit codes, the same for every command.
inline constexpr int kExitDone = 0;
inline constexpr int kExitDifferent = 1;       // diff only
inline constexpr int kExitUserInput = 2;       // the user's input is wrong; nothing was written
inline constexpr int kExitWorld = 3;           // the outside world failed: disk, memory, permissions
inline constexpr int kExitSomeRunsFailed = 4;  // finished, but some runs failed
inline constexpr int kExitStopped = 75;        // stopped early with a checkpoint: start again to go on
inline constexpr int kExitInterrupted = 130;

// Does the work; an error that it throws becomes a message and its exit code.
int reporting_errors(Peers* peers, const std::function<int()>& work);

// Called where errors are reported already, so that one of the models' own becomes a message too.
using ShelfMaker = std::function<std::shared_ptr<const ModelShelf>()>;

// Parses the arguments, carries the command out, reports every error, and returns the exit code. `peers`: the processes of a launcher among
// which this is one; null where there are none.
int run_program(int argc, const char* const* argv, const ShelfMaker& make_shelf, Peers* peers = nullptr);

// The same without carrying anything out: the exit code is 0 where the arguments are a command line.
int check_arguments(int argc, const char* const* argv, const ModelShelf& shelf);

}  // namespace bevlogen
