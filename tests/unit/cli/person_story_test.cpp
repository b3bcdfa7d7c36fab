// The story reads as it should: whole texts, so that a reader of the test reads what people read.
#include "sim/cli/person_story.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "sim/cli/life_words.hpp"
#include "tests/unit/cli/small_panel.hpp"

namespace bevlogen::testing {
namespace {

using ::testing::HasSubstr;

const StoryHead kHead{{0, static_cast<std::int64_t>(kPanelIds[0])}, 4, "7"};

float better_value(const TraceDecl& trace, std::size_t scenario, int week, std::size_t person) {
    if (trace.name == "leave" && week > 110) return 0.0f;
    return plain_value(trace, scenario, week, person) - (trace.name == "burnout" && week > 104 ? 0.25f : 0.0f);
}

TEST(PersonStoryTest, AYearIsToldInSentences) {
    const LifeStory story = story_of(plain_life(208, 1));
    EXPECT_EQ(year_sentence(story, 1), "Year 1: Engagement rather low (-0.8 SD), burnout near the average.");
    EXPECT_EQ(year_sentence(story, 2),
              "Year 2: Workload rose much (+0.50), burnout high (+1.2 SD), engagement back near the average. New in the team in week 57. "
              "Leave: short illness twice (3 weeks in all), burnout leave from week 97 (54 weeks). Complaint in week 80.");
    EXPECT_EQ(year_sentence(story, 3),
              "Year 3: Workload fell much (-0.50), burnout still high (+1.5 SD). Leave: burnout leave until week 150.");
    EXPECT_EQ(year_sentence(story, 4), "Year 4: Burnout still high (+1.5 SD).");
}

TEST(PersonStoryTest, NothingNewIsSaidInAWord) {
    const auto nothing = [](const TraceDecl&, std::size_t, int week, std::size_t) { return week > 104 ? std::nanf("") : 0.0f; };
    const LifeStory story = story_of(plain_life(208, 1, nothing));
    EXPECT_EQ(year_sentence(story, 1), "Year 1: Burnout and engagement near the average.");
    EXPECT_EQ(year_sentence(story, 2), "Year 2: Much like year 1.");
    EXPECT_EQ(year_sentence(story, 3), "Year 3: In no post that is followed from week 105 on.");
    EXPECT_EQ(year_sentence(story, 4), "Year 4: In no post that is followed.");
}

TEST(PersonStoryTest, StatesThatLastAreToldOnce) {
    const auto value = [](const TraceDecl& trace, std::size_t, int week, std::size_t) {
        return trace.name == "phase" && week >= 20 ? (week < 40 ? 1.0f : 2.0f) : 0.0f;
    };
    const LifeStory story = story_of(plain_life(104, 1, value));
    EXPECT_THAT(year_sentence(story, 1), HasSubstr("Career phase: resident in weeks 20-39, specialist from week 40 on."));
    EXPECT_EQ(year_sentence(story, 2), "Year 2: Much like year 1.");
}

TEST(PersonStoryTest, WhatOneIsAlwaysInIsToldWhenItChanges) {
    const auto value = [](const TraceDecl& trace, std::size_t, int week, std::size_t) {
        return trace.name == "phase" ? (week < 120 ? 1.0f : 2.0f) : 0.0f;
    };
    const LifeStory story = story_of(plain_life(208, 1, value));
    EXPECT_THAT(year_sentence(story, 1), HasSubstr("Career phase: resident from week 1 (119 weeks)."));
    EXPECT_EQ(year_sentence(story, 2), "Year 2: Much like year 1.");
    EXPECT_THAT(year_sentence(story, 3), HasSubstr("Career phase: resident until week 119, specialist from week 120 on."));
    EXPECT_EQ(short_happenings(story, 2), "");
}

TEST(PersonStoryTest, YearsWithoutAPostAreOne) {
    const auto nothing = [](const TraceDecl&, std::size_t, int week, std::size_t) { return week > 104 ? std::nanf("") : 0.0f; };
    const std::vector<std::string> told = year_sentences(story_of(plain_life(260, 1, nothing)));
    ASSERT_EQ(told.size(), 4u);
    EXPECT_EQ(told[3], "Years 4 to 5: In no post that is followed.");
}

TEST(PersonStoryTest, ALongPeriodAndItsReturnAreTold) {
    const auto value = [](const TraceDecl& trace, std::size_t, int week, std::size_t) {
        if (trace.name != "leave") return 0.0f;
        return (week >= 40 && week <= 110) || (week >= 120 && week <= 121) ? 2.0f : 0.0f;
    };
    const LifeStory story = story_of(plain_life(208, 1, value));
    EXPECT_THAT(year_sentence(story, 2), HasSubstr("Leave: burnout leave all year."));
    EXPECT_THAT(year_sentence(story, 3), HasSubstr("Leave: burnout leave until week 110 and again in weeks 120-121."));
}

TEST(PersonStoryTest, TheWholeTextHasHeadTableAndYears) {
    const std::string text = story_text(kHead, story_of(plain_life(156, 4)));
    EXPECT_EQ(text, R"(Person 1 of 4 in the panel
  id          17592186044417 (first post in hospital 1, department 0)
  scenario    baseline, replicate 7
  looked at   every 4th week for 3 years; what comes and goes between two looks is not seen
  throughout  career phase: resident
  not seen    conflict (one week in four is looked at)
  in all      new in the team once; leave: burnout leave once (about 52 weeks); complaint seen once

year  workload  burnout  engagement  newcomer  what happened
            SD        z           z
   1      0.00     0.25       -0.75      0.00
   2      0.50     1.25        0.00      0.22  new in the team; leave: burnout leave; complaint
   3      0.00     1.50        0.00      0.01  leave: burnout leave

Year 1: Engagement rather low (-0.8 SD), burnout near the average.
Year 2: Workload rose much (+0.50), burnout high (+1.2 SD), engagement back near the average. New in the team in week
  60. Leave: burnout leave from week 100 (about 52 weeks). Complaint in week 80.
Year 3: Workload fell much (-0.50), burnout still high (+1.5 SD). Leave: burnout leave until week 148.
)");
}

// Ill at two looks that are months apart, and complaints at three looks, two of them in a row.
float glimpsed_value(const TraceDecl& trace, std::size_t scenario, int week, std::size_t) {
    if (trace.name == "leave") return week == 20 || week == 40 ? 1.0f : 0.0f;
    return trace.name == "complaint" && scenario == 0 && (week == 48 || week == 52 || week == 56) ? 1.0f : 0.0f;
}

TEST(PersonStoryTest, WhatOnlyOneLookSawHasNoDuration) {
    const LifeStory story = story_of(plain_life(104, 4, glimpsed_value));
    EXPECT_EQ(whole_happenings(story), "leave: short illness seen twice; complaint seen 3 times");
    EXPECT_THAT(year_sentence(story, 1), HasSubstr("Leave: short illness seen twice. Complaint seen twice."));
    EXPECT_THAT(year_sentence(story, 2), HasSubstr("Complaint in week 56."));
    const std::string parting = parting_text(story, story_of(plain_life(104, 4, glimpsed_value, 1)));
    EXPECT_THAT(parting, HasSubstr("  complaint seen 0 times instead of twice\n"));
    EXPECT_THAT(parting, HasSubstr("  complaint seen 0 times instead of once\n"));
}

TEST(PersonStoryTest, YesAndNoHaveNoDurationInAPanelOfEveryWeekEither) {
    const auto value = [](const TraceDecl& trace, std::size_t, int week, std::size_t) {
        return trace.name == "complaint" && (week == 10 || (week >= 52 && week <= 53) || week == 104) ? 1.0f : 0.0f;
    };
    const LifeStory story = story_of(plain_life(104, 1, value));
    EXPECT_EQ(whole_happenings(story), "complaint 3 times");
    EXPECT_THAT(year_sentence(story, 1), HasSubstr("Complaint twice."));
    EXPECT_THAT(year_sentence(story, 2), HasSubstr("Complaint until week 53 and again in week 104."));
    EXPECT_THAT(story_text(kHead, story), HasSubstr("  never       conflict\n"));
}

TEST(PersonStoryTest, TwoLivesAreToldByWhereTheyPartAndWhatDiffers) {
    const LifeStory base = story_of(plain_life(156, 1));
    const LifeStory other = story_of(plain_life(156, 1, better_value, 1));
    EXPECT_EQ(parting_text(base, other), R"(The same person in baseline and in coaching
Until week 104 both lives are the same. In week 105 they part, first in burnout.
Means of each year in coaching less those in baseline:

year  workload  burnout  engagement  newcomer  what is different
            SD        z           z
   1      0.00     0.00        0.00      0.00
   2      0.00     0.00        0.00      0.00
   3      0.00    -0.25        0.00      0.00  burnout leave 6 instead of 46 weeks
)");
    EXPECT_THAT(parting_text(base, base), HasSubstr("it is the same life"));
}

TEST(PersonStoryTest, TheJsonHasPeriodsMeansAndTheParting) {
    const LifeStory base = story_of(plain_life(156, 1));
    const LifeStory other = story_of(plain_life(156, 1, better_value, 1));
    const TwoLives both{base, other};
    const auto answer = nlohmann::json::parse(story_json(kHead, base, &both));
    EXPECT_EQ(answer["person"], 17592186044417);
    EXPECT_EQ(answer["unchanged"][1]["word"], "resident");
    EXPECT_EQ(answer["periods"][0]["word"], "short illness");
    EXPECT_EQ(answer["periods"][2]["first_week"], 97);
    EXPECT_EQ(answer["arrivals"][0]["week"], 57);
    EXPECT_EQ(answer["years"][1]["means"]["burnout"], 1.25);
    EXPECT_EQ(answer["parting"]["week"], 105);
    EXPECT_EQ(answer["parting"]["differences"][2]["means"]["burnout"], -0.25);
    EXPECT_FALSE(nlohmann::json::parse(story_json(kHead, base, nullptr)).contains("parting"));
}

}  // namespace
}  // namespace bevlogen::testing
