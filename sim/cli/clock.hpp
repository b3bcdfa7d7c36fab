// What time it is, for what is told the time from here.
#pragma once

#include <chrono>

namespace bevlogen {

inline double seconds_since_1970() { return std::chrono::duration<double>(std::chrono::system_clock::now().time_since_epoch()).count(); }

}  // namespace bevlogen
