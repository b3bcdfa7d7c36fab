// Follows the leader of each team: how many they lead, and how they are.
#include "models/workforce/leaders.hpp"

#include <algorithm>

#include "models/workforce/purposes.hpp"
#include "sim/core/portable_math.hpp"
#include "sim/random/box_muller.hpp"

namespace bevlogen::workforce {
namespace {

constexpr float kDoublingsPerLog = 1.44269504f;  // 1 / log 2

constexpr std::uint32_t kNobody = ~std::uint32_t{0};

// Somebody new leads team t, or who did so before.
void lead(const WorkforceFields& fields, const Chance& chance, Block& block, std::size_t t, PersonId who) {
    std::uint32_t& low = block.team(fields.leader_low)[t];
    std::uint32_t& high = block.team(fields.leader_high)[t];
    if (low == who.low() && high == who.high()) return;
    const bool is_first = low == kNobody && high == kNobody;
    low = who.low();
    high = who.high();
    block.team(fields.leader_gain)[t] = 0.0f;
    if (is_first) return;
    const PhiloxWords words = chance.words(who.value, Week{0}, kLeaderQuality);
    block.team(fields.leader_quality)[t] = box_muller(words[0], words[1])[0];
}

}  // namespace

float leader_quality_now(const World& world, float quality, float span, float z_burnout) noexcept {
    const float doublings = portable_log(std::max(span / world.leader_span_free, 1.0f)) * kDoublingsPerLog;
    return quality - world.leader_span_cost * doublings - world.leader_burnout_cost * z_burnout;
}

void set_leaders(const World& world, const WorkforceFields& fields, const Chance& chance, Block& block, const float* z_burnout,
                 const SupportOfLeader& support) {
    const auto filled = block.person(fields.engine.filled);
    const auto kinds = block.post_kinds();
    for (std::size_t t = 0; t < block.teams(); ++t) {
        const std::uint32_t end = block.team_begin()[t + 1];
        std::uint32_t leader = end;
        int others = 0;
        for (std::uint32_t i = block.team_begin()[t]; i < end; ++i) {
            if (filled[i] == 0) continue;
            if (leader == end && is_specialist_post(kinds[i])) {
                leader = i;
            } else {
                ++others;
            }
        }
        if (leader < end) lead(fields, chance, block, t, block.person_at(leader, fields.engine));
        const float z = leader < end && z_burnout != nullptr ? z_burnout[leader] : 0.0f;
        float& gain = block.team(fields.leader_gain)[t];
        auto span = static_cast<float>(others);
        if (support && leader < end) {
            const LeaderSupport now = support(leader);
            gain = gain * now.left;
            if (now.quality != 0.0f) gain = now.quality > 0.0f ? std::max(gain, now.quality) : std::min(gain, now.quality);
            span += now.span_share * (std::min(span, now.most_persons) - span);
        }
        block.team(fields.leader_now)[t] = leader_quality_now(world, block.team(fields.leader_quality)[t] + gain, span, z);
    }
}

}  // namespace bevlogen::workforce
