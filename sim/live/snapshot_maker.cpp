// Curves come from the record, persons and teams from the blocks.
#include "sim/live/snapshot_maker.hpp"

#include <algorithm>
#include <limits>

#include "sim/engine/outcome_columns.hpp"

namespace bevlogen {
namespace {

constexpr float kNaN = std::numeric_limits<float>::quiet_NaN();

Curves curves_of(const LiveRun& run, const std::vector<std::size_t>& outcomes) {
    const RecordPlan& plan = run.plan();
    Curves curves{outcomes.size(), plan.phases(), static_cast<std::size_t>(run.week().value / kWeeksPerEpoch), {}};
    curves.values.reserve(curves.outcomes * curves.phases * curves.clearings);
    const std::vector<float>& by_phase = run.record().by_phase;
    for (const std::size_t outcome : outcomes) {
        for (std::size_t phase = 0; phase < curves.phases; ++phase) {
            for (std::size_t c = 0; c < curves.clearings; ++c) {
                const std::size_t row = (outcome * static_cast<std::size_t>(plan.clearings) + c) * curves.phases + phase;
                curves.values.push_back(by_phase[row * kMeasures.size() + measure_index("mean")]);
            }
        }
    }
    for (std::size_t phase = 0; phase < curves.phases; ++phase) {
        for (std::size_t c = 0; c < curves.clearings; ++c)
            curves.persons.push_back(static_cast<float>(run.record().persons_by_phase[c * curves.phases + phase]));
    }
    return curves;
}

// The row with the fewest categories counts: everybody is the first row, and in all others too.
std::vector<std::uint8_t> phase_of_category(const Model& model) {
    const Grouping& phases = model.phases();
    std::vector<std::uint8_t> rows(model.category_count(), 0);
    for (std::size_t category = 0; category < rows.size(); ++category) {
        int fewest = std::numeric_limits<int>::max();
        for (std::size_t row = 0; row < phases.size(); ++row) {
            const std::uint64_t members = phases.members[row];
            const int size = __builtin_popcountll(members);
            if ((members >> category & 1u) == 0 || size >= fewest) continue;
            fewest = size;
            rows[category] = static_cast<std::uint8_t>(row);
        }
    }
    return rows;
}

std::shared_ptr<const EverybodyNow> look_at_everybody(const LiveRun& run, std::size_t line, const SnapshotWants& wants) {
    auto everybody = std::make_shared<EverybodyNow>();
    everybody->line = line;
    everybody->week = run.week();
    const Simulation& simulation = run.simulation();
    const Dynamics& dynamics = simulation.dynamics();
    const Model& model = run.model();
    const std::vector<std::uint8_t> rows = phase_of_category(model);
    PersonsNow& persons = everybody->persons;
    TeamsNow& teams = everybody->teams;
    persons.values.resize(wants.persons.size());
    teams.means.resize(wants.teams.size());
    OutcomeColumns columns;
    std::vector<std::uint8_t> category;
    std::vector<float> sums;
    std::vector<std::size_t> all_wanted = wants.persons;
    all_wanted.insert(all_wanted.end(), wants.teams.begin(), wants.teams.end());
    const std::size_t posts = simulation.population().posts();
    if (!wants.persons.empty()) {
        persons.ids.reserve(posts);
        persons.phase.reserve(posts);
        persons.team.reserve(posts);
        for (std::vector<float>& values : persons.values) values.reserve(posts);
    }
    for (const Block& block : simulation.population().blocks()) {
        category.resize(block.posts());
        dynamics.categorise(block, category);
        columns.prepare(model.outcomes().size(), block.padded_posts());
        dynamics.measure(block, simulation.week(), simulation.chance(), columns);
        if (std::any_of(all_wanted.begin(), all_wanted.end(), [&](std::size_t outcome) { return columns[outcome] == nullptr; }))
            columns.work_out(block.posts());
        const auto begins = block.team_begin();
        for (std::size_t t = 0; t < block.teams(); ++t) {
            const auto team = static_cast<std::uint32_t>(teams.ids.size());
            std::uint16_t filled = 0;
            sums.assign(wants.teams.size(), 0.0f);
            for (std::size_t post = begins[t]; post < begins[t + 1]; ++post) {
                if (category[post] == kNoCategory) continue;
                ++filled;
                for (std::size_t w = 0; w < sums.size(); ++w) sums[w] += columns[wants.teams[w]][post];
                if (wants.persons.empty()) continue;
                persons.ids.push_back(block.person_at(post, model.fields().engine));
                persons.phase.push_back(rows[category[post]]);
                persons.team.push_back(team);
                for (std::size_t w = 0; w < wants.persons.size(); ++w) persons.values[w].push_back(columns[wants.persons[w]][post]);
            }
            teams.ids.push_back(block.team_ids()[t]);
            teams.posts.push_back(static_cast<std::uint16_t>(begins[t + 1] - begins[t]));
            teams.filled.push_back(filled);
            for (std::size_t w = 0; w < sums.size(); ++w)
                teams.means[w].push_back(filled == 0 ? kNaN : sums[w] / static_cast<float>(filled));
        }
    }
    return everybody;
}

}  // namespace

std::shared_ptr<const Snapshot> SnapshotMaker::make(const Session& session, const SnapshotWants& wants, Look look,
                                                    std::shared_ptr<const TwoLives> lives, std::size_t acts) {
    auto snapshot = std::make_shared<Snapshot>();
    snapshot->number = ++number_;
    snapshot->wants = wants;
    snapshot->acts = acts;
    snapshot->chosen = session.chosen();
    snapshot->is_finished = session.is_finished();
    for (std::size_t i = 0; i < session.size(); ++i) {
        const SessionLine& line = session.line(i);
        snapshot->lines.push_back(
            {Label::same(line.name), line.parent, line.parted, line.run->week(), line.policy, curves_of(*line.run, wants.curves)});
    }
    if (look == Look::everybody) everybody_ = look_at_everybody(*session.line(session.chosen()).run, session.chosen(), wants);
    snapshot->everybody = everybody_;
    snapshot->lives = std::move(lives);
    return snapshot;
}

}  // namespace bevlogen
