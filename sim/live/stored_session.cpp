// Reads what is wanted once, and cuts it at the week that is looked at.
#include "sim/live/stored_session.hpp"

#include <algorithm>
#include <limits>

#include "sim/core/contract.hpp"
#include "sim/experiment/clearing_series.hpp"

namespace bevlogen {
namespace {

constexpr float kNaN = std::numeric_limits<float>::quiet_NaN();

Label name_of(const Scenario& scenario) { return scenario.title.empty() ? Label::same(scenario.name) : scenario.title; }

bool has_intervals(const StoredExperiment& experiment) {
    return ObservationUnit(experiment.plan().options.replicates_a_draw).count(experiment.replicates()) >= 2;
}

std::vector<FileWatch> watches_of(const std::vector<std::filesystem::path>& files) {
    expect(!files.empty(), "a stored session is of a file at least");
    return {files.begin(), files.end()};
}

// Sums of persons over the runs that are there, [phase][clearing].
struct PersonSums {
    std::vector<double> sums;
    double runs = 0.0;

    void take(const RecordPlan& plan, const RunRecord& record) {
        const auto clearings = static_cast<std::size_t>(plan.clearings);
        sums.resize(plan.phases() * clearings, 0.0);
        for (std::size_t phase = 0; phase < plan.phases(); ++phase) {
            for (std::size_t c = 0; c < clearings; ++c) sums[phase * clearings + c] += record.persons_by_phase[c * plan.phases() + phase];
        }
        ++runs;
    }
    std::vector<float> means(const RecordPlan& plan) const {
        std::vector<float> means(plan.phases() * static_cast<std::size_t>(plan.clearings), kNaN);
        for (std::size_t i = 0; i < sums.size(); ++i) means[i] = static_cast<float>(sums[i] / runs);
        return means;
    }
};

}  // namespace

StoredSession::StoredSession(const std::vector<std::filesystem::path>& files, const Readers& readers, UnlikeFiles unlike)
    : files_(watches_of(files)),
      experiment_(files, readers, unlike == UnlikeFiles::are_shown),
      panel_(*experiment_.stored(0).file, experiment_.model()) {}

void StoredSession::load(const std::vector<std::size_t>& outcomes) const {
    std::vector<std::size_t> missing;
    for (const std::size_t outcome : outcomes) {
        expect(outcome < model().outcomes().size(), "what is wanted is an outcome of the model");
        if (!courses_.contains(outcome) && std::find(missing.begin(), missing.end(), outcome) == missing.end()) missing.push_back(outcome);
    }
    if (missing.empty() && !persons_.empty()) return;
    const RecordPlan& plan = experiment_.plan();
    ClearingSeries series(plan, missing, lines(), experiment_.replicates());
    std::vector<PersonSums> persons(lines());
    experiment_.for_each_run(missing, [&](std::size_t scenario, std::size_t replicate, const RunRecord& record) {
        series.take_from(plan, scenario, replicate, record);
        persons[scenario].take(plan, record);
    });
    for (std::size_t k = 0; k < missing.size(); ++k) {
        std::vector<Course>& courses = courses_[missing[k]];
        courses.resize(lines());
        for (std::size_t scenario = 0; scenario < lines(); ++scenario) {
            for (std::size_t phase = 0; phase < plan.phases(); ++phase) {
                for (const Estimate& level : series.levels(scenario, k, phase)) {
                    courses[scenario].means.push_back(static_cast<float>(level.mean));
                    courses[scenario].half_widths.push_back(static_cast<float>(0.5 * (level.high - level.low)));
                }
                if (scenario == 0) continue;
                for (const Estimate& difference : series.differences(scenario, k, phase))
                    courses[scenario].difference_half_widths.push_back(static_cast<float>(0.5 * (difference.high - difference.low)));
            }
        }
    }
    persons_.clear();
    for (const PersonSums& sums : persons) persons_.push_back(sums.means(plan));
}

Curves StoredSession::curves(std::size_t scenario, const std::vector<std::size_t>& outcomes, std::size_t clearings) const {
    const std::size_t phases = experiment_.plan().phases(), all = static_cast<std::size_t>(experiment_.plan().clearings);
    const bool is_interval_known = has_intervals(experiment_);
    Curves curves{outcomes.size(), phases, clearings, {}};
    const auto cut = [&](const std::vector<float>& from, std::vector<float>& into) {
        for (std::size_t phase = 0; phase < phases; ++phase) {
            const auto begin = from.begin() + static_cast<std::ptrdiff_t>(phase * all);
            into.insert(into.end(), begin, begin + static_cast<std::ptrdiff_t>(clearings));
        }
    };
    for (const std::size_t outcome : outcomes) {
        const Course& course = courses_.at(outcome)[scenario];
        cut(course.means, curves.values);
        if (!is_interval_known) continue;
        cut(course.half_widths, curves.half_widths);
        if (scenario == 0)
            curves.difference_half_widths.resize(curves.values.size(), kNaN);
        else
            cut(course.difference_half_widths, curves.difference_half_widths);
    }
    cut(persons_[scenario], curves.persons);
    return curves;
}

const StoredTeamMap& StoredSession::team_map(std::size_t scenario, std::size_t outcome) const {
    expect(outcome < model().outcomes().size(), "what is wanted is an outcome of the model");
    const std::pair key{scenario, outcome};
    const auto known = team_maps_.find(key);
    if (known != team_maps_.end()) return known->second;
    const StoredScenario& stored = experiment_.stored(scenario);
    return team_maps_.emplace(key, read_team_map(*stored.file, experiment_.plan(), stored.place, 0, outcome)).first->second;
}

std::shared_ptr<const EverybodyNow> StoredSession::everybody(const std::vector<std::size_t>& outcomes, Week week,
                                                             std::size_t chosen) const {
    const Week of_map{week.value / kWeeksPerQuarter * kWeeksPerQuarter};
    if (of_map == Week{0}) return nullptr;
    if (everybody_ && everybody_->line == chosen && everybody_->week == of_map && everybody_wants_ == outcomes) return everybody_;
    auto everybody = std::make_shared<EverybodyNow>();
    everybody->line = chosen;
    everybody->week = of_map;
    TeamsNow& teams = everybody->teams;
    for (const std::size_t outcome : outcomes) {
        if (teams.ids.empty()) teams.ids = team_map(chosen, outcome).teams;
    }
    if (teams.ids.empty()) return nullptr;
    const std::size_t quarter = static_cast<std::size_t>(of_map.value / kWeeksPerQuarter) - 1;
    for (const std::size_t outcome : outcomes) {
        const StoredTeamMap& map = team_map(chosen, outcome);
        std::vector<float>& means = teams.means.emplace_back(teams.ids.size(), kNaN);
        for (std::size_t t = 0; t < map.teams.size(); ++t) means[t] = read_stored(map.means[quarter * map.teams.size() + t]);
    }
    teams.posts.assign(teams.ids.size(), 0);
    teams.filled.assign(teams.ids.size(), 0);
    everybody_ = std::move(everybody);
    everybody_wants_ = outcomes;
    return everybody_;
}

std::shared_ptr<const Snapshot> StoredSession::snapshot(const SnapshotWants& wants, Week week, std::size_t chosen,
                                                        std::shared_ptr<const TwoLives> lives) const {
    expect(chosen < this->lines(), "the chosen line is a scenario of the files");
    week = std::clamp(week, Week{0}, end());
    const bool is_same = snapshot_ && snapshot_->wants == wants && snapshot_->base().week == week && snapshot_->chosen == chosen &&
                         snapshot_->lives == lives;
    if (is_same) return snapshot_;
    load(wants.curves);
    auto snapshot = std::make_shared<Snapshot>();
    snapshot->number = snapshot_ ? snapshot_->number + 1 : 1;
    snapshot->wants = wants;
    snapshot->chosen = chosen;
    snapshot->is_finished = week == end();
    for (std::size_t scenario = 0; scenario < this->lines(); ++scenario) {
        LineNow& line = snapshot->lines.emplace_back();
        line.name = name_of(experiment_.experiment().scenarios[scenario]);
        line.week = week;
        line.curves = curves(scenario, wants.curves, static_cast<std::size_t>(week.value / kWeeksPerEpoch));
    }
    snapshot->everybody = everybody(wants.teams, week, chosen);
    snapshot->lives = std::move(lives);
    snapshot_ = std::move(snapshot);
    return snapshot_;
}

LifeNow StoredSession::life(PersonId person, std::size_t scenario) const {
    const std::size_t traces = model().traces().size();
    LifeNow life;
    life.line = scenario;
    life.weeks = static_cast<std::size_t>(end().value);
    life.values.assign(life.weeks * traces, kNaN);
    const StoredScenario& stored = experiment_.stored(scenario);
    const PanelLives panel(*stored.file, model());
    const auto at = std::find(panel.persons().begin(), panel.persons().end(), person);
    if (at == panel.persons().end()) return life;
    const std::vector<float> values = panel.life(stored.place, static_cast<std::size_t>(at - panel.persons().begin()));
    for (std::size_t look = 0; look < panel.weeks().size(); ++look) {
        if (panel.weeks()[look] < 1 || panel.weeks()[look] > end().value) continue;
        const auto from = values.begin() + static_cast<std::ptrdiff_t>(look * traces);
        const auto to = static_cast<std::ptrdiff_t>(static_cast<std::size_t>(panel.weeks()[look] - 1) * traces);
        std::copy(from, from + static_cast<std::ptrdiff_t>(traces), life.values.begin() + to);
    }
    return life;
}

std::shared_ptr<const TwoLives> StoredSession::lives(std::size_t panel_index, std::size_t chosen) const {
    expect(panel_index < panel_size() && chosen < lines(), "a life is of somebody in the panel, in a scenario of the files");
    const PersonId person = panel_person(panel_index);
    if (lives_ && lives_->person == person && lives_->with.line == chosen) return lives_;
    lives_ = std::make_shared<const TwoLives>(TwoLives{person, life(person, chosen), life(person, 0)});
    return lives_;
}

FileState StoredSession::state() const {
    FileState worst = FileState::as_opened;
    for (const FileWatch& file : files_) worst = std::max(worst, file.state());
    return worst;
}

}  // namespace bevlogen
