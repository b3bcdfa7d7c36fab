// A digest behind the last byte that HDF5 knows of a results file, so that damage is noticed before HDF5 meets it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>

namespace bevlogen {

// The end of the file: `bevlogen-digest\n`, the number of bytes before it and their XXH3 of 64 bits (u64 each, little-endian). HDF5 does
// not look behind its own end, and cuts the digest off when it writes to the file again. It tells damage, of which one in 2^64 is missed;
// who means to deceive can make it anew.
inline constexpr std::size_t kDigestBytes = 32;

// Throws std::runtime_error where the file cannot be read or written.
void append_digest(const std::filesystem::path& file);

enum class DigestCheck {
    agrees,
    differs,
    not_checked,  // without one, longer than `most_bytes`, or not to be read
};
DigestCheck check_digest(const std::filesystem::path& file, std::uint64_t most_bytes);

}  // namespace bevlogen
