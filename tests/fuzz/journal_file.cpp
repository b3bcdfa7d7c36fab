// Fuzzes journals: bytes as a journal, as what stands behind its header, and as what stands in an entry behind checksums that are right.
#include "sim/core/contract.hpp"
#include "sim/record/journal.hpp"
#include "sim/record/run_record.hpp"
#include "sim/sweep/sources.hpp"
#include "tests/fuzz/fuzz_input.hpp"

namespace bevlogen::fuzz {
namespace {

constexpr const char* kIdentity = "fuzz";

// What is wrong with a journal is not a user's mistake: it is told in a sentence.
template <class Work>
void tell(Work work) {
    try {
        work();
    } catch (const ContractViolation&) {
        throw;
    } catch (const InputError& error) {
        require(!error.diagnostics().empty(), "a rejection says why");
    } catch (const std::runtime_error& error) {
        require(error.what() != std::string(), "a failure says why");
    }
}

void read_entries(const std::filesystem::path& path) {
    const JournalFile file(path);
    if (look_at_start(file, kIdentity) != JournalStart::is_of_identity) return;
    const JournalScan scan = scan_journal(file);
    require(scan.end <= file.size(), "entries end inside of the file");
    for (const JournalPlace& place : scan.places) {
        const std::vector<std::byte> payload = read_entry(file, place);
        require(payload.size() == place.length, "an entry is as long as its place says");
        tell([&] { JournalRun::from_bytes(payload); });
        tell([&] { RunRecord::from_bytes(payload); });
    }
}

// As a program that goes on does: cuts the torn tail and appends.
void go_on(const std::filesystem::path& path) {
    std::size_t found = 0;
    {
        Journal journal(path, kIdentity);
        found = journal.found().size();
        journal.append_unsynchronised({JournalEntryKind::finished_run, 1, 2, std::vector<std::byte>(3)});
    }
    require(Journal(path, kIdentity).found().size() == found + 1, "what was appended is found again, and what was whole before");
}

template <class Bytes>
std::vector<std::uint8_t> behind_header(const Bytes& bytes) {
    const std::string header = journal_header(kIdentity);
    std::vector<std::uint8_t> all(header.begin(), header.end());
    for (const auto byte : bytes) all.push_back(static_cast<std::uint8_t>(byte));
    return all;
}

std::vector<std::byte> entry_of(std::span<const std::uint8_t> payload) {
    const auto content = std::as_bytes(payload);
    return entry_bytes({JournalEntryKind::finished_run, 0, 0, {content.begin(), content.end()}});
}

}  // namespace
}  // namespace bevlogen::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace bevlogen::fuzz;
    static const Folder folder;
    const std::span<const std::uint8_t> input(data, size);
    for (const std::filesystem::path& file : {folder.with("raw.journal", input), folder.with("headed.journal", behind_header(input)),
                                              folder.with("whole.journal", behind_header(entry_of(input)))}) {
        tell([&] { read_entries(file); });
        tell([&] { go_on(file); });
    }
    return 0;
}
