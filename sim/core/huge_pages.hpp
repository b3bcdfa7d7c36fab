// Memory in large pages where the system gives them: what is walked through column by column then needs few translations of addresses.
#pragma once

#include <cstddef>
#include <memory_resource>

namespace bevlogen {

inline constexpr std::size_t kHugePageBytes = std::size_t{2} << 20;

// Whole large pages for whatever is asked for; the system may give small ones instead. For pools that ask seldom and for much.
class HugePages : public std::pmr::memory_resource {
  private:
    void* do_allocate(std::size_t bytes, std::size_t alignment) override;
    void do_deallocate(void* memory, std::size_t bytes, std::size_t alignment) override;
    bool do_is_equal(const std::pmr::memory_resource& other) const noexcept override { return this == &other; }
};

}  // namespace bevlogen
