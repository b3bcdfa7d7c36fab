// Draws rotations, counts their weeks and finds who goes where.
#include "models/workforce/rotation.hpp"

#include <algorithm>
#include <cmath>

#include "models/workforce/purposes.hpp"
#include "models/workforce/relocation.hpp"
#include "sim/core/portable_math.hpp"
#include "sim/engine/flagged.hpp"
#include "sim/random/bulk.hpp"
#include "sim/random/distributions.hpp"

namespace bevlogen::workforce {
namespace {

// Lengths of a rotation in weeks: whole numbers from `from` to `to`, equally probable.
struct Lengths {
    int from = 0, to = 0;

    int at(double u) const { return from + static_cast<int>(u * (to - from + 1)); }
    bool is_never() const { return to == 0; }
};

Lengths lengths_of(const RotationParameters& rotation, PostKind kind) {
    if (kind == PostKind::coassistent) return {rotation.coassistent_weeks, rotation.coassistent_weeks};
    if (kind != PostKind::aios) return {};
    return {rotation.aios_weeks_from, std::max(rotation.aios_weeks_from, rotation.aios_weeks_to)};
}

bool rotates(const RotationParameters& rotation, std::uint8_t raw) { return !lengths_of(rotation, post_kind_of(raw)).is_never(); }

// The kinds of posts that rotate, for loops over posts.
struct RotatingKinds {
    explicit RotatingKinds(const RotationParameters& rotation)
        : first(rotates(rotation, static_cast<std::uint8_t>(PostKind::coassistent)) ? static_cast<std::uint8_t>(PostKind::coassistent)
                                                                                    : kNoKind),
          second(rotates(rotation, static_cast<std::uint8_t>(PostKind::aios)) ? static_cast<std::uint8_t>(PostKind::aios) : kNoKind) {}

    bool holds(std::uint8_t raw) const {
        const auto kind = static_cast<std::uint8_t>(post_kind_of(raw));
        return (kind == first) | (kind == second);
    }

    static constexpr std::uint8_t kNoKind = 0xff;  // no post is of it: kinds have seven bits
    std::uint8_t first, second;
};

// Weeks until the clearing at which a rotation of so many weeks ends.
int until_clearing(int weeks) { return (weeks + kWeeksPerEpoch - 1) / kWeeksPerEpoch * kWeeksPerEpoch; }

// A rotation that somebody is in: long ones are met more often, and each of its clearings as often as any other.
struct InRotation {
    int gone = 0, to_go = 0;  // weeks
};

InRotation draw_in_rotation(const Lengths& lengths, Stream& stream) {
    const double longest = until_clearing(lengths.to);
    for (;;) {
        const int length = lengths.at(draw_uniform(stream));
        const double at = draw_uniform(stream) * longest;
        if (at < until_clearing(length)) {
            const int gone = static_cast<int>(at) / kWeeksPerEpoch * kWeeksPerEpoch;
            return {gone, length - gone};
        }
    }
}

}  // namespace

ParameterGroup<RotationParameters> declare_rotation_parameters() {
    ParameterGroup<RotationParameters> group;
    const auto weeks = [&](const char* path, Label meaning, int RotationParameters::*member) {
        group.whole_number({path, "weeks", 0, 1040, std::move(meaning)}, [member](RotationParameters& r) -> int& { return r.*member; });
    };
    weeks("rotation.coassistent_weeks",
          {"weeks of a coassistent in a team; 0: no rotation", "weken van een coassistent in een team; 0: geen rotatie"},
          &RotationParameters::coassistent_weeks);
    weeks("rotation.aios_weeks_from", {"fewest weeks of an aios in a team", "minste weken van een aios in een team"},
          &RotationParameters::aios_weeks_from);
    weeks("rotation.aios_weeks_to",
          {"most weeks of an aios in a team; both 0: no rotation", "meeste weken van een aios in een team; beide 0: geen rotatie"},
          &RotationParameters::aios_weeks_to);
    const auto number = [&](const char* path, const char* unit, double min, double max, Label meaning, float RotationParameters::*member) {
        group.number({path, unit, min, max, std::move(meaning)}, [member](RotationParameters& r) -> float& { return r.*member; });
    };
    number("newcomer.weeks", "weeks", 0.5, 260, {"time in which being new fades", "tijd waarin het nieuw zijn uitdooft"},
           &RotationParameters::newcomer_weeks);
    number("newcomer.role_unclarity", "SD", 0, 3, {"role unclarity of newcomers", "rolonduidelijkheid van nieuwkomers"},
           &RotationParameters::newcomer_on_unclarity);
    number("newcomer.colleague_support", "SD", 0, 3,
           {"support of colleagues lost to newcomers", "steun van collega's die nieuwkomers missen"},
           &RotationParameters::newcomer_on_colleagues);
    number("newcomer.supervisor_support", "SD", 0, 3,
           {"support of the supervisor lost to newcomers", "steun van de supervisor die nieuwkomers missen"},
           &RotationParameters::newcomer_on_supervisor);
    return group;
}

float mean_newcomer(const RotationParameters& rotation, Phase phase) {
    if (phase != Phase::coassistent && phase != Phase::aios) return 0.0f;
    const Lengths lengths = lengths_of(rotation, phase == Phase::aios ? PostKind::aios : PostKind::coassistent);
    if (lengths.is_never()) return 0.0f;
    const double weekly = std::exp(-1.0 / static_cast<double>(rotation.newcomer_weeks));
    double newcomer = 0.0, weeks = 0.0;
    for (int length = lengths.from; length <= lengths.to; ++length) {
        const int n = until_clearing(length);
        newcomer += weekly * (1.0 - std::pow(weekly, n)) / (1.0 - weekly);  // weekly + weekly^2 + ... + weekly^n
        weeks += n;
    }
    return static_cast<float>(newcomer / weeks);
}

void Rotation::populate(Block& block, const Chance& chance) const {
    const auto kinds = block.post_kinds();
    const auto in_phase = block.person(fields_.weeks_in_phase);
    const auto in_team = block.person(fields_.weeks_in_team);
    const auto in_post = block.person(fields_.weeks_in_post);
    const auto to_rotation = block.person(fields_.weeks_to_rotation);
    const auto newcomer = block.person(fields_.newcomer);
    for (std::size_t i = 0; i < block.posts(); ++i) {
        to_rotation[i] = 0;
        if (rotates(rotation_, kinds[i])) {
            Stream stream(chance, block.person_at(i, fields_.engine).value, Week{0}, kRotation);
            const InRotation drawn = draw_in_rotation(lengths_of(rotation_, post_kind_of(kinds[i])), stream);
            to_rotation[i] = static_cast<std::uint16_t>(drawn.to_go);
            in_team[i] = std::min(static_cast<std::uint16_t>(drawn.gone), in_phase[i]);  // nobody is longer in a team than in the phase
            in_post[i] = in_team[i];
        }
        newcomer[i] = portable_exp(-static_cast<float>(in_team[i]) / rotation_.newcomer_weeks);
    }
}

void Rotation::age(Block& block) const {
    const auto kinds = block.post_kinds();
    std::uint16_t* __restrict in_team = block.person(fields_.weeks_in_team).data();
    std::uint16_t* __restrict in_post = block.person(fields_.weeks_in_post).data();
    std::uint16_t* __restrict to_rotation = block.person(fields_.weeks_to_rotation).data();
    constexpr int kMost = 65535;
    const RotatingKinds moving(rotation_);
    for (std::size_t i = 0; i < block.posts(); ++i) {
        in_team[i] = static_cast<std::uint16_t>(std::min(in_team[i] + kWeeksPerEpoch, kMost));
        to_rotation[i] = static_cast<std::uint16_t>(std::max(to_rotation[i] - kWeeksPerEpoch, 0));
        in_post[i] = moving.holds(kinds[i]) ? in_team[i] : in_post[i];
    }
}

namespace {

constexpr std::uint32_t kDrawOfMove = 0, kDrawOfArrival = 2;

// Everybody who is due, in order of their seats, which is that of the identities of teams and slots.
struct Due {
    std::vector<Seat> seats;
    std::vector<std::uint32_t> group;            // of region and kind of post
    std::vector<std::uint32_t> id_low, id_high;  // padded
    std::vector<std::uint32_t> group_begin;      // in the order of groups: where each begins; one more than there are groups
};

// 1: due, 0: not.
void mark_due(const RotatingKinds& moving, const std::uint8_t* __restrict kinds, const std::uint8_t* __restrict filled,
              const std::uint16_t* __restrict to_rotation, std::size_t posts, std::uint8_t* __restrict is_due) {
    for (std::size_t i = 0; i < posts; ++i) is_due[i] = (moving.holds(kinds[i]) & (to_rotation[i] == 0) & (filled[i] != 0)) ? 1 : 0;
}

Due find_due(const World& world, const RotatingKinds& moving, const WorkforceFields& f, std::span<Block> blocks) {
    Due due;
    std::vector<std::uint8_t> is_due;
    for (std::uint32_t b = 0; b < blocks.size(); ++b) {
        const Block& block = blocks[b];
        const std::uint8_t* kinds = block.post_kinds().data();
        const std::uint8_t* filled = block.person(f.engine.filled).data();
        const std::uint16_t* to_rotation = block.person(f.weeks_to_rotation).data();
        const std::uint32_t* low = block.person(f.engine.id_low).data();
        const std::uint32_t* high = block.person(f.engine.id_high).data();
        is_due.assign(block.padded_posts(), 0);
        mark_due(moving, kinds, filled, to_rotation, block.posts(), is_due.data());
        std::size_t t = 0;
        for_each_flagged(is_due.data(), is_due.size(), [&](std::size_t i) {
            while (i >= block.team_begin()[t + 1]) ++t;
            const auto region = static_cast<std::uint32_t>(region_of(world, block.team_ids()[t]));
            due.seats.push_back({b, static_cast<std::uint32_t>(i)});
            due.group.push_back(region * static_cast<std::uint32_t>(kPostKinds) +
                                static_cast<std::uint32_t>(index_of(post_kind_of(kinds[i]))));
            due.id_low.push_back(low[i]);
            due.id_high.push_back(high[i]);
        });
    }
    due.group_begin.assign(static_cast<std::size_t>(world.regions) * kPostKinds + 1, 0);
    for (const std::uint32_t g : due.group) ++due.group_begin[g + 1];
    for (std::size_t g = 1; g < due.group_begin.size(); ++g) due.group_begin[g] += due.group_begin[g - 1];
    const std::size_t padded = (due.seats.size() + kBulkLanes - 1) / kBulkLanes * kBulkLanes;
    due.id_low.resize(padded);
    due.id_high.resize(padded);
    return due;
}

// Of one who is ranked: 48 random bits below the group, then the identity, which no two share.
struct Rank {
    std::uint64_t key = 0;
    std::uint64_t identity = 0;
    std::uint32_t seat = 0;

    bool operator<(const Rank& other) const { return key != other.key ? key < other.key : identity < other.identity; }
};

// Persons by group, and within a group in order of chance. `first` and `second`: 24 bits each. A uniform number tells nearly the place of
// its rank, so persons are put there at once and then set right among neighbours: time in proportion to their number.
std::vector<Rank> in_order_of_chance(const Due& due, const float* first, const float* second) {
    const std::size_t n = due.seats.size();
    std::vector<std::uint32_t> place(n), next(n + 1, 0);
    for (std::size_t k = 0; k < n; ++k) {
        const std::uint32_t begin = due.group_begin[due.group[k]], end = due.group_begin[due.group[k] + 1];
        place[k] = begin + static_cast<std::uint32_t>(static_cast<double>(first[k]) * (end - begin));
        ++next[place[k] + 1];
    }
    for (std::size_t at = 1; at <= n; ++at) next[at] += next[at - 1];
    std::vector<Rank> ranks(n);
    for (std::size_t k = 0; k < n; ++k) {
        const auto bits = static_cast<std::uint64_t>(first[k] * 0x1p24f) << 24 | static_cast<std::uint64_t>(second[k] * 0x1p24f);
        ranks[next[place[k]]++] = {std::uint64_t{due.group[k]} << 48 | bits, PersonId::from_halves(due.id_low[k], due.id_high[k]).value,
                                   static_cast<std::uint32_t>(k)};
    }
    for (std::size_t at = 1; at < n; ++at) {
        const Rank rank = ranks[at];
        std::size_t to = at;
        for (; to > 0 && rank < ranks[to - 1]; --to) ranks[to] = ranks[to - 1];
        ranks[to] = rank;
    }
    return ranks;
}

// For each seat, the seat of who comes to it: the k-th person of a group by chance to the k-th of its posts.
std::vector<std::uint32_t> draw_arrivals(const Due& due, const float* first, const float* second) {
    const std::vector<Rank> persons = in_order_of_chance(due, first, second);
    std::vector<std::uint32_t> next(due.group_begin);
    std::vector<std::uint32_t> from(due.seats.size());
    for (std::size_t k = 0; k < from.size(); ++k) from[k] = persons[next[due.group[k]]++].seat;
    return from;
}

}  // namespace

void Rotation::move(std::span<Block> blocks, const Now& now) const {
    const Due due = find_due(world_, RotatingKinds(rotation_), fields_, blocks);
    const std::size_t padded = due.id_low.size();
    std::vector<float> uniforms(4 * padded);
    fill_uniforms(now.chance, {due.id_low.data(), due.id_high.data(), padded}, {now.week, kRotation, kDrawOfMove, 1}, uniforms.data(),
                  padded);
    const std::vector<std::uint32_t> from = draw_arrivals(due, uniforms.data(), uniforms.data() + padded);
    relocate(fields_, blocks, due.seats, from);
    const float* length = uniforms.data() + 2 * padded;
    for (std::size_t k = 0; k < from.size(); ++k) {
        Block& block = blocks[due.seats[k].block];
        const std::size_t i = due.seats[k].post;
        settle(block, i, static_cast<double>(length[from[k]]));
    }
}

void Rotation::begin(Block& block, const Chance& chance, Week week, std::size_t post) const {
    const std::uint64_t person = block.person_at(post, fields_.engine).value;
    settle(block, post, static_cast<double>(chance.uniform(person, week, kRotation, kDrawOfArrival)));
}

void Rotation::arrive(Block& block, const Chance& chance, Week week, std::size_t post) const {
    block.person(fields_.newcomer)[post] = 0.0f;  // whatever the empty post held
    begin(block, chance, week, post);
    // The clearing counts a whole epoch, of which a part had passed.
    std::uint16_t& to_rotation = block.person(fields_.weeks_to_rotation)[post];
    if (to_rotation > 0) to_rotation = static_cast<std::uint16_t>(to_rotation + week.value % kWeeksPerEpoch);
}

void Rotation::settle(Block& block, std::size_t post, double uniform) const {
    const std::uint8_t raw = block.post_kinds()[post];
    block.person(fields_.weeks_in_team)[post] = 0;
    block.person(fields_.weeks_in_post)[post] = 0;
    const int weeks = rotates(rotation_, raw) ? lengths_of(rotation_, post_kind_of(raw)).at(uniform) : 0;
    block.person(fields_.weeks_to_rotation)[post] = static_cast<std::uint16_t>(weeks);
    float& newcomer = block.person(fields_.newcomer)[post];
    const float kick = 1.0f - newcomer;
    block.person(fields_.factor[factor_of(Demand::role_unclarity)])[post] += rotation_.newcomer_on_unclarity * kick;
    block.person(fields_.factor[factor_of(Resource::colleague_support)])[post] -= rotation_.newcomer_on_colleagues * kick;
    block.person(fields_.factor[factor_of(Resource::supervisor_support)])[post] -= rotation_.newcomer_on_supervisor * kick;
    newcomer = 1.0f;
}

}  // namespace bevlogen::workforce
