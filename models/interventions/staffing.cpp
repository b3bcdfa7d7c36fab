// Adds posts to plans, opens them, and changes the share of absences that is replaced.
#include "models/interventions/staffing.hpp"

#include <algorithm>

#include "models/interventions/change_conditions.hpp"
#include "models/interventions/lever_slots.hpp"
#include "models/workforce/purposes.hpp"
#include "sim/random/distributions.hpp"

namespace bevlogen::interventions {

using workforce::index_of;
using workforce::is_added;
using workforce::kPostKinds;
using workforce::Phase;
using workforce::post_kind_of;
using workforce::PostKind;

namespace {

constexpr std::uint32_t bit_of(Phase phase) { return 1u << index_of(phase); }

// The phases that sit on a kind of post and decide how many are added; where several, the first that is in scope and set.
constexpr std::array<std::array<Phase, 2>, kPostKinds> kDeciding = {{{Phase::specialist_mid, Phase::specialist_late},
                                                                     {Phase::jonge_klare, Phase::jonge_klare},
                                                                     {Phase::aios, Phase::aios},
                                                                     {Phase::anios, Phase::anios},
                                                                     {Phase::coassistent, Phase::coassistent}}};

struct Slots {
    std::size_t posts, replacement;
};

const Slots& slots() {
    static const Slots all = [] {
        const LeverDecl decl = staffing_lever();
        return Slots{slot_of(decl, "posts"), slot_of(decl, "replacement")};
    }();
    return all;
}

PostRatios ratios_of(std::span<const LeverSetting> levers, std::size_t lever, std::uint32_t phases) {
    PostRatios ratios;
    ratios.fill(1.0);
    for (const LeverSetting& setting : levers) {
        if (setting.lever != lever) continue;
        for (std::size_t kind = 0; kind < kPostKinds; ++kind) {
            for (const Phase phase : kDeciding[kind]) {
                const double ratio = setting.values[slots().posts + index_of(phase)];
                if (ratio == kNotSet || (phases & bit_of(phase)) == 0) continue;
                ratios[kind] = ratio;
                break;
            }
        }
    }
    return ratios;
}

std::uint32_t bits_of(const Scope& scope, std::size_t axis) { return axis < scope.axes.size() ? scope.axes[axis] : ~std::uint32_t{0}; }

using PostCounts = std::array<std::size_t, kPostKinds>;

PostCounts base_posts(std::span<const std::uint8_t> kinds) {
    PostCounts count{};
    for (const std::uint8_t raw : kinds) count[index_of(post_kind_of(raw))] += is_added(raw) ? 0 : 1;
    return count;
}

// How many posts of each kind `ratios` add. The same draws for any ratios, so that fewer are a part of more; every intervention starts the
// stream anew, so that none depends on another.
PostCounts extra_posts(const PostCounts& base, const PostRatios& ratios, TeamId team, const Chance& world_chance) {
    PostCounts extra{};
    Stream stream(world_chance, team.value, Week{0}, workforce::kAddedPosts);
    for (std::size_t kind = 0; kind < kPostKinds; ++kind) {
        extra[kind] = static_cast<std::size_t>(round_at_random(stream, static_cast<double>(base[kind]) * (ratios[kind] - 1.0)));
    }
    return extra;
}

bool adds_in(const AddedPosts& added, std::uint8_t site) { return !workforce::is_pool(site) && ((added.sites >> site) & 1u) != 0; }

// Ratios in force this week: 1 + dose x (ratio - 1), and never more than was planned.
PostRatios ratios_now(const AddedPosts& added, const InterventionNow& intervention, std::size_t lever) {
    PostRatios ratios = ratios_of(intervention.levers, lever, added.phases);
    for (std::size_t kind = 0; kind < kPostKinds; ++kind) {
        ratios[kind] = std::min(1.0 + static_cast<double>(intervention.dose) * (ratios[kind] - 1.0), added.most[kind]);
    }
    return ratios;
}

// Whether somebody of team `t` who is in reach is in a phase that decides on this kind of post. Of those on posts of the base world, who
// stay where they are until the next clearing.
bool takes_part(const Block& block, const workforce::WorkforceFields& fields, std::size_t t, std::size_t kind, const float* reach) {
    const auto filled = block.person(fields.engine.filled);
    const auto phase = block.person(fields.phase);
    const std::uint32_t deciding = bit_of(kDeciding[kind][0]) | bit_of(kDeciding[kind][1]);
    for (std::size_t i = block.team_begin()[t]; i < block.team_begin()[t + 1]; ++i) {
        if (is_added(block.post_kinds()[i])) continue;
        if (filled[i] != 0 && ((deciding >> phase[i]) & 1u) != 0 && reach[i] > 0.0f) return true;
    }
    return false;
}

void fill_posts(std::size_t first, std::size_t count, const workforce::WorkforceFields& fields, const Newcomer& newcomer, Block& block) {
    const auto filled = block.person(fields.engine.filled);
    for (std::size_t i = first; i < first + count; ++i) {
        const bool has_opened = block.person(fields.is_open)[i] != workforce::kClosed;
        block.person(fields.is_open)[i] = workforce::kFilledAtOnce;
        if (filled[i] != 0 || (has_opened && workforce::is_specialist_post(block.post_kinds()[i]))) continue;
        filled[i] = 1;
        newcomer(block, i);
    }
}

}  // namespace

LeverDecl staffing_lever() {
    LeverKey posts{"posts", "1", 1.0, 5.0, {"posts relative to those of the world", "plaatsen ten opzichte van die van de wereld"}};
    posts.fallback = kNotSet;
    posts.axis = 0;
    LeverKey fill{"fill", "1", 0.0, 0.0, {"how added posts are filled", "hoe toegevoegde plaatsen worden bezet"}};
    fill.kind = LeverKeyKind::word;
    fill.words = {"at_once"};
    LeverKey replacement{
        "replacement", "1", 0.0, 1.0, {"share of long absences that is replaced", "deel van lang verzuim dat wordt vervangen"}};
    replacement.fallback = kNotSet;
    return {"staffing", {"staffing", "bezetting"}, {posts, fill, replacement}};
}

void change_replacement(std::span<const InterventionNow> interventions, std::size_t lever, std::size_t posts, Scratch& scratch) {
    for_each_setting(interventions, lever, [&](const InterventionNow& intervention, std::span<const double> values) {
        const double share = values[slots().replacement];
        if (share != kNotSet) move_towards(intervention, share, posts, scratch.column(workforce::columns::kReplacedShare));
    });
}

std::vector<AddedPosts> added_posts(std::span<const Intervention> interventions, std::size_t lever) {
    std::vector<AddedPosts> all;
    for (const Intervention& intervention : interventions) {
        if (intervention.scope.team_share <= 0.0 || intervention.scope.coverage <= 0.0 || intervention.uptake <= 0.0) continue;
        AddedPosts added{purpose_of_intervention(intervention.name), bits_of(intervention.scope, 1), bits_of(intervention.scope, 0),
                         ratios_of(intervention.levers, lever, bits_of(intervention.scope, 0))};
        for (const InterventionChange& change : intervention.changes) {
            const PostRatios later = ratios_of(change.levers, lever, added.phases);
            for (std::size_t kind = 0; kind < kPostKinds; ++kind) added.most[kind] = std::max(added.most[kind], later[kind]);
        }
        if (std::any_of(added.most.begin(), added.most.end(), [](double ratio) { return ratio > 1.0; })) all.push_back(added);
    }
    return all;
}

void add_posts(std::span<const AddedPosts> added, const Chance& world_chance, std::span<TeamPlan> plans) {
    for (TeamPlan& plan : plans) {
        if (workforce::is_pool(plan.site)) continue;
        const PostCounts base = base_posts(plan.posts);
        for (const AddedPosts& one : added) {
            if (!adds_in(one, plan.site)) continue;
            const PostCounts extra = extra_posts(base, one.most, plan.id, world_chance);
            for (std::size_t kind = 0; kind < kPostKinds; ++kind) {
                plan.posts.insert(plan.posts.end(), extra[kind], workforce::added_post(static_cast<PostKind>(kind)));
            }
        }
    }
}

void open_posts(std::span<const AddedPosts> added, std::size_t lever, const workforce::WorkforceFields& fields, const Now& now,
                const Newcomer& newcomer, Block& block) {
    if (added.empty() || now.interventions.empty()) return;
    for (std::size_t t = 0; t < block.teams(); ++t) {
        if (workforce::is_pool(block.team_sites()[t])) continue;
        const std::size_t begin = block.team_begin()[t], end = block.team_begin()[t + 1];
        const auto kinds = block.post_kinds().subspan(begin, end - begin);
        const PostCounts base = base_posts(kinds);
        // Planned posts stand at the end, by intervention and kind, as add_posts put them there.
        std::size_t at = begin + static_cast<std::size_t>(std::find_if(kinds.begin(), kinds.end(), is_added) - kinds.begin());
        for (const AddedPosts& one : added) {
            if (at == end || !adds_in(one, block.team_sites()[t])) continue;
            const PostCounts planned = extra_posts(base, one.most, block.team_ids()[t], now.chance.world());
            PostCounts open{};
            const float* reach = nullptr;
            for (const InterventionNow& acting : now.interventions) {
                if (acting.purpose != one.intervention || acting.dose <= 0.0f) continue;
                open = extra_posts(base, ratios_now(one, acting, lever), block.team_ids()[t], now.chance.world());
                reach = acting.reach;
            }
            for (std::size_t kind = 0; kind < kPostKinds; at += planned[kind++]) {
                if (open[kind] == 0 || !takes_part(block, fields, t, kind, reach)) continue;
                fill_posts(at, std::min(open[kind], planned[kind]), fields, newcomer, block);
            }
        }
    }
}

}  // namespace bevlogen::interventions
