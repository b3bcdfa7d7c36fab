// Chooses at run time between copies of a kernel for wider and narrower vector registers. The bits of both are the same.
#pragma once

// Put before a function whose body calls one always-inlined kernel: the compiler then builds that copy for AVX-512.
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__)
#define BEVLOGEN_HAS_WIDE_COPY 1
#define BEVLOGEN_WIDE_COPY __attribute__((target("arch=x86-64-v4,prefer-vector-width=512"), flatten))
#else
#define BEVLOGEN_HAS_WIDE_COPY 0
#define BEVLOGEN_WIDE_COPY
#endif

namespace bevlogen {

enum class VectorWidth { narrow, wide };

// Wide where this machine has AVX-512 and nobody restricted it.
VectorWidth vector_width();

// Restricts kernels to narrow vectors (for tests that compare bits, and for benchmarks); called before threads start.
void restrict_to_narrow_vectors(bool restricted);

}  // namespace bevlogen
