// Declares the questionnaires and reads them.
#include "models/instruments/questionnaires.hpp"

#include <cmath>

#include "models/wellbeing/equations.hpp"
#include "models/workforce/purposes.hpp"
#include "sim/core/instruction_set.hpp"
#include "sim/core/portable_math.hpp"
#include "sim/random/bulk.hpp"

namespace bevlogen::instruments {

std::vector<InstrumentDecl> instrument_decls() {
    return {
        {"ubos_exhaustion",
         {"UBOS emotional exhaustion", "UBOS emotionele uitputting"},
         0,
         6,
         "points",
         "Schaufeli and Van Dierendonck (2000), UBOS-C",
         "mean of the items on emotional exhaustion, 0 (never) to 6 (every day)"},
        {"ubos_distance",
         {"UBOS depersonalisation (mental distance)", "UBOS depersonalisatie (mentale distantie)"},
         0,
         6,
         "points",
         "Schaufeli and Van Dierendonck (2000), UBOS-C",
         "mean of the items on depersonalisation"},
        {"ubos_accomplishment",
         {"UBOS personal accomplishment", "UBOS persoonlijke bekwaamheid"},
         0,
         6,
         "points",
         "Schaufeli and Van Dierendonck (2000), UBOS-C",
         "a proxy: dedication and noise stand for accomplishment, which the model does not have"},
        {"ubes",
         {"UBES-9 engagement", "UBES-9 bevlogenheid"},
         0,
         6,
         "points",
         "Schaufeli and Bakker (2004), UBES-9",
         "mean of nine items on vigour, dedication and absorption"},
    };
}

namespace {

// The proxy's noise and the error of the reading are independent normals: together one, of their joint spread.
Scale accomplishment_scale(const InstrumentParameters& parameters) {
    Scale scale = parameters.ubos_accomplishment.scale();
    const float noise = parameters.accomplishment_on_noise * scale.sqrt_alpha;
    scale.sqrt_error = std::sqrt(noise * noise + scale.sqrt_error * scale.sqrt_error);
    return scale;
}

// One column, normals before and readings after; a loop of its own, so that it becomes a vector loop.
template <class TrueScore>
BEVLOGEN_INLINE void read_column(const Scale scale, std::size_t n, const TrueScore z, float* __restrict column) {
    for (std::size_t i = 0; i < n; ++i) column[i] = scale.read(z(i), column[i]);
}

struct Scales {
    Scale exhaustion, distance, accomplishment, ubes;
    float accomplishment_on_dedication = 0.0f;
};

struct Scores {
    const float *exhaustion, *distance, *vigour, *dedication, *absorption;
    const wellbeing::JdrParameters& p;
    const wellbeing::JdrConstants& c;
};

BEVLOGEN_INLINE void read_all(const Scores& from, const Scales& scales, std::size_t n, float* out, std::size_t stride) {
    const auto z_of = [](const float* raw, float mean, float inverse_sd) {
        return [=](std::size_t i) __attribute__((always_inline)) { return wellbeing::z_score(raw[i], mean, inverse_sd); };
    };
    read_column(scales.exhaustion, n, z_of(from.exhaustion, from.p.exhaustion_reference.mean, from.c.inverse_sd[0]), out);
    read_column(scales.distance, n, z_of(from.distance, from.p.distance_reference.mean, from.c.inverse_sd[1]), out + stride);
    const auto dedicated = z_of(from.dedication, from.p.dedication_reference.mean, from.c.inverse_sd[3]);
    const float weight = scales.accomplishment_on_dedication;
    const auto accomplished = [=](std::size_t i) __attribute__((always_inline)) { return weight * dedicated(i); };
    read_column(scales.accomplishment, n, accomplished, out + 2 * stride);
    const float *vigour = from.vigour, *dedication = from.dedication, *absorption = from.absorption;
    const float mean = from.p.engagement_reference.mean, inverse_sd = from.c.engagement_inverse_sd;
    const auto engaged = [=](std::size_t i) __attribute__((always_inline)) {
        return wellbeing::z_score((vigour[i] + dedication[i] + absorption[i]) * (1.0f / 3.0f), mean, inverse_sd);
    };
    read_column(scales.ubes, n, engaged, out + 3 * stride);
}

void read_narrow(const Scores& from, const Scales& scales, std::size_t n, float* out, std::size_t stride) {
    read_all(from, scales, n, out, stride);
}
BEVLOGEN_WIDE_COPY void read_wide(const Scores& from, const Scales& scales, std::size_t n, float* out, std::size_t stride) {
    read_all(from, scales, n, out, stride);
}

}  // namespace

Questionnaires::Questionnaires(const InstrumentParameters& parameters, const wellbeing::Jdr& theory)
    : p_(parameters),
      theory_(theory),
      exhaustion_(parameters.ubos_exhaustion.scale()),
      distance_(parameters.ubos_distance.scale()),
      accomplishment_(accomplishment_scale(parameters)),
      ubes_(parameters.ubes.scale()) {}

void Questionnaires::read(const Block& block, Week week, std::uint32_t wave, const Chance& chance, float* out, std::size_t stride) const {
    const auto& f = theory_.fields();
    const BulkPersons persons{block.person(f.engine.id_low).data(), block.person(f.engine.id_high).data(), block.padded_posts()};
    // The columns first hold a normal for each reading, then the readings.
    fill_normals(chance, persons, {week, workforce::kUbos, wave, 1}, out, stride);
    const Scores from{block.person(f.exhaustion).data(),
                      block.person(f.distance).data(),
                      block.person(f.vigour).data(),
                      block.person(f.dedication).data(),
                      block.person(f.absorption).data(),
                      theory_.parameters(),
                      theory_.constants()};
    const Scales scales{exhaustion_, distance_, accomplishment_, ubes_, p_.accomplishment_on_dedication};
    vector_width() == VectorWidth::wide ? read_wide(from, scales, block.posts(), out, stride)
                                        : read_narrow(from, scales, block.posts(), out, stride);
}

// Without branches, so that the loop becomes a vector loop.
void Questionnaires::judge(const float* readings, std::size_t stride, std::size_t n, float* burnt_out, float* highly_engaged) const {
    const float* __restrict exhaustion = readings;
    const float* __restrict distance = readings + stride;
    const float* __restrict accomplishment = readings + 2 * stride;
    const float* __restrict engagement = readings + 3 * stride;
    float* __restrict burnt = burnt_out;
    float* __restrict engaged = highly_engaged;
    const InstrumentParameters p = p_;
    for (std::size_t i = 0; i < n; ++i) {
        const float is_distant = distance[i] >= p.distance_cutoff ? 1.0f : 0.0f;
        const float is_unaccomplished = accomplishment[i] <= p.accomplishment_cutoff ? 1.0f : 0.0f;
        const float either = is_distant > is_unaccomplished ? is_distant : is_unaccomplished;
        burnt[i] = exhaustion[i] >= p.exhaustion_cutoff ? either : 0.0f;
        engaged[i] = engagement[i] >= p.engagement_cutoff ? 1.0f : 0.0f;
    }
}

}  // namespace bevlogen::instruments
