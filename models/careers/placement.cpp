// Moves people and tells each what is new.
#include "models/careers/placement.hpp"

#include <algorithm>

#include "models/workforce/absence.hpp"
#include "models/workforce/purposes.hpp"
#include "sim/core/contract.hpp"

namespace bevlogen::careers {

using workforce::Arrival;
using workforce::Contract;
using workforce::Leave;
using workforce::Phase;

namespace {

// Longer than any run: whoever has no post does not come back by itself.
constexpr std::uint16_t kUntilFound = 60000;

}  // namespace

void Placement::carry_out(std::span<Block> blocks, const Now& now, std::span<const Move> moves, float training_length) const {
    if (moves.empty()) return;
    std::vector<Seat> seats;
    seats.reserve(2 * moves.size());
    for (const Move& move : moves) {
        seats.push_back(move.from);
        seats.push_back(move.to);
    }
    std::sort(seats.begin(), seats.end());
    seats.erase(std::unique(seats.begin(), seats.end()), seats.end());
    const auto index_of = [&](Seat seat) {
        return static_cast<std::uint32_t>(std::lower_bound(seats.begin(), seats.end(), seat) - seats.begin());
    };
    std::vector<std::uint32_t> from(seats.size(), workforce::kNobody);
    for (const Move& move : moves) {
        std::uint32_t& source = from[index_of(move.to)];
        expect(source == workforce::kNobody, "no post has two persons");
        source = index_of(move.from);
    }
    workforce::relocate(fields_, blocks, seats, from);
    for (const Move& move : moves) arrive(blocks[move.to.block], now, move, training_length);
}

void Placement::change_phase(Block& block, const Now& now, std::size_t post, Phase phase, float training_length) const {
    const workforce::WorkforceFields& f = fields_;
    if (workforce::burnout_group(phase) != workforce::burnout_group(static_cast<Phase>(block.person(f.phase)[post])))
        block.person(f.was_burnt_out)[post] = 0;
    block.person(f.phase)[post] = static_cast<std::uint8_t>(phase);
    block.person(f.weeks_in_phase)[post] = 0;
    block.person(f.training_weeks_left)[post] = 0.0f;
    const PersonId person = block.person_at(post, f.engine);
    if (phase == Phase::aios)
        block.person(f.training_weeks_left)[post] = progress_.draw_training_weeks(now.chance, person) * training_length;
    block.person(f.fte)[post] = workforce::contract_fte(world_, phase, now.chance, person);
    block.person(f.has_fewer_hours)[post] = 0;
}

void Placement::arrive(Block& block, const Now& now, const Move& move, float training_length) const {
    const workforce::WorkforceFields& f = fields_;
    const std::size_t post = move.to.post;
    if (move.phase != static_cast<Phase>(block.person(f.phase)[post])) change_phase(block, now, post, move.phase, training_length);
    block.person(f.arrival)[post] = static_cast<std::uint8_t>(move.arrival);
    block.person(f.contract)[post] = static_cast<std::uint8_t>(workforce::contract_on(workforce::post_kind_of(block.post_kinds()[post])));
    if (move.is_new_employer) block.person(f.weeks_with_employer)[post] = 0;
    if (move.is_new_region) block.person(f.settling_weeks_left)[post] = static_cast<std::uint8_t>(market_.move_weeks);
    std::uint8_t& leave = block.person(f.leave_kind)[post];
    if (move.is_to_pool) {
        leave = static_cast<std::uint8_t>(Leave::without_post);
        block.person(f.is_replaced)[post] = 0;
        block.person(f.leave_weeks)[post] = block.person(f.leave_weeks_left)[post] = kUntilFound;
        block.person(f.weeks_in_team)[post] = block.person(f.weeks_in_post)[post] = 0;
        block.person(f.weeks_to_rotation)[post] = 0;
        block.person(f.newcomer)[post] = 0.0f;
        return;
    }
    if (leave == static_cast<std::uint8_t>(Leave::without_post)) {
        leave = static_cast<std::uint8_t>(Leave::none);
        block.person(f.leave_weeks)[post] = block.person(f.leave_weeks_left)[post] = 0;
    }
    block.person(f.factor[factor_of(workforce::Resource::work_content)])[post] += market_.new_post_on_content;
    if (move.is_new_team) {
        rotation_.begin(block, now.chance, now.week, post);
    } else {
        block.person(f.weeks_in_post)[post] = 0;
    }
}

}  // namespace bevlogen::careers
