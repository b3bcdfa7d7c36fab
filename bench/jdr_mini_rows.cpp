// JDR-mini in the engine, as a tuned kernel, as plain objects, in NumPy and in numba: what a model in the engine costs, and what else a
// researcher could have written.
#include <cstdio>
#include <deque>
#include <memory>
#include <vector>

#include "bench/jdr_mini.hpp"
#include "bench/jdr_mini_objects.hpp"
#include "bench/jdr_mini_run.hpp"
#include "bench/measure.hpp"
#include "bench/peer.hpp"
#include "sim/core/instruction_set.hpp"
#include "sim/random/bulk.hpp"

namespace bevlogen::bench {
namespace {

constexpr std::uint32_t kSeed = 20261122;
constexpr std::size_t kAgents = 100'000;
constexpr std::int32_t kWeeks = 520;

Check is_sane(const char* name, const JdrSummary& summary) {
    char text[160];
    std::snprintf(text, sizeof(text), "%s after 520 weeks: b %.4f, e %.4f, on leave %.5f; sane", name, summary.exhaustion,
                  summary.engagement, summary.on_leave);
    return {text, summary.is_sane()};
}

// State must depend neither on the instruction set nor on threads nor on blocks.
std::vector<Check> checks() {
    JdrObjects objects(kAgents, kSeed);
    objects.step(kWeeks);
    JdrMini tuned(kAgents, kSeed, Vectors::best);
    tuned.step(kWeeks, 2);
    JdrMiniRun engine(kAgents, kSeed, 2);
    engine.step(kWeeks);
    restrict_bulk_to_avx2(true);
    restrict_to_narrow_vectors(true);
    JdrMini narrow(kAgents, kSeed, Vectors::avx2);
    narrow.step(kWeeks, 1);
    JdrMiniRun narrow_engine(kAgents, kSeed, 1, 384);
    narrow_engine.step(kWeeks);
    restrict_to_narrow_vectors(false);
    restrict_bulk_to_avx2(false);
    return {is_sane("engine", engine.summary()),
            is_sane("tuned", tuned.summary()),
            is_sane("objects", objects.summary()),
            {"engine: the same state with AVX2 on one thread, in smaller blocks, and with the best vectors on two",
             engine.checksum() == narrow_engine.checksum()},
            {"tuned: the same state with AVX2 on one thread and with the best vectors on two", tuned.checksum() == narrow.checksum()}};
}

template <class Step>
double stepping(double seconds, std::int32_t weeks, const Step& step) {
    return nanoseconds_per_item(seconds, [&] {
        step(weeks);
        return kAgents * static_cast<std::size_t>(weeks);
    });
}

// In the engine, made when it is first wanted.
std::function<double(double)> in_engine(unsigned threads) {
    return [threads, run = std::shared_ptr<JdrMiniRun>()](double seconds) mutable {
        if (!run) run = std::make_shared<JdrMiniRun>(kAgents, kSeed, threads);
        return stepping(seconds, 52, [&](std::int32_t weeks) { run->step(weeks); });
    };
}

std::function<double(double)> as_tuned(int threads) {
    return [threads, model = std::shared_ptr<JdrMini>()](double seconds) mutable {
        if (!model) model = std::make_shared<JdrMini>(kAgents, kSeed, Vectors::best);
        return stepping(seconds, kWeeks, [&](std::int32_t weeks) { model->step(weeks, threads); });
    };
}

std::function<double(double)> as_objects() {
    return [model = std::shared_ptr<JdrObjects>()](double seconds) mutable {
        if (!model) model = std::make_shared<JdrObjects>(kAgents, kSeed);
        return stepping(seconds, 4, [&](std::int32_t weeks) { model->step(weeks); });
    };
}

struct PeerRow {
    PeerRow(std::string row_name, const std::filesystem::path& program, std::vector<std::string> arguments, Processors processors)
        : name(std::move(row_name)), peer(program, std::move(arguments), processors) {}
    std::string name;
    Peer peer;
};

int run(const Options& options) {
    const ThreadLimit two(2);  // before anything is pinned
    const std::string numpy = "NumPy", plain_numpy = "NumPy, plain", numba = "numba", plain_numba = "numba, plain";
    const std::string numba2 = "numba, 2 threads";
    const std::filesystem::path peers = BEVLOGEN_PEERS, of_numpy = peers / "jdr_mini_numpy.py", of_numba = peers / "jdr_mini_numba.py";
    std::deque<PeerRow> started;
    const auto start = [&](const std::string& name, const std::filesystem::path& program, std::vector<std::string> arguments,
                           Processors processors) {
        if (options.only && !std::regex_search(name, *options.only)) return;
        arguments.push_back("--serve");
        started.emplace_back(name, program, std::move(arguments), processors);
    };
    start(numpy, of_numpy, {}, Processors::last);
    start(plain_numpy, of_numpy, {"--plain"}, Processors::last);
    start(numba, of_numba, {}, Processors::last);
    start(plain_numba, of_numba, {"--plain"}, Processors::last);
    start(numba2, of_numba, {"--parallel"}, Processors::all);

    const std::string engine = "engine", engine2 = "engine, 2 threads", tuned = "tuned kernel", tuned2 = "tuned kernel, 2 threads";
    const std::string objects = "objects, -O2";
    std::vector<Row> rows = {{engine, "agent-week", in_engine(1)},
                             {engine2, "agent-week", in_engine(2)},
                             {tuned, "agent-week", as_tuned(1)},
                             {tuned2, "agent-week", as_tuned(2)},
                             {objects, "agent-week", as_objects()}};
    std::vector<Check> found = options.only ? std::vector<Check>() : checks();
    for (PeerRow& row : started) {
        if (row.peer.is_ready()) {
            rows.push_back({row.name, "agent-week", [&row](double seconds) { return row.peer.nanoseconds_per_item(seconds); }});
            found.push_back({row.name + " after 520 weeks: sane", row.peer.is_sane()});
        } else {
            std::fprintf(stderr, "%s: not measured (%s)\n", row.name.c_str(), row.peer.about().c_str());
        }
    }
    const std::vector<Ratio> ratios = {
        {"objects to engine, one core each", objects, engine, Bound::at_least, 15.0},
        {"NumPy, plain, to engine, one core each", plain_numpy, engine, Bound::at_least, 11.0},
        {"numba, plain, to engine, one core each", plain_numba, engine, Bound::at_least, 8.0},
        {"NumPy to engine, one core each", numpy, engine, Bound::at_least, {}},
        {"numba to engine, one core each", numba, engine, Bound::at_least, {}},
        {"numba to engine, two threads each", numba2, engine2, Bound::at_least, {}},
        {"engine: one thread to two", engine, engine2, Bound::at_least, 1.8},
        {"tuned kernel to engine", tuned, engine, Bound::at_least, 0.75},
        {"objects to tuned kernel, one core each", objects, tuned, Bound::at_least, 10.0},
        {"tuned kernel: one thread to two", tuned, tuned2, Bound::at_least, 1.7},
    };
    return measure_and_report("JDR-mini (100,000 agents)", found, rows, ratios, options);
}

}  // namespace
}  // namespace bevlogen::bench

int main(int count, char** arguments) { return bevlogen::bench::run(bevlogen::bench::read_options(count, arguments)); }
