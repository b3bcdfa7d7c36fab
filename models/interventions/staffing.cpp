// Adds posts to plans, opens them, and changes the share of absences that is replaced.
#include "models/interventions/staffing.hpp"

#include <algorithm>

#include "models/interventions/change_conditions.hpp"
#include "models/interventions/lever_keys.hpp"
#include "models/interventions/lever_slots.hpp"
#include "models/interventions/training.hpp"
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
    std::size_t posts, fill, search, replacement;
};

const Slots& slots() {
    static const Slots all = [] {
        const LeverDecl decl = staffing_lever();
        return Slots{slot_of(decl, "posts"), slot_of(decl, "fill"), slot_of(decl, "search"), slot_of(decl, "replacement")};
    }();
    return all;
}

constexpr double kAtOnce = 0.0;  // of the key `fill`

// Of one setting of `staffing`.
PostRatios ratios_of_staffing(const LeverSetting& setting, std::uint32_t phases) {
    PostRatios ratios;
    ratios.fill(1.0);
    for (std::size_t kind = 0; kind < kPostKinds; ++kind) {
        for (const Phase phase : kDeciding[kind]) {
            const double ratio = setting.values[slots().posts + index_of(phase)];
            if (ratio == kNotSet || (phases & bit_of(phase)) == 0) continue;
            ratios[kind] = ratio;
            break;
        }
    }
    return ratios;
}

bool adds(const PostRatios& ratios) {
    return std::any_of(ratios.begin(), ratios.end(), [](double ratio) { return ratio > 1.0; });
}

// More training places need training posts.
PostRatios ratios_of(std::span<const LeverSetting> settings, const NationalLevers& levers, std::uint32_t phases) {
    PostRatios ratios;
    ratios.fill(1.0);
    for (const LeverSetting& setting : settings) {
        if (setting.lever == levers.staffing) ratios = ratios_of_staffing(setting, phases);
    }
    for (const LeverSetting& setting : settings) {
        if (setting.lever != levers.training) continue;
        const TrainingChange change = training_change(setting);
        double& training = ratios[index_of(PostKind::aios)];
        if (change.has_intake) training = std::max(training, change.intake);
    }
    return ratios;
}

// Kinds of posts that `staffing` adds and fills at once.
void mark_at_once(std::span<const LeverSetting> settings, const NationalLevers& levers, AddedPosts& added) {
    for (const LeverSetting& setting : settings) {
        if (setting.lever != levers.staffing || setting.values[slots().fill] != kAtOnce) continue;
        const PostRatios ratios = ratios_of_staffing(setting, added.phases);
        for (std::size_t kind = 0; kind < kPostKinds; ++kind) added.is_at_once[kind] = added.is_at_once[kind] || ratios[kind] > 1.0;
    }
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

// How far somebody of team `t` is in reach who is in a phase that decides on this kind of post. Of those on posts of the base world, who
// stay where they are until the next clearing.
float reach_of(const Block& block, const workforce::WorkforceFields& fields, std::size_t t, std::size_t kind, const float* reach) {
    const auto filled = block.person(fields.engine.filled);
    const auto phase = block.person(fields.phase);
    const std::uint32_t deciding = bit_of(kDeciding[kind][0]) | bit_of(kDeciding[kind][1]);
    float furthest = 0.0f;
    for (std::size_t i = block.team_begin()[t]; i < block.team_begin()[t + 1]; ++i) {
        if (is_added(block.post_kinds()[i]) || filled[i] == 0 || ((deciding >> phase[i]) & 1u) == 0) continue;
        furthest = std::max(furthest, reach[i]);
    }
    return furthest;
}

// Ratios in force this week in team `t`: 1 + dose x reach x (ratio - 1), and never more than was planned.
PostRatios ratios_now(const AddedPosts& added, const InterventionNow& intervention, const NationalLevers& levers, const Block& block,
                      const workforce::WorkforceFields& fields, std::size_t t) {
    PostRatios ratios = ratios_of(intervention.levers, levers, added.phases);
    for (std::size_t kind = 0; kind < kPostKinds; ++kind) {
        if (ratios[kind] <= 1.0) continue;
        const double strength =
            static_cast<double>(intervention.dose) * static_cast<double>(reach_of(block, fields, t, kind, intervention.reach));
        ratios[kind] = std::min(1.0 + strength * (ratios[kind] - 1.0), added.most[kind]);
    }
    return ratios;
}

// A vacancy that the job market fills.
void open_vacancies(std::size_t first, std::size_t count, const workforce::WorkforceFields& fields, Block& block) {
    const auto is_open = block.person(fields.is_open);
    for (std::size_t i = first; i < first + count; ++i) {
        if (is_open[i] == workforce::kClosed) is_open[i] = workforce::kFilledByMarket;
    }
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
    LeverKey fill{"fill", "1", 0.0, 1.0, {"how added posts are filled", "hoe toegevoegde plaatsen worden bezet"}};
    fill.kind = LeverKeyKind::word;
    fill.words = {"at_once", "market"};
    const LeverKey search =
        number_key("search", "1", 0, 5, kNotSet, {"time to fill a vacancy, 1 today", "tijd om een vacature te vervullen, 1 nu"});
    LeverKey replacement{
        "replacement", "1", 0.0, 1.0, {"share of long absences that is replaced", "deel van lang verzuim dat wordt vervangen"}};
    replacement.fallback = kNotSet;
    return {"staffing", {"staffing", "bezetting"}, {posts, fill, replacement, search}};
}

double search_times(const LeverSetting& setting) { return setting.values[slots().search]; }

bool decides_on(std::uint32_t phases, workforce::PostKind kind) {
    const auto& deciding = kDeciding[index_of(kind)];
    return (phases & (bit_of(deciding[0]) | bit_of(deciding[1]))) != 0;
}

void change_replacement(std::span<const InterventionNow> interventions, std::size_t lever, std::size_t posts, Scratch& scratch) {
    for_each_setting(interventions, lever, [&](const InterventionNow& intervention, std::span<const double> values) {
        const double share = values[slots().replacement];
        if (share != kNotSet) move_towards(intervention, share, posts, scratch.column(workforce::columns::kReplacedShare));
    });
}

std::vector<AddedPosts> added_posts(std::span<const Intervention> interventions, const NationalLevers& levers, Vacancies vacancies) {
    std::vector<AddedPosts> all;
    for (const Intervention& intervention : interventions) {
        if (intervention.scope.team_share <= 0.0 || intervention.scope.coverage <= 0.0 || intervention.uptake <= 0.0) continue;
        const std::uint32_t phases = bits_of(intervention.scope, 0);
        AddedPosts added{purpose_of_intervention(intervention.name),
                         bits_of(intervention.scope, 1),
                         phases,
                         ratios_of(intervention.levers, levers, phases),
                         {}};
        mark_at_once(intervention.levers, levers, added);
        for (const InterventionChange& change : intervention.changes) {
            const PostRatios later = ratios_of(change.levers, levers, phases);
            for (std::size_t kind = 0; kind < kPostKinds; ++kind) added.most[kind] = std::max(added.most[kind], later[kind]);
            mark_at_once(change.levers, levers, added);
        }
        for (std::size_t kind = 0; vacancies == Vacancies::nobody_fills && kind < kPostKinds; ++kind) {
            if (!added.is_at_once[kind]) added.most[kind] = 1.0;
        }
        if (adds(added.most)) all.push_back(added);
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

void open_posts(std::span<const AddedPosts> added, const NationalLevers& levers, const workforce::WorkforceFields& fields, const Now& now,
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
            for (const InterventionNow& acting : now.interventions) {
                if (acting.purpose != one.intervention || acting.dose <= 0.0f) continue;
                open = extra_posts(base, ratios_now(one, acting, levers, block, fields, t), block.team_ids()[t], now.chance.world());
            }
            for (std::size_t kind = 0; kind < kPostKinds; at += planned[kind++]) {
                const std::size_t count = std::min(open[kind], planned[kind]);
                one.is_at_once[kind] ? fill_posts(at, count, fields, newcomer, block) : open_vacancies(at, count, fields, block);
            }
        }
    }
}

}  // namespace bevlogen::interventions
