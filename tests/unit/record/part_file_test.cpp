// A file has its name when it is whole; nobody writes through a link or into the file of another.
#include "sim/record/part_file.hpp"

#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <stdexcept>

#include "sim/record/final_name.hpp"
#include "sim/record/locked_file.hpp"
#include "tests/unit/record/fake_run.hpp"

namespace bevlogen::testing {
namespace {

namespace fs = std::filesystem;
using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::ThrowsMessage;

class PartFileTest : public ::testing::Test {
  protected:
    std::string content_of(const fs::path& file) const {
        std::ifstream stream(file, std::ios::binary);
        return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
    }
    auto opening(const fs::path& path) const {
        return [path] { const PartFile file(path); };
    }

    Folder folder;
    fs::path name = folder / "table.csv", part = folder / "table.csv.part";
};

TEST_F(PartFileTest, HasItsNameWhenItIsFinishedAndIsGoneWhenItIsNot) {
    write_content(name, "old");
    {
        PartFile file(name);
        file.write("half");
        EXPECT_EQ(content_of(name), "old");
    }
    EXPECT_EQ(content_of(name), "old");
    EXPECT_FALSE(fs::exists(part));
    PartFile file(name);
    file.write("whole ");
    file.write("new");
    file.finish();
    EXPECT_EQ(content_of(name), "whole new");
    EXPECT_FALSE(fs::exists(part));
}

TEST_F(PartFileTest, TakesOverWhatAKilledProcessLeft) {
    write_content(part, "a longer content than the new one");
    write_whole(name, "new");
    EXPECT_EQ(content_of(name), "new");
    EXPECT_FALSE(fs::exists(part));
}

TEST_F(PartFileTest, IsOneProcessAtATime) {
    PartFile first(name);
    first.write("first");
    EXPECT_THAT(opening(name),
                ThrowsMessage<std::runtime_error>(AllOf(HasSubstr(part.string()), HasSubstr("another process is writing to it"))));
    first.finish();
    EXPECT_EQ(content_of(name), "first");
    write_whole(name, "second");  // the lock went with the first
    EXPECT_EQ(content_of(name), "second");
}

TEST_F(PartFileTest, NothingIsWrittenThroughALink) {
    const fs::path other = folder / "other";
    write_content(other, "somebody's");
    for (const fs::path& link : {name, part}) {
        for (const fs::path& target : {other, folder / "nothing"}) {
            fs::create_symlink(target, link);
            EXPECT_THAT(opening(name), ThrowsMessage<std::runtime_error>(AllOf(
                                           HasSubstr(link.string() + ": it is a link to " + target.string()), HasSubstr("remove it"))));
            EXPECT_TRUE(fs::is_symlink(link));
            fs::remove(link);
        }
    }
    EXPECT_EQ(content_of(other), "somebody's");
    EXPECT_FALSE(fs::exists(folder / "nothing"));
}

TEST_F(PartFileTest, AFolderThatIsALinkIsAFolder) {
    fs::create_directory(folder / "disk");
    fs::create_directory_symlink(folder / "disk", folder / "results");
    write_whole(folder / "results/a.csv", "x");
    EXPECT_EQ(content_of(folder / "disk/a.csv"), "x");
}

// Whoever waits for a name may get hold of a file that its owner has just renamed or deleted.
TEST_F(PartFileTest, WhatIsLockedIsWhatStandsUnderTheName) {
    static fs::path place;
    static int calls;
    place = part;
    calls = 0;
    const auto lock = [](int) {
        if (calls++ == 0) fs::remove(place);
        return 0;
    };
    const int descriptor = open_locked("", part, O_RDWR | O_CREAT, lock);
    EXPECT_EQ(calls, 2);
    ASSERT_EQ(::write(descriptor, "x", 1), 1);
    ::close(descriptor);
    EXPECT_EQ(content_of(part), "x");
}

TEST_F(PartFileTest, APipeInItsPlaceIsRefused) {
    ASSERT_EQ(::mkfifo(part.c_str(), 0600), 0);
    EXPECT_THAT(opening(name), ThrowsMessage<std::runtime_error>(HasSubstr("is not an ordinary file")));
    EXPECT_TRUE(fs::is_fifo(part));
}

TEST_F(PartFileTest, WithoutAFolderThereIsNoFile) {
    EXPECT_THAT(opening(folder / "none" / "a.csv"), ThrowsMessage<std::runtime_error>(HasSubstr("there is no folder")));
}

}  // namespace
}  // namespace bevlogen::testing
