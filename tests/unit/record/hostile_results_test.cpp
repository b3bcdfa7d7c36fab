// Files that are made to harm whoever reads them: each is refused with a sentence, in a moment, and takes no memory for what it says.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <unistd.h>

#include <csignal>
#include <fstream>

#include "sim/core/diagnostic.hpp"
#include "sim/record/digest.hpp"
#include "sim/record/h5.hpp"
#include "sim/record/reading_process.hpp"
#include "sim/record/results_reader.hpp"
#include "sim/record/stored_results.hpp"
#include "tests/unit/record/fake_run.hpp"

namespace bevlogen::testing {
namespace {

using ::testing::AnyOf;
using ::testing::HasSubstr;

class HostileResultsTest : public ::testing::Test {
  protected:
    HostileResultsTest() {
        ResultsWriter writer(healthy, described({"baseline"}, 1), plan);
        writer.add(0, 0, fake_record(plan, 0, 1, true));
        writer.finish(kProvenance);
    }

    // A copy of the healthy file, open for writing: HDF5 cuts its digest off.
    template <class Change>
    std::filesystem::path changed(Change change) {
        const std::filesystem::path file = folder / "hostile.h5";
        std::filesystem::copy_file(healthy, file, std::filesystem::copy_options::overwrite_existing);
        const h5::File opened(H5Fopen(file.c_str(), H5F_ACC_RDWR, H5P_DEFAULT), "open for writing");
        change(static_cast<hid_t>(opened));
        return file;
    }
    static h5::Dataset make(hid_t file, const char* name, hid_t type, std::vector<hsize_t> extent, hid_t properties = H5P_DEFAULT) {
        const h5::Space space(H5Screate_simple(static_cast<int>(extent.size()), extent.data(), nullptr), "shape");
        return {H5Dcreate2(file, name, type, space, H5P_DEFAULT, properties, H5P_DEFAULT), "create"};
    }
    // What is said of a file of which everything is read, or "read".
    static std::string said_of(const std::filesystem::path& file) {
        try {
            const StoredResults results(file);
            for (const StoredVariable& variable : results.variables()) results.read(variable);
            diff_results(file, file, {});
        } catch (const InputError& error) {
            return error.diagnostics().sorted().front().message;
        }
        return "read";
    }

    FakeModel model;
    RecordPlan plan{model, scenario_of_years(1), small_panel(false)};
    Folder folder;
    std::filesystem::path healthy = folder / "healthy.h5";
};

TEST_F(HostileResultsTest, AHealthyFileIsRead) {
    EXPECT_EQ(said_of(healthy), "read");
    EXPECT_EQ(said_of(changed([](hid_t) {})), "read");
}

TEST_F(HostileResultsTest, RefusesHugeDimensions) {
    const hsize_t huge = hsize_t{1} << 40;
    EXPECT_THAT(said_of(changed([&](hid_t file) { make(file, "huge", H5T_NATIVE_DOUBLE, {huge}); })), HasSubstr("holds 0 bytes of them"));
    const auto in_pieces = [](std::vector<hsize_t> chunk) {
        h5::Properties properties(H5Pcreate(H5P_DATASET_CREATE), "make properties");
        h5::check(H5Pset_chunk(properties, static_cast<int>(chunk.size()), chunk.data()), "choose chunks");
        return properties;
    };
    EXPECT_THAT(said_of(changed([&](hid_t file) { make(file, "huge", H5T_NATIVE_DOUBLE, {huge}, in_pieces({1024})); })),
                HasSubstr("it says that huge has 1099511627776 places along dimension_1"));
    const hsize_t large = hsize_t{1} << 20;
    EXPECT_THAT(said_of(changed([&](hid_t file) {
                    make(file, "huge", H5T_NATIVE_DOUBLE, {large, large}, in_pieces({1024, 1}));
                })),
                HasSubstr("belong together, more than a file of"));
    EXPECT_THAT(said_of(changed([&](hid_t file) {
                    make(file, "huge", H5T_NATIVE_INT8, {huge, huge}, in_pieces({1024, 1024}));
                })),
                HasSubstr("more values than any results file"));
    EXPECT_THAT(said_of(changed([&](hid_t file) { make(file, "huge", H5T_NATIVE_DOUBLE, {huge}, in_pieces({hsize_t{1} << 27})); })),
                HasSubstr("pieces larger than any"));
    EXPECT_THAT(said_of(changed([&](hid_t file) {
                    const h5::Dataset scale = make(file, "huge", H5T_NATIVE_INT32, {hsize_t{1} << 30}, in_pieces({1024}));
                    H5DSset_scale(scale, "huge");
                })),
                HasSubstr("the dimension huge has 1073741824 places"));
}

TEST_F(HostileResultsTest, RefusesLinksToElsewhere) {
    const char* says = "has a link to elsewhere (link), which no results file has";
    EXPECT_EQ(said_of(changed([](hid_t file) { H5Lcreate_soft("/link", file, "link", H5P_DEFAULT, H5P_DEFAULT); })), says);
    EXPECT_EQ(said_of(changed([](hid_t file) { H5Lcreate_soft("/hours", file, "link", H5P_DEFAULT, H5P_DEFAULT); })), says);
    EXPECT_EQ(said_of(changed([&](hid_t file) { H5Lcreate_external(healthy.c_str(), "/", file, "link", H5P_DEFAULT, H5P_DEFAULT); })),
              says);
    EXPECT_EQ(said_of(changed([](hid_t file) {
                  H5Ldelete(file, "provenance", H5P_DEFAULT);
                  H5Lcreate_soft("/provenance", file, "provenance", H5P_DEFAULT, H5P_DEFAULT);
              })),
              "has a link to elsewhere (provenance), which no results file has");
}

TEST_F(HostileResultsTest, GroupsThatHoldEachOtherHarmNobody) {
    EXPECT_EQ(said_of(changed([](hid_t file) {
                  const h5::Group group = h5::create_group(file, "loop");
                  H5Lcreate_hard(file, "/", group, "root", H5P_DEFAULT, H5P_DEFAULT);
                  H5Lcreate_hard(group, ".", group, "self", H5P_DEFAULT, H5P_DEFAULT);
              })),
              "read");
}

TEST_F(HostileResultsTest, RefusesValuesThatAreKeptElsewhere) {
    write_content(folder / "secret", std::string(4096, 's'));
    EXPECT_EQ(said_of(changed([&](hid_t file) {
                  const h5::Properties properties(H5Pcreate(H5P_DATASET_CREATE), "make properties");
                  H5Pset_external(properties, (folder / "secret").c_str(), 0, 4096);
                  make(file, "secret", H5T_NATIVE_INT8, {4096}, properties);
              })),
              "keeps secret in other files, which no results file does");
    EXPECT_EQ(said_of(changed([&](hid_t file) {
                  const h5::Properties properties(H5Pcreate(H5P_DATASET_CREATE), "make properties");
                  const hsize_t size = 10;
                  const h5::Space space(H5Screate_simple(1, &size, nullptr), "shape");
                  H5Pset_virtual(properties, space, healthy.c_str(), "hours", space);
                  make(file, "secret", H5T_NATIVE_INT8, {10}, properties);
              })),
              "keeps secret in a way that no results file does");
}

TEST_F(HostileResultsTest, RefusesOtherFilters) {
    EXPECT_EQ(said_of(changed([&](hid_t file) {
                  const h5::Properties properties(H5Pcreate(H5P_DATASET_CREATE), "make properties");
                  const hsize_t chunk = 10;
                  H5Pset_chunk(properties, 1, &chunk);
                  H5Pset_nbit(properties);
                  make(file, "odd", H5T_NATIVE_INT8, {10}, properties);
              })),
              "keeps odd behind a filter that no results file has (number 5)");
}

TEST_F(HostileResultsTest, RefusesADimensionOfAnotherSize) {
    EXPECT_THAT(said_of(changed([](hid_t file) {
                    const h5::Dataset data = make(file, "unlike", H5T_NATIVE_INT8, {3});
                    const std::int8_t values[3] = {};
                    H5Dwrite(data, H5T_NATIVE_INT8, H5S_ALL, H5S_ALL, H5P_DEFAULT, values);
                    const h5::Dataset scale(H5Dopen2(file, "week", H5P_DEFAULT), "open");
                    H5DSattach_scale(data, scale, 0);
                })),
                HasSubstr("unlike has 3 places along week, which has"));
}

TEST_F(HostileResultsTest, WrongTypesAndMissingGroupsHarmNobody) {
    for (const char* name : {"provenance", "scenario", "resolved_scenario", "week", "hours", "phase"}) {
        const std::filesystem::path without = changed([&](hid_t file) { H5Ldelete(file, name, H5P_DEFAULT); });
        EXPECT_EQ(said_of(without), "read") << name;
        if (std::string(name) == "provenance") continue;
        const std::filesystem::path other = changed([&](hid_t file) {
            H5Ldelete(file, name, H5P_DEFAULT);
            const h5::Dataset data = make(file, name, H5T_NATIVE_INT8, {1});
            const std::int8_t value = 1;
            H5Dwrite(data, H5T_NATIVE_INT8, H5S_ALL, H5S_ALL, H5P_DEFAULT, &value);
        });
        EXPECT_EQ(said_of(other), "read") << name;
    }
}

// HDF5 has to do with the damage itself: there is no digest.
TEST_F(HostileResultsTest, NoFlippedByteCrashesHangsOrTakesMemory) {
    std::string whole = content_of(healthy);
    whole.resize(whole.size() - kDigestBytes);
    const std::size_t step = 1 + whole.size() / 150;
    std::size_t refused = 0;
    for (std::size_t at = 0; at < whole.size(); at += at < 1024 ? 9 : step) {
        std::string content = whole;
        content[at] = static_cast<char>(~content[at]);
        write_content(folder / "flipped.h5", content);
        if (said_of(folder / "flipped.h5") != "read") ++refused;
    }
    EXPECT_GT(refused, 20u);
    struct rusage usage {};
    getrusage(RUSAGE_CHILDREN, &usage);
    EXPECT_LT(usage.ru_maxrss, 1 << 20) << "kB of the processes that read";
}

TEST_F(HostileResultsTest, AFileThatIsCutWhileItIsOpenIsToldSo) {
    const StoredResults results(healthy);
    const StoredVariable* hours = results.find("hours");
    std::filesystem::resize_file(healthy, 1000);
    EXPECT_THAT(
        [&] {
            try {
                results.read(*hours);
                return std::string("read");
            } catch (const InputError& error) {
                return error.diagnostics().sorted().front().message;
            }
        }(),
        AnyOf(HasSubstr("is cut off or damaged"), HasSubstr("is damaged")));
}

// Of /proc/PID/status: a bit for each signal that the process ignores, catches or has blocked.
std::uint64_t signals_of(const std::string& process, const std::string& what) {
    std::ifstream status("/proc/" + process + "/status");
    for (std::string line; std::getline(status, line);) {
        if (line.starts_with(what + ":")) return std::stoull(line.substr(what.size() + 1), nullptr, 16);
    }
    ADD_FAILURE() << "nothing is said of " << what;
    return 0;
}

// The process that this one has started and not yet waited for.
std::string only_child() {
    const std::string parent = "PPid:\t" + std::to_string(::getpid());
    std::string child;
    for (const auto& process : std::filesystem::directory_iterator("/proc")) {
        std::ifstream status(process.path() / "status");
        for (std::string line; std::getline(status, line);) {
            if (line == parent) child = process.path().filename().string();
        }
    }
    EXPECT_NE(child, "");
    return child;
}

// A signal that is handled in another way as long as this is there.
class UsedOtherwise {
  public:
    UsedOtherwise(int signal, void (*handler)(int)) : signal_(signal) {
        struct sigaction now {};
        now.sa_handler = handler;
        ::sigaction(signal_, &now, &before_);
    }
    ~UsedOtherwise() { ::sigaction(signal_, &before_, nullptr); }
    UsedOtherwise(const UsedOtherwise&) = delete;
    UsedOtherwise& operator=(const UsedOtherwise&) = delete;

  private:
    int signal_;
    struct sigaction before_ {};
};

class Blocked {
  public:
    explicit Blocked(int signal) {
        sigset_t signals;
        ::sigemptyset(&signals);
        ::sigaddset(&signals, signal);
        ::sigprocmask(SIG_BLOCK, &signals, &before_);
    }
    ~Blocked() { ::sigprocmask(SIG_SETMASK, &before_, nullptr); }
    Blocked(const Blocked&) = delete;
    Blocked& operator=(const Blocked&) = delete;

  private:
    sigset_t before_{};
};

// Who has `trap '' ALRM XCPU` starts programs in which both are ignored: a limit would end nothing.
TEST_F(HostileResultsTest, LimitsHoldInAProgramThatIgnoresOrBlocksSignals) {
    constexpr std::uint64_t kAlarm = std::uint64_t{1} << (SIGALRM - 1), kProcessorTime = std::uint64_t{1} << (SIGXCPU - 1),
                            kCrash = std::uint64_t{1} << (SIGSEGV - 1);
    const UsedOtherwise alarm(SIGALRM, SIG_IGN), time(SIGXCPU, SIG_IGN), crash(SIGSEGV, [](int) { ::_exit(1); });
    const Blocked blocked(SIGXCPU);
    ReadingProcess reading(healthy);
    EXPECT_GT(reading.contents().variables.size(), 3u);
    const std::string process = only_child();
    EXPECT_EQ(signals_of(process, "SigIgn") & (kAlarm | kProcessorTime), 0u);
    EXPECT_EQ(signals_of(process, "SigBlk") & kProcessorTime, 0u);
    EXPECT_EQ(signals_of(process, "SigCgt") & kCrash, 0u);
}

}  // namespace
}  // namespace bevlogen::testing
