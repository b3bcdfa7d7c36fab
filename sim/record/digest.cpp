// XXH3 of what stands in a file.
#include "sim/record/digest.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>
#define XXH_INLINE_ALL  // of the library only its header is needed
#include <xxhash.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cerrno>
#include <cstring>
#include <memory>
#include <new>
#include <optional>
#include <span>
#include <stdexcept>
#include <string_view>
#include <vector>

#include "sim/record/system_words.hpp"

namespace bevlogen {
namespace {

constexpr std::string_view kMark = "bevlogen-digest\n";
static_assert(kMark.size() + 2 * sizeof(std::uint64_t) == kDigestBytes);
static_assert(std::endian::native == std::endian::little);

class Descriptor {
  public:
    Descriptor(const std::filesystem::path& file, int flags) : number_(::open(file.c_str(), flags | O_CLOEXEC)) {}
    ~Descriptor() {
        if (number_ >= 0) ::close(number_);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;

    // How many bytes there were to read; nothing where they could not be read.
    std::optional<std::size_t> read(std::span<std::byte> bytes, std::uint64_t at) const {
        std::size_t done = 0;
        while (done < bytes.size()) {
            const ssize_t got = ::pread(number_, bytes.data() + done, bytes.size() - done, static_cast<off_t>(at + done));
            if (got < 0 && errno == EINTR) continue;
            if (got < 0) return std::nullopt;
            if (got == 0) break;
            done += static_cast<std::size_t>(got);
        }
        return done;
    }
    bool append(std::span<const std::byte> bytes) const {
        while (!bytes.empty()) {
            const ssize_t written = ::write(number_, bytes.data(), bytes.size());
            if (written < 0 && errno == EINTR) continue;
            if (written < 0) return false;
            bytes = bytes.subspan(static_cast<std::size_t>(written));
        }
        return true;
    }
    std::optional<std::uint64_t> size() const {
        const off_t end = ::lseek(number_, 0, SEEK_END);
        return end < 0 ? std::nullopt : std::optional(static_cast<std::uint64_t>(end));
    }

  private:
    int number_;
};

// Of the first `length` bytes.
std::optional<std::uint64_t> digest_of(const Descriptor& file, std::uint64_t length) {
    const std::unique_ptr<XXH3_state_t, XXH_errorcode (*)(XXH3_state_t*)> state(XXH3_createState(), XXH3_freeState);
    if (!state) throw std::bad_alloc();
    XXH3_64bits_reset(state.get());
    std::vector<std::byte> part(1u << 20);
    for (std::uint64_t at = 0; at < length; at += part.size()) {
        const std::span<std::byte> wanted = std::span(part).first(std::min<std::uint64_t>(part.size(), length - at));
        if (file.read(wanted, at) != wanted.size()) return std::nullopt;
        XXH3_64bits_update(state.get(), wanted.data(), wanted.size());
    }
    return XXH3_64bits_digest(state.get());
}

}  // namespace

void append_digest(const std::filesystem::path& path) {
    const Descriptor file(path, O_RDWR | O_APPEND);
    const std::optional<std::uint64_t> size = file.size();
    const std::optional<std::uint64_t> digest = size ? digest_of(file, *size) : std::nullopt;
    std::array<std::byte, kDigestBytes> end{};
    std::memcpy(end.data(), kMark.data(), kMark.size());
    if (digest) {
        const std::array<std::uint64_t, 2> numbers = {*size, *digest};
        std::memcpy(end.data() + kMark.size(), numbers.data(), sizeof numbers);
    }
    if (!digest || !file.append(end))
        throw std::runtime_error(fmt::format("cannot write the digest of {}: {}", path.string(), system_words(errno)));
}

DigestCheck check_digest(const std::filesystem::path& path, std::uint64_t most_bytes) {
    const Descriptor file(path, O_RDONLY);
    const std::optional<std::uint64_t> size = file.size();
    if (!size || *size < kDigestBytes || *size > most_bytes) return DigestCheck::not_checked;
    std::array<std::byte, kDigestBytes> end{};
    if (file.read(end, *size - kDigestBytes) != kDigestBytes || std::memcmp(end.data(), kMark.data(), kMark.size()) != 0)
        return DigestCheck::not_checked;
    std::array<std::uint64_t, 2> numbers{};
    std::memcpy(numbers.data(), end.data() + kMark.size(), sizeof numbers);
    if (numbers[0] != *size - kDigestBytes) return DigestCheck::differs;
    const std::optional<std::uint64_t> digest = digest_of(file, numbers[0]);
    if (!digest) return DigestCheck::not_checked;
    return *digest == numbers[1] ? DigestCheck::agrees : DigestCheck::differs;
}

}  // namespace bevlogen
