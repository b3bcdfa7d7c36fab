// Finds keys of so many parts that the tree of tables which they make could not be taken down again.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace bevlogen {

// No file of ours nests deeper than a handful; what does would exhaust the stack of whoever walks the tree.
inline constexpr int kDeepestTables = 64;

struct TextPlace {
    std::uint32_t line = 1;
    std::uint32_t column = 1;
};
// Where the part stands with which the first key has more than kDeepestTables of them. The TOML library bounds brackets, but not dots, and
// its tree is deleted by recursion.
std::optional<TextPlace> too_long_key(std::string_view text);

}  // namespace bevlogen
