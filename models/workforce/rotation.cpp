// Draws rotations, counts their weeks and finds who goes where.
#include "models/workforce/rotation.hpp"

#include <algorithm>
#include <cmath>

#include "models/workforce/purposes.hpp"
#include "models/workforce/relocation.hpp"
#include "sim/core/portable_math.hpp"
#include "sim/random/bulk.hpp"
#include "sim/random/distributions.hpp"

namespace bevlogen::workforce {
namespace {

bool rotates(std::uint8_t raw) { return post_kind_of(raw) == PostKind::coassistent || post_kind_of(raw) == PostKind::aios; }

// Lengths of a rotation in weeks: whole numbers from `from` to `to`, equally probable.
struct Lengths {
    int from = 0, to = 0;

    int at(double u) const { return from + static_cast<int>(u * (to - from + 1)); }
};

Lengths lengths_of(const RotationParameters& rotation, PostKind kind) {
    if (kind == PostKind::coassistent) return {rotation.coassistent_weeks, rotation.coassistent_weeks};
    return {rotation.aios_weeks_from, std::max(rotation.aios_weeks_from, rotation.aios_weeks_to)};
}

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
        group.whole_number({path, "weeks", 1, 1040, std::move(meaning)}, [member](RotationParameters& r) -> int& { return r.*member; });
    };
    weeks("rotation.coassistent_weeks", {"weeks of a coassistent in a team", "weken van een coassistent in een team"},
          &RotationParameters::coassistent_weeks);
    weeks("rotation.aios_weeks_from", {"fewest weeks of an aios in a team", "minste weken van een aios in een team"},
          &RotationParameters::aios_weeks_from);
    weeks("rotation.aios_weeks_to", {"most weeks of an aios in a team", "meeste weken van een aios in een team"},
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
        if (rotates(kinds[i])) {
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
    for (std::size_t i = 0; i < block.posts(); ++i) {
        in_team[i] = static_cast<std::uint16_t>(std::min(in_team[i] + kWeeksPerEpoch, kMost));
        to_rotation[i] = static_cast<std::uint16_t>(std::max(to_rotation[i] - kWeeksPerEpoch, 0));
        in_post[i] = rotates(kinds[i]) ? in_team[i] : in_post[i];
    }
}

namespace {

constexpr std::uint32_t kDrawOfPerson = 0, kDrawOfPost = 1, kDrawOfArrival = 2;

// Everybody who is due, and their posts, in order of the seats.
struct Due {
    std::vector<Seat> seats;
    std::vector<std::uint32_t> group;                    // of region and kind of post
    std::vector<std::uint32_t> person_low, person_high;  // identities of the persons
    std::vector<std::uint32_t> post_low, post_high;      // and of the posts: team and slot

    void pad() {
        const std::size_t padded = (seats.size() + kBulkLanes - 1) / kBulkLanes * kBulkLanes;
        for (auto* column : {&person_low, &person_high, &post_low, &post_high}) column->resize(padded);
    }
    std::size_t padded() const { return person_low.size(); }
};

Due find_due(const World& world, const WorkforceFields& f, std::span<Block> blocks) {
    Due due;
    for (std::uint32_t b = 0; b < blocks.size(); ++b) {
        const Block& block = blocks[b];
        const auto kinds = block.post_kinds();
        const auto filled = block.person(f.engine.filled);
        const auto to_rotation = block.person(f.weeks_to_rotation);
        for (std::size_t t = 0; t < block.teams(); ++t) {
            const auto region = static_cast<std::uint32_t>(region_of(world, block.team_ids()[t]));
            for (std::uint32_t i = block.team_begin()[t]; i < block.team_begin()[t + 1]; ++i) {
                if (!rotates(kinds[i]) || to_rotation[i] != 0 || filled[i] == 0) continue;
                const PersonId post = PersonId::of(block.team_ids()[t], i - block.team_begin()[t], 0);
                due.seats.push_back({b, i});
                due.group.push_back(region * static_cast<std::uint32_t>(kPostKinds) + static_cast<std::uint32_t>(index_of(post_kind_of(kinds[i]))));
                due.person_low.push_back(block.person(f.engine.id_low)[i]);
                due.person_high.push_back(block.person(f.engine.id_high)[i]);
                due.post_low.push_back(post.low());
                due.post_high.push_back(post.high());
            }
        }
    }
    due.pad();
    return due;
}

// Of one who is ranked: 48 random bits below the group, then the identity, which no two share.
struct Rank {
    std::uint64_t key = 0;
    std::uint64_t identity = 0;
    std::uint32_t seat = 0;

    bool operator<(const Rank& other) const { return key != other.key ? key < other.key : identity < other.identity; }
};

// Seats in order of group, and within it of chance. `uniforms`: columns 0 and 1 of 24 bits each.
std::vector<Rank> ranked(const Due& due, const std::vector<std::uint32_t>& low, const std::vector<std::uint32_t>& high,
                         const std::vector<float>& uniforms) {
    std::vector<Rank> ranks(due.seats.size());
    const float* first = uniforms.data();
    const float* second = first + due.padded();
    for (std::uint32_t k = 0; k < ranks.size(); ++k) {
        const auto bits =
            std::uint64_t{static_cast<std::uint32_t>(first[k] * 0x1p24f)} << 24 | static_cast<std::uint32_t>(second[k] * 0x1p24f);
        ranks[k] = {std::uint64_t{due.group[k]} << 48 | bits, PersonId::from_halves(low[k], high[k]).value, k};
    }
    std::sort(ranks.begin(), ranks.end());
    return ranks;
}

}  // namespace

void Rotation::move(std::span<Block> blocks, const Now& now) const {
    const Due due = find_due(world_, fields_, blocks);
    const std::size_t n = due.seats.size();
    std::vector<float> of_persons(4 * due.padded()), of_posts(4 * due.padded());
    fill_uniforms(now.chance, {due.person_low.data(), due.person_high.data(), due.padded()}, {now.week, kRotation, kDrawOfPerson, 1},
                  of_persons.data(), due.padded());
    fill_uniforms(now.chance, {due.post_low.data(), due.post_high.data(), due.padded()}, {now.week, kRotation, kDrawOfPost, 1},
                  of_posts.data(), due.padded());
    const std::vector<Rank> persons = ranked(due, due.person_low, due.person_high, of_persons);
    const std::vector<Rank> posts = ranked(due, due.post_low, due.post_high, of_posts);
    std::vector<std::uint32_t> from(n);
    for (std::size_t k = 0; k < n; ++k) from[posts[k].seat] = persons[k].seat;  // as many persons as posts in each group
    relocate(fields_, blocks, due.seats, from);

    const float* length = of_persons.data() + 2 * due.padded();
    for (std::size_t k = 0; k < n; ++k) {
        Block& block = blocks[due.seats[k].block];
        const std::size_t i = due.seats[k].post;
        settle(block, i, static_cast<double>(length[from[k]]));
    }
}

void Rotation::arrive(Block& block, const Chance& chance, Week week, std::size_t post) const {
    block.person(fields_.newcomer)[post] = 0.0f;  // whatever the empty post held
    const std::uint64_t person = block.person_at(post, fields_.engine).value;
    settle(block, post, static_cast<double>(chance.uniform(person, week, kRotation, kDrawOfArrival)));
}

void Rotation::settle(Block& block, std::size_t post, double uniform) const {
    const std::uint8_t raw = block.post_kinds()[post];
    block.person(fields_.weeks_in_team)[post] = 0;
    block.person(fields_.weeks_in_post)[post] = 0;
    const int weeks = rotates(raw) ? lengths_of(rotation_, post_kind_of(raw)).at(uniform) : 0;
    block.person(fields_.weeks_to_rotation)[post] = static_cast<std::uint16_t>(weeks);
    float& newcomer = block.person(fields_.newcomer)[post];
    const float kick = 1.0f - newcomer;
    block.person(fields_.factor[factor_of(Demand::role_unclarity)])[post] += rotation_.newcomer_on_unclarity * kick;
    block.person(fields_.factor[factor_of(Resource::colleague_support)])[post] -= rotation_.newcomer_on_colleagues * kick;
    block.person(fields_.factor[factor_of(Resource::supervisor_support)])[post] -= rotation_.newcomer_on_supervisor * kick;
    newcomer = 1.0f;
}

}  // namespace bevlogen::workforce
