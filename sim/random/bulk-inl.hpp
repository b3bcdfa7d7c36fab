// The vectors behind bulk.cpp; included once for each instruction set, hence no ordinary include guard.
#if defined(BEVLOGEN_BULK_INL) == defined(HWY_TARGET_TOGGLE)
#ifdef BEVLOGEN_BULK_INL
#undef BEVLOGEN_BULK_INL
#else
#define BEVLOGEN_BULK_INL
#endif

HWY_BEFORE_NAMESPACE();
namespace bevlogen {
namespace {
namespace HWY_NAMESPACE {

namespace hn = hwy::HWY_NAMESPACE;

// Vectors of 4 (NEON), 8 (AVX2) or 16 (AVX-512) persons.
using TagF = hn::CappedTag<float, kBulkLanes>;
using TagU = hn::RebindToUnsigned<TagF>;
using TagI = hn::RebindToSigned<TagF>;
using TagU64 = hn::RepartitionToWide<TagU>;
using VecF = hn::Vec<TagF>;
using VecU = hn::Vec<TagU>;
using VecI = hn::Vec<TagI>;
using VecU64 = hn::Vec<TagU64>;
inline constexpr TagF kF{};
inline constexpr TagU kU{};
inline constexpr TagI kI{};
inline constexpr TagU64 kU64{};
inline constexpr std::size_t kVectors = kBulkLanes / hn::MaxLanes(TagF());

HWY_INLINE VecU64 uniform_word(std::uint32_t word) { return hn::BitCast(kU64, hn::Set(kU, word)); }
HWY_INLINE VecU64 times(VecU64 word, std::uint32_t multiplier) { return hn::MulEven(hn::BitCast(kU, word), hn::Set(kU, multiplier)); }
HWY_INLINE VecU64 high_half(VecU64 product) { return hn::ShiftRight<32>(product); }

// The four words of half of a vector's persons. A word lies in the low half of 64 bits; what is in the high half does not
// matter, since the multiplication reads low halves only. So a product's low half needs no operation and its high half a shift.
struct HalfState {
    VecU64 c0, c1, c2, c3;
};

// The key of each round.
struct RoundKeys {
    std::array<std::uint32_t, kPhiloxRounds> k0, k1;

    HWY_INLINE explicit RoundKeys(PhiloxKey key) {
        for (std::size_t round = 0; round < k0.size(); ++round) {
            k0[round] = key[0];
            k1[round] = key[1];
            key[0] += kPhiloxWeyl0;
            key[1] += kPhiloxWeyl1;
        }
    }
};

// What the first three rounds have in common for all draws of a person: four of their six products depend on the person,
// week and key only, since the number of the draw enters in the last word.
struct HalfPerson {
    VecU64 first_c2;  // of round 1, but for the last word of the counter
    VecU64 third_c0;  // of round 3, but for c1
    VecU64 third_c1;  // of round 3
    VecU64 third_c2;  // of round 3, but for the product

    HWY_INLINE HalfPerson() = default;
    HWY_INLINE HalfPerson(VecU64 id_low, VecU64 id_high, std::uint64_t week_product, const RoundKeys& keys) {
        const VecU64 product = times(id_low, kPhiloxMultiplier0);
        first_c2 = hn::Xor(high_half(product), uniform_word(keys.k1[0]));
        const VecU64 c0 = hn::Xor(id_high, uniform_word(static_cast<std::uint32_t>(week_product >> 32) ^ keys.k0[0]));
        const VecU64 second_product = times(c0, kPhiloxMultiplier0);
        const VecU64 c2 = hn::Xor3(high_half(second_product), product, uniform_word(keys.k1[1]));
        const VecU64 third_product = times(c2, kPhiloxMultiplier1);
        third_c0 = hn::Xor(high_half(third_product), uniform_word(keys.k0[2]));
        third_c1 = third_product;
        third_c2 = hn::Xor(second_product, uniform_word(keys.k1[2]));
    }
};

// Rounds 1 to 3 of one draw.
HWY_INLINE HalfState first_rounds(const HalfPerson& person, VecU64 last_word, std::uint64_t week_product, const RoundKeys& keys) {
    const VecU64 first = times(hn::Xor(person.first_c2, last_word), kPhiloxMultiplier1);
    const VecU64 c0 = hn::Xor(high_half(first), uniform_word(static_cast<std::uint32_t>(week_product) ^ keys.k0[1]));
    const VecU64 third = times(c0, kPhiloxMultiplier0);
    return {hn::Xor(person.third_c0, first), person.third_c1, hn::Xor(person.third_c2, high_half(third)), third};
}

HWY_INLINE HalfState next_round(const HalfState& s, std::uint32_t k0, std::uint32_t k1) {
    const VecU64 product0 = times(s.c0, kPhiloxMultiplier0);
    const VecU64 product1 = times(s.c2, kPhiloxMultiplier1);
    return {hn::Xor3(high_half(product1), s.c1, uniform_word(k0)), product1, hn::Xor3(high_half(product0), s.c3, uniform_word(k1)),
            product0};
}

// The persons of one vector, the even ones and the odd ones.
struct VectorPersons {
    HalfPerson even, odd;
};

struct VectorWords {
    VecU w0, w1, w2, w3;
};

HWY_INLINE VectorPersons load_persons(const BulkPersons& persons, std::size_t at, std::uint64_t week_product, const RoundKeys& keys) {
    const VecU64 low = hn::BitCast(kU64, hn::LoadU(kU, persons.id_low + at));
    const VecU64 high = hn::BitCast(kU64, hn::LoadU(kU, persons.id_high + at));
    return {HalfPerson(low, high, week_product, keys), HalfPerson(high_half(low), high_half(high), week_product, keys)};
}

HWY_INLINE VecU merged(VecU64 even, VecU64 odd) { return hn::OddEven(hn::BitCast(kU, hn::ShiftLeft<32>(odd)), hn::BitCast(kU, even)); }

HWY_INLINE VectorWords vector_words(const VectorPersons& persons, std::uint32_t last_word, std::uint64_t week_product,
                                    const RoundKeys& keys) {
    // Even and odd persons turn by turn, so that the one's multiplications run while the other's wait for their results.
    const VecU64 last = uniform_word(last_word);
    HalfState even = first_rounds(persons.even, last, week_product, keys);
    HalfState odd = first_rounds(persons.odd, last, week_product, keys);
    for (std::size_t round = 3; round < std::size_t{kPhiloxRounds}; ++round) {
        even = next_round(even, keys.k0[round], keys.k1[round]);
        odd = next_round(odd, keys.k0[round], keys.k1[round]);
    }
    return {merged(even.c0, odd.c0), merged(even.c1, odd.c1), merged(even.c2, odd.c2), merged(even.c3, odd.c3)};
}

struct TwoWords {
    VectorWords first, second;
};

// Those of two draws, round by round: while the multiplications of one wait for their results, those of the other run.
HWY_INLINE TwoWords two_vector_words(const VectorPersons& persons, std::uint32_t first, std::uint32_t second, std::uint64_t week_product,
                                     const RoundKeys& keys) {
    HalfState even1 = first_rounds(persons.even, uniform_word(first), week_product, keys);
    HalfState odd1 = first_rounds(persons.odd, uniform_word(first), week_product, keys);
    HalfState even2 = first_rounds(persons.even, uniform_word(second), week_product, keys);
    HalfState odd2 = first_rounds(persons.odd, uniform_word(second), week_product, keys);
    for (std::size_t round = 3; round < std::size_t{kPhiloxRounds}; ++round) {
        even1 = next_round(even1, keys.k0[round], keys.k1[round]);
        odd1 = next_round(odd1, keys.k0[round], keys.k1[round]);
        even2 = next_round(even2, keys.k0[round], keys.k1[round]);
        odd2 = next_round(odd2, keys.k0[round], keys.k1[round]);
    }
    return {{merged(even1.c0, odd1.c0), merged(even1.c1, odd1.c1), merged(even1.c2, odd1.c2), merged(even1.c3, odd1.c3)},
            {merged(even2.c0, odd2.c0), merged(even2.c1, odd2.c1), merged(even2.c2, odd2.c2), merged(even2.c3, odd2.c3)}};
}

HWY_INLINE VecF as_float(VecU word) { return hn::ConvertTo(kF, hn::BitCast(kI, word)); }
HWY_INLINE VecF constant(float value) { return hn::Set(kF, value); }

// horner of portable_math.hpp.
template <std::size_t kCount>
HWY_INLINE VecF vector_horner(const float (&coefficients)[kCount], VecF x) {
    VecF value = constant(coefficients[0]);
#pragma GCC unroll 16
    for (std::size_t i = 1; i < kCount; ++i) value = hn::MulAdd(value, x, constant(coefficients[i]));
    return value;
}

// portable_log of portable_math.hpp, operation by operation.
HWY_INLINE VecF vector_log(VecF x) {
    const VecI bits = hn::BitCast(kI, x);
    const VecI e = hn::ShiftRight<23>(hn::Sub(bits, hn::Set(kI, 0x3f3504f3)));
    const VecF f = hn::Sub(hn::BitCast(kF, hn::Sub(bits, hn::ShiftLeft<23>(e))), constant(1.0f));
    const VecF f2 = hn::Mul(f, f);
    const VecF k = hn::ConvertTo(kF, e);
    VecF result = hn::MulAdd(hn::Mul(vector_horner(kLogCoefficients, f), f), f2, hn::Mul(k, constant(kLogOf2Low)));
    result = hn::MulAdd(constant(-0.5f), f2, result);
    return hn::MulAdd(k, constant(kLogOf2High), hn::Add(f, result));
}

struct NormalPair {
    VecF first, second;
};

// box_muller of box_muller.hpp, operation by operation; a product with -1 is a changed sign bit.
HWY_INLINE NormalPair vector_box_muller(VecU radius_word, VecU angle_word) {
    const VecF high = as_float(hn::ShiftRight<16>(radius_word));
    const VecF low = as_float(hn::And(radius_word, hn::Set(kU, 0xffffu)));
    const VecF u = hn::MulAdd(high, constant(0x1p-16f), hn::MulAdd(low, constant(0x1p-32f), constant(0x1p-32f)));
    const VecF radius = hn::Sqrt(hn::Mul(constant(-2.0f), vector_log(u)));

    const VecF t = hn::Mul(as_float(hn::ShiftLeft<2>(angle_word)), constant(0x1p-31f));
    const VecF t2 = hn::Mul(t, t);
    const VecF s = hn::Mul(vector_horner(kSineOfEighthTurn, t2), t);
    const VecF c = vector_horner(kCosineOfEighthTurn, t2);
    // Bit 31 of the angle plus an eighth of a turn is the upper bit of the quarter, bit 30 the lower.
    const VecU quarter = hn::Add(angle_word, hn::Set(kU, 0x20000000u));
    const VecU next_quarter = hn::Add(angle_word, hn::Set(kU, 0x60000000u));
    const VecU sign_bit = hn::Set(kU, 0x80000000u);
    const VecF swapped = hn::BitCast(kF, hn::ShiftLeft<1>(quarter));  // negative where the quarter is odd
    const VecF x = hn::IfNegativeThenElse(swapped, s, c);
    const VecF y = hn::IfNegativeThenElse(swapped, c, s);
    return {hn::Mul(radius, hn::Xor(x, hn::BitCast(kF, hn::And(next_quarter, sign_bit)))),
            hn::Mul(radius, hn::Xor(y, hn::BitCast(kF, hn::And(quarter, sign_bit))))};
}

HWY_INLINE VecF vector_uniform(VecU word) { return hn::Mul(as_float(hn::ShiftRight<8>(word)), constant(0x1p-24f)); }

HWY_INLINE void store_pair(const NormalPair& pair, float* to, std::size_t stride) {
    hn::StoreU(pair.first, kF, to);
    hn::StoreU(pair.second, kF, to + stride);
}
HWY_INLINE void store_normals(VecU radius_word, VecU angle_word, float* to, std::size_t stride) {
    store_pair(vector_box_muller(radius_word, angle_word), to, stride);
}
HWY_INLINE void store_uniforms(const VectorWords& words, float* to, std::size_t stride) {
    hn::StoreU(vector_uniform(words.w0), kF, to);
    hn::StoreU(vector_uniform(words.w1), kF, to + stride);
    hn::StoreU(vector_uniform(words.w2), kF, to + 2 * stride);
    hn::StoreU(vector_uniform(words.w3), kF, to + 3 * stride);
}

enum class Numbers { normals, uniforms, normals_and_uniforms };

struct NothingBeside {};

// Calls inside persons: a person's share of the first rounds is computed once.
template <Numbers kNumbers, class Beside = NothingBeside>
HWY_INLINE void fill(const Chance& chance, const BulkPersons& persons, const BulkDraws& draws, float* HWY_RESTRICT out, std::size_t stride,
                     const Beside& beside = {}) {
    assert(persons.count % kBulkLanes == 0);
    constexpr std::size_t kLanes = kBulkLanes / kVectors;
    const RoundKeys keys(chance.key());
    const PhiloxCounter common = Chance::counter(0, draws.week, draws.purpose, 0);
    const std::uint64_t week_product = std::uint64_t{kPhiloxMultiplier1} * common[2];
    for (std::size_t person = 0; person < persons.count; person += kBulkLanes) {
        VectorPersons group[kVectors];
        for (std::size_t v = 0; v < kVectors; ++v) group[v] = load_persons(persons, person + v * kLanes, week_product, keys);
        std::uint32_t call = 0;
        // With sixteen persons a vector and enough registers for it, two calls side by side.
        if constexpr (kNumbers == Numbers::normals && kVectors == 1) {
            for (; call + 2 <= draws.calls; call += 2) {
                const std::uint32_t first = draws.first_draw + call;
                float* const to = out + std::size_t{call} * 4 * stride + person;
                const TwoWords words =
                    two_vector_words(group[0], common[3] | (first & 0xffffu), common[3] | ((first + 1) & 0xffffu), week_product, keys);
                const NormalPair a = vector_box_muller(words.first.w0, words.first.w1);
                const NormalPair b = vector_box_muller(words.first.w2, words.first.w3);
                const NormalPair c = vector_box_muller(words.second.w0, words.second.w1);
                const NormalPair d = vector_box_muller(words.second.w2, words.second.w3);
                store_pair(a, to, stride);
                store_pair(b, to + 2 * stride, stride);
                store_pair(c, to + 4 * stride, stride);
                store_pair(d, to + 6 * stride, stride);
            }
        }
        for (; call < draws.calls; ++call) {
            const std::uint32_t last_word = common[3] | ((draws.first_draw + call) & 0xffffu);
            float* const to = out + std::size_t{call} * 4 * stride + person;
            for (std::size_t v = 0; v < kVectors; ++v) {
                const VectorWords words = vector_words(group[v], last_word, week_product, keys);
                float* const here = to + v * kLanes;
                if constexpr (kNumbers == Numbers::uniforms) {
                    store_uniforms(words, here, stride);
                } else {
                    store_normals(words.w0, words.w1, here, stride);
                    if constexpr (kNumbers == Numbers::normals) {
                        store_normals(words.w2, words.w3, here + 2 * stride, stride);
                    } else {
                        hn::StoreU(vector_uniform(words.w2), kF, here + 2 * stride);
                        hn::StoreU(vector_uniform(words.w3), kF, here + 3 * stride);
                    }
                }
            }
        }
        if constexpr (std::is_same_v<Beside, UniformsBeside>) {
            const std::uint32_t last_word = Chance::counter(0, draws.week, beside.purpose, 0)[3];
            for (std::size_t v = 0; v < kVectors; ++v) {
                store_uniforms(vector_words(group[v], last_word, week_product, keys), beside.out + person + v * kLanes, beside.stride);
            }
        }
    }
}

void fill_normals_of_target(const Chance& chance, const BulkPersons& persons, const BulkDraws& draws, float* out, std::size_t stride) {
    fill<Numbers::normals>(chance, persons, draws, out, stride);
}

void fill_normals_beside_of_target(const Chance& chance, const BulkPersons& persons, const BulkDraws& draws, float* out, std::size_t stride,
                                   const UniformsBeside& beside) {
    fill<Numbers::normals>(chance, persons, draws, out, stride, beside);
}

void fill_uniforms_of_target(const Chance& chance, const BulkPersons& persons, const BulkDraws& draws, float* out, std::size_t stride) {
    fill<Numbers::uniforms>(chance, persons, draws, out, stride);
}

void fill_normals_and_uniforms_of_target(const Chance& chance, const BulkPersons& persons, const BulkDraws& draws, float* out,
                                         std::size_t stride) {
    fill<Numbers::normals_and_uniforms>(chance, persons, draws, out, stride);
}

std::string_view name_of_target() { return hwy::TargetName(HWY_TARGET); }

}  // namespace HWY_NAMESPACE
}  // namespace
}  // namespace bevlogen
HWY_AFTER_NAMESPACE();

#endif
