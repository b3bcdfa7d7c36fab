// What recording costs of a run: the workforce's baseline, whole and at a quarter of its size, ten recorded years after three of burn-in.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <optional>
#include <vector>

#include "bench/measure.hpp"
#include "models/catalog/shelf.hpp"
#include "sim/engine/simulation.hpp"
#include "sim/record/recorder.hpp"
#include "sim/record/results_file.hpp"
#include "sim/scenario/read.hpp"

namespace bevlogen::bench {
namespace {

constexpr int kBurnIn = 3;
constexpr int kYears = 10;
constexpr int kRunsInFile = 8;

Scenario baseline(const ModelShelf& shelf, const char* scale) {
    const std::filesystem::path folder = BEVLOGEN_SCENARIOS;
    const auto find = [&](const std::string& name) -> const Vocabulary* {
        const Model* model = shelf.find(name);
        return model ? &model->vocabulary() : nullptr;
    };
    const std::vector<Override> overrides = {parse_override(std::string("population.scale=") + scale), parse_override("time.burn_in=3"),
                                             parse_override("time.years=10")};
    return read_scenario(folder / "baseline.toml", {find, shelf.names()}, overrides, folder);
}

double median(std::vector<double> values) {
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

// Runs side by side, one that is recorded and one that is not, a year of each in turn, so that a slow second of the machine slows both; of
// the years that are alike the median counts for each, so that one that was disturbed does not.
class Pair {
  public:
    explicit Pair(const char* scale)
        : scenario_(baseline(*shelf_, scale)), model_(*shelf_->find(scenario_.model)), plan_(model_, scenario_, {}) {}

    // Runs pairs for at least so many seconds. The panel is what the first replicate of an experiment keeps beyond the others.
    void run(double seconds, bool keeps_panel) {
        spent_ = {};
        double all = 0.0;
        do {
            all += run_once(keeps_panel);
        } while (all < seconds);
    }
    // Of the last call of run(), in ns per person-week of burn-in and recorded years.
    double alone() const { return whole() - recording(); }
    double recording() const { return per_person_week(spent_.around + kYears * median(spent_.year_recording)); }
    double writing() const { return per_person_week(spent_.writing); }
    double whole() const {
        return per_person_week(spent_.start + kBurnIn * median(spent_.burn_in_year) + kYears * median(spent_.recorded_year));
    }
    double whole_written() const { return whole() + writing(); }

    double megabytes_a_run() const { return static_cast<double>(bytes_) / kRunsInFile / 1e6; }
    std::size_t posts() const { return posts_; }

  private:
    // Seconds. Of the last pair: the start and end of the run that is recorded, what recording adds to them, a run's share of writing a
    // file. Of every year of every pair: the recorded run's, and what recording adds.
    struct Spent {
        double start = 0.0, around = 0.0, writing = 0.0;
        std::vector<double> burn_in_year, recorded_year, year_recording;
    };
    template <class Work>
    static double seconds_of(const Work& work) {
        const auto start = std::chrono::steady_clock::now();
        work();
        return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    }
    // Returns the seconds it took.
    double run_once(bool keeps_panel) {
        const auto begin = std::chrono::steady_clock::now();
        std::optional<Simulation> plain, watched;
        std::optional<Recorder> recorder;
        const auto start = [&](std::optional<Simulation>& simulation) { simulation.emplace(model_, scenario_, chance(), one_); };
        start(plain);
        spent_.start = seconds_of([&] { start(watched); });
        spent_.around = seconds_of([&] { recorder.emplace(plan_, watched->population(), chance(), 1, keeps_panel); });
        for (int year = 1; year <= kBurnIn + kYears; ++year) {
            const Week until{year * kWeeksPerYear};
            double without = 0.0, with = 0.0;
            const auto step_plain = [&] { without = seconds_of([&] { plain->advance(until); }); };
            if (year % 2 == 0) step_plain();
            with = seconds_of([&] { watched->advance(until, &*recorder); });
            if (year % 2 != 0) step_plain();
            (year <= kBurnIn ? spent_.burn_in_year : spent_.recorded_year).push_back(with);
            if (year > kBurnIn) spent_.year_recording.push_back(with - without);
        }
        RunRecord record;
        const double end = seconds_of([&] { record = recorder->take(); });
        spent_.around += end;
        spent_.start += spent_.around;
        spent_.writing = seconds_of_writing(record) / kRunsInFile;
        posts_ = watched->population().posts();
        return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    }
    double seconds_of_writing(const RunRecord& record) {
        RunRecord later = record;
        later.panel_persons.clear();
        later.panel.clear();
        const std::filesystem::path file = std::filesystem::temp_directory_path() / "bevlogen-bench-recording.h5";
        const ScenarioTexts texts{scenario_.name, scenario_.title, scenario_.text, scenario_.resolved};
        const double spent = seconds_of([&] {
            ResultsWriter writer(file, {"run", scenario_.title, {}, {texts}, scenario_.seed, 1, kRunsInFile}, plan_);
            for (std::size_t replicate = 0; replicate < kRunsInFile; ++replicate) writer.add(0, replicate, replicate == 0 ? record : later);
            writer.finish({});
        });
        bytes_ = std::filesystem::file_size(file);
        std::filesystem::remove(file);
        return spent;
    }
    Chance chance() const { return {scenario_.seed, 1}; }
    double per_person_week(double seconds) const { return seconds * 1e9 / (static_cast<double>(posts_) * scenario_.total_weeks().value); }

    std::unique_ptr<ModelShelf> shelf_ = make_shelf();
    Scenario scenario_;
    const Model& model_;
    RecordPlan plan_;
    Parallel one_{1};
    Spent spent_;
    std::size_t posts_ = 0;
    std::uintmax_t bytes_ = 0;
};

// Rows of one pair: the first of them runs it, the others tell more of the same runs.
void add_rows(std::vector<Row>& rows, Pair& pair, const std::string& where) {
    const auto tell = [&](const std::string& what, double (Pair::*of)() const) {
        rows.push_back({what + where, "person-week", [&pair, of](double) { return (pair.*of)(); }});
    };
    rows.push_back({"a run, not recorded" + where, "person-week", [&pair](double seconds) {
                        pair.run(seconds, false);
                        return pair.alone();
                    }});
    tell("a run, recorded", &Pair::whole);
    tell("a run, recorded and written", &Pair::whole_written);
    tell("  recording", &Pair::recording);
    tell("  writing", &Pair::writing);
}

int run(const Options& options) {
    Pair nation("1"), quarter("0.25"), with_panel("1");
    quarter.run(0.0, false);
    nation.run(0.0, true);
    char size[120];
    std::snprintf(size, sizeof size, "ten years of %zu posts: %.2f MB a run in a file of %d runs", nation.posts(), nation.megabytes_a_run(),
                  kRunsInFile);
    const std::string at_1 = ", 1 x the Netherlands", at_quarter = ", 0.25 x the Netherlands",
                      panel = "  recording and the panel of 1,000 persons";
    std::vector<Row> rows;
    add_rows(rows, nation, at_1);
    rows.push_back({panel, "person-week", [&](double seconds) {
                        with_panel.run(seconds, true);
                        return with_panel.recording();
                    }});
    add_rows(rows, quarter, at_quarter);
    const std::vector<Ratio> ratios = {
        {"recording to the whole run" + at_1, "  recording" + at_1, "a run, recorded" + at_1, Bound::at_most, 0.10},
        {"recording to the whole run" + at_quarter, "  recording" + at_quarter, "a run, recorded" + at_quarter, Bound::at_most, 0.10},
        {"writing to the whole run" + at_1, "  writing" + at_1, "a run, recorded and written" + at_1, Bound::at_most, {}},
        {"writing to the whole run" + at_quarter, "  writing" + at_quarter, "a run, recorded and written" + at_quarter, Bound::at_most, {}},
        {"recording with the panel, first replicate only", panel, "a run, recorded" + at_1, Bound::at_most, {}},
    };
    return measure_and_report("Recording", {{size, nation.megabytes_a_run() < 2.0}}, rows, ratios, options);
}

}  // namespace
}  // namespace bevlogen::bench

int main(int count, char** arguments) { return bevlogen::bench::run(bevlogen::bench::read_options(count, arguments)); }
