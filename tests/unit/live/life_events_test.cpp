// A life is told as what happened in it, in order, in both languages; two lives part where a bit of them first differs.
#include "sim/live/life_events.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <limits>

namespace bevlogen::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr float kNaN = std::numeric_limits<float>::quiet_NaN();
constexpr std::size_t kPhase = 1, kLeave = 2, kComplaint = 3, kPresence = 4;

std::vector<TraceDecl> traces() {
    std::vector<TraceDecl> all;
    all.push_back({"workload", {"workload", "werkdruk"}, "SD", {}, ""});
    all.push_back({"phase", {"career phase", "loopbaanfase"}, "1", {{"student", "student"}, {"resident", "aios"}}, "", true});
    all.push_back({"leave",
                   {"leave", "verlof"},
                   "1",
                   {{"at work", "aan het werk"}, {"short illness", "kort ziek"}, {"burnout leave", "burn-outverlof"}},
                   ""});
    all.push_back({"complaint", {"complaint", "klacht"}, "1", {{"no", "nee"}, {"yes", "ja"}}, ""});
    return all;
}

// Weeks of workload, phase, leave, complaint.
struct WeekOfLife {
    float workload = 0.0f, phase = 0.0f, leave = 0.0f, complaint = 0.0f;
};
constexpr WeekOfLife kNowhere = {kNaN, kNaN, kNaN, kNaN};

LifeNow life_of(const std::vector<WeekOfLife>& weeks) {
    LifeNow life{1, weeks.size(), {}};
    for (const WeekOfLife& week : weeks) life.values.insert(life.values.end(), {week.workload, week.phase, week.leave, week.complaint});
    return life;
}

std::vector<LifeEvent> events_in(const std::vector<WeekOfLife>& weeks) { return events_of(life_of(weeks), traces()); }

int code(Presence presence) { return static_cast<int>(presence); }

TEST(LifeEventsTest, ARunOfOneCodeIsOneEventAndLastsUntilTheCodeChanges) {
    EXPECT_THAT(events_in({{.leave = 1}, {}, {.leave = 2}, {.leave = 2}, {.leave = 1}, {.leave = 1}, {.leave = 1}}),
                ElementsAre(LifeEvent{1, kLeave, 1, 1}, LifeEvent{3, kLeave, 2, 2}, LifeEvent{5, kLeave, 1, 3}));
    EXPECT_THAT(events_in({{}, {}, {}}), IsEmpty());
    EXPECT_THAT(events_in({}), IsEmpty());
}

TEST(LifeEventsTest, LevelsAreNoEvents) { EXPECT_THAT(events_in({{.workload = 0}, {.workload = 2}, {.workload = 1}}), IsEmpty()); }

TEST(LifeEventsTest, OfAStateThatOneIsAlwaysInEachChangeIsAnEventAndTheFirstIsNot) {
    EXPECT_THAT(events_in({{.phase = 1}, {.phase = 1}, {.phase = 0}, {.phase = 0}, {.phase = 1}}),
                ElementsAre(LifeEvent{3, kPhase, 0, 2}, LifeEvent{5, kPhase, 1, 1}));
}

TEST(LifeEventsTest, EventsOfOneWeekStandInTheOrderOfTheTraces) {
    EXPECT_THAT(events_in({{}, {.leave = 2, .complaint = 1}, {.phase = 1, .leave = 2}}),
                ElementsAre(LifeEvent{2, kLeave, 2, 2}, LifeEvent{2, kComplaint, 1, 1}, LifeEvent{3, kPhase, 1, 1}));
}

TEST(LifeEventsTest, GoingAndComingAreEventsAndCutWhatLasted) {
    EXPECT_THAT(events_in({{.phase = 1}, {.phase = 1, .leave = 2}, kNowhere, kNowhere, {.phase = 1, .leave = 2}}),
                ElementsAre(LifeEvent{2, kLeave, 2, 1}, LifeEvent{3, kPresence, code(Presence::gone), 2}, LifeEvent{5, kLeave, 2, 1},
                            LifeEvent{5, kPresence, code(Presence::back), 1}));
    EXPECT_THAT(events_in({{}, kNowhere, {.phase = 1}}),  // in another phase than before
                ElementsAre(LifeEvent{2, kPresence, code(Presence::gone), 1}, LifeEvent{3, kPhase, 1, 1},
                            LifeEvent{3, kPresence, code(Presence::back), 1}));
}

TEST(LifeEventsTest, WhoComesLaterComesForTheFirstTime) {
    EXPECT_THAT(events_in({kNowhere, kNowhere, {.phase = 1}, {.phase = 1}}), ElementsAre(LifeEvent{3, kPresence, code(Presence::came), 2}));
    EXPECT_THAT(events_in({kNowhere, kNowhere}), IsEmpty());
}

TEST(LifeEventsTest, ALifeWithoutTracesHasNoEvents) { EXPECT_THAT(events_of(LifeNow{1, 8, {}}, {}), IsEmpty()); }

TEST(LifeEventsTest, SaysInBothLanguagesWhatItWasAndHowLongItLasted) {
    const auto said = [](const LifeEvent& event) { return words_of(event, traces()); };
    EXPECT_EQ(said({3, kLeave, 2, 30}), (Label{"Leave: burnout leave (30 weeks)", "Verlof: burn-outverlof (30 weken)"}));
    EXPECT_EQ(said({3, kLeave, 1, 1}), (Label{"Leave: short illness", "Verlof: kort ziek"}));
    EXPECT_EQ(said({3, kComplaint, 1, 2}), (Label{"Complaint", "Klacht"}));
    EXPECT_EQ(said({3, kPhase, 0, 70}), (Label{"Career phase: student", "Loopbaanfase: student"}));
    EXPECT_EQ(said({3, kLeave, 7, 2}), (Label{"Leave: code 7 (2 weeks)", "Verlof: code 7 (2 weken)"}));
    EXPECT_EQ(said({3, kPresence, code(Presence::gone), 9}), (Label{"No longer followed: in no post", "Niet meer in een functie"}));
    EXPECT_EQ(said({3, kPresence, code(Presence::back), 9}), (Label{"In a post again", "Weer in een functie"}));
    EXPECT_EQ(said({3, kPresence, code(Presence::came), 9}), (Label{"In a post", "In een functie"}));
}

TEST(LifeEventsTest, CapitalisesNoLetterOutsideOfAscii) {
    const std::vector<TraceDecl> accented = {{"unity", {"unity", "éénheid"}, "1", {{"no", "nee"}, {"yes", "ja"}}, ""}};
    EXPECT_EQ(words_of({1, 0, 1, 1}, accented), (Label{"Unity", "éénheid"}));
}

TEST(LifeEventsTest, LivesPartInTheFirstWeekOfWhichABitDiffers) {
    const std::vector<WeekOfLife> plain = {{}, {.workload = 0.5f}, kNowhere, {}};
    const auto parting = [&](std::vector<WeekOfLife> with) { return parting_week({{}, life_of(with), life_of(plain)}); };
    EXPECT_EQ(parting(plain), std::nullopt);
    EXPECT_EQ(parting({{}, {.workload = 0.5f}, {-kNaN, -kNaN, -kNaN, -kNaN}, {}}), std::nullopt);  // missing, in other bits
    EXPECT_EQ(parting({{}, {.workload = std::nextafter(0.5f, 1.0f)}, kNowhere, {.leave = 1}}), 2);
    EXPECT_EQ(parting({{}, {.workload = 0.5f}, {}, {}}), 3);
    EXPECT_EQ(parting({{}, kNowhere, kNowhere, {}}), 2);
}

TEST(LifeEventsTest, LivesDoNotPartInWeeksThatOneOfThemDoesNotKnow) {
    EXPECT_EQ(parting_week({{}, life_of({{}, {}}), life_of({{}, {}, {.leave = 1}})}), std::nullopt);
    EXPECT_EQ(parting_week({{}, life_of({}), life_of({{}})}), std::nullopt);
}

}  // namespace
}  // namespace bevlogen::testing
