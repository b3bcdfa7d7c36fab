// A small declared model and records of its runs, for tests of what is stored.
#pragma once

#include <unistd.h>

#include <cmath>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <limits>
#include <memory>
#include <random>
#include <string>
#include <vector>

#include "sim/engine/model.hpp"
#include "sim/record/results_file.hpp"
#include "sim/record/run_record.hpp"

namespace bevlogen::testing {

// Four outcomes: a level with everything, a plain level, two shares; and two traces, a level and a code.
class FakeModel : public Model {
  public:
    FakeModel() {
        vocabulary_.model = "fake";
        OutcomeDecl tired;
        tired.name = "exhaustion";
        tired.label = {"exhaustion", "uitputting"};
        tired.unit = "1";
        tired.good = Direction::lower_is_better;
        tired.weekly = tired.team_map = tired.joined = tired.twin = true;
        tired.description = "How worn out.";
        OutcomeDecl hours;
        hours.name = "hours";
        hours.label = {"hours worked", "gewerkte uren"};
        hours.unit = "hours a week";
        OutcomeDecl burnt_out;
        burnt_out.name = "burnout";
        burnt_out.label = {"burnt out", "opgebrand"};
        burnt_out.unit = "1";
        burnt_out.good = Direction::lower_is_better;
        burnt_out.role = Role::harm;
        burnt_out.shape = Shape::share;
        burnt_out.weekly = true;
        OutcomeDecl coached;
        coached.name = "coached";
        coached.label = {"coached", "gecoacht"};
        coached.unit = "1";
        coached.role = Role::took_part;
        coached.shape = Shape::share;
        declared = {hours, tired, burnt_out, coached};
        followed = {{"exhaustion", {"exhaustion", "uitputting"}, "1", {}, "How worn out."},
                    {"leave", {"leave", "verlof"}, "1", {{"at work", "aan het werk"}, {"ill", "ziek"}}, "Kind of leave."}};
        phases_.add("all", {"everybody", "iedereen"}, 3);
        phases_.add("anios", {"not in training", "niet in opleiding"}, 1);
        phases_.add("aios", {"residents", "in opleiding, coördinerend"}, 2);
        strata_.add("female", {"women", "vrouwen"}, 1);
        strata_.add("male", {"men", "mannen"}, 2);
    }

    const Vocabulary& vocabulary() const override { return vocabulary_; }
    const Fields& fields() const override { return fields_; }
    const std::vector<OutcomeDecl>& outcomes() const override { return declared; }
    const std::vector<InstrumentDecl>& instruments() const override { return instruments_; }
    const std::vector<TraceDecl>& traces() const override { return followed; }
    std::size_t category_count() const override { return 2; }
    const Grouping& phases() const override { return phases_; }
    const Grouping& strata() const override { return strata_; }
    std::unique_ptr<Dynamics> make_dynamics(const Scenario&) const override { return nullptr; }

    std::vector<OutcomeDecl> declared;
    std::vector<TraceDecl> followed;

  private:
    Vocabulary vocabulary_;
    Fields fields_;
    std::vector<InstrumentDecl> instruments_;
    Grouping phases_;
    Grouping strata_;
};

inline Scenario scenario_of_years(int years) {
    Scenario scenario;
    scenario.years = years;
    return scenario;
}

inline RecordOptions small_panel(bool joined, int panel_every = 1) {
    return {.panel_persons = 5, .panel_every = panel_every, .joined = joined};
}

// A record with the shapes of the plan and numbers that follow from scenario and replicate (from 1), person and week, not from the plan.
inline RunRecord fake_record(const RecordPlan& plan, unsigned scenario, unsigned replicate, bool has_panel) {
    const auto size = [](int number) { return static_cast<std::size_t>(number); };
    const unsigned run = scenario * 1000 + replicate;
    RunRecord record;
    const std::size_t clearings = size(plan.clearings);
    record.weekly.resize(plan.weekly.size() * size(plan.weeks) * plan.phases());
    record.by_phase.resize(plan.outcomes() * clearings * plan.phases() * kMeasures.size());
    record.by_stratum.resize(plan.outcomes() * size(plan.years) * plan.strata() * kMeasures.size());
    record.quantiles.resize(plan.levels.size() * size(plan.years) * plan.phases() * kQuantiles.size());
    for (auto* values : {&record.weekly, &record.by_phase, &record.by_stratum, &record.quantiles}) {
        std::mt19937 random(run);
        for (float& value : *values) {
            value = random() % 16 == 0 ? std::numeric_limits<float>::quiet_NaN() : static_cast<float>(random() % 4096) / 512.0f;
        }
    }
    record.persons_by_phase.resize(clearings * plan.phases());
    record.persons_by_stratum.resize(size(plan.years) * plan.strata());
    for (auto* counts : {&record.persons_by_phase, &record.persons_by_stratum}) {
        std::mt19937 random(run);
        for (std::int32_t& count : *counts) count = static_cast<std::int32_t>(random() % 50000);
    }
    const auto stored = [&](std::size_t outcome, int week, std::uint64_t id) {
        std::mt19937 random(run + static_cast<unsigned>(outcome) * 7 + static_cast<unsigned>(week) * 100'003 +
                            static_cast<unsigned>(id % 999'983));
        return random() % 16 == 0 ? kNoValue : static_cast<std::int16_t>(random() % 2048);
    };
    record.teams = {4096, 4097, 8192, 0xfffff000u};
    for (const std::size_t outcome : plan.team_map) {
        for (int quarter = 1; quarter <= plan.quarters; ++quarter) {
            for (const std::uint32_t team : record.teams) record.team_map.push_back(stored(outcome, quarter * 13, team));
        }
    }
    if (has_panel) record.panel_persons = {(1ull << 44) + 1, (1ull << 44) + 2, 1ull << 45, (1ull << 46) + 7, 0xfffff00000000000ull};
    for (std::size_t trace = 0; trace < plan.traces(); ++trace) {
        for (int look = 1; look <= plan.panel_looks; ++look) {
            for (const std::uint64_t person : record.panel_persons)
                record.panel.push_back(stored(trace, look * plan.options.panel_every, person));
        }
    }
    if (plan.options.joined) record.joined_persons = {1ull << 44, (1ull << 44) + 1, 1ull << 45};
    for (const std::size_t outcome : plan.joined) {
        for (const std::uint64_t person : record.joined_persons) record.joined.push_back(stored(outcome, 0, person));
    }
    for (std::size_t person = 0; person < record.joined_persons.size(); ++person)
        record.joined_phase.push_back(stored_value(static_cast<float>(1 + person % 2)));
    for (const std::size_t outcome : plan.twin) {
        for (const int week : plan.options.twin_weeks) {
            for (const std::uint64_t person : record.joined_persons) record.twin.push_back(stored(outcome, week, person));
        }
    }
    return record;
}

inline ResultsDescription described(std::vector<std::string> scenarios, int replicates, int first_replicate = 1) {
    ResultsDescription description;
    description.kind = scenarios.size() > 1 ? "comparison" : "run";
    description.title = Label::same("A title with an ë");
    description.question = {"Does it help?", "Helpt het?"};
    for (const std::string& name : scenarios) {
        description.scenarios.push_back({name,
                                         {"Title of " + name, "Titel van " + name},
                                         "title = \"" + name + "\"\n",
                                         "# complete\ntitle = \"" + name + "\"\nyears = 1\n"});
    }
    description.seed = 4000000000u;
    description.first_replicate = first_replicate;
    description.replicates = replicates;
    return description;
}

inline const Provenance kProvenance = {{"host", "somewhere"}, {"threads", "4"}};

// A folder of its own for each test, gone afterwards.
class Folder {
  public:
    Folder() {
        std::string pattern = (std::filesystem::temp_directory_path() / "bevlogen-record-XXXXXX").string();
        path_ = ::mkdtemp(pattern.data());
    }
    ~Folder() { std::filesystem::remove_all(path_); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    std::filesystem::path operator/(const std::string& name) const { return path_ / name; }

  private:
    std::filesystem::path path_;
};

inline std::string content_of(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

inline void write_content(const std::filesystem::path& file, const std::string& content) {
    std::ofstream(file, std::ios::binary).write(content.data(), static_cast<std::streamsize>(content.size()));
}

}  // namespace bevlogen::testing
