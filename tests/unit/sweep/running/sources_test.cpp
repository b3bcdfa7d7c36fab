// What counts of a run that lies in several files.
#include "sim/sweep/sources.hpp"

#include <gmock/gmock.h>

#include "sim/core/diagnostic.hpp"
#include "sim/record/journal.hpp"
#include "sim/sweep/journal_start.hpp"
#include "tests/unit/sweep/running/sweep_runs.hpp"

namespace bevlogen::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;

constexpr const char* kIdentity = "of this sweep";

SweepRun done_with(float value) { return {{value}, {1.0f}, {}, {}}; }

JournalEntry finished(std::uint32_t point, std::uint32_t replicate, float value) {
    return {JournalEntryKind::finished_run, point, replicate, JournalRun{10.0, 1.0, done_with(value)}.to_bytes()};
}

JournalEntry failed(std::uint32_t point, std::uint32_t replicate, const std::string& why) {
    SweepRun run;
    run.failure = why;
    return {JournalEntryKind::failed_run, point, replicate, JournalRun{10.0, 1.0, run}.to_bytes()};
}

JournalEntry checkpoint(std::uint32_t point, std::uint32_t replicate, int bytes) {
    return {JournalEntryKind::checkpoint, point, replicate, std::vector<std::byte>(static_cast<std::size_t>(bytes))};
}

class SweepSourcesTest : public SweepRuns {
  protected:
    static SweepPlace journal(const std::string& name, const std::vector<JournalEntry>& entries, const std::string& identity = kIdentity) {
        Journal written(name, identity);
        for (const JournalEntry& entry : entries) written.append(entry);
        return {name, SweepFileKind::worker, true, {}};
    }
    // Three points under two replicates.
    static SweepSources sources_of(const std::vector<SweepPlace>& places) { return {places, kIdentity, 3, 2}; }
    static float value_of(const SweepSources& sources, std::size_t point, std::size_t replicate) {
        return sources.run(point, replicate)->values.at(0);
    }
};

TEST_F(SweepSourcesTest, FindTheRunsOfAllJournals) {
    const SweepSources sources =
        sources_of({journal("a", {finished(0, 0, 1.5f), finished(2, 1, 2.5f)}), journal("b", {failed(1, 0, "why"), finished(1, 1, 3.5f)})});
    EXPECT_EQ(value_of(sources, 0, 0), 1.5f);
    EXPECT_EQ(value_of(sources, 2, 1), 2.5f);
    EXPECT_EQ(value_of(sources, 1, 1), 3.5f);
    EXPECT_EQ(sources.run(1, 0)->failure, "why");
    EXPECT_FALSE(sources.run(2, 0));
    EXPECT_EQ(sources.status(2, 0), SweepRunStatus::missing);
    EXPECT_EQ(sources.status(1, 0), SweepRunStatus::failed);
    EXPECT_EQ(sources.count(SweepRunStatus::done), 3u);
    EXPECT_EQ(sources.count(SweepRunStatus::failed), 1u);
    EXPECT_EQ(sources.count(SweepRunStatus::missing), 2u);
}

TEST_F(SweepSourcesTest, TakeWhatIsDoneForMoreThanWhatFailedAndOfSeveralTheLast) {
    const SweepSources sources = sources_of({journal("a", {failed(0, 0, "first"), finished(0, 0, 1.0f), failed(0, 0, "later")}),
                                             journal("b", {finished(1, 0, 2.0f), finished(1, 0, 3.0f), failed(2, 0, "one")}),
                                             journal("c", {failed(1, 0, "later"), failed(2, 0, "two")})});
    EXPECT_EQ(value_of(sources, 0, 0), 1.0f);
    EXPECT_EQ(value_of(sources, 1, 0), 3.0f);
    EXPECT_EQ(sources.run(2, 0)->failure, "two");
}

TEST_F(SweepSourcesTest, GiveTheNewestCheckpointOfARun) {
    const SweepSources sources = sources_of(
        {journal("a", {checkpoint(0, 1, 10), checkpoint(1, 1, 20), checkpoint(0, 1, 30)}), journal("b", {checkpoint(1, 1, 40)})});
    EXPECT_EQ(sources.checkpoint(0, 1).size(), 30u);
    EXPECT_EQ(sources.checkpoint(1, 1).size(), 40u);
    EXPECT_THAT(sources.checkpoint(0, 0), IsEmpty());
    EXPECT_EQ(sources.status(0, 1), SweepRunStatus::missing);
}

// A run that one process left is in hand of another at the next start: what that one leaves is newer, whatever the journals are called.
TEST_F(SweepSourcesTest, GiveTheCheckpointOfTheLastStart) {
    const auto start = [](double began) {
        JournalStartWords words;
        words.began = began;
        return start_entry(words);
    };
    const SweepSources sources = sources_of({journal("a", {start(100.0), checkpoint(0, 0, 10), start(300.0), checkpoint(1, 0, 20)}),
                                             journal("b", {start(101.0), checkpoint(1, 0, 30), start(200.0), checkpoint(0, 0, 40)})});
    EXPECT_EQ(sources.checkpoint(0, 0).size(), 40u);
    EXPECT_EQ(sources.checkpoint(1, 0).size(), 20u);
}

TEST_F(SweepSourcesTest, PassOverReplicatesThatAreNotWantedNow) {
    const SweepSources sources = sources_of({journal("a", {finished(0, 2, 1.0f), finished(0, 1, 2.0f), checkpoint(1, 7, 10)})});
    EXPECT_EQ(sources.count(SweepRunStatus::done), 1u);
    EXPECT_EQ(value_of(sources, 0, 1), 2.0f);
}

TEST_F(SweepSourcesTest, PassOverAJournalThatHasJustBegun) {
    journal("a", {});
    const std::string header = content_of("a");
    for (const std::size_t size : {std::size_t{0}, header.size() / 2, header.size()}) {
        write_content("b", header.substr(0, size));
        EXPECT_EQ(sources_of({{"b", SweepFileKind::worker, true, {}}}).count(SweepRunStatus::missing), 6u) << size;
    }
}

TEST_F(SweepSourcesTest, PassOverATornTail) {
    journal("a", {finished(0, 0, 1.0f), finished(1, 0, 2.0f)});
    const std::string whole = content_of("a");
    write_content("a", whole.substr(0, whole.size() - 3));
    EXPECT_EQ(sources_of({{"a", SweepFileKind::worker, true, {}}}).count(SweepRunStatus::done), 1u);
    EXPECT_EQ(content_of("a").size(), whole.size() - 3);  // nothing is changed
}

TEST_F(SweepSourcesTest, RefuseWhatIsOfAnotherSweepOrOfNone) {
    const SweepPlace foreign = journal("a", {finished(0, 0, 1.0f)}, "of another");
    EXPECT_THAT(report_of([&] { sources_of({foreign}); }), HasSubstr("a: error: belongs to another sweep"));
    write_content("b", "a long text that is no journal, and longer than the header of one would be");
    EXPECT_THAT(report_of([&] { sources_of({{"b", SweepFileKind::worker, true, {}}}); }), HasSubstr("b: error: is not a journal"));
    write_content("c.h5", "no results either");
    EXPECT_THAT(report_of([&] { sources_of({{"c.h5", SweepFileKind::results, false, {}}}); }), HasSubstr("c.h5"));
}

TEST_F(SweepSourcesTest, RefuseAJournalThatIsDamaged) {
    const SweepPlace place = journal("a", {finished(0, 0, 1.0f), finished(1, 0, 2.0f)});
    std::string content = content_of("a");
    content[content.size() - 90] = static_cast<char>(content[content.size() - 90] ^ 1);
    write_content("a", content);
    EXPECT_THROW(sources_of({place}), std::runtime_error);
}

// A file is older than the journals beside it, and has what was done before.
TEST_F(SweepSourcesTest, FindTheRunsOfFilesBesideThoseOfJournals) {
    const SweepPlan plan = moods();
    SweepExecution half = into("sweep.h5");
    half.share = {1, 2};
    run(plan, half);
    const std::string identity = sweep_identity(plan, model_of_plan(plan));
    const SweepRun of_file = StoredSweep("sweep.shard-1-of-2.h5").run(0, 0);
    const SweepPlace beside = journal("sweep.h5.journal", {failed(0, 0, "before"), finished(1, 0, 9.0f)}, identity);
    const SweepSources sources({beside, {"sweep.shard-1-of-2.h5", SweepFileKind::shard, false, {1, 2}}}, identity, 5, 2);
    EXPECT_EQ(sources.count(SweepRunStatus::done), 6u);
    EXPECT_EQ(sources.run(0, 0)->values, of_file.values);
    EXPECT_EQ(value_of(sources, 1, 0), 9.0f);
    const SweepSources of_one_replicate(places_of("sweep.h5"), identity, 5, 1);
    EXPECT_EQ(of_one_replicate.count(SweepRunStatus::done), 4u);  // points 1, 3 and 5, and 2 of the journal
    EXPECT_THAT(report_of([&] { SweepSources(places_of("sweep.h5"), identity, 4, 2); }), HasSubstr("belongs to another sweep"));
}

TEST_F(SweepSourcesTest, SayWhereAJournalIsGone) { EXPECT_THROW(sources_of({{"a", SweepFileKind::worker, true, {}}}), JournalGone); }

TEST(JournalRun, IsReadBackFromItsBytes) {
    SweepRun failure;
    failure.failure = "why";
    for (const SweepRun& run : {done_with(2.5f), failure}) {
        const JournalRun again = JournalRun::from_bytes(JournalRun{1e9 + 0.25, 3.5, run}.to_bytes());
        EXPECT_EQ(again.ended, 1e9 + 0.25);
        EXPECT_EQ(again.seconds, 3.5);
        EXPECT_EQ(again.run.values, run.values);
        EXPECT_EQ(again.run.persons, run.persons);
        EXPECT_EQ(again.run.failure, run.failure);
    }
    const std::vector<std::byte> whole = JournalRun{1.0, 2.0, done_with(1.0f)}.to_bytes();
    for (std::size_t size = 0; size < whole.size(); ++size)
        EXPECT_THROW(JournalRun::from_bytes(std::span(whole).first(size)), std::runtime_error) << size;
}

}  // namespace
}  // namespace bevlogen::testing
