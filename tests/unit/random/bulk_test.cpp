// The bulk generator gives the bits of the scalar definition, for every person and draw, on every instruction set.
#include "sim/random/bulk.hpp"

#include <gtest/gtest.h>

#include <bit>
#include <cstring>
#include <vector>

#include "sim/random/box_muller.hpp"

namespace bevlogen {
namespace {

constexpr float kUntouched = -12345.0f;
enum class Kind { normals, uniforms, normals_and_uniforms };

struct Columns {
    std::vector<std::uint32_t> low, high;

    explicit Columns(std::size_t count) : low(count), high(count) {
        for (std::size_t i = 0; i < count; ++i) {
            const PhiloxWords words = philox({static_cast<std::uint32_t>(i), 0, 0, 0}, {1, 1});
            low[i] = words[0];
            high[i] = words[1];
        }
        if (count > 2) low[0] = high[0] = 0, low[1] = high[1] = 0xffffffffu;
    }
    BulkPersons persons() const { return {low.data(), high.data(), low.size()}; }
    std::uint64_t who(std::size_t i) const { return std::uint64_t{high[i]} << 32 | low[i]; }
};

std::vector<float> filled(Kind kind, const Chance& chance, const BulkPersons& persons, const BulkDraws& draws, std::size_t stride) {
    std::vector<float> out(stride * 4 * draws.calls + kBulkLanes, kUntouched);
    switch (kind) {
        case Kind::normals: fill_normals(chance, persons, draws, out.data(), stride); break;
        case Kind::uniforms: fill_uniforms(chance, persons, draws, out.data(), stride); break;
        case Kind::normals_and_uniforms: fill_normals_and_uniforms(chance, persons, draws, out.data(), stride); break;
    }
    return out;
}

std::array<float, 4> scalar(Kind kind, const PhiloxWords& words) {
    const auto uniform = [](std::uint32_t word) { return static_cast<float>(word >> 8) * 0x1p-24f; };
    const auto [a, b] = box_muller(words[0], words[1]);
    const auto [c, d] = box_muller(words[2], words[3]);
    switch (kind) {
        case Kind::normals: return {a, b, c, d};
        case Kind::uniforms: return {uniform(words[0]), uniform(words[1]), uniform(words[2]), uniform(words[3])};
        default: return {a, b, uniform(words[2]), uniform(words[3])};
    }
}

// On the best instruction set (false) and on AVX2 (true).
class Bulk : public testing::TestWithParam<bool> {
  protected:
    void SetUp() override { restrict_bulk_to_avx2(GetParam()); }
    void TearDown() override { restrict_bulk_to_avx2(false); }
};

void expect_scalar_bits(Kind kind, const Chance& chance, const Columns& columns, const BulkDraws& draws, std::size_t stride) {
    const std::vector<float> out = filled(kind, chance, columns.persons(), draws, stride);
    for (std::uint32_t call = 0; call < draws.calls; ++call) {
        for (std::size_t i = 0; i < columns.low.size(); ++i) {
            const auto expected = scalar(kind, chance.words(columns.who(i), draws.week, draws.purpose, draws.first_draw + call));
            for (std::size_t j = 0; j < 4; ++j) {
                ASSERT_EQ(std::bit_cast<std::uint32_t>(out[(4 * call + j) * stride + i]), std::bit_cast<std::uint32_t>(expected[j]))
                    << "person " << i << ", call " << call << ", number " << j;
            }
        }
    }
    for (std::size_t row = 0; row < 4 * draws.calls; ++row) {
        for (std::size_t i = columns.low.size(); i < stride; ++i) ASSERT_EQ(out[row * stride + i], kUntouched);
    }
}

TEST_P(Bulk, UniformsBesideNormalsAreThoseOfTheirOwnPurpose) {
    constexpr std::size_t kCount = 48, kStride = 64;
    const Columns columns(kCount);
    const Chance chance{20261129, 3};
    for (const std::uint32_t calls : {1u, 6u, 7u}) {
        const BulkDraws draws{Week{137}, Purpose{0x0101}, 2, calls};
        const BulkDraws others{Week{137}, Purpose{0x0102}, 0, 1};
        std::vector<float> normals(kStride * 4 * calls + kBulkLanes, kUntouched), uniforms(kStride * 4 + kBulkLanes, kUntouched);
        fill_normals_beside(chance, columns.persons(), draws, normals.data(), kStride, {others.purpose, uniforms.data(), kStride});
        EXPECT_EQ(normals, filled(Kind::normals, chance, columns.persons(), draws, kStride)) << calls;
        EXPECT_EQ(uniforms, filled(Kind::uniforms, chance, columns.persons(), others, kStride)) << calls;
    }
}

TEST_P(Bulk, GivesTheBitsOfTheScalarDefinition) {
    const Columns columns(1024);
    for (const Kind kind : {Kind::normals, Kind::uniforms, Kind::normals_and_uniforms}) {
        for (const std::int32_t week : {0, 1, 675, -1}) {
            expect_scalar_bits(kind, {20261122, 3}, columns, {{week}, Purpose{0x0101}, 0, 7}, 1024);
        }
        expect_scalar_bits(kind, {0xffffffffu, 0xffffffffu}, columns, {{52}, Purpose{0xffff}, 40, 25}, 1024);
    }
}

TEST_P(Bulk, KeepsToItsStrideAndCount) {
    for (const Kind kind : {Kind::normals, Kind::uniforms, Kind::normals_and_uniforms}) {
        for (const std::size_t count : {16, 48, 128}) {
            for (const std::size_t extra : {0, 1, 16, 37}) {
                expect_scalar_bits(kind, {1, 2}, Columns(count), {{3}, Purpose{0x0101}, 2, 3}, count + extra);
            }
        }
    }
}

TEST_P(Bulk, WritesNothingForNobodyOrForNoCalls) {
    EXPECT_EQ(filled(Kind::normals, {1, 2}, Columns(0).persons(), {{3}, Purpose{0x0101}, 0, 2}, 16),
              std::vector<float>(16 * 8 + 16, kUntouched));
    EXPECT_EQ(filled(Kind::normals, {1, 2}, Columns(16).persons(), {{3}, Purpose{0x0101}, 0, 0}, 16), std::vector<float>(16, kUntouched));
}

TEST_P(Bulk, WrapsTheNumberOfADrawAsTheScalarDefinitionDoes) {
    expect_scalar_bits(Kind::normals, {1, 2}, Columns(16), {{3}, Purpose{0x0101}, 0xfffe, 4}, 16);
}

TEST_P(Bulk, GivesAPersonTheSameDrawsAtAnyPost) {
    Columns columns(64);
    const BulkDraws draws{{9}, Purpose{0x0101}, 0, 2};
    const std::vector<float> before = filled(Kind::normals, {1, 2}, columns.persons(), draws, 64);
    std::swap(columns.low[3], columns.low[50]);
    std::swap(columns.high[3], columns.high[50]);
    const std::vector<float> after = filled(Kind::normals, {1, 2}, columns.persons(), draws, 64);
    for (std::size_t row = 0; row < 8; ++row) {
        for (std::size_t i = 0; i < 64; ++i) {
            const std::size_t from = i == 3 ? 50 : i == 50 ? 3 : i;
            ASSERT_EQ(after[row * 64 + i], before[row * 64 + from]);
        }
    }
}

TEST_P(Bulk, GivesTheSameDrawsInOneGoAndCallByCall) {
    const Columns columns(32);
    const std::vector<float> together = filled(Kind::normals, {1, 2}, columns.persons(), {{9}, Purpose{0x0101}, 5, 7}, 32);
    for (std::uint32_t call = 0; call < 7; ++call) {
        const std::vector<float> alone = filled(Kind::normals, {1, 2}, columns.persons(), {{9}, Purpose{0x0101}, 5 + call, 1}, 32);
        for (std::size_t i = 0; i < 4 * 32; ++i) ASSERT_EQ(alone[i], together[4 * call * 32 + i]);
    }
}

INSTANTIATE_TEST_SUITE_P(OnEachInstructionSet, Bulk, testing::Values(false, true),
                         [](const auto& restricted) { return restricted.param ? "Avx2" : "Best"; });

TEST(BulkInstructionSet, GivesTheSameBitsForMillionsOfNormals) {
    const Columns columns(4096);
    for (std::int32_t week = 0; week < 64; ++week) {
        const BulkDraws draws{{week}, Purpose{0x0101}, 0, 7};
        restrict_bulk_to_avx2(false);
        const std::vector<float> best = filled(Kind::normals, {11, 1}, columns.persons(), draws, 4096);
        restrict_bulk_to_avx2(true);
        const std::vector<float> avx2 = filled(Kind::normals, {11, 1}, columns.persons(), draws, 4096);
        restrict_bulk_to_avx2(false);
        ASSERT_EQ(std::memcmp(best.data(), avx2.data(), best.size() * sizeof(float)), 0) << "week " << week;
    }
}

TEST(BulkInstructionSet, CanBeRestrictedAndFreed) {
    const std::string_view best = bulk_instruction_set();
    restrict_bulk_to_avx2(true);
#if defined(__x86_64__)
    EXPECT_EQ(bulk_instruction_set(), "AVX2");
#endif
    restrict_bulk_to_avx2(false);
    EXPECT_EQ(bulk_instruction_set(), best);
}

}  // namespace
}  // namespace bevlogen
