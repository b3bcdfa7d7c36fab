// A file that is no whole results file of ours gives a sentence, never a crash.
#include "sim/record/results_reader.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "sim/core/diagnostic.hpp"
#include "sim/record/digest.hpp"
#include "sim/record/h5.hpp"
#include "tests/unit/record/fake_run.hpp"

namespace bevlogen::testing {
namespace {

using ::testing::HasSubstr;

class ResultsReaderTest : public ::testing::Test {
  protected:
    std::filesystem::path write_run(const std::string& name) {
        ResultsWriter writer(folder / name, described({"baseline"}, 1), plan);
        writer.add(0, 0, fake_record(plan, 0, 1, true));
        writer.finish(kProvenance);
        return folder / name;
    }
    // As HDF5 alone would have written it.
    static std::string without_digest(std::string content) {
        content.resize(content.size() - kDigestBytes);
        return content;
    }
    // The sentence about a file, with the file before it; checks that it stands at the file as a whole.
    std::string sentence_about(const std::filesystem::path& file) {
        try {
            summarise_results(file);
        } catch (const InputError& error) {
            const std::vector<Diagnostic> all = error.diagnostics().sorted();
            EXPECT_EQ(all.size(), 1u);
            EXPECT_EQ(all[0].place.file, file.string());
            EXPECT_EQ(all[0].place.line, 0u);
            return all[0].message;
        }
        return "read without complaint";
    }

    FakeModel model;
    RecordPlan plan{model, scenario_of_years(1), small_panel(false)};
    Folder folder;
};

TEST_F(ResultsReaderTest, SaysThatThereIsNoSuchFile) { EXPECT_EQ(sentence_about(folder / "missing.h5"), "there is no such file"); }

TEST_F(ResultsReaderTest, SaysThatItIsAFolder) { EXPECT_THAT(sentence_about(folder / ""), HasSubstr("is a folder")); }

TEST_F(ResultsReaderTest, SaysThatItIsEmpty) {
    write_content(folder / "empty.h5", "");
    EXPECT_THAT(sentence_about(folder / "empty.h5"), HasSubstr("is empty"));
}

TEST_F(ResultsReaderTest, SaysThatItIsNoHdf5File) {
    write_content(folder / "text.h5", "title = \"baseline\"\n");
    EXPECT_THAT(sentence_about(folder / "text.h5"), HasSubstr("is not an HDF5 file"));
}

TEST_F(ResultsReaderTest, SaysThatItIsStillBeingWritten) {
    write_content(folder / "run.h5.part", content_of(write_run("run.h5")));
    EXPECT_THAT(sentence_about(folder / "run.h5.part"), HasSubstr("still being written"));
}

TEST_F(ResultsReaderTest, SaysThatItIsCutOffAtAnyLength) {
    const std::string whole = without_digest(content_of(write_run("run.h5")));
    const std::filesystem::path cut = folder / "cut.h5";
    std::vector<std::size_t> lengths = {1, 7, 8, 9, 47, 48, 49, 95, 96, 511, 512, whole.size() - 1};
    for (std::size_t size = 600; size < whole.size(); size += whole.size() / 200 + 1) lengths.push_back(size);
    for (const std::size_t size : lengths) {
        write_content(cut, whole.substr(0, size));
        EXPECT_THAT(sentence_about(cut), HasSubstr("is cut off")) << size << " of " << whole.size() << " bytes";
    }
}

// Protects the checksum of each chunk; HDF5 keeps none of texts and coordinates.
TEST_F(ResultsReaderTest, NeverTakesADamagedNumberForATrueOne) {
    const std::filesystem::path file = write_run("run.h5");
    const std::filesystem::path damaged = folder / "damaged.h5";
    haddr_t begin = 0;
    hsize_t size = 0;
    {
        const h5::File opened = h5::open_file(file);
        const h5::Dataset data(H5Dopen2(opened, "hours", H5P_DEFAULT), "open hours");
        const h5::Space space(H5Dget_space(data), "get the space");
        unsigned filters = 0;
        ASSERT_GE(H5Dget_chunk_info(data, space, 0, nullptr, &filters, &begin, &size), 0);
    }
    const std::string whole = without_digest(content_of(file));
    for (hsize_t at = begin; at < begin + size; at += 1 + size / 50) {
        std::string content = whole;
        content[at] = static_cast<char>(content[at] ^ 0x08);
        write_content(damaged, content);
        try {
            diff_results(file, damaged, {});
            ADD_FAILURE() << "byte " << at;
        } catch (const InputError& error) {
            EXPECT_THAT(error.diagnostics().report(), HasSubstr("damaged.h5: error: is cut off or damaged: cannot read hours"));
        }
    }
}

// Protects texts and coordinates too, of which HDF5 keeps no checksums.
TEST_F(ResultsReaderTest, NoticesAnyByteThatHasChanged) {
    const std::string whole = content_of(write_run("run.h5"));
    for (std::size_t at = 8; at + kDigestBytes < whole.size(); at += 1 + whole.size() / 150) {
        std::string content = whole;
        content[at] = static_cast<char>(content[at] ^ 0x10);
        write_content(folder / "damaged.h5", content);
        EXPECT_THAT(sentence_about(folder / "damaged.h5"), HasSubstr("its bytes are not those that were written")) << "byte " << at;
    }
}

TEST_F(ResultsReaderTest, ReadsWhatHasNoDigest) {
    write_content(folder / "plain.h5", without_digest(content_of(write_run("run.h5"))));
    EXPECT_TRUE(diff_results(folder / "run.h5", folder / "plain.h5", {}).identical);
}

TEST_F(ResultsReaderTest, SaysThatItIsOfAnotherProgram) {
    { const h5::File file = h5::create_file(folder / "foreign.h5"); }
    EXPECT_THAT(sentence_about(folder / "foreign.h5"), HasSubstr("not a results file of bevlogen"));
}

TEST_F(ResultsReaderTest, SaysThatItIsOfAnotherVersion) {
    const auto of_version = [&](int version, const char* writer) {
        const h5::File file = h5::create_file(folder / "other.h5");
        h5::write_attribute(file, "format", kResultsFormat);
        h5::write_attribute(file, "format_version", version);
        h5::write_attribute(file, "version", writer);
    };
    of_version(3, "9.1.0");
    EXPECT_EQ(sentence_about(folder / "other.h5"), "has format version 3, written by bevlogen 9.1.0; this program reads version 2 only");
    of_version(1, "0.1.0");
    EXPECT_EQ(sentence_about(folder / "other.h5"),
              "has format version 1, written by bevlogen 0.1.0; this program reads version 2 only: repeat the run to have it anew");
}

}  // namespace
}  // namespace bevlogen::testing
