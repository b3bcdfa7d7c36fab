// Vectors that begin with a line of the cache, so that no vector register that is loaded or stored whole straddles two lines.
#pragma once

#include <boost/align/aligned_allocator.hpp>
#include <cstddef>
#include <vector>

namespace bevlogen {

inline constexpr std::size_t kLineBytes = 64;

template <class Value>
using LineVector = std::vector<Value, boost::alignment::aligned_allocator<Value, kLineBytes>>;

}  // namespace bevlogen
