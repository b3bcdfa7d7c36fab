// A folder with a plan that lasts for one test, and what is wrong with it.
#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <vector>

#include "sim/sweep/plan.hpp"
#include "tests/unit/engine/house_runs.hpp"
#include "tests/unit/record/fake_run.hpp"

namespace bevlogen::testing {

// Files are named relative to the folder, which is the working directory while the test runs: places in reports stay short.
class SweepFiles : public ::testing::Test {
  protected:
    SweepFiles() { std::filesystem::current_path(folder / ""); }
    ~SweepFiles() override { std::filesystem::current_path(before_); }

    // Of plan.toml with that text; scenarios that are not in the folder are those of the house. Throws InputError.
    static SweepPlan read_plan(const std::string& text, const std::vector<std::string>& sets = {}) {
        write_content("plan.toml", text);
        std::vector<Override> overrides;
        for (const std::string& set : sets) overrides.push_back(parse_override(set));
        return read_sweep_plan("plan.toml", shelf(), overrides, scenario_folder());
    }
    // A mistake is an exception whose text is the report.
    static SweepPlan plan_of(const std::string& text, const std::vector<std::string>& sets = {}) {
        try {
            return read_plan(text, sets);
        } catch (const InputError& error) {
            throw std::runtime_error(error.diagnostics().report());
        }
    }
    // What is reported; empty where nothing is wrong.
    template <class Action>
    static std::string report_of(Action action) {
        try {
            action();
        } catch (const InputError& error) {
            return error.diagnostics().report();
        }
        return {};
    }
    static std::string report_of_plan(const std::string& text, const std::vector<std::string>& sets = {}) {
        return report_of([&] { read_plan(text, sets); });
    }
    static const Model& model_of_plan(const SweepPlan& plan) { return *shelf().find(plan.base.model); }

    Folder folder;

  private:
    std::filesystem::path before_ = std::filesystem::current_path();
};

// The first lines of a plan over a scenario of the house: with the axes behind them the first axis starts on line 5.
inline std::string head_of_plan(const std::string& design, const std::string& scenario = "example.toml") {
    return "scenario = \"" + scenario + "\"\nreplicates = 2\n[design]\n" + design + "\n";
}

inline constexpr const char* kGrid = "kind = \"grid\"";
inline constexpr const char* kMean = "[[axis]]\npath = \"example.mean\"\n";  // its plausible range is from -1 to 1

// A design over the lines of an axis; the axis starts on line 6, its path is on line 7 and what follows on line 8.
inline std::string latin(const std::string& axis) { return head_of_plan("kind = \"latin_hypercube\"\npoints = 5") + "[[axis]]\n" + axis; }

}  // namespace bevlogen::testing
