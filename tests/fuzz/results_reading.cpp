// Reads an opened results file as a run, a comparison, a sweep and a calibration, whichever it says it is.
#include "tests/fuzz/results_reading.hpp"

#include "sim/experiment/stored_experiment.hpp"
#include "sim/experiment/stored_outcomes.hpp"
#include "sim/record/calibration_file.hpp"
#include "sim/record/panel_lives.hpp"
#include "sim/record/results_reader.hpp"
#include "sim/record/stored_runs.hpp"
#include "sim/record/sweep_file.hpp"
#include "sim/record/tidy_rows.hpp"
#include "sim/record/tidy_tables.hpp"
#include "tests/fuzz/fuzz_input.hpp"

namespace bevlogen::fuzz {
namespace {

constexpr std::size_t kMostRuns = 16, kMostRows = 4096;

struct EnoughRows {};

void read_rows(const StoredResults& results) {
    for (const TidyTable& table : tidy_tables(results)) {
        is_accepted([&] {
            std::size_t rows = 0;
            TidyChoice choice;
            choice.table = table.name;
            choice.labels = Language::dutch;
            try {
                TidyRows(results, choice).visit([&](std::span<const Cell>) {
                    if (++rows == kMostRows) throw EnoughRows{};
                });
            } catch (EnoughRows) {
            }
        });
    }
}

void read_as_sweep(std::unique_ptr<StoredResults> results) {
    is_accepted([&] {
        const StoredSweep sweep(std::move(*results));
        for (std::size_t run = 0; run < std::min(kMostRuns, sweep.points() * sweep.replicates()); ++run) {
            const std::size_t point = run % sweep.points(), replicate = run / sweep.points();
            if (sweep.status(point, replicate) != SweepRunStatus::missing) sweep.run(point, replicate);
        }
    });
}

void read_as_experiment(std::unique_ptr<StoredResults> results) {
    is_accepted([&] {
        std::vector<std::unique_ptr<StoredResults>> files;
        files.push_back(std::move(results));
        const StoredExperiment experiment(std::move(files), {shelf(), vocabularies(), library(), {}}, false);
        if (experiment.replicates() * experiment.scenarios() > kMostRuns) return;
        experiment.result();
        const PanelLives panel(experiment.first_file(), experiment.model());
        if (!panel.persons().empty()) panel.life(0, 0);
        for (const OutcomeDecl& outcome : experiment.model().outcomes())
            StoredOutcomes(experiment.first_file(), "a model").series(outcome.name, 0, "mean");
    });
}

}  // namespace

void read_in_all_ways(const OpenAgain& open) {
    std::unique_ptr<StoredResults> results;
    if (!is_accepted([&] { results = open(); })) return;
    is_accepted([&] { summary_of(*results); });
    is_accepted([&] { stored_options(*results); });
    is_accepted([&] { calibration_in(*results); });
    is_accepted([&] { difference_of(*results, *results, {}); });
    read_rows(*results);
    if (results->attribute("kind") == kSweepKind) return read_as_sweep(std::move(results));
    read_as_experiment(std::move(results));
}

}  // namespace bevlogen::fuzz
