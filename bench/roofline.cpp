// What the machine can do: bytes from memory and from the level-2 cache, and floating-point operations, a second.
#include <cstddef>
#include <memory>
#include <vector>

#include "bench/measure.hpp"
#include "bench/share_blocks.hpp"
#include "bench/vectors.hpp"
#include "sim/core/huge_pages.hpp"

namespace bevlogen::bench {
namespace {

constexpr std::size_t kInMemory = std::size_t{32} << 20;  // floats an array: 128 MB
constexpr std::size_t kInCache = std::size_t{64} << 10;   // 256 KB, three of which fit a level-2 cache
constexpr std::size_t kPiece = std::size_t{32} << 10;     // floats that a thread takes at a time
constexpr double kBytes = 12.0;                           // an element, as STREAM counts

// Three arrays in large pages.
struct Arrays {
    explicit Arrays(std::size_t size) : a(size, 1.0f, &pages), b(size, 2.0f, &pages), c(size, 3.0f, &pages) {}
    HugePages pages;
    std::pmr::vector<float> a, b, c;
};

void triad(Arrays& x, std::size_t begin, std::size_t end) {
    float* __restrict a = x.a.data();
    const float* __restrict b = x.b.data();
    const float* __restrict c = x.c.data();
    for (std::size_t i = begin; i < end; ++i) a[i] = b[i] + 0.5f * c[i];
}

void in_place(Arrays& x, std::size_t begin, std::size_t end) {
    float* __restrict a = x.a.data();
    const float* __restrict b = x.b.data();
    for (std::size_t i = begin; i < end; ++i) a[i] = 0.5f * a[i] + b[i];
}

using Kernel = void (*)(Arrays&, std::size_t, std::size_t);

// ns a thousand bytes. Each thread has arrays of its own where they are to stay in its cache.
std::function<double(double)> moving(Kernel kernel, std::size_t size, int threads, bool own) {
    return [=, arrays = std::vector<std::shared_ptr<Arrays>>()](double seconds) mutable {
        while (arrays.size() < static_cast<std::size_t>(own ? threads : 1)) arrays.push_back(std::make_shared<Arrays>(size));
        const std::int32_t sweeps = static_cast<std::int32_t>(kInMemory / size) * 2;
        return nanoseconds_per_item(seconds, [&] {
            if (own) {
                share_blocks(static_cast<std::size_t>(threads), 1, threads, [&](std::size_t mine, std::int32_t) {
                    for (std::int32_t sweep = 0; sweep < sweeps; ++sweep) kernel(*arrays[mine], 0, size);
                });
            } else {
                share_blocks(size / kPiece, sweeps, threads,
                             [&](std::size_t piece, std::int32_t) { kernel(*arrays[0], piece * kPiece, (piece + 1) * kPiece); });
            }
            return static_cast<double>(size) * sweeps * kBytes / 1000.0 * (own ? threads : 1);
        });
    };
}

using Floats8 = float __attribute__((vector_size(32)));
using Floats16 = float __attribute__((vector_size(64)));

constexpr std::size_t kChains = 12;  // more than the latency of two units' multiply-adds
constexpr std::size_t kRounds = 100'000;

// Chains of multiply-adds that wait for nobody but themselves. This file is compiled with -ffp-contract=fast.
template <class Floats>
inline __attribute__((always_inline)) std::size_t multiply_and_add() {
    Floats chain[kChains] = {};
    const Floats factor = Floats{} + 0.999f, term = Floats{} + 0.001f;
    for (std::size_t round = 0; round < kRounds; ++round) {
#pragma GCC unroll 16
        for (std::size_t k = 0; k < kChains; ++k) chain[k] = chain[k] * factor + term;
    }
    for (std::size_t k = 0; k < kChains; ++k) asm volatile("" : : "v"(chain[k]));
    return kRounds * kChains * sizeof(Floats) / sizeof(float) * 2;
}
std::size_t multiply_and_add_8() { return multiply_and_add<Floats8>(); }
BEVLOGEN_AVX512 std::size_t multiply_and_add_16() { return multiply_and_add<Floats16>(); }

std::function<double(double)> computing(std::size_t (*kernel)(), int threads) {
    return [=](double seconds) {
        return nanoseconds_per_item(seconds, [&] {
            constexpr std::size_t kTimes = 200;
            share_blocks(kTimes, 1, threads, [&](std::size_t, std::int32_t) { kernel(); });
            return static_cast<double>(kTimes * kRounds * kChains * (kernel == multiply_and_add_8 ? 8 : 16) * 2) / 1000.0;
        });
    };
}

int run(const Options& options) {
    std::vector<Row> rows;
    for (const int threads : {1, 2}) {
        const std::string on = threads == 2 ? ", 2 threads" : "";
        rows.push_back({"triad in memory" + on, "KB", moving(triad, kInMemory, threads, false)});
        rows.push_back({"in place in memory" + on, "KB", moving(in_place, kInMemory, threads, false)});
        rows.push_back({"triad in the level-2 cache" + on, "KB", moving(triad, kInCache, threads, true)});
        rows.push_back({"multiply-add, AVX2" + on, "1000 flops", computing(multiply_and_add_8, threads)});
        if (has_avx512()) rows.push_back({"multiply-add, AVX-512" + on, "1000 flops", computing(multiply_and_add_16, threads)});
    }
    return measure_and_report("What the machine can do", {}, rows, {}, options);
}

}  // namespace
}  // namespace bevlogen::bench

int main(int count, char** arguments) { return bevlogen::bench::run(bevlogen::bench::read_options(count, arguments)); }
