// One comparison under each word of a parameter that is a choice, such as the theory: which effects hold whichever word is true.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "sim/experiment/experiment.hpp"

namespace bevlogen {

// The comparison under one word.
struct ChoiceRun {
    const Experiment& experiment;
    const YearLevels& levels;
};

// What becomes of an effect from word to word.
enum class Survival {
    holds,    // its interval excludes zero under every word, always on the same side
    turns,    // it does so under two words, on different sides
    unclear,  // neither
    none      // equal in all replicates under every word
};

// Of one effect under every word.
Survival survival_of(std::span<const Estimate> differences);
// The place of each of these differences: 1 for the best, the mean place of equals; where neither direction is good 1 for the highest. 0
// for what is not a number.
std::vector<double> places_of(std::span<const double> differences, Direction good);
// Spearman's correlation of two orders of the same things; not a number with fewer than three, where one has no place, or where all are
// equal.
double agreement_of(std::span<const double> places, std::span<const double> others);

class ChoiceEffects {
  public:
    // Differences of everybody in `year` (from 1), of `outcomes` (indices into Model::outcomes()). The runs have the same scenarios, and
    // differ in one parameter that is a choice: throws InputError where they do not. The first is the comparison that others are held
    // against.
    ChoiceEffects(const Model& model, std::span<const ChoiceRun> runs, std::vector<std::size_t> outcomes, int year);

    const ParameterDecl& parameter() const { return *parameter_; }
    const std::vector<std::string>& words() const { return words_; }
    const std::vector<std::size_t>& outcomes() const { return outcomes_; }
    std::size_t scenarios() const { return scenarios_; }
    int year() const { return year_; }

    // `w` counts words(), `k` counts outcomes(); scenario 0 is the base.
    const Estimate& difference(std::size_t w, std::size_t s, std::size_t k) const {
        return differences_[(w * scenarios_ + s) * outcomes_.size() + k];
    }
    double base_level(std::size_t w, std::size_t k) const { return base_levels_[w * outcomes_.size() + k]; }
    Survival survival(std::size_t s, std::size_t k) const;
    // Places of the alternatives, in their order (places_of), and how far two words agree on them (agreement_of).
    std::vector<double> places(std::size_t w, std::size_t k) const;
    double agreement(std::size_t w, std::size_t other, std::size_t k) const;

  private:
    const Model* model_;
    const ParameterDecl* parameter_;
    std::vector<std::string> words_;
    std::vector<std::size_t> outcomes_;
    std::size_t scenarios_;
    int year_;
    std::vector<Estimate> differences_;  // [word][scenario][outcome]
    std::vector<double> base_levels_;    // [word][outcome]
};

}  // namespace bevlogen
