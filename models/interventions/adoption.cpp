// Goes over the hospitals of the country at each clearing.
#include "models/interventions/adoption.hpp"

#include <algorithm>

#include "models/interventions/adoption_equations.hpp"
#include "models/interventions/lever_draws.hpp"
#include "models/interventions/lever_keys.hpp"
#include "models/interventions/lever_slots.hpp"
#include "sim/core/contract.hpp"

namespace bevlogen::interventions {

namespace {

constexpr std::array<const char*, kLevels> kLevelNames = {"individual", "organisational", "national"};
constexpr std::size_t kBits = 32;  // of a column

struct Slots {
    std::size_t ownership, example_sharing;
};

const Slots& slots() {
    static const Slots all = [] {
        const LeverDecl decl = adoption_lever();
        return Slots{slot_of(decl, "ownership"), slot_of(decl, "example_sharing")};
    }();
    return all;
}

// A hospital at a clearing: where its teams begin, and what it has adopted.
struct Hospital {
    std::uint32_t number = 0;
    int region = 0;
    std::uint8_t site = 0;
    std::array<std::uint32_t, 2> adopted{};
};

bool has(const std::array<std::uint32_t, 2>& bits, std::size_t bit) { return ((bits[bit / kBits] >> (bit % kBits)) & 1u) != 0; }

double share_meant(const Intervention& it) { return it.scope.team_share * it.scope.coverage * it.uptake; }

}  // namespace

ParameterGroup<AdoptionParameters> declare_adoption_parameters() {
    using P = AdoptionParameters;
    ParameterGroup<P> group;
    const auto number = [&](const std::string& path, const char* unit, double min, double max, Label meaning, auto place) {
        group.number({path, unit, min, max, std::move(meaning)}, place);
    };
    const std::array<Label, kLevels> levels = {
        {{"individual", "individueel"}, {"organisational", "organisatie"}, {"national", "landelijk"}}};
    for (std::size_t k = 0; k < kLevels; ++k) {
        number("adoption.hazard." + std::string(kLevelNames[k]), "per week", 0, 1,
               {"a hospital begins: " + levels[k].en, "een ziekenhuis begint: " + levels[k].nl},
               [k](P& p) -> float& { return p.hazard[k]; });
        number("adoption.fidelity." + std::string(kLevelNames[k]), "1", 0, 1,
               {"share that is carried out: " + levels[k].en, "deel dat wordt uitgevoerd: " + levels[k].nl},
               [k](P& p) -> float& { return p.fidelity[k]; });
    }
    number("adoption.highest_fidelity", "1", 0, 1,
           {"share that is carried out with full ownership", "deel dat met vol eigenaarschap wordt uitgevoerd"},
           [](P& p) -> float& { return p.highest_fidelity; });
    number("adoption.per_party", "1", 0, 1,
           {"hazard with each further party that must agree, a factor", "kans bij elke verdere partij die moet instemmen, een factor"},
           [](P& p) -> float& { return p.per_party; });
    number("adoption.on_ownership", "1", 0, 20, {"full ownership on the hazard", "vol eigenaarschap op de kans"},
           [](P& p) -> float& { return p.on_ownership; });
    number("adoption.on_examples", "1", 0, 20, {"all hospitals of the region on the hazard", "alle ziekenhuizen van de regio op de kans"},
           [](P& p) -> float& { return p.on_examples; });
    number("adoption.ownership", "1", 0, 1, {"usual ownership", "gewoon eigenaarschap"}, [](P& p) -> float& { return p.ownership; });
    number("adoption.per_level", "1", 0, 1,
           {"ownership with each further level that acts", "eigenaarschap bij elk verder niveau dat handelt"},
           [](P& p) -> float& { return p.per_level; });
    number("adoption.ownership_weeks", "weeks", 1, 5200, {"time with which ownership fades", "tijd waarmee eigenaarschap uitdooft"},
           [](P& p) -> float& { return p.ownership_weeks; });
    return group;
}

LeverDecl adoption_lever() {
    return {"adoption",
            {"adoption by hospitals", "invoering door ziekenhuizen"},
            {number_key("ownership", "1", 0, 1, 0.0, {"more ownership of policies", "meer eigenaarschap van beleid"}),
             number_key("example_sharing", "1", 0, 5, 0.0,
                        {"how much more hospitals follow those of their region", "hoeveel meer ziekenhuizen die van hun regio volgen"})}};
}

Adoption::Adoption(const AdoptionParameters& parameters, const workforce::WorkforceFields& fields, const workforce::World& world,
                   const Scenario& scenario, std::size_t lever)
    : p_(parameters), fields_(fields), world_(world), lever_(lever) {
    for (const Intervention& it : scenario.interventions) {
        Policy policy;
        policy.is_mandated = it.is_mandated;
        const auto level = std::find(kLevelNames.begin(), kLevelNames.end(), it.level);
        policy.level = static_cast<std::size_t>(level - kLevelNames.begin()) % kLevels;
        policy.parties = static_cast<int>(it.catalogue.must_agree.size());
        policy.sites = it.scope.axes.size() > 1 ? it.scope.axes[1] : ~std::uint32_t{0};
        policy.share = static_cast<float>(share_meant(it));
        if (policy.is_left()) policy.bit = left_++;
        policies_.push_back(policy);
    }
    expect(left_ <= 2 * kBits, "at most 64 interventions are left to the hospitals");
}

void Adoption::populate(Block& block) const {
    for (const auto& bits : fields_.adopted) std::ranges::fill(block.team(bits), 0u);
    std::ranges::fill(block.team(fields_.ownership), p_.ownership);
}

float Adoption::scale(std::size_t i, const Block& block, std::size_t team) const {
    const Policy& policy = policies_[i];
    if (!policy.is_left()) return 1.0f;
    if (!has({block.team(fields_.adopted[0])[team], block.team(fields_.adopted[1])[team]}, policy.bit)) return 0.0f;
    return fidelity(p_.fidelity[policy.level], p_.highest_fidelity, block.team(fields_.ownership)[team], p_.ownership);
}

void Adoption::scale_reach(std::size_t i, const Block& block, std::span<float> reach) const {
    if (!policies_[i].is_left()) return;
    for (std::size_t t = 0; t < block.teams(); ++t) {
        const float of_team = scale(i, block, t);
        for (std::size_t p = block.team_begin()[t]; p < block.team_begin()[t + 1]; ++p) reach[p] *= of_team;
    }
}

std::vector<float> Adoption::carried_out(std::span<const Block> blocks) const {
    std::vector<float> all(policies_.size(), 1.0f);
    for (std::size_t i = 0; i < policies_.size(); ++i) {
        if (!policies_[i].is_left()) continue;
        double sum = 0.0, teams = 0.0;
        for (const Block& block : blocks) {
            for (std::size_t t = 0; t < block.teams(); ++t) {
                const std::uint8_t site = block.team_sites()[t];
                if (workforce::is_pool(site) || ((policies_[i].sites >> site) & 1u) == 0) continue;
                sum += static_cast<double>(scale(i, block, t));
                teams += 1.0;
            }
        }
        all[i] = teams > 0.0 ? static_cast<float>(sum / teams) : 0.0f;
    }
    return all;
}

// What ownership would be if all that acts now had always acted, each as far as it is carried out.
float Adoption::active_ownership(const Now& now, std::span<const float> strength) const {
    std::array<float, kLevels> acts{};
    for (std::size_t i = 0; i < now.interventions.size(); ++i) {
        float& of_level = acts[policies_[i].level];
        of_level = std::max(of_level, strength[i]);
    }
    const float strongest = *std::ranges::max_element(acts);
    float ownership = p_.ownership + p_.per_level * (acts[0] + acts[1] + acts[2] - strongest);
    for (std::size_t i = 0; i < now.interventions.size(); ++i) {
        for (const LeverSetting& setting : now.interventions[i].levers) {
            if (setting.lever == lever_) ownership += strength[i] * static_cast<float>(setting.values[slots().ownership]);
        }
    }
    return ownership;
}

void Adoption::clear_nation(std::span<Block> blocks, const Now& now) const {
    if (!is_needed() || now.interventions.empty()) return;
    std::vector<Hospital> hospitals;
    float ownership = p_.ownership;
    for (const Block& block : blocks) {
        for (std::size_t t = 0; t < block.teams(); ++t) {
            const TeamId team = block.team_ids()[t];
            if (workforce::is_pool(block.team_sites()[t])) continue;
            if (!hospitals.empty() && hospitals.back().number == team.hospital()) continue;
            hospitals.push_back({team.hospital(),
                                 workforce::region_of(world_, team),
                                 block.team_sites()[t],
                                 {block.team(fields_.adopted[0])[t], block.team(fields_.adopted[1])[t]}});
            ownership = block.team(fields_.ownership)[t];  // the same everywhere
        }
    }
    const float left = portable_exp(-static_cast<float>(kWeeksPerEpoch) / p_.ownership_weeks);
    std::vector<float> strength = carried_out(blocks);
    float on_examples = p_.on_examples;
    for (std::size_t i = 0; i < now.interventions.size(); ++i) {
        strength[i] *= now.interventions[i].dose * policies_[i].share;
        for (const LeverSetting& setting : now.interventions[i].levers) {
            if (setting.lever == lever_) on_examples += strength[i] * static_cast<float>(setting.values[slots().example_sharing]);
        }
    }
    ownership = ownership_after(ownership, p_.ownership, active_ownership(now, strength), left);
    std::vector<Hospital> after = hospitals;
    for (std::size_t i = 0; i < now.interventions.size(); ++i) {
        const Policy& policy = policies_[i];
        const InterventionNow& acting = now.interventions[i];
        if (!policy.is_left() || acting.dose <= 0.0f) continue;
        const auto is_meant = [&](const Hospital& h) { return ((policy.sites >> h.site) & 1u) != 0; };
        std::vector<float> adopted(static_cast<std::size_t>(world_.regions), 0.0f), meant = adopted;
        for (const Hospital& h : hospitals) {
            if (!is_meant(h)) continue;
            meant[static_cast<std::size_t>(h.region)] += 1.0f;
            adopted[static_cast<std::size_t>(h.region)] += has(h.adopted, policy.bit) ? 1.0f : 0.0f;
        }
        for (std::size_t k = 0; k < hospitals.size(); ++k) {
            const Hospital& h = hospitals[k];
            if (!is_meant(h) || has(h.adopted, policy.bit)) continue;
            const auto region = static_cast<std::size_t>(h.region);
            const float hazard = adoption_hazard(p_.hazard[policy.level], p_.per_party, policy.parties, p_.on_ownership, ownership,
                                                 on_examples, adopted[region] / meant[region]);
            const float u = now.chance.uniform(h.number, now.week, acting.purpose, kDrawAdoption);
            if (u < chance_of_adopting(hazard, static_cast<float>(kWeeksPerEpoch)))
                after[k].adopted[policy.bit / kBits] |= 1u << (policy.bit % kBits);
        }
    }
    std::size_t k = 0;
    for (Block& block : blocks) {
        for (std::size_t t = 0; t < block.teams(); ++t) {
            block.team(fields_.ownership)[t] = ownership;
            if (workforce::is_pool(block.team_sites()[t])) continue;
            while (after[k].number != block.team_ids()[t].hospital()) ++k;
            for (std::size_t word = 0; word < 2; ++word) block.team(fields_.adopted[word])[t] = after[k].adopted[word];
        }
    }
}

void Adoption::measure(const Block& block, std::span<float> to) const {
    for (std::size_t t = 0; t < block.teams(); ++t) {
        float adopted = 0.0f;
        for (std::size_t bit = 0; bit < left_; ++bit)
            adopted += has({block.team(fields_.adopted[0])[t], block.team(fields_.adopted[1])[t]}, bit) ? 1.0f : 0.0f;
        to[t] = adopted / static_cast<float>(left_);
    }
}

}  // namespace bevlogen::interventions
