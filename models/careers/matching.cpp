// Matches brackets on a ring, in two rounds.
#include "models/careers/matching.hpp"

#include <algorithm>

namespace bevlogen::careers {

std::vector<RingPlace> in_order_of_ring(std::span<const RingPlace> places) {
    std::vector<RingPlace> sorted(places.begin(), places.end());
    std::sort(sorted.begin(), sorted.end(), [](const RingPlace& a, const RingPlace& b) { return a.position < b.position; });
    return sorted;
}

std::vector<std::pair<std::uint32_t, std::uint32_t>> match_on_ring(std::span<const RingPlace> openings,
                                                                   std::span<const RingPlace> seekers) {
    struct Mark {
        RingPlace place;
        bool is_opening;
    };
    std::vector<Mark> ring;
    ring.reserve(openings.size() + seekers.size());
    for (const RingPlace& opening : openings) ring.push_back({opening, true});
    for (const RingPlace& seeker : seekers) ring.push_back({seeker, false});
    std::sort(ring.begin(), ring.end(), [](const Mark& a, const Mark& b) {
        if (a.place.position != b.place.position) return a.place.position < b.place.position;
        if (a.place.identity != b.place.identity) return a.place.identity < b.place.identity;
        return a.is_opening && !b.is_opening;
    });
    std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;
    pairs.reserve(std::min(openings.size(), seekers.size()));
    std::vector<std::uint32_t> waiting;  // openings without a seeker so far, the nearest last
    std::vector<std::uint32_t> passed;   // seekers of the first round that met none
    for (const Mark& mark : ring) {
        if (mark.is_opening) {
            waiting.push_back(mark.place.index);
        } else if (waiting.empty()) {
            passed.push_back(mark.place.index);
        } else {
            pairs.emplace_back(waiting.back(), mark.place.index);
            waiting.pop_back();
        }
    }
    for (const std::uint32_t seeker : passed) {  // the second round: those openings come upon these from behind
        if (waiting.empty()) break;
        pairs.emplace_back(waiting.back(), seeker);
        waiting.pop_back();
    }
    return pairs;
}

}  // namespace bevlogen::careers
