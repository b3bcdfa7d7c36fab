// The state of a run as bytes: column by column over all posts in order, so that blocks leave no trace.
#include <algorithm>
#include <cstring>
#include <stdexcept>
#include <string>

#include "sim/core/bytes.hpp"
#include "sim/core/name_hash.hpp"
#include "sim/engine/simulation.hpp"

namespace bevlogen {
namespace {

constexpr std::uint32_t kFormat = 2;

// Changes when a field or ledger is added, removed, renamed or retyped.
std::uint64_t layout_hash(const Model& model) {
    std::string layout = model.vocabulary().model;
    for (const FieldTable* table : {&model.fields().person, &model.fields().team}) {
        for (const FieldDecl& field : table->decls()) layout += "/" + field.name + ":" + std::to_string(static_cast<int>(field.type));
    }
    for (const LedgerDecl& ledger : model.fields().ledgers.decls()) layout += "/" + ledger.name + ":" + std::to_string(ledger.row_bytes);
    return name_hash(layout);
}

[[noreturn]] void refuse(const std::string& what) { throw std::runtime_error("the checkpoint is of another " + what); }

// Every team with its number of posts, in order.
std::vector<std::uint32_t> team_sizes(const Population& population) {
    std::vector<std::uint32_t> sizes;
    for (const Block& block : population.blocks()) {
        for (std::size_t t = 0; t < block.teams(); ++t) {
            sizes.push_back(block.team_ids()[t].value);
            sizes.push_back(block.team_begin()[t + 1] - block.team_begin()[t]);
        }
    }
    return sizes;
}

// The rows of one ledger over all blocks, their posts counted from the first of the population.
void write_ledger(const Population& population, std::size_t ledger, std::size_t row_bytes, ByteWriter& out) {
    std::uint64_t rows = 0;
    for (const Block& block : population.blocks()) rows += block.ledger_bytes(ledger).size() / row_bytes;
    out.value(rows);
    for (const Block& block : population.blocks()) {
        std::vector<std::byte> bytes = block.ledger_bytes(ledger);
        for (std::size_t at = 0; at < bytes.size(); at += row_bytes) {
            std::uint32_t post = 0;
            std::memcpy(&post, bytes.data() + at, sizeof post);
            post += static_cast<std::uint32_t>(block.first_post());
            std::memcpy(bytes.data() + at, &post, sizeof post);
        }
        out.raw(bytes);
    }
}

// The values of a column that mean something at a clearing; the others, at vacant posts and of the week just past, are 0: what a kernel
// leaves there may depend on the size of blocks.
std::vector<std::byte> meaningful(const Block& block, std::size_t field, const Fields& fields) {
    const FieldDecl& decl = fields.person.decls()[field];
    const auto column = block.person_bytes(field);
    if (decl.lasts == Lasts::until_the_next_week) return std::vector<std::byte>(column.size());
    std::vector<std::byte> bytes(column.begin(), column.end());
    if (decl.lasts == Lasts::as_long_as_the_post) return bytes;
    const auto filled = block.person(fields.engine.filled);
    const std::size_t value_bytes = size_of(decl.type);
    for (std::size_t post = 0; post < filled.size(); ++post) {
        if (filled[post] == 0) std::fill_n(bytes.begin() + static_cast<std::ptrdiff_t>(post * value_bytes), value_bytes, std::byte{0});
    }
    return bytes;
}

}  // namespace

std::vector<std::byte> Simulation::checkpoint() const {
    ByteWriter out;
    out.value(kFormat);
    out.value(layout_hash(model_));
    out.value(chance_.seed);
    out.value(chance_.replicate);
    out.value(week_.value);
    out.array(team_sizes(population_));
    for (std::size_t f = 0; f < model_.fields().person.size(); ++f) {
        for (const Block& block : population_.blocks()) out.raw(meaningful(block, f, model_.fields()));
    }
    for (std::size_t f = 0; f < model_.fields().team.size(); ++f) {
        for (const Block& block : population_.blocks()) out.raw(block.team_bytes(f));
    }
    for (std::size_t l = 0; l < model_.fields().ledgers.size(); ++l) {
        write_ledger(population_, l, model_.fields().ledgers.decls()[l].row_bytes, out);
    }
    return out.take();
}

namespace {

// Where each post of a checkpoint lies now. Teams may have got posts since, at their end: those keep what they have. They may also have
// lost empty ones there: another scenario's, that nobody had begun on.
class SavedTeams {
  public:
    SavedTeams(const std::vector<std::uint32_t>& sizes, const Population& population) {
        if (sizes.size() != 2 * population.teams()) refuse("population");
        std::size_t at = 0;
        for (const Block& block : population.blocks()) {
            std::size_t posts = 0;
            for (std::size_t t = 0; t < block.teams(); ++t, at += 2) {
                const std::uint32_t now = block.team_begin()[t + 1] - block.team_begin()[t];
                if (sizes[at] != block.team_ids()[t].value) refuse("population");
                saved_.push_back(sizes[at + 1]);
                kept_.push_back(std::min(sizes[at + 1], now));
                posts += sizes[at + 1];
            }
            posts_ += posts;
        }
    }

    std::size_t posts() const { return posts_; }

    void read_column(ByteReader& in, Population& population, std::size_t field, std::size_t bytes) const {
        for_each_team(in, population, field, bytes, [](std::span<const std::byte>) {});
    }
    // The column that says where somebody sits: nobody may sit on a post that is gone.
    void read_filled(ByteReader& in, Population& population, std::size_t field, std::size_t bytes) const {
        for_each_team(in, population, field, bytes, [](std::span<const std::byte> gone) {
            for (const std::byte filled : gone) {
                if (filled != std::byte{0}) refuse("population");
            }
        });
    }

    void read_ledger(ByteReader& in, Population& population, std::size_t ledger, std::size_t row_bytes) const {
        for (Block& block : population.blocks()) block.ledger_bytes(ledger).clear();
        const auto rows = in.value<std::uint64_t>();
        std::vector<std::byte> row(row_bytes);
        auto block = population.blocks().begin();
        std::size_t team_of_block = 0, team = 0;
        std::size_t first_saved = 0;  // post of the checkpoint at which the team in hand begins
        for (std::uint64_t r = 0; r < rows; ++r) {
            in.raw(row);
            std::uint32_t post = 0;
            std::memcpy(&post, row.data(), sizeof post);
            if (post >= posts_ || post < first_saved) throw std::runtime_error("the checkpoint is damaged: a row of a ledger has no post");
            while (post >= first_saved + saved_[team]) {
                first_saved += saved_[team++];
                if (++team_of_block == block->teams()) {
                    ++block;
                    team_of_block = 0;
                }
            }
            if (post >= first_saved + kept_[team]) refuse("population");
            post = block->team_begin()[team_of_block] + (post - static_cast<std::uint32_t>(first_saved));
            std::memcpy(row.data(), &post, sizeof post);
            std::vector<std::byte>& bytes = block->ledger_bytes(ledger);
            bytes.insert(bytes.end(), row.begin(), row.end());
        }
    }

  private:
    template <class Gone>
    void for_each_team(ByteReader& in, Population& population, std::size_t field, std::size_t bytes, const Gone& check_gone) const {
        std::size_t team = 0;
        std::vector<std::byte> gone;
        for (Block& block : population.blocks()) {
            for (std::size_t t = 0; t < block.teams(); ++t, ++team) {
                in.raw(block.person_bytes(field).subspan(block.team_begin()[t] * bytes, kept_[team] * bytes));
                gone.resize((saved_[team] - kept_[team]) * bytes);
                in.raw(gone);
                check_gone(gone);
            }
        }
    }

    std::vector<std::uint32_t> saved_;  // posts of each team
    std::vector<std::uint32_t> kept_;   // of these, that are still there
    std::size_t posts_ = 0;
};

}  // namespace

void Simulation::restore(std::span<const std::byte> bytes) {
    ByteReader in(bytes);
    if (in.value<std::uint32_t>() != kFormat) refuse("version");
    if (in.value<std::uint64_t>() != layout_hash(model_)) refuse("model");
    if (in.value<std::uint32_t>() != chance_.seed) refuse("seed");
    if (in.value<std::uint32_t>() != chance_.replicate) refuse("replicate");
    const Week week{in.value<std::int32_t>()};
    const SavedTeams saved(in.array<std::uint32_t>(), population_);
    const auto& person = model_.fields().person.decls();
    for (std::size_t f = 0; f < person.size(); ++f) {
        const bool says_who_is_there = f == model_.fields().engine.filled.index;
        says_who_is_there ? saved.read_filled(in, population_, f, size_of(person[f].type))
                          : saved.read_column(in, population_, f, size_of(person[f].type));
    }
    for (std::size_t f = 0; f < model_.fields().team.size(); ++f) {
        for (Block& block : population_.blocks()) in.raw(block.team_bytes(f));
    }
    for (std::size_t l = 0; l < model_.fields().ledgers.size(); ++l) {
        saved.read_ledger(in, population_, l, model_.fields().ledgers.decls()[l].row_bytes);
    }
    if (!in.is_at_end()) throw std::runtime_error("the checkpoint is damaged: it has another length than it should");
    week_ = week;
}

}  // namespace bevlogen
