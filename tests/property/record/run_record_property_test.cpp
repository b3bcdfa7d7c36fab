// A run's record survives the journal: bytes and back is the identity, and so is append and open.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <span>

#include "sim/record/journal.hpp"
#include "sim/record/run_record.hpp"
#include "tests/unit/record/fake_run.hpp"

namespace bevlogen::testing {
namespace {

RunRecord any_record() {
    RunRecord record;
    for (auto* values : {&record.weekly, &record.by_phase, &record.by_stratum, &record.quantiles})
        *values = *rc::gen::arbitrary<std::vector<float>>();
    for (auto* counts : {&record.persons_by_phase, &record.persons_by_stratum}) *counts = *rc::gen::arbitrary<std::vector<std::int32_t>>();
    for (auto* persons : {&record.panel_persons, &record.joined_persons}) *persons = *rc::gen::arbitrary<std::vector<std::uint64_t>>();
    for (auto* values : {&record.panel, &record.team_map, &record.joined, &record.joined_phase, &record.twin})
        *values = *rc::gen::arbitrary<std::vector<std::int16_t>>();
    record.teams = *rc::gen::arbitrary<std::vector<std::uint32_t>>();
    return record;
}

RC_GTEST_PROP(RunRecordProperty, FromBytesAfterToBytesIsTheIdentity, ()) {
    const RunRecord record = any_record();
    RC_ASSERT(RunRecord::from_bytes(record.to_bytes()) == record);
}

RC_GTEST_PROP(RunRecordProperty, BytesOfAnythingElseAreRefusedOrARecordNeverACrash, ()) {
    std::vector<std::byte> bytes = any_record().to_bytes();
    const auto at = *rc::gen::inRange<std::size_t>(0, bytes.size());
    bytes[at] = static_cast<std::byte>(*rc::gen::arbitrary<std::uint8_t>());
    bytes.resize(*rc::gen::inRange<std::size_t>(0, bytes.size() + 1));
    try {
        const RunRecord record = RunRecord::from_bytes(bytes);
        RC_ASSERT(record.to_bytes() == bytes);
    } catch (const std::runtime_error&) {
    }
}

// Whatever was cut off or overwritten, what is found is a beginning of what was appended.
RC_GTEST_PROP(JournalProperty, WhatIsFoundIsABeginningOfWhatWasAppended, ()) {
    const auto payloads = *rc::gen::arbitrary<std::vector<std::vector<std::uint8_t>>>();
    const Folder folder;
    const std::filesystem::path path = folder / "a.journal";
    {
        Journal journal(path, "identity");
        for (const auto& payload : payloads) {
            const auto* begin = reinterpret_cast<const std::byte*>(payload.data());
            journal.append(
                {JournalEntryKind::finished_run, 0, static_cast<std::uint32_t>(payload.size()), {begin, begin + payload.size()}});
        }
    }
    std::string content = content_of(path);
    { const Journal empty(folder / "empty.journal", "identity"); }
    const std::string header = content_of(folder / "empty.journal");
    const std::size_t whole = content.size();
    content.resize(*rc::gen::inRange<std::size_t>(0, whole + 1));
    content += std::string(*rc::gen::inRange<std::size_t>(0, 30), *rc::gen::element('\0', '\xff', 'b'));
    if (content.substr(0, 16) != std::string("bevlogen-journal").substr(0, content.size())) RC_DISCARD("no journal any more");
    write_content(path, content);
    if (content.size() > header.size() && !content.starts_with(header)) {
        RC_ASSERT_THROWS_AS(Journal(path, "identity"), InputError);  // whose work it holds cannot be told
        return;
    }
    try {
        const Journal journal(path, "identity");
        RC_ASSERT(journal.found().size() <= payloads.size());
        for (std::size_t i = 0; i < journal.found().size(); ++i) {
            const std::vector<std::byte> found = journal.read(journal.found()[i]);
            RC_ASSERT(std::ranges::equal(found, std::as_bytes(std::span(payloads[i]))));
        }
    } catch (const std::runtime_error& error) {  // no torn end but damage: said, and left as it is
        RC_ASSERT(std::string(error.what()).find("is damaged at byte") != std::string::npos);
        RC_ASSERT(content_of(path) == content);
    }
}

}  // namespace
}  // namespace bevlogen::testing
