// Asks the processor once.
#include "sim/core/instruction_set.hpp"

namespace bevlogen {
namespace {

bool has_wide_vectors() {
#if BEVLOGEN_HAS_WIDE_COPY
    return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512cd") &&
           __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl");
#else
    return false;
#endif
}

// The only state of its kind: a property of the machine, and a switch for tests.
bool restricted_to_narrow = false;

}  // namespace

VectorWidth vector_width() {
    static const bool wide = has_wide_vectors();
    return wide && !restricted_to_narrow ? VectorWidth::wide : VectorWidth::narrow;
}

void restrict_to_narrow_vectors(bool restricted) { restricted_to_narrow = restricted; }

}  // namespace bevlogen
