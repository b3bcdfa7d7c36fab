// Declares the questionnaires and reads them.
#include "models/instruments/questionnaires.hpp"

#include "models/wellbeing/equations.hpp"
#include "models/workforce/purposes.hpp"
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

Questionnaires::Questionnaires(const InstrumentParameters& parameters, const wellbeing::Jdr& theory)
    : p_(parameters),
      theory_(theory),
      exhaustion_(parameters.ubos_exhaustion.scale()),
      distance_(parameters.ubos_distance.scale()),
      accomplishment_(parameters.ubos_accomplishment.scale()),
      ubes_(parameters.ubes.scale()) {}

void Questionnaires::read(const Block& block, Week week, std::uint32_t wave, const Chance& chance, float* out, std::size_t stride) const {
    const auto& f = theory_.fields();
    const auto& p = theory_.parameters();
    const auto& c = theory_.constants();
    const std::size_t n = block.posts();
    const BulkPersons persons{block.person(f.engine.id_low).data(), block.person(f.engine.id_high).data(), block.padded_posts()};
    // The columns first hold the errors of the readings, then the readings: errors of the UBOS scales, then of the UBES.
    fill_normals(chance, persons, {week, workforce::kUbos, wave, 1}, out, stride);
    float* exhaustion = out;
    float* distance = out + stride;
    float* accomplishment = out + 2 * stride;
    float* proxy_noise = out + 3 * stride;
    const auto raw_exhaustion = block.person(f.exhaustion);
    const auto raw_distance = block.person(f.distance);
    const auto raw_dedication = block.person(f.dedication);
    for (std::size_t i = 0; i < n; ++i) {
        const float x = wellbeing::z_score(raw_exhaustion[i], p.exhaustion_reference.mean, c.inverse_sd[0]);
        const float m = wellbeing::z_score(raw_distance[i], p.distance_reference.mean, c.inverse_sd[1]);
        const float d = wellbeing::z_score(raw_dedication[i], p.dedication_reference.mean, c.inverse_sd[3]);
        exhaustion[i] = exhaustion_.read(x, exhaustion[i]);
        distance[i] = distance_.read(m, distance[i]);
        const float proxy = p_.accomplishment_on_dedication * d + p_.accomplishment_on_noise * proxy_noise[i];
        accomplishment[i] = accomplishment_.read(proxy, accomplishment[i]);
    }
    std::vector<float> errors(4 * block.padded_posts());
    std::vector<float> engagement(n);
    fill_normals(chance, persons, {week, workforce::kUbes, wave, 1}, errors.data(), block.padded_posts());
    theory_.engagement_z(block, engagement.data(), n);
    for (std::size_t i = 0; i < n; ++i) proxy_noise[i] = ubes_.read(engagement[i], errors[i]);
}

}  // namespace bevlogen::instruments
