// A stable hash of a name (FNV-1a, 64 bits): the same on every machine and in every version.
#pragma once

#include <cstdint>
#include <string_view>

namespace bevlogen {

constexpr std::uint64_t name_hash(std::string_view name) {
    std::uint64_t hash = 0xcbf29ce484222325u;
    for (const char letter : name) {
        hash ^= static_cast<unsigned char>(letter);
        hash *= 0x100000001b3u;
    }
    return hash;
}

}  // namespace bevlogen
