// Each broken file in tests/broken/scenario gives exactly the report that stands beside it.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "tests/unit/scenario/small_vocabulary.hpp"

namespace bevlogen::testing {
namespace {

namespace fs = std::filesystem;

const fs::path kFolder = fs::path(__FILE__).parent_path().parent_path().parent_path() / "broken" / "scenario";

std::string bytes_of(const fs::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

std::vector<std::string> broken_files() {
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(kFolder)) {
        if (entry.path().extension() == ".toml" && fs::exists(fs::path(entry.path()).replace_extension(".report")))
            names.push_back(entry.path().stem().string());
    }
    std::sort(names.begin(), names.end());
    return names;
}

class BrokenFiles : public ::testing::TestWithParam<std::string> {};

TEST_P(BrokenFiles, GiveTheReportBesideThem) {
    const fs::path before = fs::current_path();
    fs::current_path(kFolder);
    const Vocabulary vocabulary = small_vocabulary();
    std::string report;
    try {
        read_scenario(GetParam() + ".toml", shelf_of(vocabulary), {}, {});
    } catch (const InputError& error) {
        report = error.diagnostics().report();
    }
    fs::current_path(before);
    EXPECT_EQ(report, bytes_of(kFolder / (GetParam() + ".report")));
}

INSTANTIATE_TEST_SUITE_P(Every, BrokenFiles, ::testing::ValuesIn(broken_files()), [](const auto& test) {
    std::string name = test.param;
    std::replace(name.begin(), name.end(), '-', '_');
    return name;
});

}  // namespace
}  // namespace bevlogen::testing
