// The append-only file of finished runs that lets a killed run go on: length, CRC32C, payload; a torn tail is cut off.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

namespace bevlogen {

// The file: a header (magic, version, length and hash of the identity, CRC32C of the header), then entries `length u64 | CRC32C u32 |
// payload`; the payload starts with kind, scenario and replicate (u32 each). All little-endian.
enum class JournalEntryKind : std::uint32_t { finished_run = 1, checkpoint = 2 };

struct JournalEntry {
    JournalEntryKind kind{};
    std::uint32_t scenario = 0;   // from 0
    std::uint32_t replicate = 0;  // from 0
    std::vector<std::byte> payload;
};

class Journal {
  public:
    // Opens `path`, or creates it. Throws InputError where it holds entries of another experiment (another `identity`: version and resolved
    // scenarios). A torn or damaged tail is cut off. Throws std::runtime_error where the file cannot be used: not writable, not a journal,
    // or held open by another process.
    Journal(std::filesystem::path path, std::string identity);
    ~Journal();
    Journal(const Journal&) = delete;
    Journal& operator=(const Journal&) = delete;

    // What was whole in the file when it was opened, in file order.
    const std::vector<JournalEntry>& found() const { return found_; }
    // One write() and, so that nothing finished is lost with the machine, one fdatasync(). Throws std::runtime_error; the journal is then
    // as it was before.
    void append(const JournalEntry& entry);
    // Closes and deletes: the results file is whole.
    void remove();

  private:
    void start_anew(const std::string& header);
    void take_up_entries(std::uint64_t size);

    std::filesystem::path path_;
    std::vector<JournalEntry> found_;
    int descriptor_ = -1;
    std::uint64_t end_ = 0;  // of the last whole entry, in bytes
};

}  // namespace bevlogen
