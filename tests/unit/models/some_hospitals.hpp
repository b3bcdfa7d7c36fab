// Small populations of several hospitals and regions, every column of every person told apart by what it holds: for tests of moves.
#pragma once

#include <cstring>
#include <map>
#include <vector>

#include "models/workforce/rotation.hpp"
#include "sim/population/population.hpp"
#include "tests/unit/models/workforce_setup.hpp"

namespace bevlogen::testing {

// A ledger of its own beside the columns of the workforce.
struct RowOfTest {
    std::uint32_t post = 0;
    std::uint32_t person_low = 0, person_high = 0;
    std::uint32_t number = 0;
};

struct FieldsWithLedger : workforce::WorkforceFields {
    FieldsWithLedger() { ledger = ledgers.add<RowOfTest>("rows_of_test"); }
    Ledger<RowOfTest> ledger;
};

// A mark of each person and column, never the same twice in a row of columns.
inline std::uint32_t mark(PersonId person, std::size_t field) {
    const PhiloxWords words = Chance{1, 1}.words(person.value, Week{static_cast<std::int32_t>(field)}, Purpose{0x7004});
    return words[0];
}

// The world of the baseline at a small scale. Columns other than the engine's and those that a move sets hold marks of their person.
class SomeHospitals {
  public:
    SomeHospitals(const WorkforceParameters& parameters, std::size_t block_posts, double scale = 0.1)
        : parameters_(parameters),
          population_(fields, workforce::plan_teams(parameters.world, scale, {3, 0}), block_posts),
          rotation(parameters.rotation, parameters.world, fields) {
        const auto careers = parameters.stationary();
        for (Block& block : population_.blocks()) {
            workforce::populate_posts(parameters.world, careers, parameters.household, fields, {3, 1}, block);
            rotation.populate(block, {3, 1});
            std::vector<RowOfTest> rows;
            for (std::uint32_t i = 0; i < block.posts(); ++i) {
                const PersonId person = block.person_at(i, fields.engine);
                for (std::size_t f = 0; f < fields.person.size(); ++f) {
                    if (is_marked(f)) write(block, f, i, mark(person, f));
                }
                const std::uint32_t count = block.person(fields.engine.filled)[i] == 0 ? 0 : mark(person, 0) % 3;  // of rows
                for (std::uint32_t r = 0; r < count; ++r) rows.push_back({i, person.low(), person.high(), r});
            }
            block.put_rows<RowOfTest>(fields.ledger, rows);
        }
    }

    std::span<Block> blocks() { return population_.blocks(); }

    // One epoch that ends with week `week`: everybody ages, then who is due moves.
    void clear(Week week) {
        for (Block& block : blocks()) rotation.age(block);
        rotation.move(blocks(), {week, {3, 1}, {}});
    }

    // Columns of the person that neither the engine nor a rotation writes.
    bool is_marked(std::size_t f) const {
        if (fields.person.decls()[f].lasts != Lasts::as_long_as_the_person) return false;
        const auto& e = fields.engine;
        for (const std::size_t other :
             {std::size_t{e.id_low.index}, std::size_t{e.id_high.index}, std::size_t{e.filled.index}, std::size_t{fields.phase.index},
              std::size_t{fields.weeks_in_team.index}, std::size_t{fields.weeks_in_post.index}, std::size_t{fields.weeks_to_rotation.index},
              std::size_t{fields.newcomer.index}, std::size_t{fields.factor[factor_of(workforce::Demand::role_unclarity)].index},
              std::size_t{fields.factor[factor_of(workforce::Resource::colleague_support)].index},
              std::size_t{fields.factor[factor_of(workforce::Resource::supervisor_support)].index}}) {
            if (f == other) return false;
        }
        return true;
    }

    std::uint32_t read(const Block& block, std::size_t f, std::size_t i) const {
        const std::size_t size = size_of(fields.person.decls()[f].type);
        std::uint32_t value = 0;
        std::memcpy(&value, block.person_bytes(f).data() + i * size, size);
        return value;
    }

    // Where everybody is: team and slot, by identity. Filled posts only.
    std::map<std::uint64_t, std::pair<std::uint32_t, std::uint32_t>> places() const {
        std::map<std::uint64_t, std::pair<std::uint32_t, std::uint32_t>> all;
        for (const Block& block : population_.blocks()) {
            for (std::size_t t = 0; t < block.teams(); ++t) {
                for (std::uint32_t i = block.team_begin()[t]; i < block.team_begin()[t + 1]; ++i) {
                    if (block.person(fields.engine.filled)[i] == 0) continue;
                    all[block.person_at(i, fields.engine).value] = {block.team_ids()[t].value, i - block.team_begin()[t]};
                }
            }
        }
        return all;
    }

    // Every byte of every column in order of the posts, then the rows of the ledger with their posts counted over the whole population.
    std::vector<std::byte> bytes() const {
        std::vector<std::byte> all;
        const auto append = [&](std::span<const std::byte> more) { all.insert(all.end(), more.begin(), more.end()); };
        for (std::size_t f = 0; f < fields.person.size(); ++f) {
            for (const Block& block : population_.blocks()) append(block.person_bytes(f));
        }
        for (const Block& block : population_.blocks()) {
            for (RowOfTest row : block.rows(fields.ledger)) {
                row.post += static_cast<std::uint32_t>(block.first_post());
                append(std::as_bytes(std::span(&row, 1)));
            }
        }
        return all;
    }

    FieldsWithLedger fields;

  private:
    void write(Block& block, std::size_t f, std::size_t i, std::uint32_t value) {
        const std::size_t size = size_of(fields.person.decls()[f].type);
        std::memcpy(block.person_bytes(f).data() + i * size, &value, size);
    }

    WorkforceParameters parameters_;
    Population population_;

  public:
    workforce::Rotation rotation;
};

}  // namespace bevlogen::testing
