// TERM, INT, USR1 and, without nohup, HUP ask a run to stop at its next clearing with a checkpoint.
#pragma once

namespace bevlogen {

// Catches the signals while it lives.
class StopSignal {
  public:
    StopSignal();
    ~StopSignal();
    StopSignal(const StopSignal&) = delete;
    StopSignal& operator=(const StopSignal&) = delete;

    static bool is_asked();
    // Whether it was INT (Ctrl+C).
    static bool is_interrupt();
};

}  // namespace bevlogen
