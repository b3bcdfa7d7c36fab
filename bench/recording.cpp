// What recording costs beside stepping: the workforce's baseline at a quarter of its size, ten recorded years after three of burn-in.
#include <chrono>
#include <cmath>
#include <cstdio>
#include <filesystem>
#include <memory>

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

Scenario baseline(const ModelShelf& shelf) {
    const std::filesystem::path folder = BEVLOGEN_SCENARIOS;
    const auto find = [&](const std::string& name) -> const Vocabulary* {
        const Model* model = shelf.find(name);
        return model ? &model->vocabulary() : nullptr;
    };
    const std::vector<Override> overrides = {parse_override("population.scale=0.25"), parse_override("time.burn_in=3"),
                                             parse_override("time.years=10")};
    return read_scenario(folder / "baseline.toml", {find, shelf.names()}, overrides, folder);
}

// What is kept: nothing, what every replicate of an experiment keeps, that and the share of a run in writing a file of eight, or all of
// that and the panel of 1,000 persons that the first replicate keeps.
enum class Keeps { nothing, record, file, file_with_panel };

constexpr int kRunsInFile = 8;

// Ten years from the same end of the burn-in on, again and again.
class Runs {
  public:
    Runs() : scenario_(baseline(*shelf_)), model_(*shelf_->find(scenario_.model)), plan_(model_, scenario_, {}) {
        Simulation simulation = fresh();
        simulation.advance(scenario_.burn_in_weeks());
        burnt_in_ = simulation.checkpoint();
        posts_ = simulation.population().posts();
    }
    // Seconds of the recorded years alone, and of writing them.
    double seconds(Keeps keeps) {
        Simulation simulation = fresh();
        std::unique_ptr<Recorder> recorder;
        if (keeps != Keeps::nothing)
            recorder = std::make_unique<Recorder>(plan_, simulation.population(), chance(), 1, keeps == Keeps::file_with_panel);
        simulation.restore(burnt_in_);
        const auto start = std::chrono::steady_clock::now();
        simulation.advance(scenario_.total_weeks(), recorder.get());
        const RunRecord record = recorder ? recorder->take() : RunRecord{};
        const auto end = std::chrono::steady_clock::now();
        const double stepped = std::chrono::duration<double>(end - start).count();
        return keeps == Keeps::file || keeps == Keeps::file_with_panel ? stepped + seconds_of_writing(record) : stepped;
    }
    double person_weeks() const { return static_cast<double>(posts_) * scenario_.recorded_weeks().value; }
    double megabytes_a_run() const { return static_cast<double>(bytes_) / kRunsInFile / 1e6; }
    std::size_t posts() const { return posts_; }

  private:
    Chance chance() const { return {scenario_.seed, 1}; }
    Simulation fresh() { return {model_, scenario_, chance(), one_}; }
    double seconds_of_writing(const RunRecord& record) {
        RunRecord later = record;
        later.panel_persons.clear();
        later.panel.clear();
        const std::filesystem::path file = std::filesystem::temp_directory_path() / "bevlogen-bench-recording.h5";
        const ScenarioTexts texts{scenario_.name, scenario_.title, scenario_.text, scenario_.resolved};
        const auto start = std::chrono::steady_clock::now();
        ResultsWriter writer(file, {"run", scenario_.title, "", {texts}, scenario_.seed, 1, kRunsInFile}, plan_);
        for (std::size_t replicate = 0; replicate < kRunsInFile; ++replicate) writer.add(0, replicate, replicate == 0 ? record : later);
        writer.finish({});
        const double spent = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
        bytes_ = std::filesystem::file_size(file);
        std::filesystem::remove(file);
        return spent / kRunsInFile;
    }

    std::unique_ptr<ModelShelf> shelf_ = make_shelf();
    Scenario scenario_;
    const Model& model_;
    RecordPlan plan_;
    Parallel one_{1};
    std::vector<std::byte> burnt_in_;
    std::size_t posts_ = 0;
    std::uintmax_t bytes_ = 0;
};

std::function<double(double)> years(Runs& runs, Keeps keeps) {
    return [&runs, keeps](double seconds) {
        double spent = 0.0;
        double done = 0.0;
        do {
            spent += runs.seconds(keeps);
            done += runs.person_weeks();
        } while (spent < seconds);
        return spent * 1e9 / done;
    };
}

// The difference between runs side by side, spread over the burn-in too.
std::function<double(double)> cost(Runs& runs, Keeps keeps) {
    return [&runs, keeps](double seconds) {
        double spent = 0.0;
        double difference = 0.0;
        double done = 0.0;
        do {
            const double without = runs.seconds(Keeps::nothing);
            const double with = runs.seconds(keeps);
            spent += with + without;
            difference += with - without;
            done += runs.person_weeks();
        } while (spent < seconds);
        return difference * 1e9 / done * kYears / (kYears + kBurnIn);
    };
}

// Burn-in and recorded years of a run, per person-week of both.
std::function<double(double)> whole(Runs& runs, Keeps keeps) {
    return [&runs, keeps](double seconds) {
        const double stepping = years(runs, Keeps::nothing)(seconds / 2);
        const double recorded = years(runs, keeps)(seconds / 2);
        return (stepping * kBurnIn + recorded * kYears) / (kBurnIn + kYears);
    };
}

int run(const Options& options) {
    Runs runs;
    runs.seconds(Keeps::file);
    char size[120];
    std::snprintf(size, sizeof size, "ten years of %zu posts: %.2f MB a run in a file of %d runs", runs.posts(), runs.megabytes_a_run(),
                  kRunsInFile);
    const bool is_small = runs.megabytes_a_run() < 1.2;
    const std::string alone = "stepping alone", recorded = "stepping and recording", written = "stepping, recording, writing";
    const std::string recording = "recording, spread over a run", writing = "recording and writing, spread over a run";
    const std::string panel = "the same with the panel of 1,000 persons";
    const std::string all = "a whole run, recorded", all_written = "a whole run, recorded and written";
    const std::vector<Row> rows = {
        {alone, "person-week", years(runs, Keeps::nothing)}, {recorded, "person-week", years(runs, Keeps::record)},
        {written, "person-week", years(runs, Keeps::file)},  {recording, "person-week", cost(runs, Keeps::record)},
        {writing, "person-week", cost(runs, Keeps::file)},   {panel, "person-week", cost(runs, Keeps::file_with_panel)},
        {all, "person-week", whole(runs, Keeps::record)},    {all_written, "person-week", whole(runs, Keeps::file)},
    };
    const std::vector<Ratio> ratios = {
        {"recording to the whole run", recording, all, Bound::at_most, 0.10},
        {"recording and writing to the whole run", writing, all_written, Bound::at_most, {}},
        {"the same with the panel, first replicate only", panel, all_written, Bound::at_most, {}},
    };
    return measure_and_report("Recording", {{size, is_small}}, rows, ratios, options);
}

}  // namespace
}  // namespace bevlogen::bench

int main(int count, char** arguments) { return bevlogen::bench::run(bevlogen::bench::read_options(count, arguments)); }
