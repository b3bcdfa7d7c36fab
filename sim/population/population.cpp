// Cuts teams into blocks.
#include "sim/population/population.hpp"

#include <algorithm>

#include "sim/core/contract.hpp"
#include "sim/core/huge_pages.hpp"

namespace bevlogen {
namespace {

// Of all columns, with their padding; what blocks need more comes in a further piece.
std::size_t bytes_about(const Fields& fields, std::span<const TeamPlan> plans) {
    std::size_t posts = 0, of_post = 0, of_team = 0;
    for (const TeamPlan& plan : plans) posts += plan.posts.size();
    for (const FieldDecl& field : fields.person.decls()) of_post += size_of(field.type);
    for (const FieldDecl& field : fields.team.decls()) of_team += size_of(field.type);
    return (posts * of_post + plans.size() * of_team) * 21 / 20;
}

}  // namespace

Population::Population(const Fields& fields, std::span<const TeamPlan> plans, std::size_t block_posts) : teams_(plans.size()) {
    expect(std::is_sorted(plans.begin(), plans.end(), [](const TeamPlan& a, const TeamPlan& b) { return a.id < b.id; }),
           "teams are planned in order of their identity");
    std::pmr::memory_resource* memory = std::pmr::get_default_resource();
    if (const std::size_t bytes = bytes_about(fields, plans); bytes >= kHugePageBytes) {
        pages_ = std::make_unique<HugePages>();
        memory_ = std::make_unique<std::pmr::monotonic_buffer_resource>(bytes, pages_.get());
        memory = memory_.get();
    }
    std::size_t begin = 0;
    while (begin < plans.size()) {
        std::size_t end = begin;
        std::size_t posts = 0;
        do {
            const std::size_t cell_end = std::min(end + kTeamsPerCell, plans.size());
            for (; end < cell_end; ++end) posts += plans[end].posts.size();
        } while (end < plans.size() && posts < block_posts);
        blocks_.emplace_back(fields, plans.subspan(begin, end - begin), begin, posts_, memory);
        posts_ += posts;
        begin = end;
    }
}

}  // namespace bevlogen
