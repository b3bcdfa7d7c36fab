// A user's mistakes are shown once each, in the order of the files, with their count.
#include "sim/core/diagnostic.hpp"

#include <gtest/gtest.h>

namespace bevlogen {
namespace {

TEST(Diagnostics, AreEmptyUntilThereIsAMistake) {
    Diagnostics diagnostics;
    EXPECT_TRUE(diagnostics.empty());
    diagnostics.error({"a.toml", 1, 1}, "wrong");
    EXPECT_FALSE(diagnostics.empty());
}

TEST(Diagnostics, SortByFileInOrderOfFirstMentionThenLineThenColumn) {
    Diagnostics diagnostics;
    diagnostics.error({"z.toml", 9, 1}, "fourth");
    diagnostics.error({"a.toml", 2, 1}, "fifth");
    diagnostics.error({"z.toml", 2, 8}, "second");
    diagnostics.error({"z.toml", 10, 1}, "late");
    diagnostics.error({"z.toml", 2, 3}, "first");
    diagnostics.error({"z.toml", 2, 8}, "third: at the same place, said later");
    EXPECT_EQ(diagnostics.report(),
              "z.toml:2:3: error: first\n"
              "z.toml:2:8: error: second\n"
              "z.toml:2:8: error: third: at the same place, said later\n"
              "z.toml:9:1: error: fourth\n"
              "z.toml:10:1: error: late\n"
              "a.toml:2:1: error: fifth\n"
              "6 errors, nothing was run.\n");
}

TEST(Diagnostics, OneMistakeIsCountedInTheSingular) {
    Diagnostics diagnostics;
    diagnostics.error({"a.toml", 3, 4}, "wrong");
    EXPECT_EQ(diagnostics.report(), "a.toml:3:4: error: wrong\n1 error, nothing was run.\n");
}

TEST(Diagnostics, TwoMistakesAreCountedInThePlural) {
    Diagnostics diagnostics;
    diagnostics.error({"a.toml", 3, 4}, "wrong");
    diagnostics.error({"a.toml", 3, 5}, "wrong");
    EXPECT_EQ(diagnostics.report(), "a.toml:3:4: error: wrong\na.toml:3:5: error: wrong\n2 errors, nothing was run.\n");
}

TEST(Diagnostics, AWholeFileHasNoLine) {
    Diagnostics diagnostics;
    diagnostics.error({"--set x=1", 0, 0}, "unknown path");
    EXPECT_EQ(diagnostics.report(), "--set x=1: error: unknown path\n1 error, nothing was run.\n");
}

TEST(Diagnostics, TheSameMistakeAtTheSamePlaceIsSaidOnce) {
    Diagnostics diagnostics;
    for (int i = 0; i < 3; ++i) diagnostics.error({"a.toml", 3, 4}, "wrong");
    EXPECT_EQ(diagnostics.sorted().size(), 1u);
    diagnostics.error({"b.toml", 3, 4}, "wrong");
    EXPECT_EQ(diagnostics.sorted().size(), 2u);
}

TEST(Diagnostics, TakeAHundredThousandInAMoment) {
    Diagnostics diagnostics;
    for (std::uint32_t line = 1; line <= 100'000; ++line) diagnostics.error({"a.toml", line, 1}, "wrong");
    EXPECT_EQ(diagnostics.size(), 100'000u);
}

TEST(InputError, CarriesItsDiagnostics) {
    const InputError error({"a.toml", 1, 2}, "wrong");
    EXPECT_EQ(error.diagnostics().report(), "a.toml:1:2: error: wrong\n1 error, nothing was run.\n");
}

}  // namespace
}  // namespace bevlogen
