// What a snapshot shows is what is recorded and who is there.
#include "sim/live/snapshot_maker.hpp"

#include <gmock/gmock.h>

#include <cmath>
#include <numeric>
#include <set>

#include "tests/unit/live/live_sessions.hpp"

namespace bevlogen::testing {
namespace {

using ::testing::IsEmpty;
using ::testing::SizeIs;

class SnapshotTest : public LiveSessions {
  protected:
    static std::size_t outcome(const std::string& name) {
        const std::vector<OutcomeDecl>& all = shelf().find("workforce")->outcomes();
        const auto found = std::find_if(all.begin(), all.end(), [&](const OutcomeDecl& decl) { return decl.name == name; });
        EXPECT_NE(found, all.end()) << name;
        return static_cast<std::size_t>(found - all.begin());
    }
    SnapshotWants wants{{outcome("exhaustion"), outcome("burnt_out")}, {outcome("exhaustion"), outcome("vigour")}, {outcome("exhaustion")}};
};

TEST_F(SnapshotTest, HasTheCurvesOfTheRecord) {
    Session played = session("1");
    go_to(played, 12);
    const auto snapshot = SnapshotMaker().make(played, wants, Look::everybody);
    ASSERT_THAT(snapshot->lines, SizeIs(2));
    const LiveRun& run = *played.line(1).run;
    const Curves& curves = snapshot->now().curves;
    EXPECT_EQ(curves.outcomes, 2u);
    EXPECT_EQ(curves.clearings, 3u);
    EXPECT_EQ(curves.phases, run.plan().phases());
    EXPECT_EQ(snapshot->now().week, Week{12});
    double mean = 0.0;
    for (std::size_t c = 0; c < 3; ++c) mean += curves.at(1, 0, c) / 3.0;
    // Of a year the record takes those clearings that are there.
    EXPECT_NEAR(mean, run.record().year_mean(run.plan(), wants.curves[1], 0, 1), 1e-6);
    EXPECT_EQ(snapshot->lines[0].curves.values, curves.values);  // nothing was done
    const auto all = curves.persons_of(0);
    ASSERT_EQ(all.size(), 3u);
    for (std::size_t c = 0; c < 3; ++c) EXPECT_EQ(all[c], static_cast<float>(run.record().persons_by_phase[c * run.plan().phases()])) << c;
}

TEST_F(SnapshotTest, ShowsEverybodyOnce) {
    Session played = session("1");
    go_to(played, 8);
    const auto snapshot = SnapshotMaker().make(played, wants, Look::everybody);
    const PersonsNow& persons = snapshot->everybody->persons;
    const TeamsNow& teams = snapshot->everybody->teams;
    EXPECT_EQ(std::set<PersonId>(persons.ids.begin(), persons.ids.end()).size(), persons.ids.size());
    EXPECT_EQ(persons.ids.size(), std::accumulate(teams.filled.begin(), teams.filled.end(), std::size_t{0}));
    EXPECT_GT(persons.ids.size(), 300u);
    ASSERT_THAT(persons.values, SizeIs(2));
    const double sum = std::accumulate(persons.values[0].begin(), persons.values[0].end(), 0.0);
    EXPECT_NEAR(sum / static_cast<double>(persons.ids.size()), snapshot->now().curves.at(0, 0, 1), 2e-4);
    double of_teams = 0.0;
    for (std::size_t t = 0; t < teams.ids.size(); ++t) {
        EXPECT_LE(teams.filled[t], teams.posts[t]);
        if (teams.filled[t] == 0)
            EXPECT_TRUE(std::isnan(teams.means[0][t]));
        else
            of_teams += teams.means[0][t] * teams.filled[t];
    }
    EXPECT_NEAR(of_teams, sum, 1e-2);
    EXPECT_TRUE(std::is_sorted(teams.ids.begin(), teams.ids.end()));
    for (std::size_t p = 0; p < persons.ids.size(); ++p) {
        EXPECT_LT(persons.team[p], teams.ids.size());
        EXPECT_GT(persons.phase[p], 0);  // a phase of their own, not everybody
    }
}

TEST_F(SnapshotTest, LeavesOutWhatIsNotWantedAndTouchesNothing) {
    Session watched = session("1"), alone = session("1");
    SnapshotMaker maker;
    while (!watched.is_finished()) {
        watched.advance();
        maker.make(watched, wants, Look::everybody);
        alone.advance();
    }
    expect_identical(*watched.line(1).run, *alone.line(1).run);
    EXPECT_EQ(SnapshotMaker().make(watched, {{0}, {}, {}}, Look::curves)->everybody, nullptr);
    const auto bare = maker.make(watched, {{0}, {}, {}}, Look::curves);
    EXPECT_EQ(bare->everybody->week, Week{52});  // the last look stays
    EXPECT_THAT(bare->now().curves.values, SizeIs(13 * bare->now().curves.phases));
    EXPECT_TRUE(bare->is_finished);
    EXPECT_EQ(bare->number, 14u);
}

}  // namespace
}  // namespace bevlogen::testing
