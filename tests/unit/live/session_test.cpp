// Lines of a session are the runs that their saved scenarios give, bit for bit, whatever was done when.
#include "sim/live/session.hpp"

#include <gmock/gmock.h>
#include <rapidcheck/gtest.h>

#include "tests/unit/live/live_sessions.hpp"

namespace bevlogen::testing {
namespace {

class SessionTest : public LiveSessions {};

TEST_F(SessionTest, UntouchedIsTheBaseForTenYears) {
    Session untouched = session("10");
    while (!untouched.is_finished()) untouched.advance();
    EXPECT_EQ(untouched.week(), Week::years(10));
    expect_identical(*untouched.line(Session::kBase).run, *untouched.line(1).run);
}

TEST_F(SessionTest, IsTheRunOfItsSavedScenario) {
    Session played = session();
    go_to(played, 8);
    played.act(SwitchOn{kCoaching, {}});
    go_to(played, 20);
    played.act(SwitchOn{kAdministration, {}});
    go_to(played, 32);
    played.act(TurnKnob{kCoaching, {"coaching.sessions", 9.0}});
    go_to(played, 60);
    played.act(SwitchOff{kAdministration});
    while (!played.is_finished()) played.advance();
    const SessionLine& line = played.line(1);
    expect_identical(*line.run, *run_from_start(saved(*line.policy), line.run->week()));
    EXPECT_NE(line.run->record(), played.line(Session::kBase).run->record());
    expect_identical(*played.line(Session::kBase).run, *run_from_start(line.policy->base(), line.run->week()));
}

TEST_F(SessionTest, BranchesFromAWeekThatLiesBehind) {
    Session played = session();
    go_to(played, 8);
    played.act(SwitchOn{kCoaching, {}});
    go_to(played, 60);
    played.act(Branch{"without coaching", Week{40}});
    EXPECT_EQ(played.chosen(), 2u);
    EXPECT_EQ(played.week(), Week{40});
    played.act(SwitchOff{kCoaching});
    go_to(played, 80);
    const SessionLine& branch = played.line(2);
    EXPECT_EQ(branch.name, "without coaching");
    EXPECT_EQ(branch.parent, 1u);
    expect_identical(*branch.run, *run_from_start(saved(*branch.policy), Week{80}));
    played.act(Choose{1});
    EXPECT_EQ(played.week(), Week{60});
    go_to(played, 64);
    expect_identical(*played.line(1).run, *run_from_start(saved(*played.line(1).policy), Week{64}));
    EXPECT_EQ(played.line(Session::kBase).run->week(), Week{80});  // it keeps up with the furthest
}

TEST_F(SessionTest, RefusesWhatHasBecomeImpossible) {
    Session played = session();
    go_to(played, 20);
    played.act(Branch{"other", Week{8}});
    for (const SessionAct& late :
         {SessionAct{Branch{"later", Week{20}}}, SessionAct{Branch{"between", Week{6}}}, SessionAct{Choose{7}}, SessionAct{Choose{0}}})
        EXPECT_THROW(played.act(late), InputError);
    EXPECT_EQ(played.size(), 3u);
    EXPECT_EQ(played.chosen(), 2u);
    EXPECT_EQ(played.week(), Week{8});
    played.act(Branch{"other", Week{4}});
    EXPECT_EQ(played.line(3).name, "other 2");
}

TEST_F(SessionTest, RunsAgainWhatLiesBehindWithoutMovingAnything) {
    Session played = session();
    go_to(played, 8);
    played.act(SwitchOn{kCoaching, {}});
    go_to(played, 68);
    for (const int week : {0, 4, 52, 68})
        expect_identical(*played.again(1, Week{week}), *run_from_start(played.line(1).policy->scenario(), Week{week}));
    EXPECT_EQ(played.week(), Week{68});
}

TEST_F(SessionTest, RefusesWhatCannotBe) {
    Session played = session("1");
    EXPECT_THROW(played.act(SwitchOff{kCoaching}), InputError);
    EXPECT_THROW(played.act(TurnKnob{kCoaching, {"coaching.sessions", 9.0}}), InputError);
    played.act(SwitchOn{kCoaching, {}});
    EXPECT_THROW(played.act(SwitchOn{kCoaching, {}}), InputError);
    while (!played.is_finished()) played.advance();
    EXPECT_THROW(played.act(SwitchOn{kAdministration, {}}), InputError);
    played.act(Restart{});
    EXPECT_EQ(played.week(), Week{0});
    EXPECT_EQ(played.size(), 2u);
    EXPECT_TRUE(played.line(1).policy->measures().empty());
}

RC_GTEST_FIXTURE_PROP(SessionTest, IsTheRunOfItsSavedScenarioWhateverIsDone, ()) {
    Session played = session("1");
    while (!played.is_finished()) {
        for (const char* entry : {kCoaching, kAdministration}) {
            const bool is_on = played.line(1).policy->on(entry, played.week()) != nullptr;
            switch (*rc::gen::inRange(0, 8)) {
                case 0: is_on ? played.act(SwitchOff{entry}) : played.act(SwitchOn{entry, {}}); break;
                case 1:
                    if (is_on && entry == kCoaching) played.act(TurnKnob{entry, {"coaching.sessions", double(*rc::gen::inRange(1, 12))}});
                    break;
                default: break;
            }
        }
        played.advance();
    }
    const SessionLine& line = played.line(1);
    const auto again = run_from_start(saved(*line.policy), line.run->week());
    RC_ASSERT(line.run->record() == again->record());
    RC_ASSERT(line.run->simulation().checkpoint() == again->simulation().checkpoint());
}

}  // namespace
}  // namespace bevlogen::testing
