// Gathers a column at the seats in hand, then scatters it: both passes walk through memory in order.
#include "models/workforce/relocation.hpp"

#include <algorithm>
#include <cstring>

#include "sim/core/contract.hpp"

namespace bevlogen::workforce {
namespace {

// The seats of one block: [begin, end).
struct Run {
    std::uint32_t block = 0;
    std::size_t begin = 0, end = 0;
};

std::vector<Run> runs_of(std::span<const Seat> seats) {
    std::vector<Run> runs;
    for (std::size_t k = 0; k < seats.size(); ++k) {
        if (runs.empty() || runs.back().block != seats[k].block) runs.push_back({seats[k].block, k, k});
        runs.back().end = k + 1;
    }
    return runs;
}

// What a column of one width needs: copies of its values at the seats.
template <class T>
class ColumnMover {
  public:
    explicit ColumnMover(std::size_t seats) : values_(seats) {}

    void move(std::size_t field, std::span<Block> blocks, std::span<const Run> runs, std::span<const Seat> seats,
              std::span<const std::uint32_t> from) {
        T* __restrict values = values_.data();
        for (const Run& run : runs) {
            const T* __restrict column = column_of(blocks[run.block], field);
            for (std::size_t k = run.begin; k < run.end; ++k) values[k] = column[seats[k].post];
        }
        for (const Run& run : runs) {
            T* __restrict column = column_of(blocks[run.block], field);
            for (std::size_t k = run.begin; k < run.end; ++k) column[seats[k].post] = values[from[k]];
        }
    }

  private:
    static T* column_of(Block& block, std::size_t field) { return block.person(Field<T>{static_cast<std::uint16_t>(field)}).data(); }
    std::vector<T> values_;
};

std::uint32_t post_of(const std::byte* row) {
    std::uint32_t post = 0;
    std::memcpy(&post, row, sizeof post);
    return post;
}

// A row on its way: to which seat, from which place among the rows that move.
struct MovingRow {
    std::uint32_t seat = 0;
    std::size_t at = 0;  // in the bytes that were taken out
};

// The rows of one ledger of one block, those that stay and those that arrive, in ascending order of posts.
std::vector<std::byte> merged(std::span<const std::byte> staying, std::span<const MovingRow> arriving, std::span<const std::byte> taken,
                              std::span<const Seat> seats, std::size_t row_bytes) {
    std::vector<std::byte> rows;
    rows.reserve(staying.size() + arriving.size() * row_bytes);
    std::size_t at = 0;
    for (const MovingRow& row : arriving) {
        const std::uint32_t post = seats[row.seat].post;
        while (at < staying.size() && post_of(staying.data() + at) < post) {
            rows.insert(rows.end(), staying.begin() + static_cast<std::ptrdiff_t>(at),
                        staying.begin() + static_cast<std::ptrdiff_t>(at + row_bytes));
            at += row_bytes;
        }
        const std::size_t begin = rows.size();
        rows.insert(rows.end(), taken.begin() + static_cast<std::ptrdiff_t>(row.at),
                    taken.begin() + static_cast<std::ptrdiff_t>(row.at + row_bytes));
        std::memcpy(rows.data() + begin, &post, sizeof post);
    }
    rows.insert(rows.end(), staying.begin() + static_cast<std::ptrdiff_t>(at), staying.end());
    return rows;
}

void move_rows(std::size_t ledger, std::size_t row_bytes, std::span<Block> blocks, std::span<const Run> runs, std::span<const Seat> seats,
               std::span<const std::uint32_t> to) {
    std::vector<std::byte> taken;
    std::vector<MovingRow> moving;
    for (const Run& run : runs) {  // take out
        std::vector<std::byte>& bytes = blocks[run.block].ledger_bytes(ledger);
        std::size_t kept = 0;
        std::size_t k = run.begin;
        for (std::size_t at = 0; at < bytes.size(); at += row_bytes) {
            const std::uint32_t post = post_of(bytes.data() + at);
            while (k < run.end && seats[k].post < post) ++k;
            if (k < run.end && seats[k].post == post) {
                moving.push_back({to[k], taken.size()});
                taken.insert(taken.end(), bytes.begin() + static_cast<std::ptrdiff_t>(at),
                             bytes.begin() + static_cast<std::ptrdiff_t>(at + row_bytes));
            } else {
                std::memmove(bytes.data() + kept, bytes.data() + at, row_bytes);
                kept += row_bytes;
            }
        }
        bytes.resize(kept);
    }
    // Several rows of one person stay in their order.
    std::sort(moving.begin(), moving.end(),
              [](const MovingRow& a, const MovingRow& b) { return a.seat != b.seat ? a.seat < b.seat : a.at < b.at; });
    auto next = moving.begin();
    for (const Run& run : runs) {  // put in
        const auto first = next;
        while (next != moving.end() && next->seat < run.end) ++next;
        if (first == next) continue;
        std::vector<std::byte>& bytes = blocks[run.block].ledger_bytes(ledger);
        bytes = merged(bytes, {first, next}, taken, seats, row_bytes);
    }
}

}  // namespace

void relocate(const Fields& fields, std::span<Block> blocks, std::span<const Seat> seats, std::span<const std::uint32_t> from) {
    expect(from.size() == seats.size(), "every seat gets a person");
    const std::vector<Run> runs = runs_of(seats);
    ColumnMover<std::uint8_t> bytes(seats.size());
    ColumnMover<std::uint16_t> halves(seats.size());
    ColumnMover<std::uint32_t> words(seats.size());
    ColumnMover<float> numbers(seats.size());
    const auto& decls = fields.person.decls();
    for (std::size_t f = 0; f < decls.size(); ++f) {
        if (f == fields.engine.filled.index) continue;
        switch (decls[f].type) {
            case FieldType::u8: bytes.move(f, blocks, runs, seats, from); break;
            case FieldType::u16: halves.move(f, blocks, runs, seats, from); break;
            case FieldType::u32: words.move(f, blocks, runs, seats, from); break;
            case FieldType::f32: numbers.move(f, blocks, runs, seats, from); break;
        }
    }
    if (fields.ledgers.size() == 0) return;
    std::vector<std::uint32_t> to(from.size());
    for (std::size_t k = 0; k < from.size(); ++k) to[from[k]] = static_cast<std::uint32_t>(k);
    for (std::size_t l = 0; l < fields.ledgers.size(); ++l) {
        move_rows(l, fields.ledgers.decls()[l].row_bytes, blocks, runs, seats, to);
    }
}

}  // namespace bevlogen::workforce
