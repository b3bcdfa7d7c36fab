// The bytes of a journal: its header, and where its entries stand. Reading changes nothing, so another process may be writing.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <vector>

namespace bevlogen {

// The file: a header (magic, version, length and hash of the identity, CRC32C of the identity and of the header), then entries `length u64
// | CRC32C of the payload u32 | CRC32C of these two u32 | payload`; the payload starts with kind, scenario and replicate (u32 each). All
// little-endian.
enum class JournalEntryKind : std::uint32_t {
    finished_run = 1,
    checkpoint = 2,
    failed_run = 3,
    start = 4,  // a worker begins: what it is to do
};

struct JournalEntry {
    JournalEntryKind kind{};
    std::uint32_t scenario = 0;   // from 0; in a sweep the point
    std::uint32_t replicate = 0;  // from 0
    std::vector<std::byte> payload;
};

// An entry that is whole in the file.
struct JournalPlace {
    JournalEntryKind kind{};
    std::uint32_t scenario = 0;
    std::uint32_t replicate = 0;
    std::uint64_t begin = 0;   // of the payload behind these three
    std::uint64_t length = 0;  // in bytes
};

// A journal that is not there, or no longer: a worker that ends removes its own, after its results file has its name.
struct JournalGone : std::runtime_error {
    using std::runtime_error::runtime_error;
};

// A file descriptor that is closed.
class JournalFile {
  public:
    // Takes `descriptor` over; `path` stands in messages.
    JournalFile(std::filesystem::path path, int descriptor) : path_(std::move(path)), descriptor_(descriptor) {}
    // Opens for reading. Throws JournalGone, or std::runtime_error.
    explicit JournalFile(const std::filesystem::path& path);
    ~JournalFile();
    JournalFile(JournalFile&& other) noexcept;
    JournalFile& operator=(JournalFile&& other) noexcept;

    const std::filesystem::path& path() const { return path_; }
    int descriptor() const { return descriptor_; }
    std::uint64_t size() const;
    // Whether another process has it open for writing. Where the file system knows no locks, none is noticed.
    bool is_being_written() const;
    void close();
    // Deletes it, unless another process has it open for writing or it is gone.
    void remove_if_unused();

  private:
    std::filesystem::path path_;
    int descriptor_ = -1;
};

std::string journal_header(const std::string& identity);
// An identity in a few letters: two have the same only if length and two checksums agree.
std::string identity_words(const std::string& identity);

enum class JournalStart {
    is_of_identity,
    is_of_another,  // of another identity or version
    is_cut_off,     // shorter than a header, so far the right one or not
    is_no_journal,
};
JournalStart look_at_start(const JournalFile& file, const std::string& identity);

struct JournalScan {
    std::vector<JournalPlace> places;  // in file order
    std::uint64_t end = 0;             // of the last whole entry, in bytes; what is behind is torn: a write that was broken off
};
// Behind a header. Throws std::runtime_error where an entry is damaged: its bytes are there and are not those that were written.
JournalScan scan_journal(const JournalFile& file);

// The payload without kind, scenario and replicate. Throws std::runtime_error where it is not what it was.
std::vector<std::byte> read_entry(const JournalFile& file, const JournalPlace& place);

// An entry as it stands in the file.
std::vector<std::byte> entry_bytes(const JournalEntry& entry);

[[noreturn]] void fail_on_journal(const char* attempt, const std::filesystem::path& path, int error);

}  // namespace bevlogen
