// Named rows of a world: where they may stand, which of them count, and what is wrong with them.
#include <nlohmann/json.hpp>

#include "sim/core/contract.hpp"
#include "sim/scenario/rows_reader.hpp"
#include "tests/unit/scenario/scenario_files.hpp"

namespace bevlogen::testing {
namespace {

constexpr const char* kSurgery = "[[world.departments]]\nname = \"surgery\"\nposts = 24\nduties = 1.5\nsource = \"assumed: a start\"\n";
constexpr const char* kPsychiatry = "[[world.departments]]\nname = \"psychiatry, \\\"closed\\\"\"\nposts = 12\n";

class Rows : public ScenarioFiles {
  protected:
    using Table = std::vector<NamedRow>;
    const Table surgery_ = {{"surgery", {24.0, 1.5}, {}}};
    const Table psychiatry_ = {{"psychiatry, \"closed\"", {12.0, 0.5}, {}}};

    // The departments of a scenario with these keys at its top.
    Table departments(const std::string& top) const { return read_text(top + small_scenario()).rows.at(0); }
    std::string report_of_world(const std::string& text) const {
        write("w.toml", text);
        const std::string alone = report_of([&] { check_parameter_file("w.toml", vocabulary_); });
        EXPECT_EQ(report_of_text("world = \"w.toml\"\n" + small_scenario()), alone) << "the same through a scenario";
        return alone;
    }
};

TEST_F(Rows, AWorldHoldsThemInOrderWithDefaults) {
    write("w.toml", std::string(kSurgery) + kPsychiatry + "[jdr.noise]\nvalue = 1\nunit = \"1\"\nsource = \"x\"\nrange = [0, 2]\n");
    const Table both = departments("world = \"w.toml\"\n");
    ASSERT_EQ(both.size(), 2u);
    EXPECT_EQ(both[0], surgery_[0]);
    EXPECT_EQ(both[1], psychiatry_[0]);
    EXPECT_EQ(both[1].place.file, "w.toml");
    EXPECT_EQ(both[1].place.line, 6u);
    EXPECT_EQ(departments(""), Table{});
}

TEST_F(Rows, ALaterFileReplacesAllRows) {
    write("w.toml", std::string(kSurgery) + kPsychiatry);
    write("p.toml", "[world]\n\"departments\" = [{ name = \"psychiatry, \\\"closed\\\"\", posts = 12 }]\n");
    write("q.toml", "[jdr.noise]\nvalue = 1\nunit = \"1\"\nsource = \"x\"\nrange = [0, 2]\n");
    EXPECT_EQ(departments("world = \"w.toml\"\nparameter_files = [\"p.toml\", \"q.toml\"]\n"), psychiatry_);
    write("none.toml", "world.departments = []\n");
    EXPECT_EQ(departments("world = \"w.toml\"\nparameter_files = [\"none.toml\"]\n"), Table{});
    write("base.toml", "world = \"w.toml\"\n" + small_scenario());
    EXPECT_EQ(read_text("extends = \"base.toml\"\n" + std::string(kSurgery)).rows.at(0), surgery_) << "its own over the world's";
}

TEST_F(Rows, TheResolvedTextCarriesThemAndReadsBack) {
    write("w.toml", std::string(kSurgery) + kPsychiatry);
    const Scenario scenario =
        read_text("world = \"w.toml\"\n" + small_scenario() + "[[intervention]]\nname = \"x\"\nshift = { autonomy = 1 }\n");
    EXPECT_NE(scenario.resolved.find("\"theory\" = \"jdr\"\n\n[[world.departments]]\nname = \"surgery\"\nposts = 24\nduties = 1.5\n\n"
                                     "[[world.departments]]\nname = \"psychiatry, \\\"closed\\\"\"\nposts = 12\nduties = 0.5\n\n[[inter"),
              std::string::npos)
        << scenario.resolved;
    const Scenario again = read_scenario_text(scenario.resolved, "again", shelf_of(vocabulary_), {}, {});
    EXPECT_EQ(again.rows, scenario.rows);
    EXPECT_EQ(again.resolved, scenario.resolved);
}

TEST_F(Rows, WhatIsWrongWithARowIsSaid) {
    EXPECT_EQ(report_of_world(
                  "[[world.departments]]\nposts = 0\nposst = 3\n[[world.departments]]\nname = \" \"\nposts = 2.5\nduties = \"many\"\n"),
              "w.toml:1:1: error: \"name\" is missing in [[world.departments]]: its name, of which no two in the table are the same\n"
              "w.toml:2:9: error: posts = 0 (must lie in [1, 400]: posts)\n"
              "w.toml:3:1: error: unknown key \"posst\" in [[world.departments]]; did you mean \"posts\"?\n"
              "w.toml:5:8: error: name is empty: its name, of which no two in the table are the same\n"
              "w.toml:6:9: error: posts = 2.5 (must be a whole number in [1, 400])\n"
              "w.toml:7:10: error: duties must be a number, not a string\n6 errors, nothing was run.\n");
    EXPECT_EQ(report_of_world(std::string(kSurgery) + kSurgery),
              "w.toml:7:8: error: two rows of world.departments are named \"surgery\", the other in line 1\n1 error, nothing was run.\n");
    EXPECT_EQ(report_of_world("[[world.departments]]\nname = \"a\"\n"),
              "w.toml:1:1: error: \"posts\" is missing in [[world.departments]]: posts\n1 error, nothing was run.\n");
}

TEST_F(Rows, WhatIsNoTableOfRowsIsSaid) {
    EXPECT_EQ(
        report_of_world("[[world.departmens]]\nname = \"a\"\n"),
        "w.toml:1:9: error: unknown table of rows \"world.departmens\"; did you mean \"world.departments\"?\n1 error, nothing was run.\n");
    EXPECT_EQ(report_of_world("[world.departments]\nname = \"a\"\n"),
              "w.toml:1:1: error: world.departments must be an array of tables (written [[world.departments]]), not a table\n"
              "1 error, nothing was run.\n");
    EXPECT_EQ(report_of_world("world.departments = [\"a\"]\n"),
              "w.toml:1:21: error: world.departments must be an array of tables (written [[world.departments]]), not an array of other "
              "values\n1 error, nothing was run.\n");
    EXPECT_EQ(report_of_world("world.departments = []\n\"world.departments\" = []\n"),
              "w.toml:2:1: error: \"world.departments\" is given twice in this file\n1 error, nothing was run.\n");
}

TEST_F(Rows, AScenarioNamesAWorldOrHoldsItsRows) {
    EXPECT_EQ(report_of_text("world = 3\n" + small_scenario()),
              "scenario.toml:1:9: error: world must be a string, not a number\n1 error, nothing was run.\n");
    EXPECT_EQ(
        report_of_added("[[world.departmens]]\nname = \"a\"\n"),
        "scenario.toml:18:9: error: unknown key \"departmens\" in [world]; did you mean \"departments\"?\n1 error, nothing was run.\n");
    EXPECT_EQ(report_of_added("[[world.departments]]\nname = \"a\"\nposts = 500\n"),
              "scenario.toml:20:9: error: posts = 500 (must lie in [1, 400]: posts)\n1 error, nothing was run.\n");
    vocabulary_.rows.clear();
    EXPECT_EQ(report_of_added("[[world.departments]]\nname = \"a\"\n"),
              "scenario.toml:18:1: error: world must be a string, not a table\n1 error, nothing was run.\n");
}

TEST_F(Rows, TheSchemaKnowsThePathAndTheRows) {
    const nlohmann::json world = nlohmann::json::parse(scenario_schema(vocabulary_))["properties"]["world"];
    EXPECT_EQ(world["anyOf"][0].dump(), R"({"type":"string"})");
    const nlohmann::json& rows = world["anyOf"][1]["properties"]["departments"]["items"];
    EXPECT_EQ(rows["required"], (std::vector<std::string>{"name", "posts"}));
    EXPECT_EQ(rows["properties"]["posts"]["maximum"], 400);
    EXPECT_EQ(rows["properties"]["duties"]["default"], 0.5);
    EXPECT_EQ(rows["properties"].size(), 4u);
    vocabulary_.rows.clear();
    EXPECT_EQ(nlohmann::json::parse(scenario_schema(vocabulary_))["properties"]["world"]["type"], "string");
}

TEST_F(Rows, ATableThatIsNotOfTheWorldOrHoldsWordsIsABug) {
    EXPECT_THROW(row_key_decl({"a", "1", 0.0, 0.0, {"a", "a"}, LeverKeyKind::flag}), ContractViolation);
    vocabulary_.rows[0].path = "hospital.departments";
    EXPECT_THROW(read_text(small_scenario() + "[[world.departments]]\n"), ContractViolation);
}

}  // namespace
}  // namespace bevlogen::testing
