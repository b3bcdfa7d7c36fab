// Whether bytes are text that every reader can show.
#pragma once

#include <optional>
#include <string_view>

namespace bevlogen {

// Well-formed UTF-8, as Unicode 15 (table 3-7) defines it: no surrogates, no longer form than needed.
bool is_utf8(std::string_view bytes);

// The first letter of well-formed UTF-8 that controls a terminal: C0 but for tab and line breaks, DEL, C1.
std::optional<char32_t> control_letter_in(std::string_view text);

}  // namespace bevlogen
