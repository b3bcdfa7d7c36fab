// Draws who sits on each post: existence and phase from the world's chance, attributes from the replicate's.
#include <algorithm>
#include <cmath>

#include "models/workforce/purposes.hpp"
#include "models/workforce/world.hpp"
#include "sim/random/box_muller.hpp"
#include "sim/random/distributions.hpp"

namespace bevlogen::workforce {
namespace {

struct Synthesis {
    const World& world;
    const StationaryCareers& careers;
    const HouseholdParameters& household;
};

Phase phase_on(const World& world, PostKind kind, double u) {
    switch (kind) {
        case PostKind::coassistent: return Phase::coassistent;
        case PostKind::anios: return Phase::anios;
        case PostKind::aios: return Phase::aios;
        case PostKind::specialist_temporary: return Phase::jonge_klare;
        case PostKind::specialist_permanent: break;
    }
    if (u < static_cast<double>(world.permanent_specialists[0])) return Phase::jonge_klare;
    if (u < static_cast<double>(world.permanent_specialists[0] + world.permanent_specialists[1])) return Phase::specialist_mid;
    return Phase::specialist_late;
}

Contract contract_on(PostKind kind) {
    if (kind == PostKind::coassistent) return Contract::none;
    return kind == PostKind::specialist_permanent ? Contract::permanent : Contract::temporary;
}

std::uint16_t whole_weeks(double weeks) { return static_cast<std::uint16_t>(std::clamp(std::floor(weeks), 0.0, 65535.0)); }

// Full time or part time, in the proportion that gives the mean: 1 FTE or .8, and where the mean is below that, .8 or .6.
float contract_size(double mean, double u) {
    constexpr double kStep = 0.2;
    const double more = mean >= 1.0 - kStep ? 1.0 : 1.0 - kStep;
    return static_cast<float>(u * kStep < more - mean ? more - kStep : more);
}

void draw_attributes(const Synthesis& synthesis, const WorkforceFields& f, const Chance& chance, PersonId person, Block& block,
                     std::size_t i) {
    const World& world = synthesis.world;
    const auto phase = static_cast<Phase>(block.person(f.phase)[i]);
    Stream stream(chance, person.value, Week{0}, kPersonAttributes);
    block.person(f.sex)[i] = draw_uniform(stream) < static_cast<double>(world.women[index_of(phase)]) ? 0 : 1;
    block.person(f.fte)[i] = contract_size(world.fte_mean[index_of(phase)], draw_uniform(stream));
    const double care = draw_uniform(stream);
    const double share_in_post = draw_uniform(stream);
    const AgeAndStay drawn = synthesis.careers.draw(phase, stream);
    block.person(f.care_at_home)[i] = care < care_probability(synthesis.household, drawn.age_years) ? 1 : 0;
    block.person(f.age_weeks)[i] = whole_weeks(drawn.age_years * kWeeksPerYear);
    block.person(f.weeks_in_phase)[i] = whole_weeks(drawn.weeks_in_phase);
    // Specialists keep a post across phases: time in it counts from their registration, shortened at random by moves.
    const int longest = synthesis.careers.weeks_as_specialist(phase, drawn.weeks_in_phase);
    block.person(f.weeks_in_post)[i] = whole_weeks(share_in_post * (longest + 1));
    block.person(f.weeks_in_team)[i] = block.person(f.weeks_in_post)[i];
    block.person(f.contract)[i] = static_cast<std::uint8_t>(contract_on(post_kind_of(block.post_kinds()[i])));

    const PhiloxWords words = chance.words(person.value, Week{0}, kTraits);
    const auto first = box_muller(words[0], words[1]);
    const auto second = box_muller(words[2], words[3]);
    const float rho = world.strain_zest_correlation;
    block.person(f.t_strain)[i] = world.strain_spread * first[0];
    block.person(f.t_zest)[i] = world.zest_spread * (rho * first[0] + std::sqrt(1.0f - rho * rho) * first[1]);
    block.person(f.motivation)[i] = world.motivation_spread * second[0];
}

void draw_team(const World& world, const WorkforceFields& f, const Chance& chance, Block& block, std::size_t t) {
    std::array<float, kFactors + 4> z{};
    for (std::uint32_t call = 0; call < z.size() / 4; ++call) {
        const PhiloxWords words = chance.words(block.team_ids()[t].value, Week{0}, kTeamEffects, call);
        const auto first = box_muller(words[0], words[1]);
        const auto second = box_muller(words[2], words[3]);
        std::copy_n(first.begin(), 2, z.begin() + 4 * call);
        std::copy_n(second.begin(), 2, z.begin() + 4 * call + 2);
    }
    for (std::size_t j = 0; j < kFactors; ++j) block.team(f.team_effect[j])[t] = world.team_effect_spread * z[j];
    block.team(f.leader_quality)[t] = z[kFactors];
    block.team(f.safety)[t] = 0.0f;
}

}  // namespace

void populate_post(const World& world, const StationaryCareers& careers, const HouseholdParameters& household, const WorkforceFields& f,
                   const Chance& chance, Block& block, std::size_t team, std::size_t i) {
    const auto slot = static_cast<std::uint32_t>(i - block.team_begin()[team]);
    const PersonId person = PersonId::of(block.team_ids()[team], slot, 0);
    const PostKind kind = post_kind_of(block.post_kinds()[i]);
    const bool exists = !is_added(block.post_kinds()[i]);  // an added post stays empty until its intervention opens it
    Stream existence(chance.world(), person.value, Week{0}, kWhoSitsHere);
    block.person(f.engine.id_low)[i] = person.low();
    block.person(f.engine.id_high)[i] = person.high();
    block.person(f.engine.filled)[i] = draw_uniform(existence) < static_cast<double>(world.filled[index_of(kind)]) && exists ? 1 : 0;
    block.person(f.phase)[i] = static_cast<std::uint8_t>(phase_on(world, kind, draw_uniform(existence)));
    draw_attributes({world, careers, household}, f, chance, person, block, i);
}

void populate_posts(const World& world, const StationaryCareers& careers, const HouseholdParameters& household, const WorkforceFields& f,
                    const Chance& chance, Block& block) {
    for (std::size_t t = 0; t < block.teams(); ++t) {
        draw_team(world, f, chance, block, t);
        for (std::uint32_t i = block.team_begin()[t]; i < block.team_begin()[t + 1]; ++i) {
            populate_post(world, careers, household, f, chance, block, t, i);
        }
    }
}

}  // namespace bevlogen::workforce
