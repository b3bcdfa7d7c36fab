// Words to bytes and back.
#include "sim/sweep/journal_start.hpp"

#include "sim/core/bytes.hpp"

namespace bevlogen {

JournalEntry start_entry(const JournalStartWords& words) {
    ByteWriter out;
    out.text(words.resolved_plan);
    out.text(words.resolved_scenario);
    out.text(words.scenario);
    for (const std::size_t number : {words.share.k, words.share.n, words.remaining, words.runs}) out.value<std::uint64_t>(number);
    out.value(words.began);
    out.value<std::uint32_t>(words.threads);
    out.text(words.host);
    return {JournalEntryKind::start, 0, 0, out.take()};
}

JournalStartWords start_words(std::span<const std::byte> payload) {
    ByteReader in(payload);
    JournalStartWords words;
    words.resolved_plan = in.text();
    words.resolved_scenario = in.text();
    words.scenario = in.text();
    for (std::size_t* number : {&words.share.k, &words.share.n, &words.remaining, &words.runs})
        *number = static_cast<std::size_t>(in.value<std::uint64_t>());
    words.began = in.value<double>();
    words.threads = in.value<std::uint32_t>();
    words.host = in.text();
    return words;
}

}  // namespace bevlogen
