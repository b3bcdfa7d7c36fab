// Scans and checks with POSIX calls; no more than one entry is in memory.
#include "sim/record/journal_entries.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <span>
#include <stdexcept>
#include <utility>

#include "sim/core/bytes.hpp"
#include "sim/core/name_hash.hpp"
#include "sim/record/crc32c.hpp"
#include "sim/record/system_words.hpp"

namespace bevlogen {
namespace {

constexpr std::string_view kMagic = "bevlogen-journal";
constexpr std::uint32_t kJournalVersion = 2;
constexpr std::size_t kHead = sizeof(std::uint64_t) + 2 * sizeof(std::uint32_t);  // length and two checksums
constexpr std::size_t kPayloadHead = 3 * sizeof(std::uint32_t);                   // kind, scenario, replicate

std::string as_text(const std::vector<std::byte>& bytes) { return {reinterpret_cast<const char*>(bytes.data()), bytes.size()}; }

// How many bytes could be read at `offset`; fewer than asked at the end of the file.
std::size_t read_at(const JournalFile& file, std::span<std::byte> bytes, std::uint64_t offset) {
    std::size_t done = 0;
    while (done < bytes.size()) {
        const ssize_t got = ::pread(file.descriptor(), bytes.data() + done, bytes.size() - done, static_cast<off_t>(offset + done));
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) fail_on_journal("read", file.path(), errno);
        if (got == 0) break;
        done += static_cast<std::size_t>(got);
    }
    return done;
}

// Zeros are what a file system may leave where a machine died.
bool holds_only_zeros(const JournalFile& file, std::uint64_t from, std::uint64_t to) {
    std::vector<std::byte> part(1u << 16);
    while (from < to) {
        const std::size_t got = read_at(file, std::span(part).first(std::min<std::uint64_t>(part.size(), to - from)), from);
        if (got == 0) return true;
        if (std::any_of(part.begin(), part.begin() + static_cast<std::ptrdiff_t>(got), [](std::byte b) { return b != std::byte{0}; }))
            return false;
        from += got;
    }
    return true;
}

[[noreturn]] void refuse_damage(const JournalFile& file, std::uint64_t at, std::size_t whole) {
    throw std::runtime_error(fmt::format(
        "the journal {} is damaged at byte {}: a checksum is wrong; the {} entries before it are whole. Keep a copy, then cut it there "
        "(truncate -s {} {}) and start again: only the runs after it are done again",
        file.path().string(), at, whole, at, file.path().string()));
}

}  // namespace

void fail_on_journal(const char* attempt, const std::filesystem::path& path, int error) {
    throw std::runtime_error(fmt::format("cannot {} the journal {}: {}", attempt, path.string(), system_words(error)));
}

JournalFile::JournalFile(const std::filesystem::path& path) : path_(path) {
    descriptor_ = ::open(path_.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor_ < 0 && errno == ENOENT) throw JournalGone(fmt::format("the journal {} is not there", path_.string()));
    if (descriptor_ < 0) fail_on_journal("open", path_, errno);
}

JournalFile::~JournalFile() { close(); }

JournalFile::JournalFile(JournalFile&& other) noexcept : path_(std::move(other.path_)), descriptor_(std::exchange(other.descriptor_, -1)) {}

JournalFile& JournalFile::operator=(JournalFile&& other) noexcept {
    std::swap(path_, other.path_);
    std::swap(descriptor_, other.descriptor_);
    return *this;
}

std::uint64_t JournalFile::size() const {
    struct stat status {};
    if (::fstat(descriptor_, &status) != 0) fail_on_journal("look at", path_, errno);
    if (!S_ISREG(status.st_mode)) fail_on_journal("open", path_, EINVAL);
    return static_cast<std::uint64_t>(status.st_size);
}

bool JournalFile::is_being_written() const {
    if (::flock(descriptor_, LOCK_SH | LOCK_NB) != 0) return errno == EWOULDBLOCK;
    ::flock(descriptor_, LOCK_UN);
    return false;
}

void JournalFile::remove_if_unused() {
    // The lock is held until it is gone: who opens it in the meantime sees that and starts another.
    if (::flock(descriptor_, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK) return;
    std::error_code ignored;
    std::filesystem::remove(path_, ignored);
    close();
}

void JournalFile::close() {
    if (descriptor_ >= 0) ::close(descriptor_);
    descriptor_ = -1;
}

std::string journal_header(const std::string& identity) {
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

std::string identity_words(const std::string& identity) {
    return fmt::format("{:x}-{:016x}-{:08x}", identity.size(), name_hash(identity), crc32c(std::as_bytes(std::span(identity))));
}

JournalStart look_at_start(const JournalFile& file, const std::string& identity) {
    const std::string header = journal_header(identity);
    std::vector<std::byte> start(header.size());
    start.resize(read_at(file, start, 0));
    const std::string found = as_text(start);
    if (found.substr(0, kMagic.size()) != kMagic.substr(0, found.size())) return JournalStart::is_no_journal;
    if (found.size() < header.size()) return JournalStart::is_cut_off;
    return found == header ? JournalStart::is_of_identity : JournalStart::is_of_another;
}

JournalScan scan_journal(const JournalFile& file) {
    const std::uint64_t size = file.size();
    JournalScan scan;
    scan.end = journal_header({}).size();
    std::vector<std::byte> head(kHead), payload;
    while (size - scan.end >= kHead) {
        if (read_at(file, head, scan.end) < head.size()) break;
        ByteReader reader(head);
        const auto length = reader.value<std::uint64_t>();
        const auto check = reader.value<std::uint32_t>();
        const auto check_of_head = reader.value<std::uint32_t>();
        if (crc32c(std::span(head).first(kHead - sizeof check_of_head)) != check_of_head || length < kPayloadHead) {
            if (holds_only_zeros(file, scan.end, size)) break;
            refuse_damage(file, scan.end, scan.places.size());
        }
        if (length > size - scan.end - kHead) break;
        payload.resize(length);
        if (read_at(file, payload, scan.end + kHead) < length) break;
        if (crc32c(payload) != check) refuse_damage(file, scan.end, scan.places.size());
        ByteReader fields(payload);
        JournalPlace place;
        place.kind = fields.value<JournalEntryKind>();
        place.scenario = fields.value<std::uint32_t>();
        place.replicate = fields.value<std::uint32_t>();
        place.begin = scan.end + kHead + kPayloadHead;
        place.length = length - kPayloadHead;
        scan.places.push_back(place);
        scan.end += kHead + length;
    }
    return scan;
}

std::vector<std::byte> read_entry(const JournalFile& file, const JournalPlace& place) {
    std::vector<std::byte> payload(kPayloadHead + place.length), head(kHead);
    const std::uint64_t begin = place.begin - kPayloadHead;
    if (read_at(file, head, begin - kHead) < head.size() || read_at(file, payload, begin) < payload.size())
        throw std::runtime_error(fmt::format("the journal {} has become shorter while it was read", file.path().string()));
    ByteReader reader(head);
    const auto length = reader.value<std::uint64_t>();
    if (length != payload.size() || reader.value<std::uint32_t>() != crc32c(payload)) refuse_damage(file, begin - kHead, 0);
    payload.erase(payload.begin(), payload.begin() + kPayloadHead);
    return payload;
}

std::vector<std::byte> entry_bytes(const JournalEntry& entry) {
    ByteWriter fields;
    fields.value(entry.kind);
    fields.value(entry.scenario);
    fields.value(entry.replicate);
    fields.raw(entry.payload);
    const std::vector<std::byte> payload = fields.take();
    ByteWriter lengths;
    lengths.value<std::uint64_t>(payload.size());
    lengths.value(crc32c(payload));
    const std::vector<std::byte> checked = lengths.take();
    ByteWriter writer;
    writer.raw(checked);
    writer.value(crc32c(checked));
    writer.raw(payload);
    return writer.take();
}

}  // namespace bevlogen
