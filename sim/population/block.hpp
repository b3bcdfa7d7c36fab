// A piece of work: whole teams whose columns lie together in memory.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory_resource>
#include <span>
#include <vector>

#include "sim/core/contract.hpp"
#include "sim/core/ids.hpp"
#include "sim/core/line_vector.hpp"
#include "sim/population/field.hpp"
#include "sim/population/team_plan.hpp"

namespace bevlogen {

// Columns are padded to a multiple of this many entries and start on 64 bytes.
inline constexpr std::size_t kColumnPadding = 16;

// Posts and teams are numbered from 0 within the block; `first_*` say where it lies in the population.
// A team is the contiguous range [team_begin[t], team_begin[t + 1]) of posts.
class Block {
  public:
    // Columns lie in `memory`, which must outlive the block.
    Block(const Fields& fields, std::span<const TeamPlan> plans, std::size_t first_team, std::size_t first_post,
          std::pmr::memory_resource* memory = std::pmr::get_default_resource());

    std::size_t posts() const { return posts_; }
    std::size_t padded_posts() const { return padded_posts_; }
    std::size_t teams() const { return team_ids_.size(); }
    std::size_t first_post() const { return first_post_; }
    std::size_t first_team() const { return first_team_; }

    std::span<const std::uint32_t> team_begin() const { return team_begin_; }
    std::span<const TeamId> team_ids() const { return team_ids_; }
    std::span<const std::uint8_t> team_sites() const { return team_sites_; }
    std::span<const std::uint8_t> post_kinds() const { return post_kinds_; }

    template <class T>
    std::span<T> person(Field<T> field) {
        return {reinterpret_cast<T*>(bytes() + person_offsets_[field.index]), posts_};
    }
    template <class T>
    std::span<const T> person(Field<T> field) const {
        return {reinterpret_cast<const T*>(bytes() + person_offsets_[field.index]), posts_};
    }
    template <class T>
    std::span<T> team(Field<T> field) {
        return {reinterpret_cast<T*>(bytes() + team_offsets_[field.index]), teams()};
    }
    template <class T>
    std::span<const T> team(Field<T> field) const {
        return {reinterpret_cast<const T*>(bytes() + team_offsets_[field.index]), teams()};
    }
    // The bytes of one column without padding, whatever its type.
    std::span<std::byte> person_bytes(std::size_t field) { return {bytes() + person_offsets_[field], posts_ * person_sizes_[field]}; }
    std::span<const std::byte> person_bytes(std::size_t field) const {
        return {bytes() + person_offsets_[field], posts_ * person_sizes_[field]};
    }
    std::span<std::byte> team_bytes(std::size_t field) { return {bytes() + team_offsets_[field], teams() * team_sizes_[field]}; }
    std::span<const std::byte> team_bytes(std::size_t field) const {
        return {bytes() + team_offsets_[field], teams() * team_sizes_[field]};
    }

    // The rows of a ledger, in ascending order of posts; several may have one post.
    template <class Row>
    std::span<Row> rows(Ledger<Row> ledger) {
        std::vector<std::byte>& bytes = ledgers_[ledger.index];
        return {reinterpret_cast<Row*>(bytes.data()), bytes.size() / sizeof(Row)};
    }
    template <class Row>
    std::span<const Row> rows(Ledger<Row> ledger) const {
        const std::vector<std::byte>& bytes = ledgers_[ledger.index];
        return {reinterpret_cast<const Row*>(bytes.data()), bytes.size() / sizeof(Row)};
    }
    // Puts other rows in their place, in ascending order of posts.
    template <class Row>
    void put_rows(Ledger<Row> ledger, std::span<const Row> rows) {
        for (std::size_t i = 1; i < rows.size(); ++i) expect(rows[i - 1].post <= rows[i].post, "the rows of a ledger ascend by post");
        expect(rows.empty() || rows.back().post < posts_, "the rows of a ledger lie within the block");
        const auto bytes = std::as_bytes(rows);
        ledgers_[ledger.index].assign(bytes.begin(), bytes.end());
    }
    std::vector<std::byte>& ledger_bytes(std::size_t ledger) { return ledgers_[ledger]; }
    const std::vector<std::byte>& ledger_bytes(std::size_t ledger) const { return ledgers_[ledger]; }

    // All columns.
    std::span<const std::byte> memory() const { return {bytes(), memory_.size() * kLineBytes}; }

    PersonId person_at(std::size_t post, const EngineFields& engine) const {
        return PersonId::from_halves(person(engine.id_low)[post], person(engine.id_high)[post]);
    }

  private:
    struct alignas(kLineBytes) Line {
        std::byte bytes[kLineBytes];
    };
    std::byte* bytes() { return memory_.data()->bytes; }
    const std::byte* bytes() const { return memory_.data()->bytes; }

    std::size_t posts_ = 0;
    std::size_t padded_posts_ = 0;
    std::size_t first_team_ = 0;
    std::size_t first_post_ = 0;
    std::vector<TeamId> team_ids_;
    std::vector<std::uint8_t> team_sites_;
    std::vector<std::uint32_t> team_begin_;
    std::vector<std::uint8_t> post_kinds_;
    std::vector<std::size_t> person_offsets_;  // in bytes from the start of memory_
    std::vector<std::size_t> team_offsets_;
    std::vector<std::size_t> person_sizes_;
    std::vector<std::size_t> team_sizes_;
    std::vector<std::vector<std::byte>> ledgers_;
    std::pmr::vector<Line> memory_;
};

}  // namespace bevlogen
