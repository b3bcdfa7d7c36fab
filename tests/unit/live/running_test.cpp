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
        return {*shelf().find("workforce"), policy(years), threads, {{0}, {0}, {}}};
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
    EXPECT_THAT(session.take_notices(), IsEmpty());
}

TEST_F(RunningTest, SaysWhatItCannotDoAndGoesOn) {
    Running session = running();
    session.post(SwitchOff{kCoaching});
    session.post(SwitchOn{"interventions/not-there.toml", {}});
    session.go_to(Week{4});
    wait_for(session, at(4));
    const std::vector<Notice> refusals = session.take_notices();
    ASSERT_THAT(refusals, SizeIs(2));
    EXPECT_EQ(session.newest()->acts, 2u);
    EXPECT_THAT(refusals[0].text, HasSubstr("is not on in week 0"));
    EXPECT_THAT(refusals[1].text, HasSubstr("not-there.toml"));
    EXPECT_TRUE(refusals[0].is_refusal);
    EXPECT_THAT(session.take_notices(), IsEmpty());
}

TEST_F(RunningTest, IsAskedByManyAtOnce) {
    Running session = running();
    session.go_to(Week::years(1));
    std::vector<std::thread> windows;
    for (int w = 0; w < 3; ++w) {
        windows.emplace_back([&, w] {
            std::uint64_t last = 0;
            for (int frame = 0; frame < 200; ++frame) {
                session.ask(frame % 7 == w ? Look::everybody : Look::curves);
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
    ASSERT_NE(end->everybody, nullptr);
    EXPECT_FALSE(end->everybody->persons.ids.empty());
}

TEST_F(RunningTest, ShowsTwoLivesOfWhomIsFollowed) {
    Running session = running();
    session.go_to(Week{24});
    const PersonId person = wait_for(session, at(24))->everybody->persons.ids[7];
    session.follow(person);
    const auto caught_up = [&](const Snapshot& snapshot) {
        return snapshot.lives && snapshot.lives->person == person && snapshot.lives->with.weeks == 24 &&
               snapshot.lives->without.weeks == 24;
    };
    const auto here = wait_for(session, caught_up);
    EXPECT_EQ(here->lives->with.line, 1u);
    EXPECT_EQ(here->lives->without.line, 0u);
    const std::size_t traces = shelf().find("workforce")->traces().size();
    EXPECT_THAT(here->lives->with.values, SizeIs(24 * traces));
    session.follow({});
    wait_for(session, [](const Snapshot& snapshot) { return !snapshot.lives; });
}

TEST_F(RunningTest, SavesAndSaysWhere) {
    const std::filesystem::path folder = std::filesystem::path(::testing::TempDir()) / "running-saves";
    std::filesystem::create_directories(folder);
    Running session = running();
    session.go_to(Week{8});
    wait_for(session, at(8));
    session.save({folder, "here", {"here", "hier"}, {}});
    session.save({folder / "nowhere", "here", {"here", "hier"}, {}});
    std::vector<Notice> notices;
    for (int tries = 0; tries < 60'000 && notices.size() < 3; ++tries) {
        for (Notice& notice : session.take_notices()) notices.push_back(std::move(notice));
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    ASSERT_THAT(notices, SizeIs(3));
    EXPECT_TRUE(std::filesystem::exists(folder / "here.toml"));
    EXPECT_TRUE(std::filesystem::exists(folder / "here.h5"));
    EXPECT_FALSE(notices[0].is_refusal);
    EXPECT_TRUE(notices[2].is_refusal);
    EXPECT_THAT(notices[2].text, HasSubstr("nowhere"));
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
