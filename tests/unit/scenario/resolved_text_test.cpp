// The resolved scenario is complete, reads back to itself, and does not depend on the order of the file.
#include "tests/unit/scenario/scenario_files.hpp"

namespace bevlogen::testing {
namespace {

class ResolvedText : public ScenarioFiles {
  protected:
    void SetUp() override {
        ScenarioFiles::SetUp();
        write("entry.toml",
              "title = { en = \"E \\\"q\\\"\", nl = \"E\\t ë\" }\nlevel = \"national\"\nsource = \"s\"\npays = [\"x\"]\n"
              "knobs = [{ path = \"uptake\", min = 0, max = 1, step = 0.1, label = { en = \"u\", nl = \"u\" } }]\nmandate = false\n"
              "numbers = [{ path = \"uptake\", from = \"assumed\", range = [0.5, 1], note = \"n\" },\n"
              "  { path = \"coaching.sessions\", from = \"source\" }]\ncoaching = { sessions = 3 }\n");
    }
    std::string again(const std::string& text) const { return read_scenario_text(text, "again", shelf_of(vocabulary_), {}, {}).resolved; }
};

constexpr const char* kTwo = R"([[intervention]]
use = "entry.toml"
scope = { phases = ["specialist", "anios"], arm = 1, where = "willing" }
ramp = { year = 0.5 }
[[intervention]]
name = "a"
end = { year = 2 }
shift = { autonomy = 0.1 }
[[intervention.change]]
at = { week = 60 }
shift = { administration = -1e-7 }
)";

TEST_F(ResolvedText, EverythingIsWrittenOut) {
    EXPECT_EQ(read_text(small_scenario() + kTwo).resolved, R"(title = "A small scenario"
question = ""
model = "small"

[time]
years = 4
burn_in = 1

[run]
seed = 7
replicates = 1
first_replicate = 1

[population]
scale = 1.0

[parameters]
"jdr.contagion" = 0.01
"jdr.noise" = 0.5
"offset.workload.anios" = 0.25
"offset.workload.aios" = -0.125
"flow.intake" = 1200.0
"team.posts" = 8
"theory" = "jdr"

[[intervention]]
name = "a"
title = { en = "a", nl = "a" }
level = "organisational"
source = ""
decides = []
pays = []
must_agree = []
costs = { one_off_euro = 0.0, euro_per_year = 0.0, euro_per_person_year = 0.0 }
scope = { phases = "all", hospitals = "all", team_share = 1.0, coverage = 1.0 }
uptake = 1.0
mandate = true
start = { week = 0 }
end = { week = 104 }
ramp = { weeks = 0 }
shift = { administration = 0.0, autonomy = 0.1 }

[[intervention.change]]
at = { week = 60 }
shift = { administration = -1e-07, autonomy = 0.1 }

[[intervention]]
name = "entry"
title = { en = "E \"q\"", nl = "E\t ë" }
level = "national"
source = "s"
decides = []
pays = ["x"]
must_agree = []
costs = { one_off_euro = 0.0, euro_per_year = 0.0, euro_per_person_year = 0.0 }
knobs = [
    { path = "uptake", min = 0.0, max = 1.0, step = 0.1, label = { en = "u", nl = "u" } },
]
numbers = [
    { path = "uptake", from = "assumed", range = [0.5, 1.0], note = "n" },
    { path = "coaching.sessions", from = "source" },
]
scope = { phases = ["anios", "specialist"], hospitals = "all", team_share = 1.0, coverage = 1.0, arm = 1, where = "willing" }
uptake = 1.0
mandate = false
start = { week = 0 }
ramp = { weeks = 26 }
coaching = { sessions = 3.0, coaches = 0.0 }
)");
}

TEST_F(ResolvedText, ItReadsBackToItself) {
    const Scenario scenario = read_text(small_scenario() + kTwo);
    EXPECT_EQ(again(scenario.resolved), scenario.resolved);
    EXPECT_EQ(scenario.text, small_scenario() + kTwo);
}

TEST_F(ResolvedText, ItTakesTheSameOverrides) {
    const Scenario scenario = read_text(small_scenario() + kTwo);
    const std::vector<Override> overrides = {{"intervention.entry.coaching.coaches", "3"}, {"time.years", "5"}};
    const Scenario changed = read_scenario_text(scenario.resolved, "again", shelf_of(vocabulary_), overrides, {});
    EXPECT_EQ(changed.resolved, read_text(small_scenario() + kTwo, {"intervention.entry.coaching.coaches=3", "time.years=5"}).resolved);
}

TEST_F(ResolvedText, AKeyThatIsNotSetStaysUnwritten) {
    const Scenario scenario = read_text(small_scenario() + "[[intervention]]\nname = \"c\"\ncoaching = { coaches = 2 }\n");
    EXPECT_NE(scenario.resolved.find("coaching = { coaches = 2.0 }"), std::string::npos);
    EXPECT_EQ(again(scenario.resolved), scenario.resolved);
}

TEST_F(ResolvedText, NegativeZeroIsZero) {
    EXPECT_EQ(read_text(small_scenario(), {"offset.workload.aios=-0.0"}).resolved,
              read_text(small_scenario(), {"offset.workload.aios=0"}).resolved);
}

TEST_F(ResolvedText, NumbersKeepTheirBits) {
    for (const char* number : {"0.1", "1e-300", "0.30000000000000004", "1.7976931348623157e+0", "5e-324", "0.1234567890123456789"}) {
        const Scenario scenario = read_text(small_scenario(), {"jdr.noise=" + std::string(number)});
        const Scenario back = read_scenario_text(scenario.resolved, "again", shelf_of(vocabulary_), {}, {});
        EXPECT_EQ(back.parameters.values[1], scenario.parameters.values[1]) << number;
    }
}

TEST_F(ResolvedText, TheNameFollowsFromWhatCarriesTheText) {
    const std::string text = small_scenario();
    EXPECT_EQ(read_scenario_text(text, "dir/less-work.toml", shelf_of(vocabulary_), {}, {}).name, "less-work");
    EXPECT_EQ(read_scenario_text(text, "less-work", shelf_of(vocabulary_), {}, {}).name, "less-work");
}

}  // namespace
}  // namespace bevlogen::testing
