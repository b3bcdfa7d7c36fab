// Notes what the market does to each team.
#include "models/careers/market_targets.hpp"

#include <algorithm>

#include "models/careers/market_equations.hpp"
#include "models/wellbeing/equations.hpp"
#include "sim/engine/flagged.hpp"

namespace bevlogen::careers {

using workforce::Phase;

namespace {

// Persons of a team but for coassistenten, and those of them who work fewer hours.
struct FewerHours {
    std::uint32_t persons = 0, fewer = 0;
};

// A strip at a time, whose last bytes may be of the next team or lie behind the block; those do not count.
FewerHours count_fewer(const std::uint8_t* __restrict filled, const std::uint8_t* __restrict phase,
                       const std::uint8_t* __restrict has_fewer, std::size_t begin, std::size_t end) {
    constexpr auto kStudent = static_cast<std::uint8_t>(Phase::coassistent);
    constexpr std::size_t kStrip = 32;
    FewerHours count;
    for (std::size_t at = begin; at < end; at += kStrip) {
        const auto left = static_cast<std::uint8_t>(std::min(end - at, kStrip));
        std::uint8_t counts[kStrip], fewer[kStrip];
        for (std::uint8_t i = 0; i < kStrip; ++i) counts[i] = ((filled[at + i] != 0) & (phase[at + i] != kStudent) & (i < left)) ? 1 : 0;
        for (std::uint8_t i = 0; i < kStrip; ++i) fewer[i] = counts[i] & (has_fewer[at + i] != 0 ? 1 : 0);
        count.persons += count_flags(counts);
        count.fewer += count_flags(fewer);
    }
    return count;
}

}  // namespace

void note_market(const MarketParameters& market, const DepartureParameters& departure, const wellbeing::FactorParameters& factors,
                 const workforce::WorkforceFields& fields, const Block& block, Scratch& scratch) {
    using namespace workforce::columns;
    const std::uint8_t* filled = block.person(fields.engine.filled).data();
    const std::uint8_t* phase = block.person(fields.phase).data();
    const std::uint8_t* has_fewer = block.person(fields.has_fewer_hours).data();
    const auto training = block.team(fields.training_competition), specialist = block.team(fields.specialist_competition);
    const auto felt = [&](float competition) {
        return insecurity_of_competition(market.insecurity_on_competition, market.competition_limit, competition);
    };
    const auto fragmentation_of = [&](std::size_t begin, std::size_t end) {
        const auto [persons, fewer] = count_fewer(filled, phase, has_fewer, begin, end);
        if (persons == 0) return 0.0f;
        const float fall = departure.hours_step * (static_cast<float>(fewer) / static_cast<float>(persons) - departure.usual_fewer_hours);
        return wellbeing::fragmentation(0.0f, factors.fragmentation_of_contracts, 0.0f, fall);
    };
    for (std::size_t t = 0; t < block.teams(); ++t) {
        const bool is_pool = workforce::is_pool(block.team_sites()[t]);
        scratch.team_column(kTeamFragments)[t] =
            is_pool ? 0.0f : factors.fragmentation_effect * fragmentation_of(block.team_begin()[t], block.team_begin()[t + 1]);
        scratch.team_column(kTeamRecognition)[t] = is_pool ? market.pool_recognition : 0.0f;
        scratch.team_column(kTeamInsecurity)[t] = is_pool ? market.pool_insecurity : 0.0f;
        scratch.team_column(kAniosInsecurity)[t] = felt(training[t]);
        scratch.team_column(kYoungInsecurity)[t] = felt(specialist[t]);
    }
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
