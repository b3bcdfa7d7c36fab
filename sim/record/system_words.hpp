// What the system says of a call that failed, and what helps.
#pragma once

#include <string>

namespace bevlogen {

// Of an errno: the system's own sentence, with a remedy behind a semicolon where there is one.
std::string system_words(int error);

}  // namespace bevlogen
