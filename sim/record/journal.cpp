// Appends to a journal and cuts its torn tail, with POSIX calls.
#include "sim/record/journal.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <span>
#include <stdexcept>
#include <utility>

#include "sim/core/contract.hpp"
#include "sim/core/diagnostic.hpp"
#include "sim/record/locked_file.hpp"

namespace bevlogen {
namespace {

// 0, or errno. One call of write() unless the system takes only a part.
int write_all(int descriptor, std::span<const std::byte> bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) return errno;
        bytes = bytes.subspan(static_cast<std::size_t>(written));
    }
    return 0;
}

void sync_folder_of(const std::filesystem::path& path) {
    const std::filesystem::path folder = path.has_parent_path() ? path.parent_path() : std::filesystem::path(".");
    const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0) return;  // a file system that cannot be synchronised by folder keeps its own order
    ::fsync(descriptor);
    ::close(descriptor);
}

JournalFile open_to_append(std::filesystem::path path) {
    // Where the file system knows no locks, a second process is not noticed.
    const auto lock = [](int descriptor) { return ::flock(descriptor, LOCK_EX | LOCK_NB) == 0 ? 0 : errno; };
    const int descriptor = open_locked("the journal ", path, O_RDWR | O_CREAT | O_APPEND, lock);
    return {std::move(path), descriptor};
}

}  // namespace

Journal::Journal(std::filesystem::path path, const std::string& identity) : file_(open_to_append(std::move(path))) {
    const std::string header = journal_header(identity);
    const std::uint64_t size = file_.size();
    switch (look_at_start(file_, identity)) {
        case JournalStart::is_no_journal:
            throw std::runtime_error(
                fmt::format("cannot open the journal {}: there is a file of that name that is not a journal", file_.path().string()));
        case JournalStart::is_of_another:
            if (size > header.size()) {
                throw InputError({file_.path().string(), 0, 0},
                                 "holds finished runs of another experiment (another scenario, seed or program); finish that one, delete "
                                 "the journal, or choose another --out");
            }
            start_anew(header);
            break;
        case JournalStart::is_cut_off: start_anew(header); break;
        case JournalStart::is_of_identity: {
            JournalScan scan = scan_journal(file_);
            found_ = std::move(scan.places);
            end_ = scan.end;
            cut_torn_tail(size);
            break;
        }
    }
    start_ = header.size();
}

Journal::~Journal() {
    const bool holds_nothing = file_.descriptor() >= 0 && end_ == start_;
    if (!holds_nothing || std::uncaught_exceptions() == errors_before_) return;
    std::error_code ignored;
    std::filesystem::remove(file_.path(), ignored);
}

void Journal::start_anew(const std::string& header) {
    if (::ftruncate(file_.descriptor(), 0) != 0) fail_on_journal("start", file_.path(), errno);
    if (const int error = write_all(file_.descriptor(), std::as_bytes(std::span(header))); error != 0)
        fail_on_journal("start", file_.path(), error);
    if (::fdatasync(file_.descriptor()) != 0) fail_on_journal("start", file_.path(), errno);
    sync_folder_of(file_.path());
    end_ = header.size();
}

void Journal::cut_torn_tail(std::uint64_t size) {
    if (end_ == size) return;
    if (::ftruncate(file_.descriptor(), static_cast<off_t>(end_)) != 0 || ::fdatasync(file_.descriptor()) != 0)
        fail_on_journal("cut the torn end of", file_.path(), errno);
}

void Journal::append(const JournalEntry& entry) {
    const std::uint64_t before = end_;
    append_unsynchronised(entry);
    if (::fdatasync(file_.descriptor()) == 0) return;
    const int error = errno;
    if (::ftruncate(file_.descriptor(), static_cast<off_t>(before)) == 0) end_ = before;
    fail_on_journal("append a run to", file_.path(), error);
}

void Journal::append_unsynchronised(const JournalEntry& entry) {
    expect(file_.descriptor() >= 0, "a journal that was removed takes no entries");
    const std::vector<std::byte> bytes = entry_bytes(entry);
    if (int error = write_all(file_.descriptor(), bytes); error != 0) {
        // A torn entry would hide those after it; what cannot be cut now is cut when the journal is opened again.
        if (::ftruncate(file_.descriptor(), static_cast<off_t>(end_)) != 0) error = errno;
        fail_on_journal("append a run to", file_.path(), error);
    }
    end_ += bytes.size();
}

void Journal::synchronise() {
    if (::fdatasync(file_.descriptor()) != 0) fail_on_journal("give the runs to the disk in", file_.path(), errno);
}

void Journal::remove() {
    if (file_.descriptor() < 0) return;
    std::error_code error;  // deleted first: while it is open, no other process takes it up
    const bool failed = !std::filesystem::remove(file_.path(), error) && error;
    file_.close();
    if (failed) fail_on_journal("delete", file_.path(), error.value());
}

}  // namespace bevlogen
