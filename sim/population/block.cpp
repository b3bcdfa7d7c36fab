// Lays out the columns of a block.
#include "sim/population/block.hpp"

namespace bevlogen {
namespace {

std::size_t padded(std::size_t n, std::size_t to) { return (n + to - 1) / to * to; }

}  // namespace

Block::Block(const Fields& fields, std::span<const TeamPlan> plans, std::size_t first_team, std::size_t first_post,
             std::pmr::memory_resource* memory)
    : first_team_(first_team), first_post_(first_post), memory_(memory) {
    team_begin_.push_back(0);
    for (const TeamPlan& plan : plans) {
        team_ids_.push_back(plan.id);
        team_sites_.push_back(plan.site);
        post_kinds_.insert(post_kinds_.end(), plan.posts.begin(), plan.posts.end());
        team_begin_.push_back(static_cast<std::uint32_t>(post_kinds_.size()));
    }
    posts_ = post_kinds_.size();
    padded_posts_ = padded(posts_, kColumnPadding);

    std::size_t at = 0;
    const auto lay_out = [&](const FieldTable& table, std::size_t entries, std::vector<std::size_t>& offsets,
                             std::vector<std::size_t>& sizes) {
        for (const FieldDecl& field : table.decls()) {
            offsets.push_back(at);
            sizes.push_back(size_of(field.type));
            at += padded(padded(entries, kColumnPadding) * size_of(field.type), 64);
        }
    };
    lay_out(fields.person, posts_, person_offsets_, person_sizes_);
    lay_out(fields.team, teams(), team_offsets_, team_sizes_);
    // Sums of teams read on to the end of a group of posts: a line beyond the last column.
    memory_.resize((at + kLineBytes - 1) / kLineBytes + 1);
    ledgers_.resize(fields.ledgers.size());
}

}  // namespace bevlogen
