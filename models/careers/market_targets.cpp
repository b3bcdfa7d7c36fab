// Adds to base targets team by team.
#include "models/careers/market_targets.hpp"

#include "models/careers/market_equations.hpp"
#include "models/wellbeing/equations.hpp"

namespace bevlogen::careers {

using workforce::Demand;
using workforce::factor_of;
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
    constexpr auto kAnios = static_cast<std::int32_t>(Phase::anios), kYoung = static_cast<std::int32_t>(Phase::jonge_klare);
    constexpr auto kStudent = static_cast<std::uint8_t>(Phase::coassistent);
    const auto felt = [&](float competition) {
        return insecurity_of_competition(market.insecurity_on_competition, market.competition_limit, competition);
    };
    // Whole numbers as wide as they are added, so that these become vector loops.
    const auto fragmentation_of = [&](std::size_t begin, std::size_t end) {
        std::uint32_t persons = 0, fewer = 0;
        for (std::size_t i = begin; i < end; ++i) {
            const std::uint32_t counts = (filled[i] != 0) & (phase[i] != kStudent) ? 1u : 0u;
            persons += counts;
            fewer += has_fewer[i] != 0 ? counts : 0u;
        }
        if (persons == 0) return 0.0f;
        const float fall = departure.hours_step * (static_cast<float>(fewer) / static_cast<float>(persons) - usual);
        return wellbeing::fragmentation(0.0f, factors.fragmentation_of_contracts, 0.0f, fall);
    };
    for (std::size_t t = 0; t < block.teams(); ++t) {
        const std::size_t begin = block.team_begin()[t], end = block.team_begin()[t + 1];
        const float of_anios = felt(block.team(fields.training_competition)[t]);
        const float of_young = felt(block.team(fields.specialist_competition)[t]);
        const bool is_pool = workforce::is_pool(block.team_sites()[t]);
        const float of_pool = is_pool ? market.pool_insecurity : 0.0f, lost_recognition = is_pool ? market.pool_recognition : 0.0f;
        const float fragments = is_pool ? 0.0f : factors.fragmentation_effect * fragmentation_of(begin, end);
#pragma GCC ivdep
        for (std::size_t i = begin; i < end; ++i) {
            unclarity[i] += fragments;
            colleagues[i] -= fragments;
            recognition[i] += lost_recognition;
        }
#pragma GCC ivdep
        for (std::size_t i = begin; i < end; ++i) {
            const std::int32_t is = phase[i];
            insecurity[i] += of_pool + (is == kAnios ? of_anios : 0.0f) + (is == kYoung ? of_young : 0.0f);
        }
    }
    const float moved = market.move_on_home;
    for (std::size_t i = 0; i < block.posts(); ++i) home[i] += settling[i] != 0 ? moved : 0.0f;
}

void withdraw_from_care(const DepartureParameters& departure, const workforce::WorkforceFields& fields, const Block& block,
                        Scratch& scratch) {
    const std::uint8_t* __restrict disengaged = block.person(fields.weeks_disengaged).data();
    const float* __restrict administration = scratch.column(workforce::columns::kAdministrationShare);
    float* __restrict side_tasks = scratch.column(workforce::columns::kSideTaskShare);
    const float on_care = departure.side_roles_on_care;
    for (std::size_t i = 0; i < block.posts(); ++i) {
        const float rest = 1.0f - administration[i];  // of which side tasks are a share
        const bool withdraws = (std::int32_t{disengaged[i]} == std::int32_t{workforce::kSideRoles}) & (rest > 0.0f);
        side_tasks[i] += withdraws ? on_care / rest : 0.0f;
    }
}

}  // namespace bevlogen::careers
