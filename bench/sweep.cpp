// What a sweep costs above the simulations in it: ten thousand runs of the smallest model, in time and in memory.
#include <sys/resource.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <memory>

#include "bench/measure.hpp"
#include "bench/pin_parallel.hpp"
#include "models/catalog/shelf.hpp"
#include "sim/engine/simulation.hpp"
#include "sim/sweep/point_scenarios.hpp"
#include "sim/sweep/runner.hpp"

namespace bevlogen::bench {
namespace {

constexpr double kOverhead = 2e6;     // ns a run: what is accepted
constexpr double kMemoryGrowth = 50;  // MB, likewise
constexpr std::size_t kRunsAtOnce = 1000;
constexpr std::size_t kRunsOfDoctors = 50;
constexpr std::size_t kManyRuns = 10'000, kFewRuns = 100;

double seconds_since_1970() { return std::chrono::duration<double>(std::chrono::system_clock::now().time_since_epoch()).count(); }

double megabytes_at_most_so_far() {
    rusage used{};
    getrusage(RUSAGE_SELF, &used);
    return static_cast<double>(used.ru_maxrss) / 1024.0;  // Linux counts kilobytes
}

// A folder that goes with the program.
class Folder {
  public:
    Folder() : path_(std::filesystem::temp_directory_path() / ("bevlogen-bench-sweep-" + std::to_string(::getpid()))) {
        std::filesystem::create_directories(path_);
    }
    ~Folder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    const std::filesystem::path& path() const { return path_; }

  private:
    std::filesystem::path path_;
};

// What is swept: a scenario, what is set in it, a parameter.
struct Swept {
    const char *scenario, *set, *axis;
};
constexpr Swept kTiny{"example.toml", "time.years = 1", "example.mean"};
// A thousand doctors, a year after a year of burn-in.
constexpr Swept kSmall{"baseline.toml", "time.years = 1, time.burn_in = 1, population.scale = 0.023", "jdr.contagion"};

class SmallSweep {
  public:
    SmallSweep(const ModelShelf& shelf, const std::filesystem::path& folder, const Swept& swept, std::size_t points)
        : shelf_(shelf), out_(folder / ("of-" + std::to_string(points) + ".h5")) {
        const std::filesystem::path scenarios = BEVLOGEN_SCENARIOS, file = folder / "plan.toml";
        std::ofstream(file) << "scenario = \"" << (scenarios / swept.scenario).string() << "\"\nreplicates = 1\nset = { " << swept.set
                            << " }\n[design]\nkind = \"latin_hypercube\"\npoints = " << points << "\n[[axis]]\npath = \"" << swept.axis
                            << "\"\n";
        plan_ = read_sweep_plan(file, shelf, {}, scenarios);
    }

    // Seconds that all runs took, the file included.
    double sweep(unsigned threads = 1) const {
        SweepExecution execution;
        execution.threads = threads;
        execution.out = out_;
        execution.now = seconds_since_1970;
        Alone alone;
        const auto start = std::chrono::steady_clock::now();
        run_sweep(plan_, shelf_, execution, alone);
        const double seconds = seconds_from(start);
        std::filesystem::remove(out_);
        return seconds;
    }
    // The same worlds, without a record, a journal or a file.
    double simulate() const {
        const Model& model = *shelf_.find(plan_.base.model);
        PointScenarios scenarios(plan_, shelf_);
        Parallel one(1);
        const auto start = std::chrono::steady_clock::now();
        for (std::size_t point = 0; point < plan_.points(); ++point) {
            const Scenario& scenario = scenarios.at(point);
            Simulation simulation(model, scenario, {scenario.seed, 1}, one);
            simulation.advance(scenario.total_weeks());
        }
        return seconds_from(start);
    }
    std::size_t runs() const { return plan_.runs(); }

  private:
    static double seconds_from(std::chrono::steady_clock::time_point start) {
        return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    }

    const ModelShelf& shelf_;
    std::filesystem::path out_;
    SweepPlan plan_;
};

Check memory_does_not_grow(const ModelShelf& shelf, const std::filesystem::path& folder) {
    SmallSweep(shelf, folder, kTiny, kFewRuns).sweep();
    const double few = megabytes_at_most_so_far();
    SmallSweep(shelf, folder, kTiny, kManyRuns).sweep();
    const double growth = megabytes_at_most_so_far() - few;
    char text[120];
    std::snprintf(text, sizeof text, "largest resident memory: %.1f MB after %zu runs, %.1f MB more after %zu", few, kFewRuns, growth,
                  kManyRuns);
    return {text, growth < kMemoryGrowth};
}

int run(const Options& options) {
    const ThreadLimit limit(2);  // before anything is pinned
    Parallel two(2);
    pin_threads(two);
    const auto shelf = make_shelf();
    const Folder folder;
    const std::vector<Check> checks = options.only ? std::vector<Check>() : std::vector{memory_does_not_grow(*shelf, folder.path())};
    const SmallSweep sweep(*shelf, folder.path(), kTiny, kRunsAtOnce), doctors(*shelf, folder.path(), kSmall, kRunsOfDoctors);
    const auto runs = static_cast<double>(sweep.runs());
    const std::string thousand = "a run of a sweep, 1,000 doctors for two years";
    const auto of_doctors = [&](double seconds, unsigned threads) {
        return nanoseconds_per_item(seconds, [&] {
            doctors.sweep(threads);
            return doctors.runs();
        });
    };
    const std::vector<Row> rows = {
        {"a run of a sweep", "run",
         [&](double seconds) {
             return nanoseconds_per_item(seconds, [&] {
                 sweep.sweep();
                 return sweep.runs();
             });
         }},
        {"its simulation alone", "run",
         [&](double seconds) {
             return nanoseconds_per_item(seconds, [&] {
                 sweep.simulate();
                 return sweep.runs();
             });
         }},
        {"  above the simulation", "run", [&](double) { return (sweep.sweep() - sweep.simulate()) * 1e9 / runs; }},
        {thousand, "run", [&](double seconds) { return of_doctors(seconds, 1); }},
        {thousand + ", 2 threads", "run", [&](double seconds) { return of_doctors(seconds, 2); }},
        {"  two milliseconds", "run", [](double) { return kOverhead; }},
    };
    const std::vector<Ratio> ratios = {
        {"above the simulation, to two milliseconds", "  above the simulation", "  two milliseconds", Bound::at_most, 1.0},
        {"1,000 doctors: one thread to two", thousand, thousand + ", 2 threads", Bound::at_least, 1.7},
        {"a run of a sweep to its simulation", "a run of a sweep", "its simulation alone", Bound::at_most, {}},
    };
    return measure_and_report("Sweep of many small runs (20 teams, one year)", checks, rows, ratios, options);
}

}  // namespace
}  // namespace bevlogen::bench

int main(int count, char** arguments) { return bevlogen::bench::run(bevlogen::bench::read_options(count, arguments)); }
