// A library (google/crc32c) would be one more to carry for the few lines that its instruction needs; Boost has the table.
#include "sim/record/crc32c.hpp"

#include <boost/crc.hpp>
#include <cstring>

namespace bevlogen {

std::uint32_t crc32c_by_table(std::span<const std::byte> bytes) {
    boost::crc_optimal<32, 0x1EDC6F41u, 0xFFFFFFFFu, 0xFFFFFFFFu, true, true> crc;
    crc.process_bytes(bytes.data(), bytes.size());
    return crc.checksum();
}

std::uint32_t crc32c(std::span<const std::byte> bytes) {
#ifdef __SSE4_2__
    std::uint64_t crc = 0xFFFFFFFFu;
    for (; bytes.size() >= sizeof crc; bytes = bytes.subspan(sizeof crc)) {
        std::uint64_t eight = 0;
        std::memcpy(&eight, bytes.data(), sizeof eight);
        crc = __builtin_ia32_crc32di(crc, eight);
    }
    auto rest = static_cast<std::uint32_t>(crc);
    for (const std::byte byte : bytes) rest = __builtin_ia32_crc32qi(rest, std::to_integer<std::uint8_t>(byte));
    return ~rest;
#else
    return crc32c_by_table(bytes);
#endif
}

}  // namespace bevlogen
