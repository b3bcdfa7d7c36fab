// Changes contracts of specialists.
#include "models/interventions/contract.hpp"

#include "models/interventions/change_conditions.hpp"
#include "models/interventions/lever_draws.hpp"
#include "models/interventions/lever_keys.hpp"
#include "models/interventions/lever_slots.hpp"
#include "models/interventions/team_reach.hpp"

namespace bevlogen::interventions {

using workforce::Contract;
using workforce::index_of;
using workforce::Phase;

namespace {

struct Slots {
    std::size_t weeks, longest, to_permanent, salaried;
};

const Slots& slots() {
    static const Slots all = [] {
        const LeverDecl decl = contract_lever();
        const auto slot = [&](const char* name) { return slot_of(decl, name); };
        return Slots{slot("weeks"), slot("longest"), slot("to_permanent"), slot("salaried")};
    }();
    return all;
}

void move_weeks(const InterventionNow& intervention, double to, int usual, const Block& block, std::vector<float>& weeks) {
    if (to == kNotSet) return;
    if (weeks.empty()) weeks.assign(block.padded_posts(), static_cast<float>(usual));
    move_towards(intervention, to, block.posts(), weeks.data());
}

}  // namespace

LeverDecl contract_lever() {
    return {
        "contract",
        {"contracts of specialists", "contracten van specialisten"},
        {whole_key("weeks", "weeks", 4, 520, kNotSet, {"length of a temporary contract", "duur van een tijdelijk contract"}),
         whole_key("longest", "weeks", 4, 1040, kNotSet,
                   {"longest time with one employer on temporary contracts", "langste tijd bij één werkgever op tijdelijke contracten"}),
         number_key("to_permanent", "1", 0, 1, 0.0,
                    {"share of temporary contracts that become permanent", "deel van de tijdelijke contracten dat vast wordt"}),
         flag_key("salaried", {"specialists are salaried", "specialisten zijn in loondienst"})}};
}

void pay_salaries(const workforce::WorkParameters& work, std::span<const InterventionNow> interventions, std::size_t lever,
                  const Block& block, const workforce::WorkforceFields& fields, Scratch& scratch) {
    const auto filled = block.person(fields.engine.filled);
    const float salaried = work.volume_follows[index_of(workforce::Site::academic)];
    float* psi = scratch.team_column(workforce::columns::kTeamPsi);
    for_each_setting(interventions, lever, [&](const InterventionNow& intervention, std::span<const double> values) {
        if (values[slots().salaried] == 0.0) return;
        for (std::size_t t = 0; t < block.teams(); ++t) {
            if (!workforce::is_pool(block.team_sites()[t])) psi[t] += team_reach(intervention, block, filled, t) * (salaried - psi[t]);
        }
    });
}

void make_permanent(std::span<const InterventionNow> interventions, std::size_t lever, const Chance& chance,
                    const workforce::WorkforceFields& fields, Block& block) {
    const auto filled = block.person(fields.engine.filled);
    const auto phase = block.person(fields.phase);
    const auto contract = block.person(fields.contract);
    for_each_setting(interventions, lever, [&](const InterventionNow& intervention, std::span<const double> values) {
        const auto share = static_cast<float>(values[slots().to_permanent]) * intervention.dose;
        if (share == 0.0f) return;
        for (std::size_t i = 0; i < block.posts(); ++i) {
            const bool is_temporary =
                filled[i] != 0 && phase[i] >= index_of(Phase::jonge_klare) && contract[i] == static_cast<std::uint8_t>(Contract::temporary);
            if (!is_temporary || intervention.reach[i] == 0.0f) continue;
            const float u = chance.uniform(block.person_at(i, fields.engine).value, Week{0}, intervention.purpose, kDrawPermanent);
            if (u < share * intervention.reach[i]) contract[i] = static_cast<std::uint8_t>(Contract::permanent);
        }
    });
}

void set_contract_weeks(int contract_weeks, int longest_weeks, std::span<const InterventionNow> interventions, std::size_t lever,
                        const Block& block, workforce::CareerTerms& terms) {
    for_each_setting(interventions, lever, [&](const InterventionNow& intervention, std::span<const double> values) {
        move_weeks(intervention, values[slots().weeks], contract_weeks, block, terms.contract_weeks);
        move_weeks(intervention, values[slots().longest], longest_weeks, block, terms.longest_weeks);
    });
}

}  // namespace bevlogen::interventions
