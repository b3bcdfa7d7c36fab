// Trials inside one running world: recruited at a clearing, assigned to arms, followed wave by wave.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "sim/engine/simulation.hpp"
#include "sim/study/recruitment.hpp"
#include "sim/study/trial_analysis.hpp"

namespace bevlogen {

struct TrialDesign {
    RecruitmentPlan recruitment;           // its quantities are indices into `quantities`
    std::vector<Quantity> quantities;      // asked at every wave
    int start = 0;                         // of recruitment and of the first wave: recorded weeks that have passed, a clearing
    std::vector<int> waves;                // weeks after the start, ascending, multiples of 4; the first is 0
    std::optional<Willingness> answers{};  // log odds that somebody answers a wave after the first; nothing: everybody does
    bool stay_away = true;                 // who has missed a wave answers no later one
};

// Everybody in a trial, in the order in which the first wave found them.
struct TrialWorld {
    struct Participant {
        std::uint64_t person = 0;
        std::uint32_t trial = 0;
        std::uint8_t arm = 0;  // from 1

        bool operator==(const Participant&) const = default;
    };
    std::size_t trials = 0;
    std::size_t eligible = 0, asked = 0, willing = 0;
    std::vector<Participant> participants;
    std::vector<std::vector<std::vector<float>>> value;   // [wave][quantity][participant]; NaN where the person is not there any more
    std::vector<std::vector<std::uint8_t>> has_answered;  // [wave][participant]

    // As the researchers see it: who did not answer has no value. `wave` counts TrialDesign::waves.
    std::vector<BeforeAfter> before_after(std::size_t trial, std::uint8_t arm, std::size_t quantity, std::size_t wave) const;
};

// Runs the scenario under one replicate's chance until the last wave. Recruitment does not look at what comes after it, so that a scenario
// without the interventions of the arms has the same participants under the same chance: their own twins.
TrialWorld run_trial_world(const Model& model, const Scenario& scenario, const TrialDesign& design, const Chance& chance,
                           Parallel& parallel, std::size_t block_posts = kDefaultBlockPosts);

// What is asked of twins: participants of an arm, with minus without the intervention, at a wave.
struct TwinQuestion {
    std::uint8_t arm = 1;
    std::size_t quantity = 0, wave = 0;
    std::optional<std::size_t> took_part{};  // only those of whom this quantity is at least .5 with the intervention
    std::optional<double> cutoff{};          // the difference of the share at or above it, not of the mean
};

// Over those who are there in both worlds; NaN where there is nobody.
double mean_twin_difference(const TrialWorld& with, const TrialWorld& without, const TwinQuestion& question);

}  // namespace bevlogen
