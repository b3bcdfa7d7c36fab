// Decides who goes where: permanent posts, temporary ones, training, posts of anios; then pools, entry, and what people know of the market.
#include "models/careers/job_market.hpp"

#include <algorithm>
#include <cmath>

#include "models/careers/market_equations.hpp"
#include "models/careers/post_matching.hpp"
#include "models/careers/region_flows.hpp"
#include "models/careers/training.hpp"
#include "models/workforce/purposes.hpp"
#include "sim/core/contract.hpp"

namespace bevlogen::careers {

using workforce::Arrival;
using workforce::index_of;
using workforce::is_pool;
using workforce::Notice;
using workforce::Phase;
using workforce::WorkforceFields;
using workforce::World;

namespace {

constexpr std::uint32_t kDrawStays = 0, kDrawBackToAnios = 1;  // of kGraduation

// Free seats of pools; those of a region lie together, in order.
class PoolSeats {
  public:
    PoolSeats(const MarketView& view, std::size_t regions) : seats_(view.pool_seats.size()), next_(regions, 0), end_(regions, 0) {
        for (std::size_t k = seats_; k-- > 0;) next_[view.pool_region[k]] = k;
        for (std::size_t k = 0; k < seats_; ++k) end_[view.pool_region[k]] = k + 1;
    }
    // Of the region, else of the first that has one; the number of all seats where all are taken.
    std::size_t take(std::size_t region) {
        if (next_[region] < end_[region]) return next_[region]++;
        for (std::size_t other = 0; other < next_.size(); ++other) {
            if (next_[other] < end_[other]) return next_[other]++;
        }
        return seats_;
    }

  private:
    std::size_t seats_;
    std::vector<std::size_t> next_, end_;
};

// One clearing.
class Clearing {
  public:
    Clearing(const MarketParameters& market, const World& world, const Placement& placement, const WorkforceFields& fields,
             std::span<Block> blocks, const Now& now, const MarketPeers& peers, const workforce::NationalTerms& terms)
        : m_(market),
          terms_(terms),
          world_(world),
          placement_(placement),
          f_(fields),
          blocks_(blocks),
          now_(now),
          peers_(peers),
          matching_(market, world, look_at_market(world, fields, blocks, now), terms.search),
          pools_(find_pools(world, blocks)),
          flows_(world, fields, blocks) {}

    void run() {
        let_leave();
        open_left_seats();
        if (m_.market() == MarketKind::closed) note_competition();
        fill_permanent();
        matching_.fill(PostKind::specialist_temporary, [](const Seeker& s) {
            const bool looks =
                s.notice == Notice::registers || s.notice == Notice::contract_ends || s.notice == Notice::seeks_employer || s.is_in_pool();
            return looks && s.phase >= Phase::aios && (s.notice != Notice::seeks_employer || s.is_temporary);
        });
        if (m_.market() == MarketKind::closed) {
            fill_training(training_places(), f_, blocks_, pools_, flows_, matching_);
        } else {
            const std::vector<Seat> elsewhere = train_here_or_elsewhere(m_, training_places(), world_, now_, matching_);
            leavers_.insert(leavers_.end(), elsewhere.begin(), elsewhere.end());
        }
        matching_.fill(PostKind::anios, [](const Seeker& s) {
            if (s.notice == Notice::graduates || s.notice == Notice::stops_training) return true;
            return s.phase == Phase::anios && (s.is_in_pool() || s.notice == Notice::seeks_employer);
        });
        move_to_pools();
        std::sort(leavers_.begin(), leavers_.end());
        workforce::remove_persons(f_, blocks_, leavers_);
        placement_.carry_out(blocks_, now_, matching_.moves(), terms_.training_length);
        m_.market() == MarketKind::open ? fill_from_outside() : let_students_enter();
        seat_entries();
        for (Block& block : blocks_) std::ranges::fill(block.person(f_.notice), std::uint8_t{0});
        expect(count_persons() + leavers_.size() == view().persons + entries_.size(), "persons in plus entered minus left are persons out");
    }

  private:
    MarketView& view() { return matching_.view(); }
    float training_places() const { return m_.training_places_a_year * terms_.training_intake; }  // a year
    float draw(const Seeker& seeker, std::uint32_t what) const {
        return now_.chance.uniform(seeker.person.value, now_.week, workforce::kGraduation, what);
    }
    std::size_t team_of(Seat seat) const {
        const auto begins = blocks_[seat.block].team_begin();
        return static_cast<std::size_t>(std::upper_bound(begins.begin(), begins.end(), seat.post) - begins.begin()) - 1;
    }
    std::size_t count_persons() const {
        std::size_t persons = 0;
        for (const Block& block : blocks_) persons += careers::count_persons(block, f_);
        return persons;
    }

    // Who leaves for sure, and of those at a fork who goes the way out.
    void let_leave() {
        leavers_ = view().leavers;
        for (Seeker& seeker : view().seekers) {
            const bool stops = seeker.notice == Notice::stops_training && draw(seeker, kDrawBackToAnios) >= m_.back_to_anios;
            const bool goes = seeker.notice == Notice::graduates && draw(seeker, kDrawStays) >= chance_of_staying(seeker);
            if (!stops && !goes) continue;
            leavers_.push_back(seeker.seat);
            seeker.is_placed = true;
        }
    }

    // K1, from the anios of the team in which the last clerkship was.
    float chance_of_staying(const Seeker& seeker) const {
        const Block& block = blocks_[seeker.seat.block];
        const std::size_t team = team_of(seeker.seat);
        const auto filled = block.person(f_.engine.filled), phase = block.person(f_.phase);
        double burnout = 0.0, engagement = 0.0;
        int anios = 0;
        for (std::size_t i = block.team_begin()[team]; i < block.team_begin()[team + 1]; ++i) {
            if (filled[i] == 0 || phase[i] != index_of(Phase::anios)) continue;
            burnout += static_cast<double>(peers_.burnout(block, i));
            engagement += static_cast<double>(peers_.engagement(block, i));
            ++anios;
        }
        const double n = std::max(anios, 1);
        return chance_of_staying_in_hospitals(m_.stays_after_graduation, m_.stays_on_engagement, m_.stays_on_burnout, m_.stays_on_training,
                                              static_cast<float>(engagement / n), static_cast<float>(burnout / n),
                                              -block.team(f_.training_competition)[team]);
    }

    // Seats of leavers and of those who have to move may be filled at once.
    void open_left_seats() {
        std::vector<Seat> left = leavers_;
        for (const Seeker& seeker : view().seekers) {
            if (!seeker.is_placed && seeker.has_to_move() && !seeker.is_in_pool()) left.push_back(seeker.seat);
        }
        std::vector<Opening>& openings = view().openings;  // in order of their seats, as the view has found them
        const auto found = static_cast<std::ptrdiff_t>(openings.size());
        for (const Seat seat : left) {
            const Block& block = blocks_[seat.block];
            const std::size_t team = team_of(seat);
            if (is_pool(block.team_sites()[team]) || block.person(f_.is_open)[seat.post] == workforce::kClosed) continue;
            openings.push_back(opening_of(world_, f_, block, seat, block.team_ids()[team], seat.post - block.team_begin()[team], now_));
        }
        const auto comes_first = [](const Opening& a, const Opening& b) { return a.seat < b.seat; };
        std::sort(openings.begin() + found, openings.end(), comes_first);
        std::inplace_merge(openings.begin(), openings.begin() + found, openings.end(), comes_first);
    }

    // Who wants another employer has looked around already and comes first; then who is in the team on a temporary contract.
    void fill_permanent() {
        constexpr PostKind kPermanent = PostKind::specialist_permanent;
        matching_.fill(kPermanent, [](const Seeker& s) {
            return s.phase >= Phase::jonge_klare && s.notice == Notice::seeks_employer && !s.is_temporary;
        });
        std::vector<Seeker>& seekers = view().seekers;
        std::size_t first = 0;
        for (Opening& opening : view().openings) {
            if (opening.kind != kPermanent || !matching_.is_ready(opening)) continue;
            const Block& block = blocks_[opening.seat.block];
            const std::size_t team = team_of(opening.seat);
            const Seat begin{opening.seat.block, block.team_begin()[team]}, end{opening.seat.block, block.team_begin()[team + 1]};
            while (first < seekers.size() && seekers[first].seat < begin) ++first;
            Seeker* best = nullptr;
            for (std::size_t k = first; k < seekers.size() && seekers[k].seat < end; ++k) {
                const bool may = !seekers[k].is_placed && seekers[k].is_temporary && seekers[k].notice != Notice::seeks_employer;
                if (may && (best == nullptr || seekers[k].position < best->position)) best = &seekers[k];
            }
            if (best != nullptr) matching_.place(opening, *best, Arrival::became_permanent, best->phase);
        }
        matching_.fill(kPermanent, [](const Seeker& s) {
            if (s.notice == Notice::registers) return true;
            return s.phase >= Phase::jonge_klare && (s.is_in_pool() || s.is_temporary || s.notice == Notice::seeks_employer);
        });
    }

    // Who has to move and found nothing: to the pool of the region, or of another where that is full; out of the country's hospitals where
    // there is none. In a part of the country who wants another employer finds one outside.
    void move_to_pools() {
        MarketView& v = view();
        PoolSeats free(v, static_cast<std::size_t>(world_.regions));
        for (Seeker& seeker : v.seekers) {
            const bool goes_outside = m_.market() == MarketKind::open && seeker.notice == Notice::seeks_employer;
            if (seeker.is_placed || !(seeker.has_to_move() || goes_outside) || seeker.is_in_pool()) continue;
            seeker.is_placed = true;
            const std::size_t found = free.take(seeker.region);
            if (found == v.pool_seats.size()) {
                leavers_.push_back(seeker.seat);
                continue;
            }
            matching_.add_move({.from = seeker.seat,
                                .to = v.pool_seats[found],
                                .arrival = arrival_into_pool(seeker),
                                .phase = next_phase(seeker),
                                .is_new_team = true,
                                .is_new_employer = true,
                                .is_new_region = v.pool_region[found] != seeker.region,
                                .is_to_pool = true});
        }
    }
    static Arrival arrival_into_pool(const Seeker& seeker) {
        switch (seeker.notice) {
            case Notice::graduates: return Arrival::graduated;
            case Notice::registers: return Arrival::registered;
            case Notice::stops_training: return Arrival::stopped_training;
            default: return Arrival::lost_post;
        }
    }

    void enter(Opening& opening, PersonId person, Phase phase, bool is_of_stock) {
        opening.is_taken = true;
        entries_.push_back({opening.seat, {person, phase, is_of_stock}});
    }
    void seat_entries() {
        peers_.enter(blocks_, entries_, now_);
        for (const Entry& entry : entries_)
            blocks_[entry.seat.block].person(f_.arrival)[entry.seat.post] = static_cast<std::uint8_t>(Arrival::entered);
    }

    // Students come at an even pace; who finds all places taken waits outside.
    void let_students_enter() {
        constexpr std::uint32_t kSlots = 1u << 12;  // of a PersonId
        const PlacesByRegion all = matching_.openings_by_region([](const Opening& o) { return o.kind == PostKind::coassistent; });
        for (const RegionPool& pool : pools_) {
            float& waiting = blocks_[pool.block].team(f_.students_waiting)[pool.team];
            waiting += static_cast<float>(flows_.in_epoch(static_cast<double>(m_.students_a_year), PostKind::coassistent, pool.region));
            std::uint32_t number = 0;
            for (const RingPlace& place : in_order_of_ring(all.of(pool.region))) {
                if (waiting < 1.0f) break;
                waiting -= 1.0f;
                const TeamId door = workforce::pool_of_region(static_cast<int>(pool.region), number / kSlots);
                enter(view().openings[place.index], PersonId::of(door, number % kSlots, entry_week()), Phase::coassistent, false);
                ++number;
            }
        }
    }
    std::uint32_t entry_week() const { return static_cast<std::uint32_t>(now_.week.value + 1); }

    void fill_from_outside() {
        for (Opening& opening : view().openings) {
            const bool needs_search = opening.kind != PostKind::coassistent && opening.kind != PostKind::aios;
            if (opening.is_taken || (needs_search && !matching_.is_ready(opening))) continue;
            const PersonId person = PersonId::of(opening.team, opening.slot, entry_week());
            const bool is_permanent = opening.kind == PostKind::specialist_permanent;
            const bool is_older = is_permanent && now_.chance.uniform(person.value, now_.week, workforce::kEntry) >= m_.outside_jonge_klare;
            const Phase phase = is_older ? Phase::specialist_mid : workforce::typical_phase(world_, opening.kind, 0.0);
            enter(opening, person, phase, opening.kind == PostKind::specialist_temporary || is_permanent);
        }
    }

    // K2, for everybody alike.
    void note_competition() {
        double places = 0.0, seekers = 0.0, openings = 0.0;
        for (const RegionPool& pool : pools_)
            places += flows_.in_epoch(static_cast<double>(training_places()), PostKind::aios, pool.region);
        for (const Seeker& s : view().seekers) {
            const bool looks = s.notice == Notice::registers || (s.phase >= Phase::jonge_klare && (s.is_in_pool() || s.is_temporary));
            seekers += looks ? 1.0 : 0.0;
        }
        for (const Opening& o : view().openings) {
            openings += o.kind == PostKind::specialist_permanent || o.kind == PostKind::specialist_temporary ? 1.0 : 0.0;
        }
        const float training = competition(static_cast<double>(view().applicants), places, m_.usual_training);
        const float specialist = competition(seekers, openings, m_.usual_specialist);
        const float gain = 1.0f - portable_exp(-static_cast<float>(kWeeksPerEpoch) / m_.competition_weeks);
        for (Block& block : blocks_) {
            for (float& known : block.team(f_.training_competition)) known += (training - known) * gain;
            for (float& known : block.team(f_.specialist_competition)) known += (specialist - known) * gain;
        }
    }

    const MarketParameters& m_;
    const workforce::NationalTerms& terms_;
    const World& world_;
    const Placement& placement_;
    const WorkforceFields& f_;
    std::span<Block> blocks_;
    const Now& now_;
    const MarketPeers& peers_;
    PostMatching matching_;
    std::vector<RegionPool> pools_;
    RegionFlows flows_;
    std::vector<Seat> leavers_;
    std::vector<Entry> entries_;
};

}  // namespace

JobMarket::JobMarket(const MarketParameters& market, const World& world, const Placement& placement, const WorkforceFields& fields)
    : market_(market), world_(world), placement_(placement), fields_(fields) {}

void JobMarket::populate(Block& block) const {
    for (const auto field :
         {fields_.training_competition, fields_.specialist_competition, fields_.training_places_left, fields_.students_waiting})
        std::ranges::fill(block.team(field), 0.0f);
}

void JobMarket::clear(std::span<Block> blocks, const Now& now, const MarketPeers& peers, const workforce::NationalTerms& terms) const {
    Clearing(market_, world_, placement_, fields_, blocks, now, peers, terms).run();
}

}  // namespace bevlogen::careers
