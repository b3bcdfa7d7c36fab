// Memory in large pages is memory like any other: aligned, as large as asked for, and refused where it cannot be aligned.
#include "sim/core/huge_pages.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <new>
#include <vector>

namespace bevlogen {
namespace {

TEST(HugePages, GiveWholePagesThatCanBeWrittenToTheLastByte) {
    HugePages pages;
    for (const std::size_t bytes : {std::size_t{1}, kHugePageBytes, kHugePageBytes + 1, 3 * kHugePageBytes}) {
        auto* memory = static_cast<unsigned char*>(pages.allocate(bytes, 64));
        EXPECT_EQ(reinterpret_cast<std::uintptr_t>(memory) % kHugePageBytes, 0u) << bytes;
        memory[0] = 1, memory[bytes - 1] = 2;
        EXPECT_EQ(memory[bytes - 1], 2) << bytes;
        pages.deallocate(memory, bytes, 64);
    }
}

TEST(HugePages, ServeContainers) {
    HugePages pages;
    std::pmr::vector<double> values(1'000'000, 0.5, &pages);
    const std::pmr::vector<double> copy = values;  // from the usual memory
    EXPECT_EQ(copy, values);
    EXPECT_EQ(values.get_allocator().resource(), &pages);
}

TEST(HugePages, RefuseToBeginAtMultiplesOfMoreThanAPage) {
    HugePages pages;
    EXPECT_THROW((void)pages.allocate(1, 2 * kHugePageBytes), std::bad_alloc);
}

}  // namespace
}  // namespace bevlogen
