// Kernels compiled twice, for AVX2 and for AVX-512, and chosen at run time: the same source, hence the same bits.
#pragma once

namespace bevlogen::bench {

enum class Vectors { avx2, best };

#if defined(__x86_64__)
// Before a function: everything it calls is inlined and compiled for AVX-512 with vectors of 512 bits.
#define BEVLOGEN_AVX512 __attribute__((target("arch=x86-64-v4,prefer-vector-width=512"), flatten))

inline bool has_avx512() {
    return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512cd") &&
           __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl");
}
#else
#define BEVLOGEN_AVX512
inline bool has_avx512() { return false; }
#endif

}  // namespace bevlogen::bench
