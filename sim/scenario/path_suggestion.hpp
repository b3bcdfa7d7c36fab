// The valid path that somebody probably meant, part by part.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace bevlogen {

// `; did you mean "world.women.anios"?` where each part is near one that stands below the parts before it; else what is valid at the first
// part that is not, ` (valid in world.women: aios, anios)`, if they are at most 8; else nothing. At the first part of all,
// the whole path may still be near.
std::string path_suggestion(std::string_view written, std::span<const std::string> valid);

}  // namespace bevlogen
