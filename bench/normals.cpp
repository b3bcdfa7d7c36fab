// What a normal costs: in bulk, from Boost on a Philox stream, and as an ordinary C++ program draws it.
#include <boost/random/normal_distribution.hpp>
#include <numeric>
#include <random>
#include <vector>

#include "bench/measure.hpp"
#include "sim/random/bulk.hpp"
#include "sim/random/stream.hpp"

namespace bevlogen::bench {
namespace {

constexpr std::size_t kPersons = 1024;  // a block
constexpr std::uint32_t kCalls = 7;     // 28 numbers a person-week
constexpr std::size_t kStride = kPersons + kBulkLanes;
constexpr Chance kChance{20261122, 1};
constexpr Purpose kPurpose{0x0101};

// Keeps the compiler from leaving out what nobody reads.
void consume(double value) { asm volatile("" : : "g"(&value) : "memory"); }

struct Block {
    std::vector<std::uint32_t> low = std::vector<std::uint32_t>(kPersons), high = std::vector<std::uint32_t>(kPersons, 7);
    std::vector<float> out = std::vector<float>(kStride * 4 * kCalls);
    std::int32_t week = 0;

    Block() { std::iota(low.begin(), low.end(), 1u); }
};

using Fill = void(const Chance&, const BulkPersons&, const BulkDraws&, float*, std::size_t) noexcept;

std::function<double(double)> in_bulk(Fill* fill, bool restricted) {
    return [fill, restricted, block = Block()](double seconds) mutable {
        restrict_bulk_to_avx2(restricted);
        const double ns = nanoseconds_per_item(seconds, [&] {
            const BulkPersons persons{block.low.data(), block.high.data(), kPersons};
            for (int i = 0; i < 100; ++i) fill(kChance, persons, {{block.week++}, kPurpose, 0, kCalls}, block.out.data(), kStride);
            consume(block.out[5]);
            return 100 * kPersons * 4 * kCalls;
        });
        restrict_bulk_to_avx2(false);
        return ns;
    };
}

// Each person's week draws from a stream of its own, as keyed chance demands.
template <class Real>
std::function<double(double)> boost_on_stream() {
    return [week = 0](double seconds) mutable {
        return nanoseconds_per_item(seconds, [&] {
            Real sum = 0;
            for (std::uint64_t who = 1; who <= kPersons; ++who) {
                Stream stream(kChance, who, {week}, kPurpose);
                boost::random::normal_distribution<Real> normal;
                for (std::uint32_t i = 0; i < 4 * kCalls; ++i) sum += normal(stream);
            }
            ++week;
            consume(static_cast<double>(sum));
            return kPersons * 4 * kCalls;
        });
    };
}

std::function<double(double)> standard_library() {
    return [generator = std::mt19937(20261122), normal = std::normal_distribution<double>()](double seconds) mutable {
        return nanoseconds_per_item(seconds, [&] {
            double sum = 0.0;
            for (std::size_t i = 0; i < kPersons * 4 * kCalls; ++i) sum += normal(generator);
            consume(sum);
            return kPersons * 4 * kCalls;
        });
    };
}

bool instruction_sets_agree() {
    Block best, avx2;
    const auto fill = [](Block& block) {
        fill_normals(kChance, {block.low.data(), block.high.data(), kPersons}, {{1}, kPurpose, 0, kCalls}, block.out.data(), kStride);
    };
    fill(best);
    restrict_bulk_to_avx2(true);
    fill(avx2);
    restrict_bulk_to_avx2(false);
    return best.out == avx2.out;
}

int run(const Options& options) {
    const std::string best = "bulk normals, " + std::string(bulk_instruction_set()), avx2 = "bulk normals, restricted to AVX2";
    const bool is_wide = bulk_instruction_set() != "AVX2";
    const std::string boost_double = "Boost normal<double> on a Philox stream";
    const std::string boost_float = "Boost normal<float> on a Philox stream";
    const std::string standard = "std::mt19937 + std::normal_distribution<double>";
    const std::vector<Row> rows = {
        {best, "normal", in_bulk(fill_normals, false)},
        {avx2, "normal", in_bulk(fill_normals, true)},
        {"bulk uniforms", "uniform", in_bulk(fill_uniforms, false)},
        {"two normals and two uniforms a call", "number", in_bulk(fill_normals_and_uniforms, false)},
        {boost_double, "normal", boost_on_stream<double>()},
        {boost_float, "normal", boost_on_stream<float>()},
        {standard, "normal", standard_library()},
    };
    const std::vector<Ratio> ratios = {
        {"bulk to Boost normal<double> on a Philox stream", best, boost_double, Bound::at_most, is_wide ? 1.0 / 8.0 : 1.0 / 5.0},
        {"bulk, restricted to AVX2, to the same", avx2, boost_double, Bound::at_most, 1.0 / 5.0},
        {"bulk to Boost normal<float> on a Philox stream", best, boost_float, Bound::at_most, 0.25},
        {"bulk to std::mt19937 + std::normal_distribution<double>", best, standard, Bound::at_most, 0.1},
    };
    return measure_and_report("Normals",
                              {{"the same bits with " + std::string(bulk_instruction_set()) + " and AVX2", instruction_sets_agree()}}, rows,
                              ratios, options);
}

}  // namespace
}  // namespace bevlogen::bench

int main(int count, char** arguments) { return bevlogen::bench::run(bevlogen::bench::read_options(count, arguments)); }
