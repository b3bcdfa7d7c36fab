// A signal handler may only set a flag.
#include "sim/cli/stop_signal.hpp"

#include <atomic>
#include <csignal>

namespace bevlogen {
namespace {

std::atomic<int> asked{0};
static_assert(std::atomic<int>::is_always_lock_free, "a signal handler may only touch lock-free flags");

void ask(int signal) { asked.store(signal); }

}  // namespace

StopSignal::StopSignal() {
    for (const int signal : {SIGTERM, SIGINT, SIGUSR1}) std::signal(signal, ask);
    if (std::signal(SIGHUP, ask) == SIG_IGN) std::signal(SIGHUP, SIG_IGN);  // nohup: goes on when the terminal is gone
}

StopSignal::~StopSignal() {
    for (const int signal : {SIGTERM, SIGINT, SIGUSR1}) std::signal(signal, SIG_DFL);
    if (std::signal(SIGHUP, SIG_DFL) == SIG_IGN) std::signal(SIGHUP, SIG_IGN);
}

bool StopSignal::is_asked() { return asked.load() != 0; }

bool StopSignal::is_interrupt() { return asked.load() == SIGINT; }

}  // namespace bevlogen
