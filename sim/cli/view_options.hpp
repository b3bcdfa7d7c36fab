// What `bevlogen view` may be told, for the command and for the viewer that it starts.
#pragma once

#include <CLI/CLI.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "sim/core/label.hpp"

namespace bevlogen {

struct ViewOptions {
    std::vector<std::string> files;  // one scenario, or results files; empty: the baseline
    std::vector<std::string> sets;
    std::optional<std::int64_t> seed, threads;
    std::vector<std::string> with;  // measures that are on from the start
    std::int64_t week = 0;
    std::string panel;     // people; staffing of results files, which do not have everybody
    std::string language;  // of the environment, where it is empty
    std::string size;      // what the screen has room for, where it is empty
    double text_size = 15.0;
    std::string out = ".";
    bool is_paused = false;
    std::int64_t frames = 0;
    std::string screenshot;
    std::string outcome, person;
    std::string places, timings;  // for tests and benches

    void add_to(CLI::App& command);
};

// Dutch where the environment says so (LC_ALL, LC_MESSAGES, LANG).
Language language_of_environment();

}  // namespace bevlogen
