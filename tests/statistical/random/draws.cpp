// Fills samples with the bulk generator.
#include "tests/statistical/random/draws.hpp"

#include <numeric>

namespace bevlogen::statistical {
namespace {

template <class Fill>
std::vector<float> filled(const Coordinates& at, Fill fill) {
    constexpr std::size_t kPersons = kDraws / 4;
    std::vector<std::uint32_t> low(kPersons);
    const std::vector<std::uint32_t> high(kPersons, 0x00001003u);
    std::iota(low.begin(), low.end(), at.who + 1);
    std::vector<float> out(kDraws);
    fill(Chance{at.seed, at.replicate}, BulkPersons{low.data(), high.data(), kPersons},
         BulkDraws{{at.week}, Purpose{at.purpose}, at.draw, 1}, out.data(), kPersons);
    return out;
}

}  // namespace

std::vector<float> normals_at(const Coordinates& at) { return filled(at, fill_normals); }
std::vector<float> uniforms_at(const Coordinates& at) { return filled(at, fill_uniforms); }

}  // namespace bevlogen::statistical
