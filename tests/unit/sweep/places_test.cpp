// The names by which the files of a sweep are found again, and which runs a share holds.
#include "sim/sweep/places.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <filesystem>
#include <set>

#include "tests/unit/record/fake_run.hpp"

namespace bevlogen::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
namespace fs = std::filesystem;

TEST(Share, IsParsedWhereItIsOneOfSeveral) {
    const auto third = parse_share("3/64");
    ASSERT_TRUE(third);
    EXPECT_EQ(std::pair(third->k, third->n), std::pair(std::size_t{3}, std::size_t{64}));
    EXPECT_TRUE(parse_share("1/1")->is_whole());
    EXPECT_FALSE(parse_share("1/2")->is_whole());
    for (const char* wrong : {"", "/", "3", "3/", "/3", "0/3", "4/3", "-1/3", "1/0", " 1/3", "1/3 ", "1/+3", "1.0/3", "a/b", "1/3/3",
                              "1/99999999999999999999999"})
        EXPECT_FALSE(parse_share(wrong)) << wrong;
}

RC_GTEST_PROP(Share, OfAnyNumberHoldsEveryRunOnce, ()) {
    const auto n = *rc::gen::inRange<std::size_t>(1, 70), runs = *rc::gen::inRange<std::size_t>(0, 300);
    std::size_t all = 0;
    std::vector<int> holders(runs);
    for (std::size_t k = 1; k <= n; ++k) {
        const Share share{k, n};
        std::size_t held = 0;
        for (std::size_t run = 0; run < runs; ++run) {
            if (!share.holds(run)) continue;
            ++held;
            ++holders[run];
        }
        RC_ASSERT(share.of(runs) == held);
        all += share.of(runs);
    }
    RC_ASSERT(all == runs);
    RC_ASSERT(std::all_of(holders.begin(), holders.end(), [](int count) { return count == 1; }));
}

TEST(Places, AreNamedAfterTheFileToCome) {
    EXPECT_EQ(shard_of("a/s.h5", {3, 64}), "a/s.shard-3-of-64.h5");
    EXPECT_EQ(worker_of("s.h5", 1, 8), "s.worker-2-of-8.h5");
    EXPECT_EQ(worker_of(shard_of("s.h5", {1, 2}), 0, 3), "s.shard-1-of-2.worker-1-of-3.h5");
    EXPECT_EQ(journal_beside("a/s.h5"), "a/s.h5.journal");
    EXPECT_EQ(shard_of("a.b c.sweep.h5", {1, 2}), "a.b c.sweep.shard-1-of-2.h5");
    EXPECT_EQ(shard_of("bare", {1, 2}), "bare.shard-1-of-2");
}

class PlacesOf : public ::testing::Test {
  protected:
    std::vector<std::string> names_of(const std::string& out) const {
        std::vector<std::string> names;
        for (const SweepPlace& place : places_of(folder / out)) names.push_back(place.path.filename().string());
        return names;
    }
    void make(const std::vector<std::string>& names) const {
        for (const std::string& name : names) write_content(folder / name, "x");
    }
    Folder folder;
};

TEST_F(PlacesOf, ASweepAreItsResultsItsShardsItsWorkersAndTheirJournals) {
    make({"s.h5", "s.h5.journal", "s.shard-10-of-12.h5", "s.shard-2-of-12.h5.journal", "s.worker-1-of-3.h5.journal"});
    const std::vector<SweepPlace> places = places_of(folder / "s.h5");
    ASSERT_EQ(places.size(), 5u);
    EXPECT_EQ(places[0].path, folder / "s.h5");
    EXPECT_EQ(places[0].kind, SweepFileKind::results);
    EXPECT_FALSE(places[0].is_journal);
    EXPECT_EQ(places[1].kind, SweepFileKind::results);
    EXPECT_TRUE(places[1].is_journal);
    EXPECT_EQ(places[2].path, folder / "s.shard-10-of-12.h5");
    EXPECT_EQ(places[2].kind, SweepFileKind::shard);
    EXPECT_EQ(std::pair(places[2].share.k, places[2].share.n), std::pair(std::size_t{10}, std::size_t{12}));
    EXPECT_FALSE(places[2].is_journal);
    EXPECT_TRUE(places[3].is_journal);
    EXPECT_EQ(places[3].share.k, 2u);
    EXPECT_EQ(places[4].kind, SweepFileKind::worker);
}

TEST_F(PlacesOf, AShardAreItsWorkersTooAndTheSweepHasThemAll) {
    make({"s.shard-1-of-2.h5.journal", "s.shard-1-of-2.worker-3-of-4.h5.journal", "s.shard-2-of-2.worker-1-of-4.h5.journal",
          "s.shard-1-of-2.worker-5-of-4.h5.journal", "s.worker-1-of-2.shard-1-of-2.h5"});
    const std::vector<SweepPlace> places = places_of(folder / "s.h5");
    ASSERT_EQ(places.size(), 3u);
    EXPECT_EQ(places[0].kind, SweepFileKind::shard);
    EXPECT_FALSE(places[0].within);
    EXPECT_EQ(places[1].kind, SweepFileKind::worker);
    EXPECT_EQ(std::pair(places[1].share.k, places[1].share.n), std::pair(std::size_t{3}, std::size_t{4}));
    ASSERT_TRUE(places[1].within);
    EXPECT_EQ(std::pair(places[1].within->k, places[1].within->n), std::pair(std::size_t{1}, std::size_t{2}));
    EXPECT_THAT(names_of(shard_of("s.h5", {1, 2}).string()),
                ElementsAre("s.shard-1-of-2.h5.journal", "s.shard-1-of-2.worker-3-of-4.h5.journal"));
}

TEST_F(PlacesOf, ASweepAreNoFilesOfItsNeighbours) {
    make({"s2.h5",
          "s.2.h5",
          "as.h5",
          "s.h5.part",
          "s.shard-0-of-3.h5",
          "s.shard-4-of-3.h5",
          "s.shard-1-of-.h5",
          "s.shard--of-3.h5",
          "s.shard-1-of-3",
          "s.shard-1-of-3.h5.part",
          "s.shard-1-of-3.csv",
          "s.shard-x-of-3.h5",
          "s.shard-1-of-3.more.h5",
          "s.shards.h5",
          "s.worker-1.h5",
          "s2.shard-1-of-3.h5",
          "s.journal",
          "s..h5",
          "S.h5",
          "s.shard-1-of-3.h5.journal.journal"});
    fs::create_directory(folder / "s.shard-1-of-2.h5");
    EXPECT_THAT(names_of("s.h5"), IsEmpty());
}

TEST_F(PlacesOf, ASweepWithDotsAndBlanksInItsNameAreFound) {
    make({"my sweep.v1.h5", "my sweep.v1.shard-1-of-2.h5", "my sweep.shard-1-of-2.h5", "my sweep.v1.h5.journal"});
    EXPECT_THAT(names_of("my sweep.v1.h5"), ElementsAre("my sweep.v1.h5", "my sweep.v1.h5.journal", "my sweep.v1.shard-1-of-2.h5"));
    EXPECT_THAT(names_of("my sweep.h5"), ElementsAre("my sweep.shard-1-of-2.h5"));
    make({"bare", "bare.shard-1-of-2", "bare.journal"});
    EXPECT_THAT(names_of("bare"), ElementsAre("bare", "bare.journal", "bare.shard-1-of-2"));
}

// Whatever is named by shard_of and worker_of is found as what it is.
RC_GTEST_FIXTURE_PROP(PlacesOf, AnyShareAreFoundAsThatShare, ()) {
    const auto n = *rc::gen::inRange<std::size_t>(1, 2000), k = *rc::gen::inRange<std::size_t>(1, n + 1);
    const fs::path out = folder / *rc::gen::element<std::string>("s.h5", "a b.c.h5", "x.y.z", "bare", ".h5");
    write_content(journal_beside(shard_of(out, {k, n})), "x");
    write_content(worker_of(out, k - 1, n), "x");
    const std::vector<SweepPlace> places = places_of(out);
    RC_ASSERT(places.size() == 2u);
    for (const SweepPlace& place : places) {
        RC_ASSERT(place.share.k == k);
        RC_ASSERT(place.share.n == n);
        RC_ASSERT(place.is_journal == (place.kind == SweepFileKind::shard));
        fs::remove(place.path);
    }
}

TEST_F(PlacesOf, AFolderThatIsNotThereAreNone) { EXPECT_THAT(names_of("not/there.h5"), IsEmpty()); }

TEST_F(PlacesOf, AFileInTheWorkingDirectoryHaveNoFolder) {
    make({"s.h5"});
    const fs::path before = fs::current_path();
    fs::current_path(folder / "");
    const std::vector<SweepPlace> places = places_of("s.h5");
    fs::current_path(before);
    ASSERT_EQ(places.size(), 1u);
    EXPECT_EQ(places[0].path, "s.h5");
}

// A worker that ends gives its results file its name, then removes its journal.
TEST_F(PlacesOf, AreListedAgainWhereAWorkerEndsMeanwhile) {
    make({"s.shard-1-of-2.h5.journal"});
    int looks = 0;
    const auto found = look_at_places(folder / "s.h5", [&](const std::vector<SweepPlace>& places) {
        if (++looks == 1) {
            make({"s.shard-1-of-2.h5"});
            fs::remove(folder / "s.shard-1-of-2.h5.journal");
        }
        for (const SweepPlace& place : places) {
            if (place.is_journal) JournalFile file(place.path);
        }
        return places;
    });
    EXPECT_EQ(looks, 2);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].path, folder / "s.shard-1-of-2.h5");
}

TEST_F(PlacesOf, AreGivenUpWhereAJournalIsNeverThere) {
    EXPECT_THROW(look_at_places(folder / "s.h5", [](const auto&) { return JournalFile("s.h5.journal").size(); }), JournalGone);
}

}  // namespace
}  // namespace bevlogen::testing
