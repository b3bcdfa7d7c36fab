// Philox4x32-10 and Box-Muller over vectors of persons, compiled for each instruction set and chosen at run time.
#include "sim/random/bulk.hpp"

#include <array>
#include <cassert>
#include <type_traits>

#include "sim/random/box_muller.hpp"

// The floor of the project is AVX2 with fused multiply-add (x86-64-v3), whether or not the compiler may use AES; or NEON on arm64.
#define HWY_DISABLE_PCLMUL_AES
#define HWY_DISABLED_TARGETS (HWY_SSSE3 | HWY_SSE4 | HWY_SVE | HWY_SVE2 | HWY_SVE_256 | HWY_SVE2_128)
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "sim/random/bulk.cpp"
#include <hwy/foreach_target.h>
// After foreach_target.h, which includes this file once for each instruction set.
#include <hwy/highway.h>

#include "sim/random/bulk-inl.hpp"

#if HWY_ONCE
namespace bevlogen {
namespace {

HWY_EXPORT(fill_normals_of_target);
HWY_EXPORT(fill_normals_beside_of_target);
HWY_EXPORT(fill_uniforms_of_target);
HWY_EXPORT(fill_normals_and_uniforms_of_target);
HWY_EXPORT(name_of_target);

}  // namespace

void fill_normals(const Chance& chance, const BulkPersons& persons, const BulkDraws& draws, float* out, std::size_t stride) noexcept {
    HWY_DYNAMIC_DISPATCH(fill_normals_of_target)(chance, persons, draws, out, stride);
}

void fill_normals_beside(const Chance& chance, const BulkPersons& persons, const BulkDraws& draws, float* out, std::size_t stride,
                         const UniformsBeside& beside) noexcept {
    HWY_DYNAMIC_DISPATCH(fill_normals_beside_of_target)(chance, persons, draws, out, stride, beside);
}

void fill_uniforms(const Chance& chance, const BulkPersons& persons, const BulkDraws& draws, float* out, std::size_t stride) noexcept {
    HWY_DYNAMIC_DISPATCH(fill_uniforms_of_target)(chance, persons, draws, out, stride);
}

void fill_normals_and_uniforms(const Chance& chance, const BulkPersons& persons, const BulkDraws& draws, float* out,
                               std::size_t stride) noexcept {
    HWY_DYNAMIC_DISPATCH(fill_normals_and_uniforms_of_target)(chance, persons, draws, out, stride);
}

std::string_view bulk_instruction_set() { return HWY_DYNAMIC_DISPATCH(name_of_target)(); }

void restrict_bulk_to_avx2(bool restricted) {
    hwy::SetSupportedTargetsForTest(restricted ? HWY_STATIC_TARGET : 0);
    hwy::GetChosenTarget().Update(hwy::SupportedTargets());
}

}  // namespace bevlogen
#endif
