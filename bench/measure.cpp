// Runs rows in turn and prints.
#include "bench/measure.hpp"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <map>
#include <nlohmann/json.hpp>
#include <string_view>

#include "bench/pin.hpp"

namespace bevlogen::bench {
namespace {

[[noreturn]] void leave_with_usage(const char* program) {
    std::fprintf(stderr, "usage: %s [--seconds S] [--runs N] [--only PATTERN] [--json FILE]\n", program);
    std::exit(2);
}

double median(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    const std::size_t middle = values.size() / 2;
    return values.size() % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2.0;
}

struct Times {
    double least = 0.0, median = 0.0, most = 0.0;  // ns

    double of(Counts counts) const { return counts == Counts::least ? least : median; }
};

Times times_of(const std::vector<double>& runs) {
    const auto [least, most] = std::minmax_element(runs.begin(), runs.end());
    return {*least, median(runs), *most};
}

const char* in_words(Counts counts) { return counts == Counts::least ? "least" : "median"; }

bool is_met(const Ratio& ratio, double value) {
    return ratio.bound == Bound::at_most ? value <= *ratio.accepted : value >= *ratio.accepted;
}

}  // namespace

Options read_options(int count, char** arguments, Options usual) {
    allowed_processors();
    Options options = std::move(usual);
    for (int i = 1; i < count; i += 2) {
        const std::string_view name = arguments[i];
        if (i + 1 == count) leave_with_usage(arguments[0]);
        if (name == "--seconds") {
            options.seconds = std::atof(arguments[i + 1]);
        } else if (name == "--runs") {
            options.runs = std::atoi(arguments[i + 1]);
        } else if (name == "--only") {
            try {
                options.only = std::regex(arguments[i + 1]);
            } catch (const std::regex_error& error) {
                std::fprintf(stderr, "--only %s: not a regular expression (%s)\n", arguments[i + 1], error.what());
                leave_with_usage(arguments[0]);
            }
        } else if (name == "--json") {
            options.json = arguments[i + 1];
        } else {
            leave_with_usage(arguments[0]);
        }
    }
    if (options.seconds <= 0.0 || options.runs < 1) leave_with_usage(arguments[0]);
    return options;
}

int measure_and_report(const std::string& title, const std::vector<Check>& checks, const std::vector<Row>& all_rows,
                       const std::vector<Ratio>& all_ratios, const Options& options) {
    const Counts counts = options.counts, other = counts == Counts::least ? Counts::median : Counts::least;
    nlohmann::ordered_json json = {{"title", title}, {"seconds", options.seconds}, {"runs", options.runs}, {"counts", in_words(counts)}};
    std::printf("%s: %d interleaved runs of %g s or more, of which the %s counts\n\n", title.c_str(), options.runs, options.seconds,
                in_words(counts));

    bool all_hold = true;
    for (const Check& check : checks) {
        std::printf("  %-92s %s\n", check.name.c_str(), check.holds ? "yes" : "NO");
        json["checks"].push_back({{"name", check.name}, {"holds", check.holds}});
        all_hold = all_hold && check.holds;
    }

    std::vector<Row> rows;
    std::ranges::copy_if(all_rows, std::back_inserter(rows),
                         [&](const Row& row) { return !options.only || std::regex_search(row.name, *options.only); });
    if (rows.empty()) {
        std::fprintf(stderr, "--only: no row has such a name; the rows are\n");
        for (const Row& row : all_rows) std::fprintf(stderr, "  %s\n", row.name.c_str());
        return 2;
    }
    const auto is_measured = [&](const std::string& name) {
        return std::ranges::any_of(rows, [&](const Row& row) { return row.name == name; });
    };
    std::vector<Ratio> ratios;
    std::ranges::copy_if(all_ratios, std::back_inserter(ratios),
                         [&](const Ratio& ratio) { return is_measured(ratio.numerator) && is_measured(ratio.denominator); });

    pin(pthread_self(), 0);
    std::vector<std::vector<double>> measured(rows.size());
    for (int run = 0; run < options.runs; ++run) {
        for (std::size_t i = 0; i < rows.size(); ++i) {
            measured[i].push_back(rows[i].run(options.seconds));
        }
    }

    std::printf("\n  %-60s %8s %8s %8s\n", "ns", "least", "median", "most");
    std::map<std::string, Times> times;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const Times found = times[rows[i].name] = times_of(measured[i]);
        std::printf("  %-60s %8.3f %8.3f %8.3f  per %s\n", rows[i].name.c_str(), found.least, found.median, found.most,
                    rows[i].item.c_str());
        json["rows"].push_back({{"name", rows[i].name},
                                {"item", rows[i].item},
                                {"least_ns", found.least},
                                {"median_ns", found.median},
                                {"runs_ns", measured[i]}});
    }

    std::printf("\n  %-60s %8s %8s\n", "ratios", in_words(counts), in_words(other));
    for (const Ratio& ratio : ratios) {
        const auto ratio_of = [&](Counts which) { return times.at(ratio.numerator).of(which) / times.at(ratio.denominator).of(which); };
        const double value = ratio_of(counts);
        std::printf("  %-60s %8.3f %8.3f", ratio.name.c_str(), value, ratio_of(other));
        nlohmann::ordered_json entry = {{"name", ratio.name}, {"value", value}, {in_words(other), ratio_of(other)}};
        if (ratio.accepted) {
            const char* bound = ratio.bound == Bound::at_most ? "at most" : "at least";
            std::printf("  %s %g: %s", bound, *ratio.accepted, is_met(ratio, value) ? "met" : "MISSED");
            entry["bound"] = bound;
            entry["accepted"] = *ratio.accepted;
            entry["met"] = is_met(ratio, value);
        }
        std::printf("\n");
        json["ratios"].push_back(entry);
    }
    std::printf("\n");
    if (!options.json.empty()) std::ofstream(options.json) << json.dump(2) << "\n";
    return all_hold ? 0 : 1;
}

}  // namespace bevlogen::bench
