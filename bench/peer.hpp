// A program in another language that is timed turn by turn with ours.
#pragma once

#include <sys/types.h>

#include <cstdio>
#include <filesystem>
#include <string>
#include <vector>

namespace bevlogen::bench {

enum class Processors { last, all };

// Runs beside us, idle until it is asked: a line with seconds goes in, a line with nanoseconds an item comes back. Its first line is a JSON
// object with "sane": whether its results are right.
class Peer {
  public:
    // Starts it, on the processor that one measured thread is pinned to or free on all of them. Where it cannot run, `why_not` says so.
    Peer(const std::filesystem::path& program, std::vector<std::string> arguments, Processors processors);
    ~Peer();
    Peer(const Peer&) = delete;
    Peer& operator=(const Peer&) = delete;

    // Waits until it is ready (it first checks its results). False where it cannot be measured.
    bool is_ready();
    bool is_sane() const { return is_sane_; }
    // Its first line, or why it is not measured.
    const std::string& about() const { return about_; }

    double nanoseconds_per_item(double seconds);

  private:
    std::string next_line();

    pid_t process_ = -1;
    std::FILE* to_ = nullptr;
    std::FILE* from_ = nullptr;
    bool has_answered_ = false, is_there_ = false, is_sane_ = false;
    std::string about_;
};

}  // namespace bevlogen::bench
