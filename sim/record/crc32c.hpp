// CRC-32C (Castagnoli): by it a journal knows an entry that was torn.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace bevlogen {

// By the processor's instruction, eight bytes at a time, where the build may count on it; else by table.
std::uint32_t crc32c(std::span<const std::byte> bytes);
// The same byte by byte, on any machine.
std::uint32_t crc32c_by_table(std::span<const std::byte> bytes);

}  // namespace bevlogen
