// Gathers columns at the seats in hand, then scatters them: both passes walk through memory in order.
#include "models/workforce/relocation.hpp"

#include <algorithm>
#include <array>
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

// Columns that are moved together, so that a seat is looked up once for all of them. One, two and four were as quick, within the noise.
constexpr std::size_t kTogether = 4;

// Seats in order of memory, and the blocks that they lie in.
struct Side {
    std::vector<Seat> seats;
    std::vector<Run> runs;
};

// Who gets up where, and who sits down where: arriving.seats[k] gets the person of leaving.seats[row[k]].
struct Journeys {
    Side leaving, arriving;
    std::vector<std::uint32_t> row;
};

template <class IsVacant>
Journeys journeys_of(std::span<const Seat> seats, std::span<const std::uint32_t> from, const IsVacant& is_vacant) {
    std::vector<std::uint32_t> row(seats.size(), kNobody);
    for (const std::uint32_t source : from) {
        if (source == kNobody) continue;
        expect(source < seats.size() && row[source] == kNobody, "nobody sits down on two seats");
        row[source] = 0;
    }
    Journeys journeys;
    for (std::size_t k = 0; k < seats.size(); ++k) {
        if (row[k] == kNobody) continue;
        row[k] = static_cast<std::uint32_t>(journeys.leaving.seats.size());
        journeys.leaving.seats.push_back(seats[k]);
    }
    for (std::size_t k = 0; k < seats.size(); ++k) {
        if (from[k] == kNobody) continue;
        expect(row[k] != kNobody || is_vacant(seats[k]), "nobody sits down on somebody's seat");
        journeys.arriving.seats.push_back(seats[k]);
        journeys.row.push_back(row[from[k]]);
    }
    for (Side* side : {&journeys.leaving, &journeys.arriving}) side->runs = runs_of(side->seats);
    return journeys;
}

// Moves columns whose values have kBytes, kTogether at a time: a last batch is filled up with columns that it has already. While one batch
// is put in place, the next is fetched.
template <std::size_t kBytes>
void move_columns(std::span<const std::size_t> fields, std::span<Block> blocks, const Journeys& journeys) {
    using Values = std::array<std::array<std::byte, kBytes>, kTogether>;
    std::vector<Values> values(journeys.leaving.seats.size());
    for (std::size_t first = 0; first < fields.size(); first += kTogether) {
        const auto columns_of = [&](Block& block, std::size_t of) {
            std::array<std::byte*, kTogether> columns{};
            for (std::size_t c = 0; c < kTogether; ++c) columns[c] = block.person_bytes(fields[std::min(of + c, fields.size() - 1)]).data();
            return columns;
        };
        const auto fetch = [&](const std::array<std::byte*, kTogether>& columns, const Seat& seat) {
            for (std::size_t c = 0; c < kTogether; ++c) __builtin_prefetch(columns[c] + seat.post * kBytes, 1, 2);
        };
        for (const Run& run : journeys.leaving.runs) {
            const auto columns = columns_of(blocks[run.block], first);
            for (std::size_t k = run.begin; k < run.end; ++k) {
                const std::size_t at = journeys.leaving.seats[k].post * kBytes;
                for (std::size_t c = 0; c < kTogether; ++c) std::memcpy(values[k][c].data(), columns[c] + at, kBytes);
            }
        }
        for (const Run& run : journeys.arriving.runs) {
            const auto columns = columns_of(blocks[run.block], first);
            const auto next = columns_of(blocks[run.block], first + kTogether);
            for (std::size_t k = run.begin; k < run.end; ++k) {
                const Seat& seat = journeys.arriving.seats[k];
                const Values& arriving = values[journeys.row[k]];
                fetch(next, seat);
                for (std::size_t c = 0; c < kTogether; ++c) std::memcpy(columns[c] + seat.post * kBytes, arriving[c].data(), kBytes);
            }
        }
    }
}

std::uint32_t post_of(const std::byte* row) {
    std::uint32_t post = 0;
    std::memcpy(&post, row, sizeof post);
    return post;
}

// A row on its way: to which of the arriving, from which place among the rows that move.
struct MovingRow {
    std::uint32_t arrival = 0;
    std::size_t at = 0;  // in the bytes that were taken out
};

// The rows of one ledger of one block, those that stay and those that arrive, in ascending order of posts.
std::vector<std::byte> merged(std::span<const std::byte> staying, std::span<const MovingRow> arriving, std::span<const std::byte> taken,
                              std::span<const Seat> seats, std::size_t row_bytes) {
    std::vector<std::byte> rows;
    rows.reserve(staying.size() + arriving.size() * row_bytes);
    std::size_t at = 0;
    for (const MovingRow& row : arriving) {
        const std::uint32_t post = seats[row.arrival].post;
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

// `to`: of each who leaves, which of the arriving.
void move_rows(std::size_t ledger, std::size_t row_bytes, std::span<Block> blocks, const Journeys& journeys,
               std::span<const std::uint32_t> to) {
    const std::vector<Seat>& seats = journeys.leaving.seats;
    std::vector<std::byte> taken;
    std::vector<MovingRow> moving;
    for (const Run& run : journeys.leaving.runs) {  // take out
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
              [](const MovingRow& a, const MovingRow& b) { return a.arrival != b.arrival ? a.arrival < b.arrival : a.at < b.at; });
    auto next = moving.begin();
    for (const Run& run : journeys.arriving.runs) {  // put in
        const auto first = next;
        while (next != moving.end() && next->arrival < run.end) ++next;
        if (first == next) continue;
        std::vector<std::byte>& bytes = blocks[run.block].ledger_bytes(ledger);
        bytes = merged(bytes, {first, next}, taken, journeys.arriving.seats, row_bytes);
    }
}

}  // namespace

void relocate(const Fields& fields, std::span<Block> blocks, std::span<const Seat> seats, std::span<const std::uint32_t> from) {
    expect(from.size() == seats.size(), "every seat gets a person");
    const auto is_vacant = [&](const Seat& seat) { return blocks[seat.block].person(fields.engine.filled)[seat.post] == 0; };
    const Journeys journeys = journeys_of(seats, from, is_vacant);
    std::array<std::vector<std::size_t>, 5> by_bytes;  // fields, by the size of their values
    const auto& decls = fields.person.decls();
    for (std::size_t f = 0; f < decls.size(); ++f) {
        const bool moves = decls[f].lasts == Lasts::as_long_as_the_person;
        if (moves) by_bytes[size_of(decls[f].type)].push_back(f);
    }
    move_columns<1>(by_bytes[1], blocks, journeys);
    move_columns<2>(by_bytes[2], blocks, journeys);
    move_columns<4>(by_bytes[4], blocks, journeys);
    for (std::size_t k = 0; k < seats.size(); ++k) {
        if (from[k] == kNobody) blocks[seats[k].block].person(fields.engine.filled)[seats[k].post] = 0;
    }
    if (fields.ledgers.size() == 0) return;
    std::vector<std::uint32_t> to(journeys.leaving.seats.size());
    for (std::size_t k = 0; k < journeys.row.size(); ++k) to[journeys.row[k]] = static_cast<std::uint32_t>(k);
    for (std::size_t l = 0; l < fields.ledgers.size(); ++l) move_rows(l, fields.ledgers.decls()[l].row_bytes, blocks, journeys, to);
}

void remove_persons(const Fields& fields, std::span<Block> blocks, std::span<const Seat> seats) {
    for (const Run& run : runs_of(seats)) {
        Block& block = blocks[run.block];
        for (std::size_t k = run.begin; k < run.end; ++k) block.person(fields.engine.filled)[seats[k].post] = 0;
        for (std::size_t l = 0; l < fields.ledgers.size(); ++l) {
            const std::size_t row_bytes = fields.ledgers.decls()[l].row_bytes;
            std::vector<std::byte>& bytes = block.ledger_bytes(l);
            std::size_t kept = 0, k = run.begin;
            for (std::size_t at = 0; at < bytes.size(); at += row_bytes) {
                const std::uint32_t post = post_of(bytes.data() + at);
                while (k < run.end && seats[k].post < post) ++k;
                if (k < run.end && seats[k].post == post) continue;
                std::memmove(bytes.data() + kept, bytes.data() + at, row_bytes);
                kept += row_bytes;
            }
            bytes.resize(kept);
        }
    }
}

}  // namespace bevlogen::workforce
