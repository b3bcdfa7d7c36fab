// Draws a number for each person and team, and takes them in the order of these numbers.
#include "sim/study/recruitment.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "sim/core/contract.hpp"

namespace bevlogen {
namespace {

// Draws of a trial, under the purpose of its name. Persons and teams are told apart by the draw.
enum Draw : std::uint32_t { kDrawWilling = 0, kDrawOrder = 1, kDrawArm = 2, kDrawTeamOrder = 3, kDrawTeamArm = 4 };

class Recruiter {
  public:
    Recruiter(const RecruitmentPlan& plan, const SurveyWave& wave, const Chance& chance)
        : plan_(plan), wave_(wave), chance_(chance), purpose_(purpose_of_intervention(plan.name)) {
        result_.arm.assign(wave.size(), 0);
        result_.trial.assign(wave.size(), kNoTrial);
    }

    Recruitment recruit() {
        const std::vector<std::uint32_t> eligible = eligible_rows();
        result_.eligible = eligible.size();
        switch (plan_.allocation) {
            case Allocation::persons: by_person(eligible); break;
            case Allocation::teams: by_team(eligible); break;
            case Allocation::departments: by_department(eligible); break;
        }
        return std::move(result_);
    }

  private:
    std::vector<std::uint32_t> eligible_rows() const {
        std::vector<std::uint32_t> rows = rows_in(wave_, plan_.scope);
        std::erase_if(rows, [&](std::uint32_t row) { return wave_.is_reachable[row] == 0; });
        std::vector<std::uint32_t> kept = rows;
        for (const Criterion& criterion : plan_.criteria) {
            const std::vector<float>& value = wave_.value[criterion.quantity];
            const double least = std::max(criterion.at_least.value_or(-INFINITY), least_of_highest(rows, criterion));
            const double most = criterion.at_most.value_or(INFINITY);
            std::erase_if(kept, [&](std::uint32_t row) {
                const auto v = static_cast<double>(value[row]);
                return !(v >= least && v <= most);
            });
        }
        return kept;
    }

    // The value from which on somebody belongs to the highest share.
    double least_of_highest(const std::vector<std::uint32_t>& rows, const Criterion& criterion) const {
        if (!criterion.highest_share || rows.empty()) return -INFINITY;
        std::vector<float> values;
        for (const std::uint32_t row : rows) values.push_back(wave_.value[criterion.quantity][row]);
        const auto count = std::clamp<std::size_t>(
            static_cast<std::size_t>(std::ceil(*criterion.highest_share * static_cast<double>(values.size()))), 1, values.size());
        std::ranges::nth_element(values, values.begin() + static_cast<std::ptrdiff_t>(count - 1), std::greater<>());
        return values[count - 1];
    }

    float drawn(std::uint64_t who, Draw draw) const { return chance_.uniform(who, Week{wave_.week}, purpose_, draw); }

    bool wants(std::uint32_t row) const {
        return !plan_.willing || static_cast<double>(drawn(wave_.person[row], kDrawWilling)) < plan_.willing->chance_of(wave_, row);
    }
    std::vector<std::uint32_t> volunteers(std::vector<std::uint32_t> rows) {
        result_.asked += rows.size();
        std::erase_if(rows, [&](std::uint32_t row) { return !wants(row); });
        result_.willing += rows.size();
        return rows;
    }

    // In the order of a draw; who has drawn the same, by identity.
    void shuffle(std::vector<std::uint32_t>& rows, Draw draw) const {
        std::ranges::sort(rows, {}, [&](std::uint32_t row) { return std::pair(drawn(wave_.person[row], draw), wave_.person[row]); });
    }

    std::size_t trials_of(double available, std::size_t each) const {
        if (each == 0) return 0;
        return std::min(plan_.most_trials, static_cast<std::size_t>(available) / each);
    }

    std::size_t size_of_trial() const {
        std::size_t sum = 0;
        for (const ArmShare& arm : plan_.arms) sum += arm.persons;
        return sum;
    }

    void by_person(const std::vector<std::uint32_t>& eligible) {
        std::vector<std::uint32_t> rows = volunteers(eligible);
        shuffle(rows, kDrawOrder);
        const std::size_t size = size_of_trial();
        const double most = plan_.most_of_eligible * static_cast<double>(eligible.size());
        result_.trials = trials_of(std::min(most, static_cast<double>(rows.size())), size);
        for (std::size_t t = 0; t < result_.trials; ++t) {
            const auto first = rows.begin() + static_cast<std::ptrdiff_t>(t * size);
            std::vector<std::uint32_t> members(first, first + static_cast<std::ptrdiff_t>(size));
            shuffle(members, kDrawArm);
            std::size_t next = 0;
            for (std::size_t a = 0; a < plan_.arms.size(); ++a) {
                for (std::size_t k = 0; k < plan_.arms[a].persons; ++k) assign(members[next++], a, t);
            }
        }
    }

    std::map<std::uint32_t, std::vector<std::uint32_t>> by_team_of(const std::vector<std::uint32_t>& rows) const {
        std::map<std::uint32_t, std::vector<std::uint32_t>> teams;
        for (const std::uint32_t row : rows) teams[wave_.team[row]].push_back(row);
        return teams;
    }

    std::vector<std::uint32_t> shuffled_teams(const std::map<std::uint32_t, std::vector<std::uint32_t>>& teams, Draw draw) const {
        std::vector<std::uint32_t> order;
        for (const auto& [team, rows] : teams) order.push_back(team);
        std::ranges::sort(order, {}, [&](std::uint32_t team) { return std::pair(drawn(team, draw), team); });
        return order;
    }

    void by_team(const std::vector<std::uint32_t>& eligible) {
        auto teams = by_team_of(volunteers(eligible));
        const std::vector<std::uint32_t> order = shuffled_teams(teams, kDrawTeamOrder);
        const std::size_t size = size_of_trial();
        const double most = plan_.most_of_eligible * static_cast<double>(by_team_of(eligible).size());
        result_.trials = trials_of(std::min(most, static_cast<double>(order.size())), size);
        for (std::size_t t = 0; t < result_.trials; ++t) {
            const auto first = order.begin() + static_cast<std::ptrdiff_t>(t * size);
            std::vector<std::uint32_t> members(first, first + static_cast<std::ptrdiff_t>(size));
            std::ranges::sort(members, {}, [&](std::uint32_t team) { return std::pair(drawn(team, kDrawTeamArm), team); });
            std::size_t next = 0;
            for (std::size_t a = 0; a < plan_.arms.size(); ++a) {
                for (std::size_t k = 0; k < plan_.arms[a].persons; ++k) {
                    std::vector<std::uint32_t>& rows = teams[members[next++]];
                    shuffle(rows, kDrawOrder);
                    if (plan_.team_persons && rows.size() > *plan_.team_persons) rows.resize(*plan_.team_persons);
                    for (const std::uint32_t row : rows) assign(row, a, t);
                }
            }
        }
    }

    // Every team belongs to one arm; a trial takes persons of an arm from its teams.
    void by_department(const std::vector<std::uint32_t>& eligible) {
        const std::size_t arms = plan_.arms.size();
        const auto teams = by_team_of(eligible);
        const std::vector<std::uint32_t> order = shuffled_teams(teams, kDrawTeamArm);
        std::vector<std::vector<std::uint32_t>> of_arm(arms);
        for (std::size_t i = 0; i < order.size(); ++i) {
            const auto& rows = teams.at(order[i]);
            of_arm[i % arms].insert(of_arm[i % arms].end(), rows.begin(), rows.end());
        }
        std::size_t trials = plan_.most_trials;
        for (std::size_t a = 0; a < arms; ++a) {
            const double most = plan_.most_of_eligible * static_cast<double>(of_arm[a].size());
            if (plan_.arms[a].are_volunteers) of_arm[a] = volunteers(std::move(of_arm[a]));
            shuffle(of_arm[a], kDrawOrder);
            trials = std::min(trials, trials_of(std::min(most, static_cast<double>(of_arm[a].size())), plan_.arms[a].persons));
        }
        result_.trials = trials;
        for (std::size_t a = 0; a < arms; ++a) {
            const std::size_t size = plan_.arms[a].persons;
            for (std::size_t k = 0; k < trials * size; ++k) assign(of_arm[a][k], a, k / size);
        }
    }

    void assign(std::uint32_t row, std::size_t arm, std::size_t trial) {
        result_.arm[row] = static_cast<std::uint8_t>(arm + 1);
        result_.trial[row] = static_cast<std::uint32_t>(trial);
    }

    const RecruitmentPlan& plan_;
    const SurveyWave& wave_;
    Chance chance_;
    Purpose purpose_;
    Recruitment result_;
};

}  // namespace

double Willingness::chance_of(const SurveyWave& wave, std::size_t row) const {
    double odds = base;
    for (const Term& term : terms) odds += term.weight * static_cast<double>(wave.value[term.quantity][row]);
    return 1.0 / (1.0 + std::exp(-odds));
}

Recruitment recruit(const RecruitmentPlan& plan, const SurveyWave& wave, const Chance& chance) {
    return Recruiter(plan, wave, chance).recruit();
}

void write_arms(const Recruitment& recruitment, const EngineFields& engine, std::span<Block> blocks) {
    std::size_t row = 0;
    for (Block& block : blocks) {
        const auto filled = block.person(engine.filled);
        const auto arm = block.person(engine.arm);
        for (std::size_t i = 0; i < block.posts(); ++i) {
            if (filled[i] != 0) arm[i] = recruitment.arm[row++];
        }
    }
    expect(row == recruitment.arm.size(), "arms are written for the persons who were asked");
}

}  // namespace bevlogen
