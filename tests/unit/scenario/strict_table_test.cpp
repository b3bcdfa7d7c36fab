// The strict reader on its own, as other layers use it for files of their own.
#include "sim/scenario/strict_table.hpp"

#include <gtest/gtest.h>

#include "sim/scenario/toml_parser.hpp"

namespace bevlogen {
namespace {

class StrictTables : public ::testing::Test {
  protected:
    TomlValue parse(const std::string& text) {
        auto tree = parse_toml(text, "f.toml", diagnostics_);
        return tree ? *tree : TomlValue{};
    }
    std::string report() const { return diagnostics_.empty() ? "" : diagnostics_.report(); }
    Diagnostics diagnostics_;
};

TEST_F(StrictTables, ReadsEachTypeAndReportsNothing) {
    const TomlValue tree =
        parse("t = \"x\"\nn = 1.5\nw = 3\nl = [\"a\", \"b\"]\nr = [0, 2]\nd = { en = \"e\", nl = \"n\" }\ns = { a = 1 }\n[[i]]\n[[i]]\n");
    StrictTable table(tree, "", diagnostics_);
    EXPECT_EQ(table.text({.name = "t"}), "x");
    EXPECT_EQ(table.number({.name = "n"}), 1.5);
    EXPECT_EQ(table.whole_number({.name = "w"}), 3);
    EXPECT_EQ(table.texts({.name = "l"}), (std::vector<std::string>{"a", "b"}));
    EXPECT_EQ(table.range({.name = "r"})->high, 2.0);
    EXPECT_EQ(table.label({.name = "d", .type = KeyType::label})->nl, "n");
    ASSERT_NE(table.table({.name = "s"}), nullptr);
    EXPECT_EQ(table.tables({.name = "i"}).size(), 2u);
    table.finish();
    EXPECT_EQ(report(), "");
}

TEST_F(StrictTables, KeysThatNobodyAskedForAreReportedInOrderOfTheFile) {
    const TomlValue tree = parse("b = 1\n\"a.x\" = 2\nc.d = 3\n");
    StrictTable table(tree, "[plan]", diagnostics_);
    table.number({.name = "b"});
    table.finish();
    EXPECT_EQ(report(),
              "f.toml:2:1: error: unknown key \"a.x\" in [plan] (valid: b)\nf.toml:3:1: error: unknown key \"c\" in [plan] (valid: b)\n"
              "2 errors, nothing was run.\n");
}

TEST_F(StrictTables, RequiredKeysAreRequiredOnlyOfACompleteTable) {
    const TomlValue tree = parse("");
    const KeyDecl key{.name = "k", .doc = "what it is for", .need = Need::required};
    StrictTable(tree, "", diagnostics_, Completeness::part).text(key);
    EXPECT_EQ(report(), "");
    StrictTable(tree, "", diagnostics_).text(key);
    EXPECT_EQ(report(), "f.toml: error: \"k\" is missing: what it is for\n1 error, nothing was run.\n");
}

TEST_F(StrictTables, DatesAndBooleansAreNamedAsSuch) {
    const TomlValue tree = parse("a = 1979-05-27\nb = true\nc = [1, \"x\", \"x\", \"y\"]\n");
    StrictTable table(tree, "", diagnostics_);
    table.number({.name = "a"});
    table.text({.name = "b"});
    table.texts({.name = "c"});
    EXPECT_EQ(report(),
              "f.toml:1:5: error: a must be a number, not a date or time\nf.toml:2:5: error: b must be a string, not a boolean\n"
              "f.toml:3:6: error: each value of c must be a string, not a number\nf.toml:3:14: error: \"x\" stands twice in c\n4 errors, "
              "nothing was run.\n");
}

TEST_F(StrictTables, SyntaxErrorsHaveALineInsideTheFile) {
    for (const char* text : {"a = ", "a = [\n", "[", "a = \"\n", "a = 1\na = 2\n", "\xff"}) {
        Diagnostics found;
        EXPECT_FALSE(parse_toml(text, "f.toml", found).has_value()) << text;
        const std::string whole(text);
        const auto lines = 1 + std::count(whole.begin(), whole.end(), '\n');
        ASSERT_EQ(found.sorted().size(), 1u);
        EXPECT_GE(found.sorted()[0].place.line, 1u);
        EXPECT_LE(found.sorted()[0].place.line, lines);
        EXPECT_GE(found.sorted()[0].place.column, 1u);
    }
}

}  // namespace
}  // namespace bevlogen
