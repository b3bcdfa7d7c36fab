// Epochs: each block four weeks while it is in cache, then the clearing.
#include "sim/engine/simulation.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <string>

#include "sim/core/contract.hpp"
#include "sim/core/instruction_set.hpp"
#include "sim/core/portable_math.hpp"

namespace bevlogen {

namespace {

// The largest of the numbers' bits without their signs; those that are infinite or not a number are above all others.
BEVLOGEN_INLINE std::uint32_t largest_of(std::span<const float> column) {
    std::uint32_t largest = 0;
    for (const float x : column) largest = std::max(largest, std::bit_cast<std::uint32_t>(x) << 1);
    return largest;
}
std::uint32_t largest_narrow(std::span<const float> column) { return largest_of(column); }
BEVLOGEN_WIDE_COPY std::uint32_t largest_wide(std::span<const float> column) { return largest_of(column); }

}  // namespace

NonFiniteState::NonFiniteState(PersonId who, std::string what, Week when)
    : std::runtime_error("person " + std::to_string(who.value) + ": " + what + " is not a finite number in week " +
                         std::to_string(when.value)),
      person(who),
      field(std::move(what)),
      week(when) {}

Simulation::Simulation(const Model& model, const Scenario& scenario, Chance chance, Parallel& parallel, std::size_t block_posts)
    : model_(model),
      scenario_(scenario),
      chance_(chance),
      parallel_(parallel),
      dynamics_(model.make_dynamics(scenario)),
      population_(model.fields(), dynamics_->plan_teams(chance.world()), block_posts),
      policy_(scenario),
      scratch_(parallel.threads()),
      reach_(parallel.threads()) {
    const auto blocks = population_.blocks();
    parallel_.for_each(blocks.size(), [&](std::size_t b, unsigned) { dynamics_->populate(blocks[b], chance_); });
}

void Simulation::advance(Week until, Observer* observer) {
    expect(until.is_clearing(), "a simulation advances to a clearing");
    while (week_ < until) {
        parallel_.for_each(population_.blocks().size(), [&](std::size_t b, unsigned slot) { advance_block(b, slot, observer); });
        week_ = week_ + Week{kWeeksPerEpoch};
        clear_nation();
        if (observer && week_ > scenario_.burn_in_weeks()) {
            observer->close_epoch(week_ - scenario_.burn_in_weeks(), population_.blocks());
        }
    }
}

void Simulation::advance_block(std::size_t index, unsigned slot, Observer* observer) {
    Block& block = population_.blocks()[index];
    Scratch& scratch = scratch_[slot];
    scratch.prepare(block, dynamics_->scratch_columns(), dynamics_->scratch_team_columns());
    const bool is_last = index + 1 == population_.blocks().size();
    scratch.look_ahead(is_last ? std::span<const std::byte>() : population_.blocks()[index + 1].memory());  // a thread's blocks ascend

    const std::size_t active = policy_.has_started(week_ + Week{kWeeksPerEpoch - 1}) ? policy_.size() : 0;
    std::vector<float>& reach = reach_[slot];
    reach.resize(std::max(reach.size(), active * block.padded_posts()));
    for (std::size_t i = 0; i < active; ++i) {
        policy_.fill_reach(i, block, model_.fields().engine, *dynamics_, chance_, reach.data() + i * block.padded_posts());
    }
    std::vector<InterventionNow> interventions(active);
    for (std::int32_t w = 0; w < kWeeksPerEpoch; ++w) {
        const Week week = week_ + Week{w};
        const bool fresh = w == 0 || policy_.changes_at(week);
        for (std::size_t i = 0; i < active; ++i) interventions[i] = policy_.now(i, week, reach.data() + i * block.padded_posts());
        const Now now{week, chance_, interventions};
        if (fresh) {
            enact(block, now, reach);
            dynamics_->set_targets(block, now, scratch);
        }
        dynamics_->step(block, now, scratch);
        if (w + 1 == kWeeksPerEpoch) check_finite(block);
        const Week passed = week + Week{1};
        if (observer && passed > scenario_.burn_in_weeks()) {
            const BlockNow seen{block, index, passed - scenario_.burn_in_weeks(), passed, chance_, *dynamics_, slot};
            observer->observe_week(seen);
            if (w + 1 == kWeeksPerEpoch) observer->observe_clearing(seen);
        }
        if (w + 1 == kWeeksPerEpoch) dynamics_->clear_block(block, now);
    }
}

// Who begins on a post that opens is in reach from that week on; nobody else is asked again.
void Simulation::enact(Block& block, const Now& now, std::vector<float>& reach) {
    if (now.interventions.empty()) return dynamics_->enact(block, now);
    const auto filled = block.person(model_.fields().engine.filled);
    const std::vector<std::uint8_t> before(filled.begin(), filled.end());
    dynamics_->enact(block, now);
    if (std::equal(before.begin(), before.end(), filled.begin())) return;
    std::vector<float> again(block.padded_posts());
    for (std::size_t i = 0; i < now.interventions.size(); ++i) {
        policy_.fill_reach(i, block, model_.fields().engine, *dynamics_, chance_, again.data());
        for (std::size_t p = 0; p < block.posts(); ++p) {
            if (filled[p] != before[p]) reach[i * block.padded_posts() + p] = again[p];
        }
    }
}

void Simulation::clear_nation() {
    const Week week = week_ - Week{1};
    std::vector<InterventionNow> interventions(policy_.has_started(week) ? policy_.size() : 0);
    for (std::size_t i = 0; i < interventions.size(); ++i) interventions[i] = policy_.now(i, week, nullptr);
    dynamics_->clear_nation(population_.blocks(), {week, chance_, interventions});
}

void Simulation::check_finite(Block& block) const {
    constexpr std::uint32_t kInfinite = 0xff000000u;  // without its sign
    const auto largest = vector_width() == VectorWidth::wide ? largest_wide : largest_narrow;
    const auto& decls = model_.fields().person.decls();
    for (std::size_t f = 0; f < decls.size(); ++f) {
        if (decls[f].type != FieldType::f32) continue;
        const auto column = block.person(Field<float>{static_cast<std::uint16_t>(f)});
        if (largest(column) < kInfinite) continue;
        for (std::size_t p = 0; p < block.posts(); ++p) {
            if (!std::isfinite(column[p])) {
                throw NonFiniteState(block.person_at(p, model_.fields().engine), decls[f].name, week_ + Week{kWeeksPerEpoch});
            }
        }
    }
}

}  // namespace bevlogen
