// Appends, checks and takes up the entries of a journal with POSIX calls.
#include "sim/record/journal.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <boost/crc.hpp>
#include <cerrno>
#include <cstring>
#include <stdexcept>
#include <utility>

#include "sim/core/bytes.hpp"
#include "sim/core/contract.hpp"
#include "sim/core/diagnostic.hpp"
#include "sim/core/name_hash.hpp"

namespace bevlogen {
namespace {

constexpr std::string_view kMagic = "bevlogen-journal";
constexpr std::uint32_t kJournalVersion = 1;
constexpr std::size_t kEntryHead = sizeof(std::uint64_t) + sizeof(std::uint32_t);  // length, CRC32C
constexpr std::size_t kPayloadHead = 3 * sizeof(std::uint32_t);                    // kind, scenario, replicate

std::uint32_t crc32c(std::span<const std::byte> bytes) {
    boost::crc_optimal<32, 0x1EDC6F41u, 0xFFFFFFFFu, 0xFFFFFFFFu, true, true> crc;
    crc.process_bytes(bytes.data(), bytes.size());
    return crc.checksum();
}

std::string as_text(const std::vector<std::byte>& bytes) { return {reinterpret_cast<const char*>(bytes.data()), bytes.size()}; }

// Two experiments have one header only if version, length and hash of their identities agree.
std::string header_of(const std::string& identity) {
    ByteWriter writer;
    writer.raw(std::as_bytes(std::span(kMagic)));
    writer.value(kJournalVersion);
    writer.value<std::uint64_t>(identity.size());
    writer.value(name_hash(identity));
    writer.value(crc32c(std::as_bytes(std::span(identity))));
    std::vector<std::byte> bytes = writer.take();
    const std::uint32_t check = crc32c(bytes);
    bytes.insert(bytes.end(), reinterpret_cast<const std::byte*>(&check), reinterpret_cast<const std::byte*>(&check + 1));
    return as_text(bytes);
}

[[noreturn]] void fail(const char* attempt, const std::filesystem::path& path, int error) {
    throw std::runtime_error(fmt::format("cannot {} the journal {}: {}", attempt, path.string(), std::strerror(error)));
}

// 0, or errno. One call of write() unless the system takes only a part.
int write_all(int descriptor, std::span<const char> bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) return errno;
        bytes = bytes.subspan(static_cast<std::size_t>(written));
    }
    return 0;
}

// How many bytes could be read at `offset`; fewer than asked at the end of the file.
std::size_t read_at(int descriptor, std::span<std::byte> bytes, std::uint64_t offset) {
    std::size_t done = 0;
    while (done < bytes.size()) {
        const ssize_t got = ::pread(descriptor, bytes.data() + done, bytes.size() - done, static_cast<off_t>(offset + done));
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0) break;
        done += static_cast<std::size_t>(got);
    }
    return done;
}

void sync_folder_of(const std::filesystem::path& path) {
    const std::filesystem::path folder = path.has_parent_path() ? path.parent_path() : std::filesystem::path(".");
    const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0) return;  // a file system that cannot be synchronised by folder keeps its own order
    ::fsync(descriptor);
    ::close(descriptor);
}

}  // namespace

Journal::Journal(std::filesystem::path path, std::string identity) : path_(std::move(path)) {
    descriptor_ = ::open(path_.c_str(), O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0666);
    if (descriptor_ < 0) fail("open", path_, errno);
    try {
        // Where the file system knows no locks, a second process is not noticed.
        if (::flock(descriptor_, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK) {
            throw std::runtime_error(fmt::format("cannot open the journal {}: another process is writing to it", path_.string()));
        }
        struct stat status {};
        if (::fstat(descriptor_, &status) != 0) fail("open", path_, errno);
        if (!S_ISREG(status.st_mode)) fail("open", path_, EINVAL);
        const auto size = static_cast<std::uint64_t>(status.st_size);
        const std::string header = header_of(identity);
        std::vector<std::byte> start(std::min<std::uint64_t>(size, header.size()));
        if (read_at(descriptor_, start, 0) < start.size()) fail("read", path_, EIO);
        const std::string found = as_text(start);
        if (found.substr(0, kMagic.size()) != kMagic.substr(0, found.size())) {
            throw std::runtime_error(
                fmt::format("cannot open the journal {}: there is a file of that name that is not a journal", path_.string()));
        }
        if (found == header) {
            end_ = header.size();
            take_up_entries(size);
        } else if (size > header.size()) {
            throw InputError(
                {path_.string(), 0, 0},
                "holds finished runs of another experiment (another scenario, seed or program); finish that one, delete the journal, or "
                "choose another --out");
        } else {
            start_anew(header);
        }
    } catch (...) {
        ::close(descriptor_);
        throw;
    }
}

Journal::~Journal() {
    if (descriptor_ >= 0) ::close(descriptor_);
}

void Journal::start_anew(const std::string& header) {
    if (::ftruncate(descriptor_, 0) != 0) fail("start", path_, errno);
    if (const int error = write_all(descriptor_, header); error != 0) fail("start", path_, error);
    if (::fdatasync(descriptor_) != 0) fail("start", path_, errno);
    sync_folder_of(path_);
    end_ = header.size();
}

void Journal::take_up_entries(std::uint64_t size) {
    while (size - end_ >= kEntryHead + kPayloadHead) {
        std::vector<std::byte> head(kEntryHead);
        if (read_at(descriptor_, head, end_) < head.size()) break;
        ByteReader reader(head);
        const auto length = reader.value<std::uint64_t>();
        const auto check = reader.value<std::uint32_t>();
        if (length < kPayloadHead || length > size - end_ - kEntryHead) break;
        std::vector<std::byte> payload(length);
        if (read_at(descriptor_, payload, end_ + kEntryHead) < length || crc32c(payload) != check) break;
        ByteReader fields(payload);
        JournalEntry entry;
        entry.kind = fields.value<JournalEntryKind>();
        entry.scenario = fields.value<std::uint32_t>();
        entry.replicate = fields.value<std::uint32_t>();
        entry.payload.assign(payload.begin() + kPayloadHead, payload.end());
        found_.push_back(std::move(entry));
        end_ += kEntryHead + length;
    }
    if (end_ == size) return;
    if (::ftruncate(descriptor_, static_cast<off_t>(end_)) != 0 || ::fdatasync(descriptor_) != 0) fail("cut the torn end of", path_, errno);
}

void Journal::append(const JournalEntry& entry) {
    expect(descriptor_ >= 0, "a journal that was removed takes no entries");
    ByteWriter fields;
    fields.value(entry.kind);
    fields.value(entry.scenario);
    fields.value(entry.replicate);
    fields.raw(entry.payload);
    const std::vector<std::byte> payload = fields.take();
    ByteWriter writer;
    writer.value<std::uint64_t>(payload.size());
    writer.value(crc32c(payload));
    writer.raw(payload);
    const std::vector<std::byte> bytes = writer.take();
    int error = write_all(descriptor_, {reinterpret_cast<const char*>(bytes.data()), bytes.size()});
    if (error == 0 && ::fdatasync(descriptor_) != 0) error = errno;
    if (error != 0) {
        // A torn entry would hide those after it; what cannot be cut now is cut when the journal is opened again.
        if (::ftruncate(descriptor_, static_cast<off_t>(end_)) != 0) error = errno;
        fail("append a run to", path_, error);
    }
    end_ += bytes.size();
}

void Journal::remove() {
    if (descriptor_ < 0) return;
    std::error_code error;  // deleted first: while it is open, no other process takes it up
    const bool failed = !std::filesystem::remove(path_, error) && error;
    ::close(descriptor_);
    descriptor_ = -1;
    if (failed) fail("delete", path_, error.value());
}

}  // namespace bevlogen
