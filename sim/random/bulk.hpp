// Random numbers for many persons at once, vectorised over persons, with the bits of the scalar definition.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "sim/random/chance.hpp"

namespace bevlogen {

// Persons are processed in groups of this many; columns of identities and results are padded to a multiple of it.
inline constexpr std::size_t kBulkLanes = 16;

// Whose draws: columns of the low and high halves of PersonIds. `count` is a multiple of kBulkLanes.
struct BulkPersons {
    const std::uint32_t* id_low = nullptr;
    const std::uint32_t* id_high = nullptr;
    std::size_t count = 0;
};

// Which draws: `calls` Philox calls from `first_draw` on, four numbers each.
struct BulkDraws {
    Week week;
    Purpose purpose{};
    std::uint32_t first_draw = 0;
    std::uint32_t calls = 1;
};

// Standard normals by Box-Muller: out[(4 c + j) stride + i] is number j of call c for person i. Words 0 and 1 of a call give
// normals 0 and 1, words 2 and 3 the other two. The largest absolute value is 6.66.
void fill_normals(const Chance& chance, const BulkPersons& persons, const BulkDraws& draws, float* out, std::size_t stride) noexcept;

// One call of uniforms under another purpose, for the same persons and week: out[j stride + i] is number j for person i.
struct UniformsBeside {
    Purpose purpose{};
    float* out = nullptr;
    std::size_t stride = 0;
};

// The same normals, and in the same pass these uniforms: dearer by the rounds of a call only, since what all draws of a person and week
// have in common is worked out once.
void fill_normals_beside(const Chance& chance, const BulkPersons& persons, const BulkDraws& draws, float* out, std::size_t stride,
                         const UniformsBeside& beside) noexcept;

// Uniforms in [0, 1) with 24 bits, in the same order.
void fill_uniforms(const Chance& chance, const BulkPersons& persons, const BulkDraws& draws, float* out, std::size_t stride) noexcept;

// Two normals (words 0, 1) and two uniforms (words 2, 3) a call, in that order.
void fill_normals_and_uniforms(const Chance& chance, const BulkPersons& persons, const BulkDraws& draws, float* out,
                               std::size_t stride) noexcept;

// The instruction set that the functions above use on this machine ("AVX3", "AVX2", ...).
std::string_view bulk_instruction_set();

// Restricts them to AVX2 (for tests that compare bits, and for benchmarks); false goes back to the best.
void restrict_bulk_to_avx2(bool restricted);

}  // namespace bevlogen
