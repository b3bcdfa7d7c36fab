// Checks that everything is there, and writes it in one order.
#include "sim/sweep/merge.hpp"

#include <fmt/format.h>

#include <optional>
#include <utility>

#include "sim/record/journal_entries.hpp"
#include "sim/sweep/description.hpp"
#include "sim/sweep/journal_start.hpp"
#include "sim/sweep/sources.hpp"

namespace bevlogen {
namespace {

constexpr std::size_t kNamed = 8;  // missing runs in a message

std::string some_of(const std::vector<std::size_t>& missing, const SweepPlan& plan) {
    std::string text;
    for (std::size_t i = 0; i < missing.size() && i < kNamed; ++i) {
        text += fmt::format("{}point {} replicate {}", i == 0 ? "" : ", ", missing[i] % plan.points() + 1,
                            static_cast<std::size_t>(plan.base.first_replicate) + missing[i] / plan.points());
    }
    return missing.size() > kNamed ? text + ", ..." : text;
}

// What a sweep can be read again from.
struct RepeatTexts {
    std::string plan;
    std::string scenario;
};

// Of a journal those of its last start, which has the most replicates: fewer are refused. Nothing where a worker was killed before it wrote
// any.
std::optional<RepeatTexts> texts_of(const SweepPlace& place) {
    if (!place.is_journal) {
        const StoredSweep file(place.path);
        return RepeatTexts{file.resolved_plan(), file.resolved_scenario()};
    }
    const JournalFile file(place.path);
    if (look_at_start(file, {}) == JournalStart::is_no_journal)
        throw InputError({place.path.string(), 0, 0}, "is not a journal, in spite of its name");
    std::optional<JournalPlace> last;
    for (const JournalPlace& entry : scan_journal(file).places) {
        if (entry.kind == JournalEntryKind::start) last = entry;
    }
    if (!last) return std::nullopt;
    JournalStartWords words = start_words(read_entry(file, *last));
    return RepeatTexts{std::move(words.resolved_plan), std::move(words.resolved_scenario)};
}

}  // namespace

SweepPlan plan_of_place(const SweepPlace& place, const ModelShelf& shelf, std::span<const Override> overrides) {
    const std::optional<RepeatTexts> texts = texts_of(place);
    if (!texts) throw InputError({place.path.string(), 0, 0}, "does not say of which sweep it is: it was broken off as it began");
    return parse_sweep_plan(texts->plan, texts->scenario, place.path.string(), shelf, overrides);
}

SweepPlan plan_of_places(const std::vector<SweepPlace>& places, const ModelShelf& shelf) {
    std::optional<SweepPlan> widest;
    std::string read;  // there may be a thousand files with one text: it is read once
    for (const SweepPlace& place : places) {
        const std::optional<RepeatTexts> texts = texts_of(place);
        if (!texts || texts->plan == read) continue;
        read = texts->plan;
        SweepPlan plan = parse_sweep_plan(texts->plan, texts->scenario, place.path.string(), shelf);
        if (!widest || plan.replicates() > widest->replicates()) widest = std::move(plan);
    }
    if (!widest) throw InputError({places.empty() ? "" : places.front().path.string(), 0, 0}, "holds nothing of a sweep yet");
    return std::move(*widest);
}

MergeEnd merge_sweep(const std::vector<SweepPlace>& places, const std::filesystem::path& out, const ModelShelf& shelf, Gaps gaps,
                     const Provenance& provenance) {
    const SweepPlan plan = plan_of_places(places, shelf);
    const Model& model = *shelf.find(plan.base.model);
    const SweepSources sources(places, sweep_identity(plan, model), plan.points(), plan.replicates());
    MergeEnd end{plan.runs(), 0, {}};
    std::vector<std::size_t> missing;
    for (std::size_t run = 0; run < plan.runs(); ++run) {
        const std::size_t point = run % plan.points(), replicate = run / plan.points();
        const SweepRunStatus status = sources.status(point, replicate);
        if (status == SweepRunStatus::missing) missing.push_back(run);
        if (status == SweepRunStatus::failed) end.failed.push_back({point, replicate, sources.run(point, replicate)->failure});
    }
    end.missing = missing.size();
    if (!missing.empty() && gaps == Gaps::are_refused) {
        throw InputError({out.string(), 0, 0}, fmt::format("would lack {} of {} runs ({}); run them, or allow gaps with --allow-gaps",
                                                           missing.size(), plan.runs(), some_of(missing, plan)));
    }
    const auto source = [&](std::size_t point, std::size_t replicate) { return sources.run(point, replicate); };
    write_sweep_file(out, describe_sweep(plan, model), source, provenance);
    return end;
}

}  // namespace bevlogen
