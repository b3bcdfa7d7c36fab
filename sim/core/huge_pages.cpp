// Asks Linux for large pages.
#include "sim/core/huge_pages.hpp"

#include <sys/mman.h>

#include <cstdlib>
#include <new>

namespace bevlogen {

void* HugePages::do_allocate(std::size_t bytes, std::size_t alignment) {
    const std::size_t whole = (bytes + kHugePageBytes - 1) / kHugePageBytes * kHugePageBytes;
    void* memory = alignment <= kHugePageBytes ? std::aligned_alloc(kHugePageBytes, whole) : nullptr;
    if (memory == nullptr) throw std::bad_alloc();
#ifdef MADV_HUGEPAGE
    ::madvise(memory, whole, MADV_HUGEPAGE);  // refused: small pages do as well
#endif
    return memory;
}

void HugePages::do_deallocate(void* memory, std::size_t, std::size_t) { std::free(memory); }

}  // namespace bevlogen
