// All bytes of a message through a socket, or none.
#pragma once

#include <cstddef>
#include <span>

namespace bevlogen {

// Whether all went; the other end may have closed.
bool send_all(int socket, std::span<const std::byte> bytes);
// Whether all came.
bool receive_all(int socket, std::span<std::byte> bytes);

}  // namespace bevlogen
