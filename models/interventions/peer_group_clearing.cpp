// The clearing of peer groups: who has left one, what groups have become, and which begin, as far as facilitators go.
#include <algorithm>
#include <cmath>
#include <limits>
#include <tuple>
#include <utility>

#include "models/interventions/peer_group_sessions.hpp"
#include "models/interventions/peer_groups.hpp"

namespace bevlogen::interventions {
namespace {

using workforce::PeerGroupStage;
using workforce::Phase;

// Medical students, residents, specialists.
enum class Rank : std::uint8_t { student, resident, specialist };

Rank rank_of(std::uint8_t phase) {
    if (phase == workforce::index_of(Phase::coassistent)) return Rank::student;
    const bool is_resident = phase == workforce::index_of(Phase::anios) || phase == workforce::index_of(Phase::aios);
    return is_resident ? Rank::resident : Rank::specialist;
}

// A row somewhere in the population, and what it is sorted by.
struct Seated {
    std::uint16_t programme = 0;
    std::uint64_t group = 0;    // of who has one
    std::uint32_t stratum = 0;  // of who waits: within which groups form
    std::int32_t since = 0;     // week of the first session; of who waits, of enrolment
    std::uint32_t ticket = 0;   // drawn, of who waits
    PersonId person;
    TeamId team;
    Rank rank = Rank::student;
    std::size_t block = 0, row = 0;
};

std::uint64_t group_of(const Membership& row) { return std::uint64_t{row.group_high} << 32 | row.group_low; }
std::uint64_t group_of(TeamId team) { return std::uint64_t{kGroupOfTeam} << 32 | team.value; }

// Where two are equal they are of one group: programme, group, beginning.
bool are_of_one_group(const Seated& a, const Seated& b) { return a.programme == b.programme && a.group == b.group && a.since == b.since; }

// A programme that acts now.
struct Programme {
    std::uint16_t number = 0;
    PeerGroupSettings settings;
    std::int64_t guided = 0;  // groups that a facilitator leads now
};

// Teams have one stratum each; other groups form within a hospital, and within a rank there unless ranks may mix.
std::uint32_t stratum_of(const Membership& row, TeamId team, Rank rank) {
    if (row.mode == PeerGroupMode::team) return team.value;
    return team.hospital() << 2 | (row.is_across_ranks ? 3u : static_cast<std::uint32_t>(rank));
}

class Clearing {
  public:
    Clearing(std::span<Block> blocks, const Now& now, const PeerGroupParameters& p, const PeerGroupContext& c)
        : blocks_(blocks), now_(now), p_(p), c_(c) {}

    void run() {
        for (const InterventionNow& intervention : now_.interventions) {
            for (const LeverSetting& setting : intervention.levers) {
                if (setting.lever == c_.lever && intervention.dose > 0.0f)
                    programmes_.push_back({static_cast<std::uint16_t>(intervention.purpose), peer_group_settings_of(setting)});
            }
        }
        for (std::size_t b = 0; b < blocks_.size(); ++b) look_at(b);
        std::sort(members_.begin(), members_.end(), [](const Seated& a, const Seated& b) {
            return std::tie(a.programme, a.group, a.since, a.person) < std::tie(b.programme, b.group, b.since, b.person);
        });
        std::sort(waiting_.begin(), waiting_.end(), [](const Seated& a, const Seated& b) {
            return std::tie(a.programme, a.stratum, a.since, a.ticket, a.person) <
                   std::tie(b.programme, b.stratum, b.since, b.ticket, b.person);
        });
        count_guided();
        join_teams_under_way();
        form_groups();
        count_members();
    }

  private:
    Membership& row_of(const Seated& seated) { return blocks_[seated.block].rows(c_.ledger)[seated.row]; }

    void set_stage(Block& block, Membership& row, PeerGroupStage stage) const {
        row.stage = stage;
        block.person(c_.fields->peer_group_stage)[row.post] = static_cast<std::uint8_t>(stage);
    }
    void end(Block& block, Membership& row) {
        set_stage(block, row, PeerGroupStage::stopped);
        row.ended = now_.week.value;
    }
    Programme* acting(std::uint16_t number) {
        const auto it = std::find_if(programmes_.begin(), programmes_.end(), [&](const Programme& p) { return p.number == number; });
        return it == programmes_.end() ? nullptr : &*it;
    }

    // Without a post, out of the team whose group it is, or waiting for a programme that has ended: no longer.
    void look_at(std::size_t b) {
        Block& block = blocks_[b];
        const auto rows = block.rows(c_.ledger);
        std::size_t t = 0;
        for (std::size_t r = 0; r < rows.size(); ++r) {
            Membership& row = rows[r];
            while (block.team_begin()[t + 1] <= row.post) ++t;
            const TeamId team = block.team_ids()[t];
            if (!is_under_way(row)) {
                if (group_of(row) == group_of(team) && now_.week.value < row.ended + row.again_after)
                    have_had_it_.push_back({row.programme, group_of(team)});
                continue;
            }
            const bool waits = row.stage == PeerGroupStage::waiting;
            const bool has_left = row.group_high == kGroupOfTeam && row.group_low != team.value;
            if (workforce::is_pool(block.team_sites()[t]) || has_left || (waits && !acting(row.programme))) {
                end(block, row);
                continue;
            }
            const Rank rank = rank_of(block.person(c_.fields->phase)[row.post]);
            Seated seated;
            seated.programme = row.programme;
            seated.since = row.begins;
            seated.person = block.person_at(row.post, c_.fields->engine);
            seated.team = team;
            seated.rank = rank;
            seated.block = b;
            seated.row = r;
            if (waits) {
                seated.stratum = stratum_of(row, team, rank);
                seated.since = row.asked;
                seated.ticket = now_.chance.words(seated.person.value, Week{row.asked}, Purpose{row.programme}, kDrawPlaceInGroup)[0];
                waiting_.push_back(seated);
            } else {
                seated.group = group_of(row);
                members_.push_back(seated);
            }
        }
    }

    void count_guided() {
        for (std::size_t k = 0; k < members_.size(); ++k) {
            if (k > 0 && are_of_one_group(members_[k - 1], members_[k])) continue;
            Programme* programme = acting(members_[k].programme);
            const Membership& row = row_of(members_[k]);
            if (programme && next_session(row, now_.week + Week{1}) < row.guided) ++programme->guided;
        }
    }

    void begin(const Seated& who, std::uint64_t group, std::int32_t begins) {
        Membership& row = row_of(who);
        row.group_low = static_cast<std::uint32_t>(group);
        row.group_high = static_cast<std::uint32_t>(group >> 32);
        row.begins = begins;
        set_stage(blocks_[who.block], row, PeerGroupStage::busy);
        Seated member = who;
        member.group = group;
        member.since = begins;
        joined_.push_back(member);
    }

    // Who has come to a team whose group has sessions joins it; to one that has just had the last, comes too late.
    void join_teams_under_way() {
        std::sort(have_had_it_.begin(), have_had_it_.end());
        std::erase_if(waiting_, [&](const Seated& who) {
            if (row_of(who).mode != PeerGroupMode::team) return false;
            const std::uint64_t group = group_of(who.team);
            const auto of_team = std::lower_bound(members_.begin(), members_.end(), std::tie(who.programme, group),
                                                  [](const Seated& a, const auto& key) { return std::tie(a.programme, a.group) < key; });
            if (of_team != members_.end() && of_team->programme == who.programme && of_team->group == group) {
                begin(who, group, of_team->since);
                return true;
            }
            if (!std::binary_search(have_had_it_.begin(), have_had_it_.end(), std::pair{who.programme, group})) return false;
            Membership& row = row_of(who);
            set_stage(blocks_[who.block], row, PeerGroupStage::offered);
            row.ended = now_.week.value;
            return true;
        });
    }

    // The next of those who wait in one stratum that may begin together, from `first` on; 0: they go on waiting.
    std::size_t members_of_next(std::size_t first, std::size_t last) {
        const Membership& row = row_of(waiting_[first]);
        const std::size_t there = last - first;
        if (row.mode == PeerGroupMode::team) return there;
        if (there >= row.size) return row.size;
        const bool has_waited = static_cast<float>(now_.week.value - row.asked) >= p_.wait_weeks;
        return has_waited && static_cast<float>(there) >= p_.smallest ? there : 0;
    }

    // Those who wait longest begin first, ties by a draw.
    void form_groups() {
        struct Proposal {
            std::size_t first, members;
        };
        std::vector<Proposal> proposals;
        for (std::size_t k = 0; k < waiting_.size();) {
            const auto in_stratum = [&](const Seated& a) {
                return a.programme == waiting_[k].programme && a.stratum == waiting_[k].stratum;
            };
            std::size_t last = k;
            while (last < waiting_.size() && in_stratum(waiting_[last])) ++last;
            for (std::size_t first = k; first < last;) {
                const std::size_t members = members_of_next(first, last);
                if (members == 0) break;
                proposals.push_back({first, members});
                first += members;
            }
            k = last;
        }
        std::sort(proposals.begin(), proposals.end(), [&](const Proposal& x, const Proposal& y) {
            const Seated &a = waiting_[x.first], &b = waiting_[y.first];
            return std::tie(a.programme, a.since, a.ticket, a.person) < std::tie(b.programme, b.since, b.ticket, b.person);
        });
        for (const Proposal& proposal : proposals) {
            const Seated& founder = waiting_[proposal.first];
            const Membership& row = row_of(founder);
            Programme& programme = *acting(founder.programme);
            if (row.guided > 0 && programme.guided >= places(programme.settings)) continue;
            programme.guided += row.guided > 0 ? 1 : 0;
            const bool is_team = row.mode == PeerGroupMode::team;
            const std::uint64_t who = is_team ? founder.team.value : founder.person.value;
            const float uniform =
                now_.chance.uniform(who, now_.week, Purpose{founder.programme}, is_team ? kDrawFirstOfTeam : kDrawFirstSession);
            const std::int32_t begins = now_.week.value + 1 + static_cast<std::int32_t>(uniform * static_cast<float>(row.interval));
            const std::uint64_t group = is_team ? group_of(founder.team) : founder.person.value;
            for (std::size_t k = 0; k < proposal.members; ++k) begin(waiting_[proposal.first + k], group, begins);
        }
    }

    // Groups that facilitators can lead at once. They are of the whole country.
    std::int64_t places(const PeerGroupSettings& settings) const {
        if (settings.facilitators == 0) return std::numeric_limits<std::int64_t>::max();
        const double whole = static_cast<double>(settings.facilitators) * settings.caseload * c_.population_scale;
        return std::max<std::int64_t>(static_cast<std::int64_t>(std::floor(whole + 0.5)), 1);
    }

    // How many each group has now, and whether they are of one rank.
    void count_members() {
        members_.insert(members_.end(), joined_.begin(), joined_.end());
        std::sort(members_.begin(), members_.end(), [](const Seated& a, const Seated& b) {
            return std::tie(a.programme, a.group, a.since, a.person) < std::tie(b.programme, b.group, b.since, b.person);
        });
        for (std::size_t k = 0; k < members_.size();) {
            std::size_t last = k;
            bool is_mixed = false;
            for (; last < members_.size() && are_of_one_group(members_[k], members_[last]); ++last) {
                is_mixed = is_mixed || members_[last].rank != members_[k].rank;
            }
            const auto members = static_cast<std::uint16_t>(std::min<std::size_t>(last - k, std::numeric_limits<std::uint16_t>::max()));
            for (; k < last; ++k) {
                row_of(members_[k]).members = members;
                row_of(members_[k]).is_mixed = is_mixed ? 1 : 0;
            }
        }
    }

    std::span<Block> blocks_;
    const Now& now_;
    const PeerGroupParameters& p_;
    const PeerGroupContext& c_;
    std::vector<Programme> programmes_;
    std::vector<Seated> members_, waiting_, joined_;
    std::vector<std::pair<std::uint16_t, std::uint64_t>> have_had_it_;  // programmes and teams
};

}  // namespace

void PeerGroups::clear_nation(std::span<Block> blocks, const Now& now) const {
    const auto has_rows = [&](const Block& block) { return !block.rows(c_.ledger).empty(); };
    if (std::any_of(blocks.begin(), blocks.end(), has_rows)) Clearing(blocks, now, p_, c_).run();
}

}  // namespace bevlogen::interventions
