// Interleaved runs, printed as one table and, if wanted, written as JSON.
#pragma once

#include <chrono>
#include <functional>
#include <optional>
#include <regex>
#include <string>
#include <vector>

namespace bevlogen::bench {

// What of a row's runs counts in ratios. Whoever shares the machine only slows, and not all work alike: the least of many short runs is
// what the program itself costs. The median is for a few long runs, of which the least would be luck.
enum class Counts { median, least };

struct Options {
    double seconds = 1.0;  // at least, of each run
    int runs = 5;          // of each row, interleaved with the other rows
    Counts counts = Counts::median;
    std::optional<std::regex> only;  // found in the names of the rows wanted
    std::string json;                // a file to write, or empty
};

// `usual` changed by --seconds S, --runs N, --only PATTERN and --json FILE. On a mistake prints the usage and leaves with exit code 2.
Options read_options(int count, char** arguments, Options usual = {});

// Nanoseconds per item of `work`, which is repeated for at least the given time; it returns how many items it did.
template <class Work>
double nanoseconds_per_item(double seconds, const Work& work) {
    using Clock = std::chrono::steady_clock;
    const auto start = Clock::now();
    double items = 0.0;
    double elapsed = 0.0;
    do {
        items += static_cast<double>(work());
        elapsed = std::chrono::duration<double>(Clock::now() - start).count();
    } while (elapsed < seconds);
    return elapsed * 1e9 / items;
}

// One line of the table: what was measured, and a function that runs for the given seconds and returns ns per item.
struct Row {
    std::string name;
    std::string item;
    std::function<double(double)> run;
};

enum class Bound { at_most, at_least };

// The ratio of two rows, and what is accepted of the runs that count; without that it is for orientation only.
struct Ratio {
    std::string name;
    std::string numerator, denominator;
    Bound bound = Bound::at_most;
    std::optional<double> accepted;
};

// A fact that must hold for the numbers to mean anything.
struct Check {
    std::string name;
    bool holds = false;
};

// Runs every row that is asked for `runs` times, in turn, pinned to one processor (a row with more threads pins the others). Prints the
// checks, the times with their spread, and the ratios. Returns the exit code: 1 if a check does not hold, 2 if no row is asked for. A
// missed ratio is printed, not an error: machines differ.
int measure_and_report(const std::string& title, const std::vector<Check>& checks, const std::vector<Row>& rows,
                       const std::vector<Ratio>& ratios, const Options& options);

}  // namespace bevlogen::bench
