// Moves lose nobody, double nobody, take everything along, and follow from identities alone.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <numeric>

#include "models/workforce/relocation.hpp"
#include "tests/unit/models/some_hospitals.hpp"

namespace bevlogen::testing {
namespace {

using workforce::Seat;

const WorkforceParameters& shipped() {
    static const WorkforceParameters parameters = WorkforceParameters::read();
    return parameters;
}

std::size_t some_block_posts() { return *rc::gen::inRange<std::size_t>(1, 4000); }
int some_clearings() { return *rc::gen::inRange(1, 15); }

// Everybody once, with every column and row of the person at the person's post.
void expect_whole(SomeHospitals& w) {
    std::size_t rows_seen = 0, rows_due = 0;
    for (const Block& block : w.blocks()) {
        for (std::size_t i = 0; i < block.posts(); ++i) {
            const PersonId person = block.person_at(i, w.fields.engine);
            for (std::size_t f = 0; f < w.fields.person.size(); ++f) {
                if (!w.is_marked(f)) continue;
                const std::size_t bits = 8 * size_of(w.fields.person.decls()[f].type);
                const std::uint32_t kept = bits == 32 ? 0xffffffffu : (1u << bits) - 1u;
                RC_ASSERT(w.read(block, f, i) == (mark(person, f) & kept));
            }
            if (block.person(w.fields.engine.filled)[i]) rows_due += mark(person, 0) % 3;
        }
        std::uint32_t last_post = 0, next = 0;
        for (const RowOfTest& row : block.rows(w.fields.ledger)) {
            const PersonId person = block.person_at(row.post, w.fields.engine);
            RC_ASSERT(row.person_low == person.low());
            RC_ASSERT(row.person_high == person.high());
            RC_ASSERT(row.post >= last_post);  // in order of posts, and several of one post in the order they had
            next = row.post == last_post && rows_seen > 0 ? next : 0;
            if (row.post != last_post) next = 0;
            RC_ASSERT(row.number == next);
            ++next;
            last_post = row.post;
            ++rows_seen;
        }
    }
    RC_ASSERT(rows_seen == rows_due);
}

RC_GTEST_PROP(Rotation, LosesAndDoublesNobodyAndTakesEverythingAlong, ()) {
    SomeHospitals w(shipped(), some_block_posts());
    const auto before = w.places();
    std::map<std::pair<std::uint32_t, std::uint32_t>, int> posts;
    for (const auto& [person, place] : before) ++posts[place];
    for (int c = 1, n = some_clearings(); c <= n; ++c) w.clear(Week{4 * c - 1});
    const auto after = w.places();
    RC_ASSERT(after.size() == before.size());
    for (const auto& [person, place] : after) {
        RC_ASSERT(before.count(person) == 1);
        RC_ASSERT(--posts[place] == 0);  // the same posts are filled, the others stay vacant
        const TeamId was{before.at(person).first}, is{place.first};
        RC_ASSERT(region_of(shipped().world, was) == region_of(shipped().world, is));
    }
    expect_whole(w);
}

RC_GTEST_PROP(Rotation, FollowsFromIdentitiesWhateverTheBlocks, ()) {
    SomeHospitals one(shipped(), some_block_posts()), other(shipped(), some_block_posts());
    for (int c = 1, n = some_clearings(); c <= n; ++c) {
        one.clear(Week{4 * c - 1});
        other.clear(Week{4 * c - 1});
    }
    RC_ASSERT(one.bytes() == other.bytes());
}

// Persons who are due change posts among themselves before the draw: everybody ends up where they would have, with the same to come.
RC_GTEST_PROP(Rotation, FollowsFromIdentitiesWhereverPersonsSatBefore, ()) {
    SomeHospitals straight(shipped(), 1024), shuffled(shipped(), 1024);
    for (SomeHospitals* w : {&straight, &shuffled}) {
        for (Block& block : w->blocks()) w->rotation.age(block);
    }
    std::map<std::pair<int, int>, std::vector<Seat>> groups;
    for (std::uint32_t b = 0; b < shuffled.blocks().size(); ++b) {
        const Block& block = shuffled.blocks()[b];
        for (std::size_t t = 0; t < block.teams(); ++t) {
            for (std::uint32_t i = block.team_begin()[t]; i < block.team_begin()[t + 1]; ++i) {
                const int kind = block.post_kinds()[i];
                const bool rotates = kind == 2 || kind == 4;
                if (!rotates || !block.person(shuffled.fields.engine.filled)[i] || block.person(shuffled.fields.weeks_to_rotation)[i])
                    continue;
                groups[{region_of(shipped().world, block.team_ids()[t]), kind}].push_back({b, i});
            }
        }
    }
    for (const auto& [group, seats] : groups) {
        std::vector<std::uint32_t> from(seats.size());
        std::iota(from.begin(), from.end(), 0u);
        for (std::size_t k = from.size(); k > 1; --k) std::swap(from[k - 1], from[*rc::gen::inRange<std::size_t>(0, k)]);
        workforce::relocate(shuffled.fields, shuffled.blocks(), seats, from);
    }
    for (SomeHospitals* w : {&straight, &shuffled}) w->rotation.move(w->blocks(), {Week{3}, {3, 1}, {}});
    RC_ASSERT(straight.bytes() == shuffled.bytes());
}

RC_GTEST_PROP(Relocation, OfAnySeatsByAnyPermutationTakesEverythingAlong, ()) {
    SomeHospitals w(shipped(), some_block_posts(), 0.02);
    const auto one_in = *rc::gen::inRange(1u, 20u);
    std::vector<Seat> seats;
    for (std::uint32_t b = 0; b < w.blocks().size(); ++b) {
        for (std::uint32_t i = 0; i < w.blocks()[b].posts(); ++i) {
            const bool filled = w.blocks()[b].person(w.fields.engine.filled)[i] != 0;
            if (filled && mark(w.blocks()[b].person_at(i, w.fields.engine), 1) % one_in == 0) seats.push_back({b, i});
        }
    }
    std::vector<std::uint32_t> from(seats.size());
    std::iota(from.begin(), from.end(), 0u);
    if (!from.empty()) std::rotate(from.begin(), from.begin() + *rc::gen::inRange<std::ptrdiff_t>(0, std::ssize(from)), from.end());
    std::vector<std::uint64_t> sat;
    for (const Seat& seat : seats) sat.push_back(w.blocks()[seat.block].person_at(seat.post, w.fields.engine).value);
    workforce::relocate(w.fields, w.blocks(), seats, from);
    for (std::size_t k = 0; k < seats.size(); ++k) {
        RC_ASSERT(w.blocks()[seats[k].block].person_at(seats[k].post, w.fields.engine).value == sat[from[k]]);
    }
    expect_whole(w);
}

RC_GTEST_PROP(Relocation, ToVacantSeatsMakesTheLeftSeatsVacant, ()) {
    SomeHospitals w(shipped(), some_block_posts(), 0.02);
    const auto one_in = *rc::gen::inRange(2u, 20u);
    std::vector<Seat> leaving, vacated;
    for (std::uint32_t b = 0; b < w.blocks().size(); ++b) {
        for (std::uint32_t i = 0; i < w.blocks()[b].posts(); ++i) {
            if (w.blocks()[b].person(w.fields.engine.filled)[i] == 0) continue;
            const auto place = mark(w.blocks()[b].person_at(i, w.fields.engine), 2) % one_in;
            if (place == 0) leaving.push_back({b, i});
            if (place == 1) vacated.push_back({b, i});
        }
    }
    workforce::remove_persons(w.fields, w.blocks(), vacated);
    const std::size_t pairs = std::min(leaving.size(), vacated.size());
    leaving.resize(pairs), vacated.resize(pairs);
    std::vector<Seat> seats(leaving);
    seats.insert(seats.end(), vacated.begin(), vacated.end());
    std::sort(seats.begin(), seats.end());
    const auto index_of = [&](const Seat& seat) {
        return static_cast<std::size_t>(std::lower_bound(seats.begin(), seats.end(), seat) - seats.begin());
    };
    std::vector<std::uint32_t> from(seats.size(), workforce::kNobody);
    std::vector<std::uint64_t> goes(pairs);
    for (std::size_t k = 0; k < pairs; ++k) {
        from[index_of(vacated[k])] = static_cast<std::uint32_t>(index_of(leaving[k]));
        goes[k] = w.blocks()[leaving[k].block].person_at(leaving[k].post, w.fields.engine).value;
    }
    workforce::relocate(w.fields, w.blocks(), seats, from);
    for (std::size_t k = 0; k < pairs; ++k) {
        RC_ASSERT(w.blocks()[leaving[k].block].person(w.fields.engine.filled)[leaving[k].post] == 0);
        RC_ASSERT(w.blocks()[vacated[k].block].person(w.fields.engine.filled)[vacated[k].post] == 1);
        RC_ASSERT(w.blocks()[vacated[k].block].person_at(vacated[k].post, w.fields.engine).value == goes[k]);
    }
    expect_whole(w);
}

}  // namespace
}  // namespace bevlogen::testing
