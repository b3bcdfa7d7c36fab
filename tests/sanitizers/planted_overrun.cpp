// A planted read behind the end of a buffer, which AddressSanitizer must report.
#include <cstdio>
#include <memory>

int main(int argc, char**) {
    const auto buffer = std::make_unique<int[]>(8);
    volatile int behind = argc + 7;
    std::printf("%d\n", buffer[static_cast<std::size_t>(behind)]);
}
