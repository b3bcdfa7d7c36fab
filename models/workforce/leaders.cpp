// Follows the leader of each team: how many they lead, and how they are.
#include "models/workforce/leaders.hpp"

#include <algorithm>

#include "sim/core/portable_math.hpp"

namespace bevlogen::workforce {
namespace {

constexpr float kDoublingsPerLog = 1.44269504f;  // 1 / log 2

bool is_specialist(std::uint8_t raw) {
    return post_kind_of(raw) == PostKind::specialist_permanent || post_kind_of(raw) == PostKind::specialist_temporary;
}

}  // namespace

float leader_quality_now(const World& world, float quality, float span, float z_burnout) noexcept {
    const float doublings = portable_log(std::max(span / world.leader_span_free, 1.0f)) * kDoublingsPerLog;
    return quality - world.leader_span_cost * doublings - world.leader_burnout_cost * z_burnout;
}

void set_leaders(const World& world, const WorkforceFields& fields, Block& block, const float* z_burnout) {
    const auto filled = block.person(fields.engine.filled);
    const auto kinds = block.post_kinds();
    for (std::size_t t = 0; t < block.teams(); ++t) {
        const std::uint32_t end = block.team_begin()[t + 1];
        std::uint32_t leader = end;
        int others = 0;
        for (std::uint32_t i = block.team_begin()[t]; i < end; ++i) {
            if (filled[i] == 0) continue;
            if (leader == end && is_specialist(kinds[i])) {
                leader = i;
            } else {
                ++others;
            }
        }
        const float z = leader < end && z_burnout != nullptr ? z_burnout[leader] : 0.0f;
        block.team(fields.leader_now)[t] = leader_quality_now(world, block.team(fields.leader_quality)[t], static_cast<float>(others), z);
    }
}

}  // namespace bevlogen::workforce
