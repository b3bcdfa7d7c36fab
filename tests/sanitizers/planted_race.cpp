// A planted data race in a body of Parallel::for_each, which ThreadSanitizer must report.
#include <cstdio>

#include "sim/engine/parallel.hpp"

int main() {
    bevlogen::Parallel parallel(4);
    long unprotected = 0;
    parallel.for_each(100000, [&](std::size_t index, unsigned) { unprotected += static_cast<long>(index); });
    std::printf("%ld\n", unprotected);
}
