// Small sweeps that are carried out in one process, alone or by several who share them.
#pragma once

#include <algorithm>
#include <atomic>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "sim/record/results_reader.hpp"
#include "sim/record/sweep_file.hpp"
#include "sim/sweep/runner.hpp"
#include "tests/unit/sweep/pretended_peers.hpp"
#include "tests/unit/sweep/sweep_files.hpp"

namespace bevlogen::testing {

class SweepRuns : public SweepFiles {
  protected:
    static std::vector<std::string> small_sets(const std::string& more = {}) {
        std::vector<std::string> sets = {"time.years=1", "time.burn_in=1", "example.teams=12", "example.persons_per_team=5"};
        if (!more.empty()) sets.push_back(more);
        return sets;
    }
    // Five points under two replicates: ten runs.
    static SweepPlan moods(const std::string& set = {}) {
        return plan_of(head_of_plan("kind = \"latin_hypercube\"\npoints = 5") +
                           "[[axis]]\npath = \"example.mean\"\n[[axis]]\npath = \"example.relaxation\"\nscale = \"log\"\n",
                       small_sets(set));
    }
    // Of four points one ends before it starts.
    static SweepPlan failing() {
        return plan_of(head_of_plan("kind = \"grid\"", "example-lift.toml") +
                           "[[axis]]\npath = \"intervention.lift-everybody.start.week\"\nvalues = [0, 40]\n"
                           "[[axis]]\npath = \"intervention.lift-everybody.end.week\"\nvalues = [30, 50]\n",
                       small_sets("intervention.lift-everybody.end.week=52"));
    }
    static SweepExecution into(const std::string& name, unsigned threads = 1) {
        SweepExecution execution;
        execution.threads = threads;
        execution.out = name;
        execution.now = [] {  // a millisecond a look
            static std::atomic<int> looks = 0;
            return 1000.0 + 0.001 * looks++;
        };
        execution.provenance = {{"threads", std::to_string(threads)}};
        return execution;
    }
    // Stops after so many questions, in whichever thread.
    static std::function<bool()> after(int questions) {
        return [left = std::make_shared<std::atomic<int>>(questions)] { return --*left < 0; };
    }
    static SweepEnd run(const SweepPlan& plan, const SweepExecution& execution) {
        Alone alone;
        return run_sweep(plan, shelf(), execution, alone);
    }
    // Where two files first differ; empty where they are identical.
    static std::string difference(const std::string& a, const std::string& b) {
        const ResultsDifference found = diff_results(a, b, {});
        EXPECT_GT(found.compared, 20u);
        return found.identical ? std::string() : found.first;
    }
    static std::vector<std::string> names_in_folder() {
        std::vector<std::string> names;
        for (const auto& entry : std::filesystem::directory_iterator(".")) {
            if (entry.path() != "./plan.toml") names.push_back(entry.path().filename().string());
        }
        std::sort(names.begin(), names.end());
        return names;
    }
};

}  // namespace bevlogen::testing
