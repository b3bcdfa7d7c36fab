// Which files belong to a sweep, by their names beside its results file.
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/record/journal_entries.hpp"

namespace bevlogen {

// The runs k-1, k-1 + n, k-1 + 2n ... of a sweep: every share has its part of each replicate.
struct Share {
    std::size_t k = 1;
    std::size_t n = 1;

    bool is_whole() const { return n == 1; }
    bool holds(std::size_t run) const { return run % n == k - 1; }
    std::size_t of(std::size_t runs) const { return runs / n + (runs % n >= k ? 1 : 0); }
};
// "3/64"; nothing unless 1 <= k <= n.
std::optional<Share> parse_share(std::string_view text);

// For `s.h5`: s.shard-3-of-64.h5, s.worker-2-of-8.h5; shards are a user's shares, workers processes that share one.
std::filesystem::path shard_of(const std::filesystem::path& out, const Share& share);
std::filesystem::path worker_of(const std::filesystem::path& out, std::size_t rank, std::size_t size);
// The journal of the file to come.
std::filesystem::path journal_beside(const std::filesystem::path& out);

enum class SweepFileKind { results, shard, worker };
struct SweepPlace {
    std::filesystem::path path;  // as it is there: FILE.h5 or FILE.h5.journal
    SweepFileKind kind = SweepFileKind::results;
    bool is_journal = false;
    Share share{};                  // of a shard; of a worker its number and how many there are
    std::optional<Share> within{};  // the shard that workers share
};
// All that is there of the sweep whose results are to be `out`, in the order of the names; nothing of a folder that is not there.
std::vector<SweepPlace> places_of(const std::filesystem::path& out);

// What `look` makes of the places of `out`. Other workers may be at work: where one ends between the listing and the look, its journal is
// gone and a results file holds its runs, so both are done again. Throws JournalGone where a journal is listed and never there.
template <class Look>
auto look_at_places(const std::filesystem::path& out, const Look& look) {
    constexpr int kTries = 100;  // as many workers would have to end at one after the other of these instants
    for (int tried = 1;; ++tried) {
        try {
            return look(places_of(out));
        } catch (const JournalGone&) {
            if (tried == kTries) throw;
        }
    }
}

}  // namespace bevlogen
