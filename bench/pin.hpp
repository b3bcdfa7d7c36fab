// Keeps a thread on one processor, so that two measured threads never share one.
#pragma once

#include <pthread.h>
#include <sched.h>

namespace bevlogen::bench {

// The processors that the process may use, as they were at the first call (from main, before anything is pinned).
inline const cpu_set_t& allowed_processors() {
    static const cpu_set_t allowed = [] {
        cpu_set_t set;
        CPU_ZERO(&set);
        sched_getaffinity(0, sizeof(set), &set);
        return set;
    }();
    return allowed;
}

// Pins a thread to the allowed processor with the given number from the end. Where there are not as many processors, or the system
// refuses, the thread stays free.
inline void pin(pthread_t thread, int number_from_end) {
    const cpu_set_t& allowed = allowed_processors();
    for (int cpu = CPU_SETSIZE - 1; cpu >= 0; --cpu) {
        if (!CPU_ISSET(cpu, &allowed) || number_from_end-- > 0) continue;
        cpu_set_t one;
        CPU_ZERO(&one);
        CPU_SET(cpu, &one);
        pthread_setaffinity_np(thread, sizeof(one), &one);
        return;
    }
}

}  // namespace bevlogen::bench
