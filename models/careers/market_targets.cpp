// Adds to base targets team by team.
#include "models/careers/market_targets.hpp"

#include "models/careers/market_equations.hpp"
#include "models/wellbeing/equations.hpp"

namespace bevlogen::careers {

using workforce::Demand;
using workforce::factor_of;
using workforce::index_of;
using workforce::Phase;
using workforce::Resource;

void add_market(const MarketParameters& market, const DepartureParameters& departure, const wellbeing::FactorParameters& factors,
                const workforce::WorkforceFields& fields, const Block& block, Scratch& scratch) {
    const auto target = [&](auto factor) { return scratch.column(workforce::columns::kBaseTarget + factor_of(factor)); };
    float* __restrict insecurity = target(Demand::job_insecurity);
    float* __restrict home = target(Demand::work_home_interference);
    float* __restrict recognition = target(Resource::recognition);
    float* __restrict unclarity = target(Demand::role_unclarity);
    float* __restrict colleagues = target(Resource::colleague_support);
    const std::uint8_t* filled = block.person(fields.engine.filled).data();
    const std::uint8_t* has_fewer = block.person(fields.has_fewer_hours).data();
    const float usual = departure.usual_fewer_hours;
    const std::uint8_t* __restrict phase = block.person(fields.phase).data();
    const std::uint8_t* __restrict settling = block.person(fields.settling_weeks_left).data();
    constexpr auto kAnios = static_cast<std::uint8_t>(index_of(Phase::anios)),
                   kYoung = static_cast<std::uint8_t>(index_of(Phase::jonge_klare));
    const auto felt = [&](float competition) {
        return insecurity_of_competition(market.insecurity_on_competition, market.competition_limit, competition);
    };
    const auto fragmentation_of = [&](const Block& of, std::size_t t) {
        std::uint32_t persons = 0, fewer = 0;
        for (std::size_t i = of.team_begin()[t]; i < of.team_begin()[t + 1]; ++i) {
            const bool counts = filled[i] != 0 && phase[i] != static_cast<std::uint8_t>(Phase::coassistent);
            persons += counts ? 1u : 0u;
            fewer += counts && has_fewer[i] != 0 ? 1u : 0u;
        }
        if (persons == 0) return 0.0f;
        const float fall = departure.hours_step * (static_cast<float>(fewer) / static_cast<float>(persons) - usual);
        return wellbeing::fragmentation(0.0f, factors.fragmentation_of_contracts, 0.0f, fall);
    };
    for (std::size_t t = 0; t < block.teams(); ++t) {
        const float of_anios = felt(block.team(fields.training_competition)[t]);
        const float of_young = felt(block.team(fields.specialist_competition)[t]);
        const bool is_pool = workforce::is_pool(block.team_sites()[t]);
        const float of_pool = is_pool ? market.pool_insecurity : 0.0f, lost_recognition = is_pool ? market.pool_recognition : 0.0f;
        const float fragments = is_pool ? 0.0f : factors.fragmentation_effect * fragmentation_of(block, t);
        for (std::size_t i = block.team_begin()[t]; i < block.team_begin()[t + 1]; ++i) {
            unclarity[i] += fragments;
            colleagues[i] -= fragments;
            insecurity[i] += of_pool + (phase[i] == kAnios ? of_anios : 0.0f) + (phase[i] == kYoung ? of_young : 0.0f);
            recognition[i] += lost_recognition;
        }
    }
    const float moved = market.move_on_home;
    for (std::size_t i = 0; i < block.posts(); ++i) home[i] += settling[i] != 0 ? moved : 0.0f;
}

void withdraw_from_care(const DepartureParameters& departure, const workforce::WorkforceFields& fields, const Block& block,
                        Scratch& scratch) {
    const auto disengaged = block.person(fields.weeks_disengaged);
    const float* administration = scratch.column(workforce::columns::kAdministrationShare);
    float* side_tasks = scratch.column(workforce::columns::kSideTaskShare);
    for (std::size_t i = 0; i < block.posts(); ++i) {
        const float rest = 1.0f - administration[i];  // of which side tasks are a share
        if (disengaged[i] == workforce::kSideRoles && rest > 0.0f) side_tasks[i] += departure.side_roles_on_care / rest;
    }
}

}  // namespace bevlogen::careers
