// Says in a few lines what a sweep is, takes and has.
#include "sim/cli/sweep_words.hpp"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <ctime>
#include <nlohmann/json.hpp>

#include "sim/cli/library.hpp"
#include "sim/cli/terminal.hpp"
#include "sim/cli/text_table.hpp"
#include "sim/sweep/point_scenarios.hpp"

namespace bevlogen {
namespace {

constexpr std::size_t kFailuresShown = 10;
constexpr double kHoursOfAWeekend = 60.0;

std::string design_words(const SweepPlan& plan) {
    const DesignDecl& design = plan.design;
    switch (design.kind) {
        case DesignKind::grid: return "a grid";
        case DesignKind::list: return "a list";
        case DesignKind::latin_hypercube: return "a Latin hypercube";
        case DesignKind::sobol: return fmt::format("{} rows of Sobol'", design.count);
        case DesignKind::morris: return fmt::format("{} trajectories of Morris", design.count);
    }
    return {};
}

std::string counted(std::size_t number, const char* one, const char* more) {
    return fmt::format("{} {}", number, number == 1 ? one : more);
}

const char* state_words(WorkerState state) {
    switch (state) {
        case WorkerState::running: return "running";
        case WorkerState::stopped: return "stopped";
        case WorkerState::complete: return "complete";
    }
    return "";
}

std::string worker_name(const SweepPlace& place) {
    switch (place.kind) {
        case SweepFileKind::shard: return fmt::format("shard {}/{}", place.share.k, place.share.n);
        case SweepFileKind::worker:
            return fmt::format("process {} of {}{}", place.share.k, place.share.n,
                               place.within ? fmt::format(", shard {}/{}", place.within->k, place.within->n) : "");
        case SweepFileKind::results: return place.is_journal ? "this sweep" : "results file";
    }
    return {};
}

}  // namespace

std::string plan_words(const SweepPlan& plan) {
    const std::string drawn = plan.draws ? fmt::format(", each under one of {} draws of {}", plan.draws->size(), plan.draws->name) : "";
    return fmt::format("{}, {} ({}), {}{}: {}", counted(plan.axes.size(), "axis", "axes"), counted(plan.points(), "point", "points"),
                       design_words(plan), counted(plan.replicates(), "replicate", "replicates"), drawn,
                       counted(plan.runs(), "run", "runs"));
}

std::string axes_table(const SweepPlan& plan) {
    TextTable table({{"axis", Align::left, 52}, {"values", Align::left, 44}, {"unit", Align::left, 16}});
    for (const Axis& axis : plan.axes) table.add({axis.path, axis.in_words(), std::string(axis.key.unit)});
    return table.text();
}

std::string estimate_words(const SweepPlan& plan, const SweepEstimate& estimate, unsigned workers) {
    const double all = static_cast<double>(plan.runs()) * estimate.seconds_a_run;
    const std::string how = estimate.runs_timed > 0
                                ? fmt::format("{} timed", counted(estimate.runs_timed, "run was", "runs were"))
                                : fmt::format("{:.0f} % of a run was timed and the rest reckoned", 100.0 * estimate.share_timed);
    std::string text = fmt::format("time:    {:.3g} s a run on one core ({}); {} on {}\n", estimate.seconds_a_run, how,
                                   duration_words(all / workers), counted(workers, "core", "cores"));
    const double shards = std::ceil(all / 3600.0 / kHoursOfAWeekend);
    if (all / workers > 3600.0 * kHoursOfAWeekend)
        text += fmt::format("         a weekend of {:.0f} hours needs {:.0f} cores\n", kHoursOfAWeekend, shards);
    text += fmt::format("memory:  about {} a core\n", size_words(static_cast<double>(estimate.bytes_a_worker) + 3e7));
    text += fmt::format("file:    at most {}\n", size_words(static_cast<double>(estimate.file_bytes) + 1e5));
    return text;
}

std::string failures_words(const SweepPlan& plan, const std::vector<FailedPoint>& failed) {
    std::string text;
    for (std::size_t i = 0; i < failed.size() && i < kFailuresShown; ++i) {
        const FailedPoint& one = failed[i];
        const std::string draw =
            plan.draws ? fmt::format(", draw {} of {}", plan.draw_of(one.replicate) + 1, plan.draws->name) : std::string();
        text += fmt::format("  point {}, replicate {}, seed {}{}: {}\n    at {}\n", one.point + 1,
                            static_cast<std::size_t>(plan.base.first_replicate) + one.replicate, plan.base.seed, draw, one.message,
                            fmt::join(settings_of(plan, one.point), " "));
    }
    if (failed.size() > kFailuresShown)
        text += fmt::format("  ... and {} more: failed_message in the file\n", failed.size() - kFailuresShown);
    return text;
}

std::string status_text(const SweepStatus& status, double now) {
    std::string text =
        fmt::format("{}\n{}, {}: {} of {} runs done, {} failed, {} left\n\n", bold(status.title), counted(status.points, "point", "points"),
                    counted(status.replicates, "replicate", "replicates"), status.done, status.runs, status.failed, status.left());
    TextTable table({{"worker", Align::left, 24},
                     {"state", Align::left, 10},
                     {"done", Align::right},
                     {"failed", Align::right},
                     {"of", Align::right},
                     {"runs a minute", Align::right},
                     {"last run ended", Align::right, 16},
                     {"host", Align::left, 24}});
    for (const WorkerStatus& worker : status.workers) {
        table.add({worker_name(worker.place), state_words(worker.state), std::to_string(worker.done), std::to_string(worker.failed),
                   worker.runs > 0 ? std::to_string(worker.runs) : "",
                   worker.runs_a_minute ? fmt::format("{:.3g}", *worker.runs_a_minute) : "",
                   worker.last_ended ? duration_words(std::max(now - *worker.last_ended, 0.0)) + " ago" : "", worker.host});
    }
    text += table.text();
    if (status.left() == 0) {
        text += status.is_merged ? "\ncomplete, in one file\n" : "\ncomplete; bevlogen merge makes one file of it\n";
    } else if (status.seconds_left) {
        const auto end = static_cast<std::time_t>(now + *status.seconds_left);
        text += fmt::format("\n{:.3g} runs a minute: the end is expected in {}, at {:%Y-%m-%d %H:%M} UTC\n", *status.runs_a_minute,
                            duration_words(*status.seconds_left), fmt::gmtime(end));
    } else {
        text += "\nnothing runs now; the same bevlogen sweep goes on from here\n";
    }
    return text;
}

std::string plan_json(const SweepPlan& plan, const SweepEstimate& estimate, unsigned workers) {
    nlohmann::ordered_json axes = nlohmann::ordered_json::array();
    for (const Axis& axis : plan.axes)
        axes.push_back({{"path", axis.path}, {"values", axis.in_words()}, {"unit", std::string(axis.key.unit)}});
    const nlohmann::ordered_json answer = {{"points", plan.points()},
                                           {"replicates", plan.replicates()},
                                           {"draws", plan.draws ? plan.draws->size() : 0},
                                           {"runs", plan.runs()},
                                           {"axes", std::move(axes)},
                                           {"seconds_a_run", estimate.seconds_a_run},
                                           {"runs_timed", estimate.runs_timed},
                                           {"share_timed", estimate.share_timed},
                                           {"cores", workers},
                                           {"seconds", static_cast<double>(plan.runs()) * estimate.seconds_a_run / workers},
                                           {"bytes_a_core", estimate.bytes_a_worker},
                                           {"file_bytes", estimate.file_bytes}};
    return answer.dump(1, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
}

std::string end_json(const SweepPlan& plan, const SweepEnd& end, double seconds) {
    nlohmann::ordered_json failed = nlohmann::ordered_json::array();
    for (const FailedPoint& one : end.failed) {
        failed.push_back({{"point", one.point + 1},
                          {"replicate", static_cast<std::size_t>(plan.base.first_replicate) + one.replicate},
                          {"seed", plan.base.seed},
                          {"settings", settings_of(plan, one.point)},
                          {"message", one.message}});
    }
    const nlohmann::ordered_json answer = {
        {"finished", end.is_finished}, {"file", end.file.string()}, {"runs", end.runs}, {"before", end.before}, {"now", end.now},
        {"failed", std::move(failed)}, {"seconds", seconds}};
    return answer.dump(1, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
}

std::string status_json(const SweepStatus& status) {
    nlohmann::ordered_json workers = nlohmann::ordered_json::array();
    const auto number = [](const std::optional<double>& value) {
        return value ? nlohmann::ordered_json(*value) : nlohmann::ordered_json(nullptr);
    };
    for (const WorkerStatus& worker : status.workers) {
        workers.push_back({{"file", worker.place.path.string()},
                           {"state", state_words(worker.state)},
                           {"runs", worker.runs},
                           {"done", worker.done},
                           {"failed", worker.failed},
                           {"checkpoints", worker.checkpoints},
                           {"runs_a_minute", number(worker.runs_a_minute)},
                           {"last_ended", number(worker.last_ended)},
                           {"host", worker.host}});
    }
    const nlohmann::ordered_json answer = {{"title", status.title},
                                           {"points", status.points},
                                           {"replicates", status.replicates},
                                           {"runs", status.runs},
                                           {"done", status.done},
                                           {"failed", status.failed},
                                           {"left", status.left()},
                                           {"merged", status.is_merged},
                                           {"runs_a_minute", number(status.runs_a_minute)},
                                           {"seconds_left", number(status.seconds_left)},
                                           {"workers", std::move(workers)}};
    return answer.dump(1, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
}

}  // namespace bevlogen
