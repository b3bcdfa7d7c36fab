// What a worker writes into its journal as it begins: enough to see what it does, and to repeat the sweep from the journal alone.
#pragma once

#include <cstddef>
#include <span>
#include <string>

#include "sim/record/journal_entries.hpp"
#include "sim/sweep/places.hpp"

namespace bevlogen {

struct JournalStartWords {
    std::string resolved_plan;
    std::string resolved_scenario;
    std::string scenario;  // its name
    Share share{};
    std::size_t remaining = 0;  // runs that were left to it then; among processes that share them its part, about
    std::size_t runs = 0;       // of its share, with those that were done before
    double began = 0.0;         // seconds since 1970
    unsigned threads = 1;
    std::string host;
};

JournalEntry start_entry(const JournalStartWords& words);
// Throws std::runtime_error for bytes that start_entry() did not write.
JournalStartWords start_words(std::span<const std::byte> payload);

}  // namespace bevlogen
