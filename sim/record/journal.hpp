// The append-only file of finished runs that lets a killed run go on: length, CRC32C, payload; a torn tail is cut off.
#pragma once

#include <cstddef>
#include <cstdint>
#include <exception>
#include <filesystem>
#include <string>
#include <vector>

#include "sim/record/journal_entries.hpp"

namespace bevlogen {

class Journal {
  public:
    // Opens `path`, or creates it. Throws InputError where it holds entries of another experiment (another `identity`: version and resolved
    // scenarios). A torn tail is cut off. Throws std::runtime_error where the file cannot be used, and leaves it as it is: not writable,
    // not a journal, damaged in the middle, or held open by another process.
    Journal(std::filesystem::path path, const std::string& identity);
    // Deletes it where an error ends the work before anything is in it.
    ~Journal();
    Journal(const Journal&) = delete;
    Journal& operator=(const Journal&) = delete;

    const std::filesystem::path& path() const { return file_.path(); }
    // What was whole in the file when it was opened, in file order.
    const std::vector<JournalPlace>& found() const { return found_; }
    std::vector<std::byte> read(const JournalPlace& place) const { return read_entry(file_, place); }

    // One write(), which a killed process does not take back, and one fdatasync(), so that nothing finished is lost with the machine.
    // Throws std::runtime_error; the journal is then as it was before.
    void append(const JournalEntry& entry);
    // The write alone, for many small entries: synchronise() gives all of them to the disk.
    void append_unsynchronised(const JournalEntry& entry);
    void synchronise();

    // Closes and deletes: the results file is whole.
    void remove();

  private:
    void start_anew(const std::string& header);
    void cut_torn_tail(std::uint64_t size);

    JournalFile file_;
    std::vector<JournalPlace> found_;
    std::uint64_t end_ = 0;    // of the last whole entry, in bytes
    std::uint64_t start_ = 0;  // of the first
    int errors_before_ = std::uncaught_exceptions();
};

}  // namespace bevlogen
