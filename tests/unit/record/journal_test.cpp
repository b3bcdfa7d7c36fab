// A journal gives back every whole entry, whatever happened to its end.
#include "sim/record/journal.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/resource.h>

#include <csignal>
#include <stdexcept>

#include "tests/unit/record/fake_run.hpp"

namespace bevlogen::testing {
namespace {

JournalEntry entry_of(std::uint32_t replicate, std::size_t size) {
    JournalEntry entry{JournalEntryKind::finished_run, 7, replicate, {}};
    for (std::size_t i = 0; i < size; ++i) entry.payload.push_back(static_cast<std::byte>(i * 31 + replicate));
    return entry;
}

bool is_entry(const Journal& journal, std::size_t i, const JournalEntry& expected) {
    const JournalPlace& found = journal.found()[i];
    return found.kind == expected.kind && found.scenario == expected.scenario && found.replicate == expected.replicate &&
           journal.read(found) == expected.payload;
}

constexpr std::size_t kAround = 16 + 12;  // bytes of an entry beside its payload: length and checksums; kind, scenario, replicate

class JournalTest : public ::testing::Test {
  protected:
    void append_two() {
        Journal journal(path, "identity");
        journal.append(entry_of(0, 40));
        journal.append(entry_of(1, 60));
    }
    Folder folder;
    std::filesystem::path path = folder / "sweep.journal";
};

TEST_F(JournalTest, GivesBackItsEntriesInOrder) {
    append_two();
    {
        Journal journal(path, "identity");
        ASSERT_EQ(journal.found().size(), 2u);
        EXPECT_TRUE(is_entry(journal, 0, entry_of(0, 40)));
        EXPECT_TRUE(is_entry(journal, 1, entry_of(1, 60)));
        journal.append({JournalEntryKind::checkpoint, 1, 2, {}});
    }
    const Journal journal(path, "identity");
    ASSERT_EQ(journal.found().size(), 3u);
    EXPECT_TRUE(is_entry(journal, 2, {JournalEntryKind::checkpoint, 1, 2, {}}));
}

TEST_F(JournalTest, LosesOnlyTheTornEntryWhereverItsTailIsCut) {
    append_two();
    const std::string whole = content_of(path);
    const std::size_t last_entry = 60 + kAround;
    const std::size_t end_of_first = whole.size() - last_entry;
    for (std::size_t size = end_of_first; size < whole.size(); ++size) {
        write_content(path, whole.substr(0, size));
        {
            Journal journal(path, "identity");
            ASSERT_EQ(journal.found().size(), 1u) << "cut at " << size;
            EXPECT_EQ(std::filesystem::file_size(path), end_of_first);
            journal.append(entry_of(9, 5));
        }
        const Journal journal(path, "identity");
        ASSERT_EQ(journal.found().size(), 2u) << "cut at " << size;
        EXPECT_TRUE(is_entry(journal, 1, entry_of(9, 5)));
    }
}

TEST_F(JournalTest, StartsAnewWhereverItsHeaderIsCut) {
    { const Journal journal(path, "identity"); }
    const std::string header = content_of(path);
    for (std::size_t size = 0; size < header.size(); ++size) {
        write_content(path, header.substr(0, size));
        { const Journal journal(path, "identity"); }
        EXPECT_EQ(content_of(path), header);
    }
}

// Runs that are there must not be thrown away silently: only what a broken-off write leaves is cut.
TEST_F(JournalTest, RefusesAnEntryInWhichAnyBitIsWrongAndLeavesTheFileAsItIs) {
    append_two();
    const std::string whole = content_of(path);
    const std::size_t begin_of_first = whole.size() - (60 + kAround) - (40 + kAround);
    const std::size_t begin_of_second = begin_of_first + 40 + kAround;
    for (std::size_t at = begin_of_first; at < whole.size(); ++at) {
        std::string damaged = whole;
        damaged[at] = static_cast<char>(damaged[at] ^ 0x10);
        write_content(path, damaged);
        try {
            const Journal journal(path, "identity");
            FAIL() << "byte " << at;
        } catch (const std::runtime_error& error) {
            const std::string cut_at = std::to_string(at < begin_of_second ? begin_of_first : begin_of_second);
            EXPECT_THAT(error.what(), ::testing::HasSubstr("truncate -s " + cut_at + " ")) << "byte " << at;
        }
        EXPECT_EQ(content_of(path), damaged);
    }
    std::filesystem::resize_file(path, begin_of_second);  // as the message says
    const Journal journal(path, "identity");
    ASSERT_EQ(journal.found().size(), 1u);
    EXPECT_TRUE(is_entry(journal, 0, entry_of(0, 40)));
}

TEST_F(JournalTest, KeepsWhatIsNotYetSynchronised) {
    {
        Journal journal(path, "identity");
        journal.append_unsynchronised(entry_of(0, 40));
        journal.append_unsynchronised(entry_of(1, 60));
        journal.synchronise();
    }
    const std::string many = content_of(path);
    std::filesystem::remove(path);
    append_two();
    EXPECT_EQ(content_of(path), many);
}

TEST_F(JournalTest, IsReadWhileAnotherWrites) {
    Journal journal(path, "identity");
    journal.append(entry_of(0, 40));
    const JournalFile reader(path);
    EXPECT_TRUE(reader.is_being_written());
    EXPECT_EQ(look_at_start(reader, "identity"), JournalStart::is_of_identity);
    EXPECT_EQ(look_at_start(reader, "another"), JournalStart::is_of_another);
    ASSERT_EQ(scan_journal(reader).places.size(), 1u);
    journal.append(entry_of(1, 60));
    const JournalScan scan = scan_journal(reader);
    ASSERT_EQ(scan.places.size(), 2u);
    EXPECT_EQ(read_entry(reader, scan.places[1]), entry_of(1, 60).payload);
    journal.remove();
    EXPECT_FALSE(reader.is_being_written());
}

TEST_F(JournalTest, TakesZerosAtItsEndForNoEntry) {
    append_two();
    write_content(path, content_of(path) + std::string(4096, '\0'));
    EXPECT_EQ(Journal(path, "identity").found().size(), 2u);
}

TEST_F(JournalTest, RefusesWorkOfAnotherIdentityAndKeepsIt) {
    append_two();
    EXPECT_THROW(Journal(path, "identitz"), InputError);
    EXPECT_EQ(Journal(path, "identity").found().size(), 2u);
}

TEST_F(JournalTest, StartsAnewForAnotherIdentityWhereNothingIsFinished) {
    { const Journal empty(path, "identity"); }
    EXPECT_TRUE(Journal(path, "identitz").found().empty());
}

TEST_F(JournalTest, DoesNotTouchAFileThatIsNoJournal) {
    write_content(path, "my thesis");
    EXPECT_THROW(Journal(path, "identity"), std::runtime_error);
    EXPECT_EQ(content_of(path), "my thesis");
}

TEST_F(JournalTest, RefusesASecondWriter) {
    const Journal journal(path, "identity");
    EXPECT_THROW(Journal(path, "identity"), std::runtime_error);
}

TEST_F(JournalTest, IsNotWrittenThroughALink) {
    const std::filesystem::path other = folder / "other";
    for (const bool is_there : {false, true}) {
        if (is_there) write_content(other, "");
        std::filesystem::create_symlink(other, path);
        EXPECT_THROW(Journal(path, "identity"), std::runtime_error);
        EXPECT_EQ(std::filesystem::exists(other), is_there);
        EXPECT_EQ(content_of(path), "");
        std::filesystem::remove(path);
    }
}

TEST_F(JournalTest, IsGoneWhenAnErrorEndsTheWorkBeforeAnythingIsInIt) {
    const auto fail = [&] {
        const Journal journal(path, "identity");
        throw std::runtime_error("the results file cannot be opened");
    };
    EXPECT_THROW(fail(), std::runtime_error);
    EXPECT_FALSE(std::filesystem::exists(path));
    append_two();
    EXPECT_THROW(fail(), std::runtime_error);
    EXPECT_TRUE(std::filesystem::exists(path));
}

TEST_F(JournalTest, IsRemovedByOthersOnlyWhenItIsUnused) {
    append_two();
    {
        const Journal writing(path, "identity");
        JournalFile(path).remove_if_unused();
        EXPECT_TRUE(std::filesystem::exists(path));
    }
    JournalFile(path).remove_if_unused();
    EXPECT_FALSE(std::filesystem::exists(path));
}

TEST_F(JournalTest, IsGoneWhenRemoved) {
    Journal journal(path, "identity");
    journal.remove();
    EXPECT_FALSE(std::filesystem::exists(path));
}

TEST_F(JournalTest, SaysWhatItAttemptedWhereItCannotOpen) {
    try {
        Journal journal(folder / "missing/sweep.journal", "identity");
        FAIL();
    } catch (const std::runtime_error& error) {
        EXPECT_NE(std::string(error.what()).find("missing/sweep.journal: No such file or directory"), std::string::npos) << error.what();
    }
}

TEST_F(JournalTest, IsAsBeforeWhenTheDiskIsFull) {
    append_two();
    const auto size = std::filesystem::file_size(path);
    rlimit before{};
    getrlimit(RLIMIT_FSIZE, &before);
    const auto handler = std::signal(SIGXFSZ, SIG_IGN);
    const rlimit small{size + 100, before.rlim_max};
    {
        Journal journal(path, "identity");
        setrlimit(RLIMIT_FSIZE, &small);
        EXPECT_THROW(journal.append(entry_of(2, 500)), std::runtime_error);
        setrlimit(RLIMIT_FSIZE, &before);
        EXPECT_EQ(std::filesystem::file_size(path), size);
        journal.append(entry_of(3, 500));
    }
    std::signal(SIGXFSZ, handler);
    EXPECT_EQ(Journal(path, "identity").found().size(), 3u);
}

}  // namespace
}  // namespace bevlogen::testing
