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

// Of a person's attributes, the draws of the stream in their order.
struct AttributeDraws {
    AttributeDraws(const Chance& chance, PersonId person) : stream(chance, person.value, Week{0}, kPersonAttributes) {
        sex = draw_uniform(stream);
        contract = draw_uniform(stream);
        care = draw_uniform(stream);
        share_in_post = draw_uniform(stream);
    }
    Stream stream;
    double sex, contract, care, share_in_post;
};

std::uint16_t whole_weeks(double weeks) { return static_cast<std::uint16_t>(std::clamp(std::floor(weeks), 0.0, 65535.0)); }

// Full time or part time, in the proportion that gives the mean: 1 FTE or .8, and where the mean is below that, .8 or .6.
float contract_size(double mean, double u) {
    constexpr double kStep = 0.2;
    const double more = mean >= 1.0 - kStep ? 1.0 : 1.0 - kStep;
    return static_cast<float>(u * kStep < more - mean ? more - kStep : more);
}

void draw_attributes(const Synthesis& synthesis, const WorkforceFields& f, const Chance& chance, PersonId person, bool is_of_stock,
                     Block& block, std::size_t i) {
    const World& world = synthesis.world;
    const auto phase = static_cast<Phase>(block.person(f.phase)[i]);
    AttributeDraws draws(chance, person);
    block.person(f.sex)[i] = draws.sex < static_cast<double>(world.women[index_of(phase)]) ? 0 : 1;
    block.person(f.fte)[i] = contract_size(world.fte_mean[index_of(phase)], draws.contract);
    const AgeAndStay drawn = is_of_stock ? synthesis.careers.draw(phase, draws.stream) : synthesis.careers.draw_entry(phase, draws.stream);
    block.person(f.care_at_home)[i] = draws.care < care_probability(synthesis.household, drawn.age_years) ? 1 : 0;
    block.person(f.age_weeks)[i] = whole_weeks(drawn.age_years * kWeeksPerYear);
    block.person(f.weeks_in_phase)[i] = whole_weeks(drawn.weeks_in_phase);
    // Specialists keep a post across phases: time in it counts from their registration, shortened at random by moves.
    const int longest = synthesis.careers.weeks_as_specialist(phase, drawn.weeks_in_phase);
    block.person(f.weeks_in_post)[i] = is_of_stock ? whole_weeks(draws.share_in_post * (longest + 1)) : 0;
    block.person(f.weeks_in_team)[i] = block.person(f.weeks_in_post)[i];
    block.person(f.contract)[i] = static_cast<std::uint8_t>(contract_on(post_kind_of(block.post_kinds()[i])));

    const PhiloxWords words = chance.words(person.value, Week{0}, kTraits);
    const auto first = box_muller(words[0], words[1]);
    const auto second = box_muller(words[2], words[3]);
    const float rho = world.strain_zest_correlation;
    block.person(f.t_strain)[i] = world.strain_spread * first[0];
    block.person(f.t_zest)[i] = world.zest_spread * (rho * first[0] + std::sqrt(1.0f - rho * rho) * first[1]);
    block.person(f.motivation)[i] = world.motivation_spread * second[0];
    block.person(f.usual_hours_z)[i] = usual_hours_z(chance, person);
}

void draw_team(const World& world, const WorkforceFields& f, const Chance& chance, Block& block, std::size_t t) {
    std::array<float, kFactors + 4> z{};
    for (std::uint32_t call = 0; call < z.size() / 4; ++call) {
        const PhiloxWords words = chance.words(block.team_ids()[t].value, Week{0}, kTeamEffects, call);
        const auto first = box_muller(words[0], words[1]);
        const auto second = box_muller(words[2], words[3]);
        std::copy_n(first.begin(), 2, z.begin() + std::ptrdiff_t{4} * call);
        std::copy_n(second.begin(), 2, z.begin() + std::ptrdiff_t{4} * call + 2);
    }
    for (std::size_t j = 0; j < kFactors; ++j) block.team(f.team_effect[j])[t] = world.team_effect_spread * z[j];
    block.team(f.leader_quality)[t] = z[kFactors];
    block.team(f.safety)[t] = 0.0f;
    block.team(f.leader_low)[t] = block.team(f.leader_high)[t] = ~std::uint32_t{0};  // nobody yet
    if (!is_pool(block.team_sites()[t])) return;
    for (std::size_t j = 0; j < kFactors; ++j) block.team(f.team_effect[j])[t] = 0.0f;  // nobody there makes a team
    block.team(f.leader_quality)[t] = 0.0f;
}

void populate_post(const Synthesis& synthesis, const WorkforceFields& f, const Chance& chance, Block& block, std::size_t team,
                   std::size_t i) {
    const std::uint8_t raw = block.post_kinds()[i];
    if (is_pool(block.team_sites()[team])) return;  // everybody starts with a post
    const auto slot = static_cast<std::uint32_t>(i - block.team_begin()[team]);
    const PersonId person = PersonId::of(block.team_ids()[team], slot, 0);
    Stream existence(chance.world(), person.value, Week{0}, kWhoSitsHere);
    const bool exists = !is_added(raw);  // an added post stays empty until its intervention opens it
    const double filled = synthesis.world.filled[index_of(post_kind_of(raw))];
    block.person(f.engine.id_low)[i] = person.low();
    block.person(f.engine.id_high)[i] = person.high();
    block.person(f.engine.filled)[i] = draw_uniform(existence) < filled && exists ? 1 : 0;
    block.person(f.is_open)[i] = exists ? kFilledByMarket : kClosed;
    const double who = draw_uniform(existence);
    const Phase phase = slot == 0 ? leading_phase(synthesis.world, who) : typical_phase(synthesis.world, post_kind_of(raw), who);
    block.person(f.phase)[i] = static_cast<std::uint8_t>(phase);
    draw_attributes(synthesis, f, chance, person, true, block, i);
}

}  // namespace

Phase typical_phase(const World& world, PostKind kind, double u) {
    switch (kind) {
        case PostKind::coassistent: return Phase::coassistent;
        case PostKind::anios:
        case PostKind::pool_seat: return Phase::anios;
        case PostKind::aios: return Phase::aios;
        case PostKind::specialist_temporary: return Phase::jonge_klare;
        case PostKind::specialist_permanent: break;
    }
    if (u < static_cast<double>(world.permanent_specialists[0])) return Phase::jonge_klare;
    if (u < static_cast<double>(world.permanent_specialists[0] + world.permanent_specialists[1])) return Phase::specialist_mid;
    return Phase::specialist_late;
}

Phase leading_phase(const World& world, double u) {
    if (world.leader_phase == 0) return typical_phase(world, PostKind::specialist_permanent, u);
    return static_cast<Phase>(index_of(Phase::jonge_klare) + static_cast<std::size_t>(world.leader_phase) - 1);
}

Contract contract_on(PostKind kind) {
    if (kind == PostKind::coassistent || kind == PostKind::pool_seat) return Contract::none;
    return kind == PostKind::specialist_permanent ? Contract::permanent : Contract::temporary;
}

float contract_fte(const World& world, Phase phase, const Chance& chance, PersonId person) {
    return contract_size(world.fte_mean[index_of(phase)], AttributeDraws(chance, person).contract);
}

float usual_hours_z(const Chance& chance, PersonId person) {
    const PhiloxWords words = chance.world().words(person.value, Week{0}, kUsualHoursOfPerson);
    return box_muller(words[0], words[1])[0];
}

void populate_newcomer(const World& world, const StationaryCareers& careers, const HouseholdParameters& household, const WorkforceFields& f,
                       const Chance& chance, Block& block, std::size_t post, const Newcomer& newcomer) {
    for (std::size_t field = 0; field < f.person.size(); ++field) {
        if (f.person.decls()[field].lasts == Lasts::as_long_as_the_post) continue;
        const std::size_t bytes = size_of(f.person.decls()[field].type);
        std::ranges::fill(block.person_bytes(field).subspan(post * bytes, bytes), std::byte{});
    }
    block.person(f.engine.id_low)[post] = newcomer.person.low();
    block.person(f.engine.id_high)[post] = newcomer.person.high();
    block.person(f.engine.filled)[post] = 1;
    block.person(f.phase)[post] = static_cast<std::uint8_t>(newcomer.phase);
    draw_attributes({world, careers, household}, f, chance, newcomer.person, newcomer.is_of_stock, block, post);
}

void populate_posts(const World& world, const StationaryCareers& careers, const HouseholdParameters& household, const WorkforceFields& f,
                    const Chance& chance, Block& block) {
    const Synthesis synthesis{world, careers, household};
    for (std::size_t t = 0; t < block.teams(); ++t) {
        draw_team(world, f, chance, block, t);
        for (std::uint32_t i = block.team_begin()[t]; i < block.team_begin()[t + 1]; ++i) {
            populate_post(synthesis, f, chance, block, t, i);
        }
    }
}

}  // namespace bevlogen::workforce
