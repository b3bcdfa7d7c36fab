// What a followed person goes through is what a panel records of the same scenario, whenever following begins and whatever is done
// meanwhile.
#include "sim/live/followed_person.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <map>

#include "sim/live/life_events.hpp"
#include "tests/unit/live/live_sessions.hpp"
#include "tests/unit/record/fake_run.hpp"
#include "tests/unit/record/moving_model.hpp"

namespace bevlogen::testing {
namespace {

using ::testing::Each;
using ::testing::NanSensitiveFloatEq;
using ::testing::Pointwise;
using ::testing::SizeIs;
using ::testing::Truly;

// A run from the start of a scenario that keeps a panel of everybody.
struct PanelRun {
    PanelRun(const Scenario& scenario, Parallel& parallel)
        : model(*shelf().find(scenario.model)),
          plan(model, scenario, {.panel_persons = 1'000'000}),
          simulation(model, scenario, {scenario.seed, static_cast<std::uint32_t>(scenario.first_replicate)}, parallel),
          recorder(plan, simulation.population(), simulation.chance(), parallel.threads(), true) {
        simulation.advance(scenario.burn_in_weeks());
        recorder.draw_panel(simulation.population(), simulation.chance());
        at_start = blocks_of_persons();
        simulation.advance(scenario.total_weeks(), &recorder);
    }
    const std::vector<std::uint64_t>& persons() const { return recorder.so_far().panel_persons; }
    std::int16_t value(std::size_t trace, std::size_t week, std::size_t person) const {
        return recorder.so_far().panel[(trace * static_cast<std::size_t>(plan.panel_looks) + week - 1) * persons().size() + person];
    }
    std::map<std::uint64_t, std::size_t> blocks_of_persons() const {
        std::map<std::uint64_t, std::size_t> found;
        const auto blocks = simulation.population().blocks();
        for (std::size_t b = 0; b < blocks.size(); ++b) {
            const auto filled = blocks[b].person(model.fields().engine.filled);
            for (std::size_t post = 0; post < blocks[b].posts(); ++post) {
                if (filled[post] != 0) found.emplace(blocks[b].person_at(post, model.fields().engine).value, b);
            }
        }
        return found;
    }
    // Of those in the panel, the first of whom it holds.
    template <class Holds>
    PersonId first(const Holds& holds) const {
        const auto found = std::find_if(persons().begin(), persons().end(), holds);
        if (found == persons().end()) throw std::runtime_error("there is no such person");
        return {*found};
    }
    PersonId somebody() const { return {persons()[persons().size() / 2]}; }
    PersonId who_leaves() const {
        const auto at_end = blocks_of_persons();
        return first([&](std::uint64_t person) { return !at_end.contains(person); });
    }
    PersonId who_changes_blocks() const {
        const auto at_end = blocks_of_persons();
        return first([&](std::uint64_t person) { return at_end.contains(person) && at_end.at(person) != at_start.at(person); });
    }

    const Model& model;
    RecordPlan plan;
    Simulation simulation;
    Recorder recorder;
    std::map<std::uint64_t, std::size_t> at_start;
};

class FollowedPersonTest : public LiveSessions {
  protected:
    // Large enough for several blocks.
    Session large_session() {
        std::vector<Override> overrides;
        for (const char* set : {"population.scale=0.1", "time.burn_in=1", "time.years=1"}) overrides.push_back(parse_override(set));
        return {*shelf().find("workforce"), {"baseline.toml", vocabularies(), scenario_folder(), overrides}, parallel};
    }
    static PersonId somebody(const Session& session) {
        const Block& block = session.line(Session::kBase).run->simulation().population().blocks().front();
        const EngineFields& engine = session.model().fields().engine;
        const auto filled = block.person(engine.filled);
        const auto found = std::find(filled.begin(), filled.end(), 1);
        return block.person_at(static_cast<std::size_t>(found - filled.begin()), engine);
    }
    // Until both are where their lines are.
    static std::shared_ptr<const TwoLives> whole_lives(FollowedPerson& followed, const Session& session) {
        while (followed.catch_up(session)) continue;
        EXPECT_FALSE(followed.is_behind(session));
        return followed.now();
    }
    static std::vector<std::uint32_t> bits(const LifeNow& life) {
        std::vector<std::uint32_t> all;
        for (const float value : life.values) all.push_back(std::bit_cast<std::uint32_t>(value));
        return all;
    }
    static void expect_is_recorded(const LifeNow& life, PersonId who, const PanelRun& panel) {
        const auto found = std::find(panel.persons().begin(), panel.persons().end(), who.value);
        ASSERT_NE(found, panel.persons().end());
        const auto person = static_cast<std::size_t>(found - panel.persons().begin());
        const std::size_t traces = panel.plan.traces();
        ASSERT_THAT(life.values, SizeIs(life.weeks * traces));
        std::size_t differ = 0;
        for (std::size_t week = 1; week <= life.weeks; ++week) {
            for (std::size_t t = 0; t < traces; ++t)
                differ += stored_value(life.values[(week - 1) * traces + t]) != panel.value(t, week, person);
        }
        EXPECT_EQ(differ, 0u);
    }
};

TEST_F(FollowedPersonTest, HasWhatAPanelRecordsWhereverThePersonSits) {
    Session played = large_session();
    while (!played.is_finished()) played.advance();
    ASSERT_GT(played.line(1).run->simulation().population().blocks().size(), 3u);
    const PanelRun panel(played.line(1).policy->scenario(), parallel);
    for (const PersonId who : {panel.somebody(), panel.who_leaves(), panel.who_changes_blocks()}) {
        FollowedPerson followed(played, who);
        const auto lives = whole_lives(followed, played);
        EXPECT_EQ(lives->person, who);
        EXPECT_EQ(lives->with.line, 1u);
        EXPECT_EQ(lives->without.line, Session::kBase);
        EXPECT_EQ(lives->with.weeks, 52u);
        expect_is_recorded(lives->with, who, panel);
        EXPECT_EQ(bits(lives->with), bits(lives->without));  // nothing was done
        EXPECT_EQ(parting_week(*lives), std::nullopt);
    }
}

TEST_F(FollowedPersonTest, IsMissingFromTheWeekAfterLeavingOn) {
    Session played = large_session();
    while (!played.is_finished()) played.advance();
    const PanelRun panel(played.line(1).policy->scenario(), parallel);
    FollowedPerson followed(played, panel.who_leaves());
    const LifeNow life = whole_lives(followed, played)->with;
    const auto is_missing = [](float value) { return std::isnan(value); };
    const auto gone = std::find_if(life.values.begin(), life.values.end(), is_missing);
    ASSERT_NE(gone, life.values.begin());
    ASSERT_NE(gone, life.values.end());
    EXPECT_EQ(static_cast<std::size_t>(gone - life.values.begin()) / panel.plan.traces() % kWeeksPerEpoch, 0u);  // people go at clearings
    EXPECT_THAT(std::vector<float>(gone, life.values.end()), Each(Truly(is_missing)));
}

// In this model a post that somebody left keeps the identity, and everybody has a value of their own wherever they sit.
TEST_F(FollowedPersonTest, IsNobodyInAPostThatTheyLeft) {
    const MovingModel model(Week{52 + 20});
    const VocabularyShelf only_this{[&](const std::string&) { return &model.vocabulary(); }, {"moving"}};
    const Folder folder;
    write_content(folder / "moving.toml", "model = \"moving\"\ntime = { years = 1, burn_in = 1 }\nrun.seed = 11\n");
    Session played(model, {(folder / "moving.toml").string(), only_this, {}, {}}, parallel);
    go_to(played, 24);
    for (const std::size_t number : {MovingDynamics::kLeaver, MovingDynamics::kLeaver + 1}) {
        const auto team = static_cast<std::uint32_t>(number / MovingDynamics::kTeamSize);
        const auto slot = static_cast<std::uint32_t>(number % MovingDynamics::kTeamSize);
        FollowedPerson followed(played, PersonId::of(TeamId::of(team, 0), slot, 0));
        std::vector<float> expected(24, static_cast<float>(number) / 8.0f);
        if (number == MovingDynamics::kLeaver) std::fill(expected.begin() + 20, expected.end(), std::nanf(""));
        EXPECT_THAT(whole_lives(followed, played)->with.values, Pointwise(NanSensitiveFloatEq(), expected));
    }
}

TEST_F(FollowedPersonTest, LivesPartAfterWhatWasDoneAndNeverBefore) {
    Session played = session("1");
    go_to(played, 8);
    played.act(SwitchOn{kAdministration, {}});
    while (!played.is_finished()) played.advance();
    const PanelRun base(played.line(Session::kBase).policy->scenario(), parallel);
    const PanelRun other(saved(*played.line(1).policy), parallel);
    std::size_t parted = 0;
    for (std::size_t person = 0; person < base.persons().size(); person += base.persons().size() / 6) {
        const PersonId who{base.persons()[person]};
        FollowedPerson followed(played, who);
        const auto lives = whole_lives(followed, played);
        expect_is_recorded(lives->with, who, other);
        expect_is_recorded(lives->without, who, base);
        const std::optional<int> week = parting_week(*lives);
        EXPECT_GT(week.value_or(53), 8);
        parted += week ? 1 : 0;
    }
    EXPECT_GT(parted, 0u);
}

TEST_F(FollowedPersonTest, IsTheSameFromTheStartAndFromLaterOn) {
    Session played = session("1");
    const PersonId who = somebody(played);
    FollowedPerson early(played, who);
    EXPECT_FALSE(early.catch_up(played));
    while (played.week() < Week{40}) {
        if (played.week() == Week{12}) played.act(SwitchOn{kCoaching, {}});
        if (played.week() == Week{24}) played.act(TurnKnob{kCoaching, {"coaching.sessions", 9.0}});
        if (played.week() == Week{32}) played.act(SwitchOff{kCoaching});
        played.advance();
        EXPECT_TRUE(early.is_behind(played));
        EXPECT_TRUE(early.catch_up(played));
        EXPECT_FALSE(early.is_behind(played));
    }
    FollowedPerson late(played, who);
    const auto lives = whole_lives(late, played);
    EXPECT_EQ(lives->with.weeks, 40u);
    EXPECT_EQ(bits(lives->with), bits(early.now()->with));
    EXPECT_EQ(bits(lives->without), bits(early.now()->without));
    EXPECT_NE(bits(lives->with), bits(lives->without));
}

TEST_F(FollowedPersonTest, TakesWhatIsDoneWhileItCatchesUp) {
    Session played = session("1");
    const PersonId who = somebody(played);
    go_to(played, 20);
    FollowedPerson followed(played, who);
    EXPECT_TRUE(followed.catch_up(played));  // it is at week 4
    played.act(SwitchOn{kAdministration, {}});
    EXPECT_TRUE(followed.catch_up(played));
    played.act(SwitchOn{kCoaching, {}});
    go_to(played, 28);
    EXPECT_TRUE(followed.catch_up(played));
    played.act(TurnKnob{kCoaching, {"coaching.sessions", 9.0}});
    whole_lives(followed, played);
    played.act(SwitchOff{kAdministration});  // where both stand
    EXPECT_FALSE(followed.catch_up(played));
    go_to(played, 52);
    const auto lives = whole_lives(followed, played);
    expect_is_recorded(lives->with, who, PanelRun(saved(*played.line(1).policy), parallel));
    expect_is_recorded(lives->without, who, PanelRun(played.line(1).policy->base(), parallel));
    EXPECT_GT(parting_week(*lives).value_or(0), 20);
}

TEST_F(FollowedPersonTest, IsOfOneLineUntilARestart) {
    Session played = session("1");
    const PersonId who = somebody(played);
    go_to(played, 8);
    played.act(SwitchOn{kAdministration, {}});
    go_to(played, 24);
    FollowedPerson first(played, who);
    EXPECT_EQ(first.person(), who);
    EXPECT_TRUE(first.is_of(played));
    EXPECT_TRUE(first.is_behind(played));
    played.act(Branch{"without", Week{12}});
    EXPECT_FALSE(first.is_of(played));
    EXPECT_FALSE(first.is_behind(played));
    played.act(SwitchOff{kAdministration});
    go_to(played, 32);
    FollowedPerson branch(played, who);
    const auto lives = whole_lives(branch, played);
    EXPECT_EQ(lives->with.line, 2u);
    EXPECT_EQ(lives->with.weeks, 32u);
    expect_is_recorded(lives->with, who, PanelRun(saved(*played.line(2).policy), parallel));
    played.act(Choose{1});
    EXPECT_TRUE(first.is_of(played));
    EXPECT_FALSE(branch.is_of(played));
    EXPECT_EQ(whole_lives(first, played)->with.weeks, 24u);
    EXPECT_EQ(first.now()->without.weeks, 32u);  // the base is where the furthest line is
    played.act(Restart{});
    go_to(played, 28);  // further than what was followed
    EXPECT_FALSE(first.is_of(played));
}

TEST_F(FollowedPersonTest, GivesTheSameLivesUntilThereIsMoreAndChangesNone) {
    Session played = session("1");
    FollowedPerson followed(played, somebody(played));
    const auto nothing = followed.now();
    ASSERT_NE(nothing, nullptr);
    EXPECT_FALSE(followed.catch_up(played));
    EXPECT_EQ(followed.now(), nothing);
    played.advance();
    EXPECT_TRUE(followed.catch_up(played));
    const auto four = followed.now();
    EXPECT_EQ(followed.now(), four);
    played.advance();
    EXPECT_TRUE(followed.catch_up(played));
    EXPECT_EQ(nothing->with.weeks, 0u);
    EXPECT_EQ(four->with.weeks, 4u);
    EXPECT_EQ(followed.now()->with.weeks, 8u);
}

TEST_F(FollowedPersonTest, TouchesNothingOfTheSession) {
    Session watched = session("1"), alone = session("1");
    FollowedPerson followed(watched, somebody(watched));
    for (Session* each : {&watched, &alone}) {
        go_to(*each, 12);
        if (each == &watched) followed.catch_up(watched);
        each->act(SwitchOn{kCoaching, {}});
        go_to(*each, 24);
        if (each == &watched) whole_lives(followed, watched);
    }
    expect_identical(*watched.line(1).run, *alone.line(1).run);
    expect_identical(*watched.line(Session::kBase).run, *alone.line(Session::kBase).run);
}

TEST_F(FollowedPersonTest, WhoIsNowhereHasALifeWithoutValues) {
    Session played = session("1");
    go_to(played, 8);
    FollowedPerson followed(played, PersonId{~std::uint64_t{0}});
    const auto lives = whole_lives(followed, played);
    EXPECT_EQ(lives->with.weeks, 8u);
    EXPECT_THAT(lives->with.values, Each(Truly([](float value) { return std::isnan(value); })));
    EXPECT_TRUE(events_of(lives->with, played.model().traces()).empty());
}

}  // namespace
}  // namespace bevlogen::testing
