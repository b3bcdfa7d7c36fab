// A life is cut into periods, arrivals and years; two lives part where a value first differs.
#include "sim/cli/life_story.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/cli/small_panel.hpp"

namespace bevlogen::testing {
namespace {

using ::testing::ElementsAre;

constexpr std::size_t kNewcomer = 3, kLeave = 4, kComplaint = 5, kConflict = 6, kPhase = 7;

std::vector<std::vector<int>> listed(const LifeStory& story) {
    std::vector<std::vector<int>> all;
    for (const Period& p : story.periods) {
        all.push_back({static_cast<int>(p.trace), p.code, p.first_week, p.last_week, p.weeks, p.to_the_end ? 1 : 0});
    }
    return all;
}

TEST(LifeStoryTest, APeriodIsARunOfOneCodeOtherThanTheNormalOne) {
    const LifeStory story = story_of(plain_life(160, 1));
    EXPECT_THAT(listed(story), ElementsAre(ElementsAre(kLeave, 1, 61, 62, 2, 0), ElementsAre(kLeave, 1, 70, 70, 1, 0),
                                           ElementsAre(kLeave, 2, 97, 150, 54, 0), ElementsAre(kComplaint, 1, 80, 80, 1, 0)));
    EXPECT_THAT(story.unchanged, ElementsAre(kConflict, kPhase));
    EXPECT_EQ(story.constant_code(kConflict), 0);
    EXPECT_EQ(story.word(kPhase, story.constant_code(kPhase)), "resident");
    EXPECT_EQ(story.word(kPhase, 7), "code 7");
}

TEST(LifeStoryTest, LooksThatAreWeeksApartCountForTheWeeksBetweenThem) {
    const LifeStory story = story_of(plain_life(120, 4));
    EXPECT_THAT(listed(story), ElementsAre(ElementsAre(kLeave, 2, 100, 120, 24, 1), ElementsAre(kComplaint, 1, 80, 80, 4, 0)));
}

TEST(LifeStoryTest, OneCodeAfterAnotherWithoutAPauseMakesTwoPeriods) {
    const auto value = [](const TraceDecl& trace, std::size_t, int week, std::size_t) {
        return trace.name == "phase" ? (week < 10 ? 1.0f : 2.0f) : 0.0f;
    };
    EXPECT_THAT(listed(story_of(plain_life(20, 1, value))),
                ElementsAre(ElementsAre(kPhase, 1, 1, 9, 9, 0), ElementsAre(kPhase, 2, 10, 20, 11, 1)));
}

TEST(LifeStoryTest, ZeroIsToldWhereItSaysAsMuchAsTheOthers) {
    const auto value = [](const TraceDecl& trace, std::size_t, int week, std::size_t) {
        return trace.name == "phase" && week >= 10 ? 1.0f : 0.0f;
    };
    Life life = plain_life(20, 1, value);
    EXPECT_THAT(listed(story_of(life)), ElementsAre(ElementsAre(kPhase, 1, 10, 20, 11, 1)));
    life.traces[kPhase].decl.tells_zero = true;
    EXPECT_THAT(listed(story_of(life)), ElementsAre(ElementsAre(kPhase, 0, 1, 9, 9, 0), ElementsAre(kPhase, 1, 10, 20, 11, 1)));
}

TEST(LifeStoryTest, AShareThatJumpsUpByMoreThanAHalfIsAnArrival) {
    const LifeStory story = story_of(plain_life(160, 1));
    ASSERT_EQ(story.arrivals.size(), 1u);
    EXPECT_EQ(story.arrivals[0].trace, kNewcomer);
    EXPECT_EQ(story.arrivals[0].week, 57);
    const auto half = [](const TraceDecl& trace, std::size_t, int week, std::size_t) {
        return trace.name == "newcomer" && week > 5 ? 0.5f : 0.0f;
    };
    EXPECT_TRUE(story_of(plain_life(20, 1, half)).arrivals.empty());
}

TEST(LifeStoryTest, ALevelThatLeavesZeroToOneOrHasAnotherUnitNeverArrives) {
    const auto large = [](const TraceDecl& trace, std::size_t, int week, std::size_t) {
        if (trace.name == "workload") return week > 5 ? 1.0f : 0.0f;
        return trace.name == "newcomer" ? (week > 5 ? 1.25f : 0.0f) : 0.0f;
    };
    EXPECT_TRUE(story_of(plain_life(20, 1, large)).arrivals.empty());
}

TEST(LifeStoryTest, MeansAreOfTheLooksOfAYearAtWhichThePersonWasThere) {
    const auto value = [](const TraceDecl& trace, std::size_t, int week, std::size_t) {
        if (week > 100) return std::nanf("");
        return trace.name == "workload" ? static_cast<float>(week) : 0.0f;
    };
    const LifeStory story = story_of(plain_life(156, 1, value));
    ASSERT_EQ(story.years.size(), 3u);
    EXPECT_DOUBLE_EQ(story.years[0].means[0], 26.5);
    EXPECT_DOUBLE_EQ(story.years[1].means[0], 76.5);  // weeks 53 to 100
    EXPECT_EQ(story.years[1].looks, 48);
    EXPECT_EQ(story.years[2].looks, 0);
    EXPECT_TRUE(std::isnan(story.years[2].means[0]));
    EXPECT_TRUE(std::isnan(story.years[0].means[kLeave]));
    ASSERT_EQ(story.absences.size(), 1u);
    EXPECT_EQ(story.absences[0].first_week, 101);
    EXPECT_TRUE(story.absences[0].to_the_end);
}

TEST(LifeStoryTest, LivesPartAtTheFirstLookThatDiffers) {
    const auto other = [](const TraceDecl& trace, std::size_t scenario, int week, std::size_t person) {
        const bool is_later = trace.name == "burnout" ? week >= 60 : trace.name == "workload" && week >= 64;
        return plain_value(trace, scenario, week, person) - (is_later ? 0.25f : 0.0f);
    };
    const Life base = plain_life(160, 1);
    const Parting parting = parting_of(base, plain_life(160, 1, other, 1));
    EXPECT_EQ(parting.week, 60);
    EXPECT_THAT(parting.traces, ElementsAre(1u));
    EXPECT_EQ(parting_of(base, base).week, std::nullopt);
}

TEST(LifeStoryTest, MissingInBothLivesIsNoDifferenceAndMissingInOneIs) {
    const auto gone_from = [](int first) {
        return [first](const TraceDecl&, std::size_t, int week, std::size_t) { return week >= first ? std::nanf("") : 1.0f; };
    };
    const Life base = plain_life(20, 1, gone_from(10));
    EXPECT_EQ(parting_of(base, plain_life(20, 1, gone_from(10))).week, std::nullopt);
    EXPECT_EQ(parting_of(base, plain_life(20, 1, gone_from(12))).week, 10);
}

}  // namespace
}  // namespace bevlogen::testing
