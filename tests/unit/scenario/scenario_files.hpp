// A folder with scenario files that lasts for one test, and the report of what is wrong with them.
#pragma once

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "tests/unit/scenario/small_vocabulary.hpp"

namespace bevlogen::testing {

// Files are named relative to the folder, which is the working directory while the test runs: places in reports stay short.
class ScenarioFiles : public ::testing::Test {
  protected:
    void SetUp() override {
        before_ = std::filesystem::current_path();
        folder_ = std::filesystem::temp_directory_path() /
                  ("scenario-" + std::to_string(getpid()) + "-" + ::testing::UnitTest::GetInstance()->current_test_info()->name());
        std::filesystem::create_directories(folder_);
        std::filesystem::current_path(folder_);
    }
    void TearDown() override {
        std::filesystem::current_path(before_);
        std::filesystem::remove_all(folder_);
    }

    static void write(const std::filesystem::path& file, const std::string& text) {
        if (file.has_parent_path()) std::filesystem::create_directories(file.parent_path());
        std::ofstream(file, std::ios::binary) << text;
    }

    Scenario read(const std::filesystem::path& file, const std::vector<std::string>& sets = {},
                  const std::filesystem::path& library = {}) const {
        std::vector<Override> overrides;
        for (const std::string& set : sets) overrides.push_back(parse_override(set));
        return read_scenario(file, shelf_of(vocabulary_), overrides, library);
    }
    Scenario read_text(const std::string& text, const std::vector<std::string>& sets = {}) const {
        write("scenario.toml", text);
        return read("scenario.toml", sets);
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
    std::string report(const std::filesystem::path& file, const std::vector<std::string>& sets = {}) const {
        return report_of([&] { read(file, sets); });
    }
    std::string report_of_text(const std::string& text, const std::vector<std::string>& sets = {}) const {
        return report_of([&] { read_text(text, sets); });
    }
    // The small scenario with more at its end; the first added line is line 18.
    std::string report_of_added(const std::string& more, const std::vector<std::string>& sets = {}) const {
        return report_of_text(small_scenario() + more, sets);
    }

    std::filesystem::path folder_;
    Vocabulary vocabulary_ = small_vocabulary();

  private:
    std::filesystem::path before_;
};

}  // namespace bevlogen::testing
