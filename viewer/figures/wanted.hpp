// Where an outcome stands among those that a snapshot has.
#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <vector>

namespace bevlogen {

// `wanted`: a list of SnapshotWants. Nothing where it was not wanted when the snapshot was made.
inline std::optional<std::size_t> place_in(const std::vector<std::size_t>& wanted, std::size_t outcome) {
    const auto found = std::find(wanted.begin(), wanted.end(), outcome);
    return found == wanted.end() ? std::nullopt : std::optional(static_cast<std::size_t>(found - wanted.begin()));
}

}  // namespace bevlogen
