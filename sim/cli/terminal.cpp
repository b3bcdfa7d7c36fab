// Draws the bar and estimates the end.
#include "sim/cli/terminal.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>

#include "sim/cli/streams.hpp"

namespace bevlogen {
namespace {

bool has_colour() { return isatty(STDOUT_FILENO) != 0 && std::getenv("NO_COLOR") == nullptr; }

}  // namespace

std::string duration_words(double seconds) {
    const auto s = std::lround(seconds);
    if (s < 60) return fmt::format("{} s", s);
    if (s < 3600) return fmt::format("{} min {:02} s", s / 60, s % 60);
    constexpr long kTwoDays = 172800;
    if (s < kTwoDays) return fmt::format("{} h {:02} min", s / 3600, s / 60 % 60);
    return fmt::format("{} days {} h", s / 86400, s / 3600 % 24);
}

std::string size_words(double bytes) {
    if (bytes < 1e6) return fmt::format("{:.0f} kB", std::max(bytes / 1e3, 1.0));
    if (bytes < 1e9) return fmt::format("{:.0f} MB", bytes / 1e6);
    return fmt::format("{:.1f} GB", bytes / 1e9);
}

ProgressBar::ProgressBar(std::string what, bool quiet)
    : what_(std::move(what)), quiet_(quiet), is_terminal_(isatty(STDERR_FILENO) != 0), start_(Clock::now()), last_(start_) {}

ProgressBar::~ProgressBar() { finish(); }

std::string ProgressBar::line(double share) const {
    const double seconds = std::chrono::duration<double>(Clock::now() - start_).count();
    std::string text = fmt::format("{}: {:3.0f} %", what_, 100.0 * share);
    if (share > 0.02 && share < 1.0) text += fmt::format(", {} left", duration_words(seconds * (1.0 - share) / share));
    return text;
}

void ProgressBar::update(double share) {
    share_ = std::clamp(share, 0.0, 1.0);
    if (quiet_) return;
    const auto now = Clock::now();
    const auto pause = is_terminal_ ? std::chrono::milliseconds(100) : std::chrono::milliseconds(60000);
    if (now - last_ < pause) return;
    last_ = now;
    if (is_terminal_) {
        constexpr int kWidth = 30;
        const int done = static_cast<int>(share_ * kWidth);
        complain("\r\033[K[{}{}] {}", std::string(static_cast<std::size_t>(done), '#'),
                 std::string(static_cast<std::size_t>(kWidth - done), '.'), line(share_));
        std::fflush(stderr);
        is_drawn_ = true;
    } else {
        complain("{}\n", line(share_));
    }
}

void ProgressBar::finish() {
    if (is_drawn_) complain("\r\033[K");
    is_drawn_ = false;
}

std::string bold(const std::string& text) { return has_colour() ? "\033[1m" + text + "\033[0m" : text; }

std::string dim(const std::string& text) { return has_colour() ? "\033[2m" + text + "\033[0m" : text; }

}  // namespace bevlogen
