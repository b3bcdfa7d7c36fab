// A key of a hundred thousand parts is refused before toml++ runs out of stack over it; dots elsewhere harm nobody.
#include "sim/scenario/toml_depth.hpp"

#include <gtest/gtest.h>

#include "sim/scenario/toml_parser.hpp"

namespace bevlogen {
namespace {

std::string parts(int count) {
    std::string key = "a";
    for (int i = 1; i < count; ++i) key += ".a";
    return key;
}

TEST(TooLongKey, IsFoundByThePlaceOfThePartThatIsTooMuch) {
    const auto place = too_long_key("b = 1\n\n" + parts(65) + " = 1\n" + parts(100'000) + " = 1\n");
    ASSERT_TRUE(place);
    EXPECT_EQ(place->line, 3u);
    EXPECT_EQ(place->column, 2u * 64 + 1);
    EXPECT_TRUE(too_long_key("[[" + parts(65) + "]]"));
    EXPECT_TRUE(too_long_key("b = { " + parts(65) + " = 1 }"));
    EXPECT_TRUE(too_long_key("\"a b\"." + parts(64) + " = 1"));
}

TEST(TooLongKey, IsNotMadeByDotsThatSeparateNothing) {
    const std::string dots(100, '.');
    for (const std::string& text :
         {parts(64) + " = 1", "a = \"" + dots + "\"", "a = '" + dots + "'", "# " + dots, "a = \"\"\"\n" + dots + "\n\"\"\"",
          "a = '''" + dots + "'''", "a = \"\\\"" + dots + "\"", "a = [" + std::string(100, ' ') + "1.5, 1.5]", "a = \"" + dots}) {
        EXPECT_FALSE(too_long_key(text)) << text;
    }
}

TEST(TooLongKey, IsTold) {
    Diagnostics diagnostics;
    EXPECT_EQ(parse_toml("b = 1\n" + parts(100'000) + " = 1\n", "a.toml", diagnostics), std::nullopt);
    EXPECT_EQ(diagnostics.report(), "a.toml:2:129: error: tables or arrays are nested deeper than 64\n1 error, nothing was run.\n");
    EXPECT_EQ(toml_tree_of(parts(100'000) + " = 1\n", "a.toml"), std::nullopt);
}

}  // namespace
}  // namespace bevlogen
