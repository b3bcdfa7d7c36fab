// What is said of numbers: the rules of the sentences.
#include "sim/report/answer.hpp"

#include <gmock/gmock.h>

#include "tests/unit/report/told_experiment.hpp"

namespace bevlogen::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

const Levels kSameMood = {{0.5f, 0.5f, 0.5f, 0.5f}, {0.5f, 0.5f, 0.5f, 0.5f}};

void expect_no_effect_is_told(const Label& words) {
    for (const char* word : {"lower", "higher", "fewer", "more", "better", "worse"})
        EXPECT_THAT(words.en, Not(HasSubstr(word))) << words.en;
    for (const char* word : {"lager", "hoger", "minder", "meer", "beter", "slechter"})
        EXPECT_THAT(words.nl, Not(HasSubstr(word))) << words.nl;
}

using Answer = ToldExperiment;

TEST_F(Answer, SaysHowMuchLowerAShareIsWithItsIntervalAndPersons) {
    write(kSameMood, {{0.50f, 0.52f, 0.48f, 0.50f}, {0.46f, 0.47f, 0.45f, 0.46f}});
    // Differences -4, -5, -3, -4 points: mean -4, SD .816, half of the interval 3.182 x .408 = 1.3.
    const Label words = difference_sentence(*facts, 1, kLowMood);
    EXPECT_EQ(
        words.en,
        "Mood below the mean: 46.0%, 4 percentage points lower than in the base in year 1 (95% interval 3 to 5): about 40 persons fewer.");
    EXPECT_EQ(
        words.nl,
        "Stemming onder het gemiddelde: 46,0%, 4 procentpunt lager dan in de basis in jaar 1 (95%-interval 3 tot 5): ongeveer 40 personen "
        "minder.");
}

TEST_F(Answer, SaysHowMuchHigherALevelIsInItsOwnUnitAndInSd) {
    write({{0.1f, 0.2f, 0.3f, 0.2f}, {0.6f, 0.71f, 0.79f, 0.7f}}, kSameMood);
    const Label words = difference_sentence(*facts, 1, kMood);
    EXPECT_THAT(words.en, HasSubstr("Mood: 0.70, 0.50 higher than in the base in year 1 (95% interval 0.49 to 0.51), 0.25 SD."));
    EXPECT_THAT(words.nl, HasSubstr("0,50 hoger dan in de basis"));
}

TEST_F(Answer, NeverCallsADifferenceAnEffectWhoseIntervalContainsZero) {
    write(kSameMood, {{0.50f, 0.52f, 0.48f, 0.50f}, {0.46f, 0.57f, 0.45f, 0.46f}});
    const Label words = difference_sentence(*facts, 1, kLowMood);
    expect_no_effect_is_told(words);
    EXPECT_THAT(words.en, HasSubstr("not distinguishable from the base"));
    EXPECT_THAT(words.nl, HasSubstr("niet te onderscheiden van de basis"));
    for (const Label& one : answer(*facts, 1)) expect_no_effect_is_told(one);
    for (const Label& one : details_of_answer(*facts, 1)) expect_no_effect_is_told(one);
}

TEST_F(Answer, SaysThatScenariosAreEqual) {
    write(kSameMood, kSameMood);
    EXPECT_EQ(difference_sentence(*facts, 1, kLowMood).en, "Mood below the mean: equal to the base in every replicate.");
}

TEST_F(Answer, TellsNoEffectOfOneReplicate) {
    write({{0.5f}, {0.9f}}, {{0.5f}, {0.1f}});
    const std::vector<Label> sentences = answer(*facts, 1);
    ASSERT_EQ(sentences.size(), 1u);
    expect_no_effect_is_told(sentences.front());
    EXPECT_THAT(sentences.front().en, HasSubstr("one replicate"));
}

TEST_F(Answer, SortsTheOtherOutcomesByVerdict) {
    write({{0.1f, 0.2f, 0.3f, 0.2f}, {0.6f, 0.71f, 0.79f, 0.7f}}, {{0.50f, 0.52f, 0.48f, 0.50f}, {0.56f, 0.57f, 0.55f, 0.56f}});
    std::string all;
    for (const Label& one : answer(*facts, 1)) all += one.en + " ";
    for (const Label& one : details_of_answer(*facts, 1)) all += one.en + " ";
    EXPECT_THAT(all, HasSubstr("Worse: mood below the mean (+6 percentage points)."));
    EXPECT_THAT(all, HasSubstr("Mood: 0.70, 0.50 higher"));
    EXPECT_THAT(all, HasSubstr("clear from week 4 (year 1) on"));
}

TEST_F(Answer, ShowsASmallClearDifferenceWithDigitsThatAreNotZero) {
    write(kSameMood, {{0.50f, 0.51f, 0.49f, 0.50f}, {0.5001f, 0.5102f, 0.4901f, 0.5002f}});
    const Label words = difference_sentence(*facts, 1, kLowMood);
    EXPECT_THAT(words.en, HasSubstr("0.01"));
    EXPECT_THAT(words.en, Not(HasSubstr("interval 0.00 to")));
}

TEST_F(Answer, OfTheBaseAndOfASingleRunIsTheirLevel) {
    write({{0.5f, 0.7f}}, {{0.4f, 0.42f}});
    EXPECT_FALSE(facts->is_comparison());
    std::vector<std::string> sentences;
    for (const Label& one : answer(*facts, 0)) sentences.push_back(one.en);
    EXPECT_THAT(sentences, ElementsAre("Mood: 0.60 in year 1 (95% interval \u22120.67 to 1.87).",
                                       "Mood below the mean: 41.0% in year 1 (95% interval 28.3 to 53.7)."));
}

}  // namespace
}  // namespace bevlogen::testing
