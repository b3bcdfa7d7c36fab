// What a person sees while something runs: a bar on a terminal, a line a minute elsewhere, all on standard error.
#pragma once

#include <chrono>
#include <string>

namespace bevlogen {

class ProgressBar {
  public:
    ProgressBar(std::string what, bool quiet);
    ~ProgressBar();
    // `share` of the work is done. Called by one thread at a time.
    void update(double share);
    void finish();

  private:
    using Clock = std::chrono::steady_clock;
    std::string line(double share) const;

    std::string what_;
    bool quiet_;
    bool is_terminal_;
    bool is_drawn_ = false;
    double share_ = 0.0;
    Clock::time_point start_;
    Clock::time_point last_;
};

// "40 s", "3 min 20 s", "5 h 10 min", "3 days 4 h".
std::string duration_words(double seconds);
// "12 kB", "30 MB", "1.2 GB".
std::string size_words(double bytes);

// Bold and dim where the output is a terminal and NO_COLOR is not set; else the text as it is.
std::string bold(const std::string& text);
std::string dim(const std::string& text);

}  // namespace bevlogen
