// Passes over all seats, most of which do not matter to the market.
#include "models/careers/market_view.hpp"

#include "models/workforce/purposes.hpp"
#include "sim/engine/flagged.hpp"

namespace bevlogen::careers {

using workforce::Contract;
using workforce::Notice;
using workforce::Phase;

namespace {

bool leaves_for_sure(Notice notice) { return notice == Notice::leaves || notice == Notice::retires || notice == Notice::employment_ends; }

// Without branches and in bytes, so that it becomes a vector loop: 1 where the market has something to do with a seat.
void mark_concerned(const Block& block, const workforce::WorkforceFields& f, std::vector<std::uint8_t>& concerned) {
    const std::uint8_t* __restrict filled = block.person(f.engine.filled).data();
    const std::uint8_t* __restrict notice = block.person(f.notice).data();
    const std::uint8_t* __restrict kind = block.post_kinds().data();
    concerned.assign(block.padded_posts(), 0);
    std::uint8_t* __restrict to = concerned.data();
    for (std::size_t i = 0; i < block.posts(); ++i) {
        const auto raw = static_cast<std::uint8_t>(kind[i] & 0x7fu);
        to[i] = static_cast<std::uint8_t>((filled[i] == 0) | (notice[i] != 0) |
                                          (raw == static_cast<std::uint8_t>(PostKind::specialist_temporary)) |
                                          (raw == static_cast<std::uint8_t>(PostKind::pool_seat)));
    }
}

std::uint64_t position_of(const PhiloxWords& words) { return std::uint64_t{words[0]} << 32 | words[1]; }

class View {
  public:
    View(const workforce::World& world, const workforce::WorkforceFields& fields, const Now& now) : world_(world), f_(fields), now_(now) {}

    void look_at(std::uint32_t b, const Block& block) {
        mark_concerned(block, f_, concerned_);
        view_.persons += count_persons(block, f_);
        const auto filled = block.person(f_.engine.filled);
        const auto begins = block.team_begin();
        std::size_t t = 0;
        for_each_flagged(concerned_.data(), concerned_.size(), [&](std::size_t i) {
            while (i >= begins[t + 1]) ++t;
            const TeamId team = block.team_ids()[t];
            const bool is_pool = workforce::is_pool(block.team_sites()[t]);
            const Seat seat{b, static_cast<std::uint32_t>(i)};
            if (filled[i] != 0) {
                look_at_person(block, seat, team, is_pool);
            } else if (is_pool) {
                view_.pool_seats.push_back(seat);
                view_.pool_region.push_back(region_of(team));
            } else if (block.person(f_.is_open)[i] != workforce::kClosed) {
                view_.openings.push_back(opening_of(world_, f_, block, seat, team, seat.post - begins[t], now_));
            }
        });
    }

    MarketView take() { return std::move(view_); }

  private:
    std::uint32_t region_of(TeamId team) const { return static_cast<std::uint32_t>(workforce::region_of(world_, team)); }

    void look_at_person(const Block& block, Seat seat, TeamId team, bool is_pool) {
        const std::size_t i = seat.post;
        const auto notice = static_cast<Notice>(block.person(f_.notice)[i]);
        view_.applicants += notice == Notice::applies_for_training ? 1 : 0;
        if (leaves_for_sure(notice)) {
            view_.leavers.push_back(seat);
            return;
        }
        Seeker seeker{.seat = seat,
                      .person = block.person_at(i, f_.engine),
                      .team = team,
                      .employer = is_pool ? kNoEmployer : team.hospital(),
                      .region = region_of(team),
                      .phase = static_cast<Phase>(block.person(f_.phase)[i]),
                      .notice = notice};
        seeker.is_temporary =
            block.person(f_.contract)[i] == static_cast<std::uint8_t>(Contract::temporary) && seeker.phase >= Phase::jonge_klare;
        if (notice == Notice::none && !is_pool && !seeker.is_temporary) return;
        seeker.position = position_of(now_.chance.words(seeker.person.value, now_.week, workforce::kSeeker));
        view_.seekers.push_back(seeker);
    }

    const workforce::World& world_;
    const workforce::WorkforceFields& f_;
    const Now& now_;
    std::vector<std::uint8_t> concerned_;
    MarketView view_;
};

}  // namespace

std::size_t count_persons(const Block& block, const workforce::WorkforceFields& fields) {
    std::uint32_t persons = 0;  // as wide as the loop is quick
    for (const std::uint8_t filled : block.person(fields.engine.filled)) persons += filled;
    return persons;
}

Opening opening_of(const workforce::World& world, const workforce::WorkforceFields& fields, const Block& block, Seat seat, TeamId team,
                   std::uint32_t slot, const Now& now) {
    const bool needs_search = block.person(fields.is_open)[seat.post] != workforce::kFilledAtOnce;
    const PhiloxWords words = now.chance.words(PersonId::of(team, slot, 0).value, now.week, workforce::kOpening);
    return {.seat = seat,
            .team = team,
            .slot = slot,
            .region = static_cast<std::uint32_t>(workforce::region_of(world, team)),
            .kind = workforce::post_kind_of(block.post_kinds()[seat.post]),
            .position = position_of(words),
            .readiness = needs_search ? static_cast<float>(words[2] >> 8) * 0x1p-24f : 0.0f};
}

MarketView look_at_market(const workforce::World& world, const workforce::WorkforceFields& fields, std::span<const Block> blocks,
                          const Now& now) {
    View view(world, fields, now);
    for (std::uint32_t b = 0; b < blocks.size(); ++b) view.look_at(b, blocks[b]);
    return view.take();
}

}  // namespace bevlogen::careers
