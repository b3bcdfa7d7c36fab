// A slip of the pen gets the name that was meant; anything else gets none.
#include "sim/core/nearest_name.hpp"

#include <gtest/gtest.h>

namespace bevlogen {
namespace {

const std::vector<std::string> kNames = {"duration", "uptake", "start", "end", "scope"};

TEST(NearestName, FindsALetterTooManyTooFewWrongOrSwapped) {
    for (const char* written : {"durration", "duraton", "durbtion", "duartion"})
        EXPECT_EQ(nearest_name(written, kNames), "duration") << written;
    EXPECT_EQ(nearest_name("uptkae", kNames), "uptake");
}

TEST(NearestName, ToleratesAThirdOfALongName) {
    const std::vector<std::string> one = {"less-administration"};
    EXPECT_EQ(nearest_name("less-administXXXXXX", one), "less-administration");
    EXPECT_EQ(nearest_name("less-administXXXXXXX", one), std::nullopt);
}

TEST(NearestName, ToleratesTwoLettersOfAShortName) {
    EXPECT_EQ(nearest_name("stXXt", kNames), "start");
    EXPECT_EQ(nearest_name("sXXXt", kNames), std::nullopt);
}

TEST(NearestName, IsNoneWhereNoLetterWouldRemain) {
    EXPECT_EQ(nearest_name("xy", std::vector<std::string>{"ab"}), std::nullopt);
    EXPECT_EQ(nearest_name("", kNames), std::nullopt);
    EXPECT_EQ(nearest_name("start", std::vector<std::string>{}), std::nullopt);
}

TEST(NearestName, PrefersTheNearerAndOfEquallyNearTheFirst) {
    EXPECT_EQ(nearest_name("aios", std::vector<std::string>{"anios", "aio"}), "anios");
    EXPECT_EQ(nearest_name("aios", std::vector<std::string>{"anios", "aios"}), "aios");
}

TEST(NearestName, IsFoundInAMomentForAWordOfAMegabyte) {  // which is near nothing
    EXPECT_EQ(nearest_name(std::string(1'000'000, 'x'), std::vector<std::string>(1000, "duration")), std::nullopt);
}

TEST(Suggestion, AsksWhetherTheNearNameWasMeant) { EXPECT_EQ(suggestion("durration", kNames), "; did you mean \"duration\"?"); }

TEST(Suggestion, ListsTheNamesWhereNoneIsNearAndTheyAreFew) {
    EXPECT_EQ(suggestion("zzzzzz", kNames), " (valid: duration, uptake, start, end, scope)");
}

TEST(Suggestion, IsEmptyWhereNothingIsNearAndNamesAreManyOrNone) {
    EXPECT_EQ(suggestion("zzzzzz", std::vector<std::string>(13, "abcdefghijkl")), "");
    EXPECT_EQ(suggestion("zzzzzz", std::vector<std::string>{}), "");
}

TEST(NearestName, IsTheOnlyOneThatGoesOnFromWhatWasWritten) {
    const std::vector<std::string> keys = {"one_off_euro", "euro_per_year", "euro_per_person_year"};
    EXPECT_EQ(nearest_name("euro_per_person", keys), "euro_per_person_year")
        << "not euro_per_year, which is nearer and means another thing";
    EXPECT_EQ(nearest_name("euro_per", keys), nearest_name("euro_per_", keys)) << "of two that go on, neither is sure";
}

}  // namespace
}  // namespace bevlogen
