// Checks that everything is there, and writes it in one order.
#include "sim/sweep/merge.hpp"

#include <fmt/format.h>

#include <optional>

#include "sim/core/contract.hpp"
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

// The first entry of that kind; nothing where a worker was killed before it wrote one.
std::optional<JournalStartWords> start_of(const JournalFile& file) {
    for (const JournalPlace& place : scan_journal(file).places) {
        if (place.kind == JournalEntryKind::start) return start_words(read_entry(file, place));
    }
    return std::nullopt;
}

std::optional<SweepPlan> plan_in(const SweepPlace& place, const ModelShelf& shelf) {
    if (!place.is_journal) {
        const StoredSweep file(place.path);
        return parse_sweep_plan(file.resolved_plan(), file.resolved_scenario(), place.path.string(), shelf);
    }
    const JournalFile file(place.path);
    if (look_at_start(file, {}) == JournalStart::is_no_journal)
        throw InputError({place.path.string(), 0, 0}, "is not a journal, in spite of its name");
    const auto words = start_of(file);
    if (!words) return std::nullopt;
    return parse_sweep_plan(words->resolved_plan, words->resolved_scenario, place.path.string(), shelf);
}

}  // namespace

SweepPlan plan_of_place(const SweepPlace& place, const ModelShelf& shelf) {
    auto plan = plan_in(place, shelf);
    if (!plan) throw InputError({place.path.string(), 0, 0}, "does not say of which sweep it is: it was broken off as it began");
    return std::move(*plan);
}

SweepPlan plan_of_places(const std::vector<SweepPlace>& places, const ModelShelf& shelf) {
    // Plans are read once an identity and number of replicates, not once a file: there may be a thousand.
    std::optional<SweepPlan> widest;
    std::string texts;
    for (const SweepPlace& place : places) {
        std::optional<std::string> text;
        if (place.is_journal) {
            const JournalFile file(place.path);
            if (look_at_start(file, {}) == JournalStart::is_no_journal)
                throw InputError({place.path.string(), 0, 0}, "is not a journal, in spite of its name");
            if (const auto words = start_of(file)) text = words->resolved_plan;
        } else {
            text = StoredSweep(place.path).resolved_plan();
        }
        if (!text || *text == texts) continue;
        SweepPlan plan = plan_of_place(place, shelf);
        texts = *text;
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
