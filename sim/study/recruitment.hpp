// Who takes part in a trial, and in which arm: asked for by criteria, willing or not, assigned by chance, by team, or not at all.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "sim/scenario/intervention.hpp"
#include "sim/study/survey.hpp"

namespace bevlogen {

// The log odds that somebody who is eligible takes part when asked: base + sum of weight x quantity.
struct Willingness {
    struct Term {
        std::size_t quantity = 0;  // index into SurveyPlan::quantities
        double weight = 0.0;
    };
    double base = 0.0;
    std::vector<Term> terms{};

    double chance_of(const SurveyWave& wave, std::size_t row) const;
};

// Who is eligible beside the scope: a quantity within bounds, or among the highest of those in scope.
struct Criterion {
    std::size_t quantity = 0;  // index into SurveyPlan::quantities
    std::optional<double> at_least{}, at_most{};
    std::optional<double> highest_share{};  // of those in scope
};

enum class Allocation {
    persons,      // one by one, at random
    teams,        // whole teams, at random
    departments,  // not at random: arms are different teams, and only those of arms with volunteers are asked whether they want to take
                  // part
};

struct ArmShare {
    std::size_t persons = 0;  // in each trial; of allocation by teams: teams
    bool are_volunteers = true;
};

struct RecruitmentPlan {
    std::string name;  // of the trial: under it everything is drawn
    Scope scope;
    std::vector<Criterion> criteria{};
    std::optional<Willingness> willing{};  // nothing: everybody takes part
    Allocation allocation = Allocation::persons;
    std::vector<ArmShare> arms;                 // arm 1, 2, ...
    std::optional<std::size_t> team_persons{};  // of allocation by teams: at most so many of each
    std::size_t most_trials = 1;                // in one world
    double most_of_eligible = 1.0;              // share of those eligible (of teams: of teams with somebody eligible) who are in a trial
};

inline constexpr std::uint32_t kNoTrial = 0xffffffff;

// Of each row of the wave: the arm (0: in none) and the trial, from 0.
struct Recruitment {
    std::vector<std::uint8_t> arm;
    std::vector<std::uint32_t> trial;
    std::size_t trials = 0;
    std::size_t eligible = 0;            // persons
    std::size_t asked = 0, willing = 0;  // whether they would take part, and who would
};

// As many trials as there are persons for, at most `most_trials`, each with other persons. `chance` is that of the replicate; who is in a
// trial does not depend on the order of rows.
Recruitment recruit(const RecruitmentPlan& plan, const SurveyWave& wave, const Chance& chance);

// Writes the arms of a wave that was asked at this instant into the columns of those persons.
void write_arms(const Recruitment& recruitment, const EngineFields& engine, std::span<Block> blocks);

}  // namespace bevlogen
