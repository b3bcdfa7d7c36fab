// Scope by axes, arms and predicates; shares by draws that are keyed by the intervention's name.
#include "sim/engine/policy.hpp"

namespace bevlogen {
namespace {

// What each of an intervention's draws is for.
enum : std::uint32_t { kDrawTeam = 0, kDrawCoverage = 1, kDrawUptake = 2 };

}  // namespace

bool Policy::has_started(Week week) const {
    for (const Intervention& intervention : interventions_) {
        if (week - burn_in_ >= intervention.schedule.start) return true;
    }
    return false;
}

bool Policy::changes_at(Week week) const {
    const Week before = week - Week{1} - burn_in_;
    for (const Intervention& intervention : interventions_) {
        const Week reported = week - burn_in_;
        if (intervention.schedule.dose(reported) != intervention.schedule.dose(before)) return true;
        if (&intervention.levers_at(reported) != &intervention.levers_at(before)) return true;
    }
    return false;
}

InterventionNow Policy::now(std::size_t i, Week week, const float* reach) const {
    const Week reported = week - burn_in_;
    const Intervention& intervention = interventions_[i];
    return {intervention.levers_at(reported), static_cast<float>(intervention.schedule.dose(reported)), reach,
            purpose_of_intervention(intervention.name), reported - intervention.schedule.start};
}

void Policy::mark_scope(std::size_t i, const Block& block, const EngineFields& engine, const Dynamics& dynamics,
                        std::vector<std::uint8_t>& in_scope) const {
    const Scope& scope = interventions_[i].scope;
    const auto filled = block.person(engine.filled);
    in_scope.assign(filled.begin(), filled.end());
    dynamics.keep_reachable(block, in_scope);
    std::vector<std::uint8_t> value(block.posts());
    for (std::size_t axis = 0; axis < scope.axes.size(); ++axis) {
        if (scope.axes[axis] == ~std::uint32_t{0}) continue;
        dynamics.axis_values(axis, block, value);
        for (std::size_t p = 0; p < block.posts(); ++p) in_scope[p] &= (scope.axes[axis] >> (value[p] & 31u)) & 1u;
    }
    if (scope.arm) {
        const auto arm = block.person(engine.arm);
        for (std::size_t p = 0; p < block.posts(); ++p) in_scope[p] &= arm[p] == *scope.arm ? 1 : 0;
    }
    if (scope.where) {
        dynamics.select(*scope.where, block, value);
        for (std::size_t p = 0; p < block.posts(); ++p) in_scope[p] &= value[p];
    }
}

void Policy::fill_reach(std::size_t i, const Block& block, const EngineFields& engine, const Dynamics& dynamics, const Chance& chance,
                        float* reach) const {
    fill_meant(i, block, engine, dynamics, chance, reach);
    dynamics.scale_reach(i, block, {reach, block.posts()});
}

void Policy::fill_meant(std::size_t i, const Block& block, const EngineFields& engine, const Dynamics& dynamics, const Chance& chance,
                        float* reach) const {
    std::vector<std::uint8_t> in_scope;
    mark_scope(i, block, engine, dynamics, in_scope);
    const Intervention& intervention = interventions_[i];
    const Purpose purpose = purpose_of_intervention(intervention.name);
    const auto drawn = [&](std::uint64_t who, std::uint32_t draw, double share) {
        return share >= 1.0 || static_cast<double>(chance.uniform(who, Week{0}, purpose, draw)) < share;
    };
    for (std::size_t t = 0; t < block.teams(); ++t) {
        const bool team_takes_part = drawn(block.team_ids()[t].value, kDrawTeam, intervention.scope.team_share);
        for (std::size_t p = block.team_begin()[t]; p < block.team_begin()[t + 1]; ++p) {
            bool takes_part = team_takes_part && in_scope[p] != 0;
            if (takes_part) {
                const PersonId person = block.person_at(p, engine);
                takes_part = drawn(person.value, kDrawCoverage, intervention.scope.coverage) &&
                             drawn(person.value, kDrawUptake, intervention.uptake);
            }
            reach[p] = takes_part ? 1.0f : 0.0f;
        }
    }
    for (std::size_t p = block.posts(); p < block.padded_posts(); ++p) reach[p] = 0.0f;
}

std::size_t Policy::count_in_scope(std::size_t i, const Block& block, const EngineFields& engine, const Dynamics& dynamics) const {
    std::vector<std::uint8_t> in_scope;
    mark_scope(i, block, engine, dynamics, in_scope);
    std::size_t count = 0;
    for (const std::uint8_t is_in : in_scope) count += is_in;
    return count;
}

}  // namespace bevlogen
