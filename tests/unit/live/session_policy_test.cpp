// What is done in a session, as a scenario file that says the same.
#include "sim/live/session_policy.hpp"

#include <gmock/gmock.h>

#include "sim/scenario/resolved_text.hpp"
#include "tests/unit/live/live_sessions.hpp"

namespace bevlogen::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::SizeIs;

class SessionPolicyTest : public LiveSessions {
  protected:
    static const Intervention& of(const SessionPolicy& policy, const std::string& name) {
        for (const Intervention& one : policy.scenario().interventions) {
            if (one.name == name) return one;
        }
        throw std::runtime_error("there is no " + name);
    }
    static std::string resolved(const Scenario& scenario) { return resolved_text(scenario, shelf().find(scenario.model)->vocabulary()); }
};

TEST_F(SessionPolicyTest, IsItsBaseWhereNothingIsDone) {
    const SessionPolicy untouched = policy();
    EXPECT_EQ(resolved(untouched.scenario()), resolved(untouched.base()));
}

TEST_F(SessionPolicyTest, SwitchesOnTurnsAndSwitchesOffInTheirWeeks) {
    SessionPolicy session = policy();
    const std::string name = session.switch_on(kCoaching, Week{8}, {{"coaching.sessions", 5.0}});
    EXPECT_EQ(name, "challenge-support");
    session.turn(name, {"coaching.sessions", 7.0}, Week{20});
    session.turn(name, {"coaching.price_person.aios", 0.0}, Week{20});
    session.turn(name, {"coaching.sessions", 9.0}, Week{40});
    session.switch_off(name, Week{60});
    const Intervention& measure = of(session, name);
    EXPECT_EQ(measure.schedule.start, Week{8});
    EXPECT_EQ(measure.schedule.end, Week{60});
    ASSERT_THAT(measure.changes, SizeIs(2));
    EXPECT_EQ(measure.changes[0].at, Week{20});
    EXPECT_EQ(measure.changes[1].at, Week{40});
    EXPECT_NE(measure.changes[0].levers, measure.levers);
    EXPECT_NE(measure.changes[1].levers, measure.changes[0].levers);
    EXPECT_NE(session.on(kCoaching, Week{59}), nullptr);
    EXPECT_EQ(session.on(kCoaching, Week{60}), nullptr);
    EXPECT_EQ(session.on(kCoaching, Week{7}), nullptr);
}

TEST_F(SessionPolicyTest, WritesAShortFileThatMeansTheSame) {
    SessionPolicy session{"baseline.toml", vocabularies(), scenario_folder(), {}};
    session.switch_on(kAdministration, Week{4});
    const std::string coaching = session.switch_on(kCoaching, Week{8}, {{"coaching.sessions", 5.0}});
    session.turn(coaching, {"coaching.price_person.aios", 0.0}, Week{20});
    session.turn(coaching, {"coaching.sessions", 8.0}, Week{24});
    const std::string text = session.text({"a session", "een sessie"});
    EXPECT_THAT(text, HasSubstr("extends = \"baseline.toml\"\n"));
    EXPECT_THAT(text, HasSubstr("[[intervention.change]]\nat = { week = 20 }\n"));
    EXPECT_THAT(text, Not(HasSubstr("[parameters")));
    Scenario again = scenario_of_text(text);
    again.title = session.scenario().title;
    EXPECT_EQ(resolved(again), resolved(session.scenario()));
}

// What was set on the command line stands in no short file.
TEST_F(SessionPolicyTest, WritesTheWholeScenarioWhereAShortFileWouldMeanSomethingElse) {
    SessionPolicy session = policy();
    session.switch_on(kCoaching, Week{8});
    const Scenario again = saved(session);
    EXPECT_EQ(again.population_scale, 0.01);
    EXPECT_EQ(again.title.nl, "een sessie");
    EXPECT_THAT(again.interventions, SizeIs(session.scenario().interventions.size()));
}

TEST_F(SessionPolicyTest, CallsASecondTimeByAnotherName) {
    SessionPolicy session = policy();
    session.switch_off(session.switch_on(kCoaching, Week{4}), Week{8});
    EXPECT_EQ(session.switch_on(kCoaching, Week{12}), "challenge-support-2");
    EXPECT_EQ(of(session, "challenge-support").schedule.end, Week{8});
}

TEST_F(SessionPolicyTest, ForgetsWhatWasSwitchedOnAndOffAtOnce) {
    SessionPolicy session = policy();
    session.switch_off(session.switch_on(kCoaching, Week{4}), Week{4});
    EXPECT_THAT(session.measures(), SizeIs(0));
    EXPECT_EQ(resolved(session.scenario()), resolved(session.base()));
}

TEST_F(SessionPolicyTest, RefusesWhatCannotBeAndStaysAsItWas) {
    SessionPolicy session = policy();
    const std::string name = session.switch_on(kCoaching, Week{4});
    const std::string before = resolved(session.scenario());
    EXPECT_THROW(session.switch_on("interventions/not-there.toml", Week{4}), InputError);
    EXPECT_THROW(session.turn(name, {"coaching.sessions", -3.0}, Week{8}), InputError);
    EXPECT_THROW(session.turn(name, {"coaching.not_there", 3.0}, Week{8}), InputError);
    EXPECT_THROW(session.turn(name, {"uptake", 0.5}, Week{8}), InputError);  // no lever's: it is settled at the start
    EXPECT_EQ(resolved(session.scenario()), before);
    EXPECT_THROW((SessionPolicy{"not-there.toml", vocabularies(), scenario_folder(), {}}), InputError);
}

TEST_F(SessionPolicyTest, UntilAWeekIsWhatWasDoneBefore) {
    SessionPolicy session = policy();
    const std::string name = session.switch_on(kCoaching, Week{4});
    const std::string then = resolved(session.scenario());
    session.turn(name, {"coaching.sessions", 8.0}, Week{24});
    session.switch_on(kAdministration, Week{24});
    session.switch_off(name, Week{40});
    EXPECT_EQ(resolved(session.until(Week{24}).scenario()), then);
    EXPECT_EQ(resolved(session.until(Week{4}).scenario()), resolved(session.base()));
}

}  // namespace
}  // namespace bevlogen::testing
