// Recruits between two weeks, then lets the world run and looks at the same persons again.
#include "sim/study/trial_world.hpp"

#include <cmath>
#include <limits>

#include "sim/core/contract.hpp"

namespace bevlogen {
namespace {

constexpr std::uint32_t kDrawAnswer = 5;  // under the purpose of the trial's name, beside those of recruitment
constexpr float kGone = std::numeric_limits<float>::quiet_NaN();

std::vector<int> later_weeks(const TrialDesign& design) {
    std::vector<int> weeks;
    for (const int wave : design.waves) {
        if (wave > 0) weeks.push_back(design.start + wave);
    }
    return weeks;
}

class Follower {
  public:
    Follower(const TrialDesign& design, const SurveyWave& first, const Recruitment& recruited, const Chance& chance)
        : design_(design), chance_(chance), purpose_(purpose_of_intervention(design.recruitment.name)) {
        world_.trials = recruited.trials;
        world_.eligible = recruited.eligible;
        world_.asked = recruited.asked;
        world_.willing = recruited.willing;
        for (std::uint32_t row = 0; row < first.size(); ++row) {
            if (recruited.arm[row] == 0) continue;
            world_.participants.push_back({first.person[row], recruited.trial[row], recruited.arm[row]});
            persons_.person.push_back(first.person[row]);
        }
        take(first);
    }

    void take(const SurveyWave& wave) {
        const std::vector<std::uint32_t> rows = rows_of_same_persons(persons_, wave);
        const bool is_first = world_.value.empty();
        auto& values = world_.value.emplace_back();
        for (const std::vector<float>& all : wave.value) {
            std::vector<float>& of_quantity = values.emplace_back();
            for (const std::uint32_t row : rows) of_quantity.push_back(row == kNotThere ? kGone : all[row]);
        }
        std::vector<std::uint8_t> answered(rows.size(), 0);
        for (std::size_t i = 0; i < rows.size(); ++i) {
            const bool missed_before = !is_first && design_.stay_away && world_.has_answered.back()[i] == 0;
            answered[i] = rows[i] != kNotThere && !missed_before && (is_first || answers(wave, rows[i])) ? 1 : 0;
        }
        world_.has_answered.push_back(std::move(answered));
    }

    TrialWorld finish() { return std::move(world_); }

  private:
    bool answers(const SurveyWave& wave, std::uint32_t row) const {
        if (!design_.answers) return true;
        const double u = static_cast<double>(chance_.uniform(wave.person[row], Week{wave.week}, purpose_, kDrawAnswer));
        return u < design_.answers->chance_of(wave, row);
    }

    const TrialDesign& design_;
    Chance chance_;
    Purpose purpose_;
    SurveyWave persons_;  // who is followed; nothing else of it is asked
    TrialWorld world_;
};

}  // namespace

std::vector<BeforeAfter> TrialWorld::before_after(std::size_t trial, std::uint8_t arm, std::size_t quantity, std::size_t wave) const {
    std::vector<BeforeAfter> all;
    const auto at = [&](std::size_t w, std::size_t i) {
        return has_answered[w][i] != 0 ? static_cast<double>(value[w][quantity][i]) : std::numeric_limits<double>::quiet_NaN();
    };
    for (std::size_t i = 0; i < participants.size(); ++i) {
        if (participants[i].trial == trial && participants[i].arm == arm) all.push_back({at(0, i), at(wave, i)});
    }
    return all;
}

TrialWorld run_trial_world(const Model& model, const Scenario& scenario, const TrialDesign& design, const Chance& chance,
                           Parallel& parallel, std::size_t block_posts) {
    expect(!design.waves.empty() && design.waves.front() == 0, "the first wave of a trial is that of its recruitment");
    expect(design.start + design.waves.back() <= scenario.recorded_weeks().value, "a scenario lasts until the last wave of its trial");
    Simulation simulation(model, scenario, chance, parallel, block_posts);
    const Week start = scenario.burn_in_weeks() + Week{design.start};
    simulation.advance(start);
    Population& population = simulation.population();
    const SurveyWave first =
        ask_everybody(model, simulation.dynamics(), population.blocks(), {Week{design.start}, start}, chance, design.quantities);
    const Recruitment recruited = recruit(design.recruitment, first, chance);
    write_arms(recruited, model.fields().engine, population.blocks());
    Follower follower(design, first, recruited, chance);
    Survey survey(model, {design.quantities, later_weeks(design)}, population.blocks().size());
    simulation.advance(start + Week{design.waves.back()}, &survey);
    for (const SurveyWave& wave : survey.waves()) follower.take(wave);
    return follower.finish();
}

double mean_twin_difference(const TrialWorld& with, const TrialWorld& without, const TwinQuestion& question) {
    expect(with.participants == without.participants, "twins are the same persons in the same arms");
    const auto value = [&](const TrialWorld& world, std::size_t i) {
        const auto v = static_cast<double>(world.value[question.wave][question.quantity][i]);
        return question.cutoff && !std::isnan(v) ? (v >= *question.cutoff ? 1.0 : 0.0) : v;
    };
    double sum = 0.0, count = 0.0;
    for (std::size_t i = 0; i < with.participants.size(); ++i) {
        if (with.participants[i].arm != question.arm) continue;
        if (question.took_part && !(with.value[question.wave][*question.took_part][i] >= 0.5f)) continue;
        const double difference = value(with, i) - value(without, i);
        if (!std::isnan(difference)) sum += difference, count += 1.0;
    }
    return count > 0.0 ? sum / count : std::numeric_limits<double>::quiet_NaN();
}

}  // namespace bevlogen
