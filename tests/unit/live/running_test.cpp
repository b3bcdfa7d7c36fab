// A session in its own thread: nobody who asks waits, and what it does is what the session alone would do.
#include "sim/live/running.hpp"

#include <gmock/gmock.h>

#include <chrono>
#include <cmath>
#include <thread>

#include "tests/unit/live/live_sessions.hpp"

namespace bevlogen::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

class RunningTest : public LiveSessions {
  protected:
    Running running(const std::string& years = "1", unsigned threads = 2) const {
        return {*shelf().find("workforce"), policy(years), threads, {{0}, {}, {}}};
    }
    // The first snapshot for which it holds; asked for again and again, as a window does with each frame.
    template <class Holds>
    static std::shared_ptr<const Snapshot> wait_for(Running& running, const Holds& holds) {
        for (int tries = 0; tries < 60'000; ++tries) {
            running.ask();
            if (const auto snapshot = running.newest(); snapshot && holds(*snapshot)) return snapshot;
            EXPECT_EQ(running.failure(), "");
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        }
        ADD_FAILURE() << "it did not come";
        return std::make_shared<Snapshot>();
    }
    static auto at(int week) {
        return [week](const Snapshot& snapshot) { return snapshot.now().week == Week{week}; };
    }
};

TEST_F(RunningTest, RunsToItsTargetAndStands) {
    Running session = running();
    EXPECT_EQ(wait_for(session, [](const Snapshot&) { return true; })->now().week, Week{0});
    session.go_to(Week{8});
    const auto there = wait_for(session, at(8));
    EXPECT_EQ(there->now().curves.clearings, 2u);
    const auto later = wait_for(session, [&](const Snapshot& snapshot) { return snapshot.number > there->number + 3; });
    EXPECT_EQ(later->now().week, Week{8});
    session.go_to(Week::years(5));
    EXPECT_TRUE(wait_for(session, at(52))->is_finished);
}

TEST_F(RunningTest, IsWhatItsSavedScenarioGives) {
    Running session = running();
    session.go_to(Week{12});
    wait_for(session, at(12));
    session.post(SwitchOn{kCoaching, {}});
    session.go_to(Week{24});
    wait_for(session, at(24));
    session.post(TurnKnob{kCoaching, {"coaching.sessions", 9.0}});
    session.go_to(Week{52});
    const auto end = wait_for(session, at(52));
    ASSERT_THAT(end->now().policy->measures(), SizeIs(1));
    EXPECT_EQ(end->now().policy->measures()[0].start, Week{12});
    ASSERT_THAT(end->now().policy->measures()[0].turns, SizeIs(1));
    EXPECT_EQ(end->now().policy->measures()[0].turns[0].at, Week{24});
    const auto again = run_from_start(saved(*end->now().policy), Week{52});
    const RecordPlan& plan = again->plan();
    const Curves& curves = end->now().curves;
    for (std::size_t phase = 0; phase < curves.phases; ++phase) {
        for (std::size_t c = 0; c < curves.clearings; ++c) {
            const float recorded = again->record().by_phase[(c * plan.phases() + phase) * kMeasures.size()];
            EXPECT_TRUE(recorded == curves.at(0, phase, c) || (std::isnan(recorded) && std::isnan(curves.at(0, phase, c))));
        }
    }
    EXPECT_THAT(session.take_refusals(), IsEmpty());
}

TEST_F(RunningTest, SaysWhatItCannotDoAndGoesOn) {
    Running session = running();
    session.post(SwitchOff{kCoaching});
    session.post(SwitchOn{"interventions/not-there.toml", {}});
    session.go_to(Week{4});
    wait_for(session, at(4));
    const std::vector<std::string> refusals = session.take_refusals();
    ASSERT_THAT(refusals, SizeIs(2));
    EXPECT_THAT(refusals[0], HasSubstr("is not on in week 0"));
    EXPECT_THAT(refusals[1], HasSubstr("not-there.toml"));
    EXPECT_THAT(session.take_refusals(), IsEmpty());
}

TEST_F(RunningTest, IsAskedByManyAtOnce) {
    Running session = running();
    session.go_to(Week::years(1));
    std::vector<std::thread> windows;
    for (int w = 0; w < 3; ++w) {
        windows.emplace_back([&, w] {
            std::uint64_t last = 0;
            for (int frame = 0; frame < 200; ++frame) {
                session.ask();
                if (w == 0 && frame == 50) session.want({{0, 1}, {0}, {0}});
                if (w == 1 && frame == 60) session.post(SwitchOn{kAdministration, {}});
                if (const auto snapshot = session.newest()) {
                    EXPECT_GE(snapshot->number, last);
                    last = snapshot->number;
                }
                std::this_thread::yield();
            }
        });
    }
    for (std::thread& window : windows) window.join();
    session.go_to(Week::years(1));
    const auto end = wait_for(session, [](const Snapshot& snapshot) { return snapshot.is_finished && snapshot.wants.persons.size() == 1; });
    EXPECT_FALSE(end->persons.ids.empty());
}

TEST_F(RunningTest, EndsInTheMiddleOfARun) {
    Running session = running("10");
    session.go_to(Week::years(10));
    wait_for(session, [](const Snapshot& snapshot) { return snapshot.now().week > Week{0}; });
}  // its end does not wait for ten years

TEST_F(RunningTest, RunsTheSmallestModelToo) {
    Running session(*shelf().find("example"), {"example.toml", vocabularies(), scenario_folder(), {}}, 1, {{0}, {}, {}});
    session.go_to(Week::years(9));
    EXPECT_EQ(wait_for(session, [](const Snapshot& snapshot) { return snapshot.is_finished; })->lines.size(), 2u);
}

}  // namespace
}  // namespace bevlogen::testing
