// Cuts teams into blocks.
#include "sim/population/population.hpp"

#include <algorithm>

#include "sim/core/contract.hpp"

namespace bevlogen {

Population::Population(const Fields& fields, std::span<const TeamPlan> plans, std::size_t block_posts) : teams_(plans.size()) {
    expect(std::is_sorted(plans.begin(), plans.end(), [](const TeamPlan& a, const TeamPlan& b) { return a.id < b.id; }),
           "teams are planned in order of their identity");
    std::size_t begin = 0;
    while (begin < plans.size()) {
        std::size_t end = begin;
        std::size_t posts = 0;
        do {
            const std::size_t cell_end = std::min(end + kTeamsPerCell, plans.size());
            for (; end < cell_end; ++end) posts += plans[end].posts.size();
        } while (end < plans.size() && posts < block_posts);
        blocks_.emplace_back(fields, plans.subspan(begin, end - begin), begin, posts_);
        posts_ += posts;
        begin = end;
    }
}

}  // namespace bevlogen
