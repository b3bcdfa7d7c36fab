// The golden runs, how they are carried out, and what is kept of them.
#pragma once

#include <array>
#include <cstdio>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "sim/core/name_hash.hpp"
#include "sim/record/recorder.hpp"
#include "tests/unit/engine/house_runs.hpp"

namespace bevlogen::testing {

struct GoldenRun {
    std::string name;
    std::string file;  // of the folder `scenarios`
    std::vector<std::string> sets;
};

// Years, burn-in, replicate and seed are said here, so that a change of a scenario's length is no change of a golden run.
inline std::vector<GoldenRun> golden_runs() {
    const std::vector<std::string> common = {"time.years=1", "time.burn_in=1", "run.replicates=1", "run.seed=20240321"};
    std::vector<std::string> workforce = common;
    workforce.push_back("population.scale=0.02");
    std::vector<std::string> less = workforce;
    less.push_back("intervention.less-administration.start.week=0");  // its own start lies a year on
    return {{"example", "example.toml", common},
            {"baseline", "baseline.toml", workforce},
            {"less-administration", "less-administration.toml", less}};
}

// Of a run: its last state and everything that was recorded of it.
struct GoldenResult {
    std::vector<std::byte> state;
    RunRecord record;
};

enum class Manner { one_go, stopped_and_resumed };

// Stopped in the burn-in, at its end, and twice in the recorded year, each time with another size of blocks.
inline GoldenResult carry_out(const Scenario& scenario, unsigned threads, Manner manner) {
    const Model& model = model_of(scenario);
    const RecordPlan plan(model, scenario, {.panel_persons = 100, .panel_every = 4, .joined = true});
    const Chance chance{scenario.seed, static_cast<std::uint32_t>(scenario.first_replicate)};
    Parallel parallel(threads);
    std::size_t block_posts = kDefaultBlockPosts;
    auto simulation = std::make_unique<Simulation>(model, scenario, chance, parallel, block_posts);
    auto recorder = std::make_unique<Recorder>(plan, simulation->population(), chance, threads, true);
    if (manner == Manner::stopped_and_resumed) {
        for (const Week stop : {Week{20}, Week{52}, Week{56}, Week{88}}) {
            simulation->advance(stop, recorder.get());
            const std::vector<std::byte> state = simulation->checkpoint();
            const std::vector<std::byte> recorded = recorder->to_bytes();
            block_posts = block_posts / 3 + 1;
            simulation = std::make_unique<Simulation>(model, scenario, chance, parallel, block_posts);
            recorder = std::make_unique<Recorder>(plan, simulation->population(), chance, threads, true);
            simulation->restore(state);
            recorder->restore(recorded);
        }
    }
    simulation->advance(scenario.total_weeks(), recorder.get());
    return {simulation->checkpoint(), recorder->take()};
}

inline std::string hash_of(const std::vector<std::byte>& bytes) {
    const std::string_view text(reinterpret_cast<const char*>(bytes.data()), bytes.size());
    char hexadecimal[17];
    std::snprintf(hexadecimal, sizeof hexadecimal, "%016llx", static_cast<unsigned long long>(name_hash(text)));
    return hexadecimal;
}

// What golden.txt keeps: neither a checkpoint nor a record holds padding, so that only numbers count.
inline std::string line_of(const std::string& name, const GoldenResult& result) {
    return name + " state " + hash_of(result.state) + " record " + hash_of(result.record.to_bytes());
}

// Means over the year by outcome and phase, six digits; headline outcomes only.
inline std::string table_of(const Scenario& scenario, const RunRecord& record) {
    const Model& model = model_of(scenario);
    const RecordPlan plan(model, scenario, {.panel_persons = 100, .panel_every = 4, .joined = true});
    const auto cell = [](const std::string& text) {
        std::array<char, 64> padded{};
        std::snprintf(padded.data(), padded.size(), "%-24s", text.c_str());
        return std::string(padded.data());
    };
    const auto persons = [&](std::size_t phase) { return record.persons_by_phase[phase]; };
    std::string table = cell("phase") + cell("persons") + "mean over the year\n";
    for (std::size_t phase = 0; phase < model.phases().size(); ++phase) {
        table += "\n" + cell(model.phases().names[phase]) + std::to_string(persons(phase)) + "\n";
        for (std::size_t outcome = 0; outcome < model.outcomes().size(); ++outcome) {
            if (!model.outcomes()[outcome].headline) continue;
            std::array<char, 32> number{};
            std::snprintf(number.data(), number.size(), "%.6g", record.year_mean(plan, outcome, phase, 1));
            table += cell("") + cell(model.outcomes()[outcome].name) + number.data() + "\n";
        }
    }
    return table;
}

}  // namespace bevlogen::testing
