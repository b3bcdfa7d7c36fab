// The valid name that somebody probably meant.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace bevlogen {

// The name with the smallest edit distance to `written`, if that is small enough to be a slip (a third of its length, at least 2).
// The only name that begins so, else the one with the fewest mistakes.
std::optional<std::string> nearest_name(std::string_view written, std::span<const std::string> valid);

// `; did you mean "duration"?`, or the valid names where nothing is near and they are few, or nothing.
std::string suggestion(std::string_view written, std::span<const std::string> valid);

}  // namespace bevlogen
