// `bevlogen merge`: one file from the shards and journals of a sweep.
#include "sim/sweep/merge.hpp"
#include "sim/cli/streams.hpp"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "sim/cli/carry_out.hpp"
#include "sim/cli/library.hpp"
#include "sim/cli/program.hpp"
#include "sim/cli/sweep_words.hpp"

namespace bevlogen {
namespace {

struct MergeCommand {
    std::vector<std::string> files;
    std::string out;
    bool allow_gaps = false;
    bool json = false;

    int run(const Context& context) const {
        require_results_place(out);
        return files.empty() ? look_at_places(out, [&](const std::vector<SweepPlace>& places) { return merge(context, places); })
                             : merge(context, named_places());
    }

  private:
    int merge(const Context& context, const std::vector<SweepPlace>& places) const {
        if (places.empty()) {
            throw InputError({"--out " + out, 0, 0},
                             "has no shards or journals beside it; name them, or the results file whose shards are to be merged");
        }
        const SweepPlan plan = plan_of_places(places, context.shelf);
        const MergeEnd end = merge_sweep(places, out, context.shelf, allow_gaps ? Gaps::are_allowed : Gaps::are_refused,
                                         provenance_of(context, 1, kDefaultBlockPosts));
        if (json) {
            const nlohmann::ordered_json answer = {
                {"file", out}, {"runs", end.runs}, {"missing", end.missing}, {"failed", end.failed.size()}};
            fmt::print("{}\n", answer.dump(1, ' ', false, nlohmann::json::error_handler_t::replace));
        } else {
            fmt::print("{}\n{}results: {}\n", plan_words(plan), end.missing > 0 ? fmt::format("{} runs are missing\n", end.missing) : "",
                       shown_path(out).string());
        }
        if (end.failed.empty()) return kExitDone;
        complain("{} of {} runs failed:\n{}", end.failed.size(), end.runs, failures_words(plan, end.failed));
        return kExitSomeRunsFailed;
    }

    std::vector<SweepPlace> named_places() const {
        std::vector<SweepPlace> places;
        for (const std::string& file : files) {
            SweepPlace place;
            place.path = file;
            place.is_journal = file.ends_with(".journal");
            if (!std::filesystem::exists(place.path)) throw InputError({file, 0, 0}, "there is no such file");
            places.push_back(std::move(place));
        }
        return places;
    }
};

}  // namespace

void add_merge(CLI::App& program, const Context& context, Action& chosen) {
    auto command = std::make_shared<MergeCommand>();
    CLI::App* app = program.add_subcommand("merge", "Make one results file of the shards and journals of a sweep");
    app->add_option("files", command->files, "Shards and journals (default: all that stand beside --out)");
    app->add_option("--out,-o", command->out, "Results file to write")->required();
    app->add_flag("--allow-gaps", command->allow_gaps, "Write the file also where runs are missing");
    app->add_flag("--json", command->json, "Print the answer as JSON");
    app->footer("Example:\n  bevlogen merge --out results/coaches.sweep.h5");
    on_command(*app, chosen, [command, &context] { return command->run(context); });
}

}  // namespace bevlogen
