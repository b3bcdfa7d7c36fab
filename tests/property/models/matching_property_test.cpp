// Matching on a ring: complete, whatever the order, and quiet far from what has changed.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <map>
#include <set>

#include "models/careers/matching.hpp"
#include "sim/random/chance.hpp"

namespace bevlogen::careers {
namespace {

using Pairs = std::set<std::pair<std::uint64_t, std::uint64_t>>;

std::vector<RingPlace> some_places(std::uint64_t first_identity, int most) {
    std::vector<RingPlace> places;
    const int n = *rc::gen::inRange(0, most);
    for (int i = 0; i < n; ++i) {
        const auto identity = first_identity + static_cast<std::uint64_t>(i);
        const PhiloxWords words = Chance{7, *rc::gen::inRange(1u, 1000u)}.words(identity, Week{0}, Purpose{0x7010});
        // Few positions, so that some are the same.
        places.push_back(
            {std::uint64_t{words[0]} % static_cast<std::uint64_t>(*rc::gen::inRange(1, 1000)), identity, static_cast<std::uint32_t>(i)});
    }
    return places;
}

Pairs identities(const std::vector<RingPlace>& openings, const std::vector<RingPlace>& seekers) {
    std::map<std::uint32_t, std::uint64_t> opening, seeker;
    for (const RingPlace& place : openings) opening[place.index] = place.identity;
    for (const RingPlace& place : seekers) seeker[place.index] = place.identity;
    Pairs pairs;
    for (const auto& [o, s] : match_on_ring(openings, seekers)) RC_ASSERT(pairs.insert({opening.at(o), seeker.at(s)}).second);
    return pairs;
}

RC_GTEST_PROP(MatchingOnARing, TakesAllOfTheShorterSideOnce, ()) {
    const auto openings = some_places(1, 40), seekers = some_places(1000, 40);
    const Pairs pairs = identities(openings, seekers);
    RC_ASSERT(pairs.size() == std::min(openings.size(), seekers.size()));
    std::set<std::uint64_t> used;
    for (const auto& [o, s] : pairs) {
        RC_ASSERT(used.insert(o).second);
        RC_ASSERT(used.insert(s).second);
    }
}

RC_GTEST_PROP(MatchingOnARing, DoesNotDependOnTheOrder, ()) {
    auto openings = some_places(1, 30), seekers = some_places(1000, 30);
    const Pairs before = identities(openings, seekers);
    std::reverse(openings.begin(), openings.end());
    if (!seekers.empty())
        std::rotate(seekers.begin(), seekers.begin() + *rc::gen::inRange<std::ptrdiff_t>(0, std::ssize(seekers)), seekers.end());
    RC_ASSERT(identities(openings, seekers) == before);
}

// With many seekers for few openings one more of them changes the pair of one opening at most.
RC_GTEST_PROP(MatchingOnARing, ChangesFewPairsForOneMoreSeeker, ()) {
    const auto openings = some_places(1, 12);
    auto seekers = some_places(1000, 60);
    RC_PRE(seekers.size() > openings.size() + 1);
    const Pairs with = identities(openings, seekers);
    seekers.pop_back();
    const Pairs without = identities(openings, seekers);
    std::vector<std::pair<std::uint64_t, std::uint64_t>> changed;
    std::set_difference(with.begin(), with.end(), without.begin(), without.end(), std::back_inserter(changed));
    RC_ASSERT(changed.size() <= openings.size());
    std::set<std::uint64_t> taken_before, taken_after;
    for (const auto& pair : without) taken_before.insert(pair.second);
    for (const auto& pair : with) taken_after.insert(pair.second);
    std::vector<std::uint64_t> lost;
    std::set_difference(taken_before.begin(), taken_before.end(), taken_after.begin(), taken_after.end(), std::back_inserter(lost));
    RC_ASSERT(lost.size() <= 1u);
}

}  // namespace
}  // namespace bevlogen::careers
