// Finds persons again from wave to wave.
#include "sim/calibrate/condition_answers.hpp"

#include <algorithm>
#include <limits>

#include "sim/core/contract.hpp"

namespace bevlogen {

ConditionAnswers::ConditionAnswers(std::vector<SurveyWave> waves) : waves_(std::move(waves)) {
    expect(!waves_.empty(), "a condition is measured at a wave at least");
    for (const SurveyWave& wave : waves_) person_.insert(person_.end(), wave.person.begin(), wave.person.end());
    std::ranges::sort(person_);
    person_.erase(std::unique(person_.begin(), person_.end()), person_.end());
    row_.assign(waves_.size() * person_.size(), kNotThere);
    for (std::size_t w = 0; w < waves_.size(); ++w) {
        for (std::uint32_t row = 0; row < waves_[w].size(); ++row) {
            const auto at = std::ranges::lower_bound(person_, waves_[w].person[row]) - person_.begin();
            row_[w * person_.size() + static_cast<std::size_t>(at)] = row;
        }
    }
}

std::vector<std::size_t> ConditionAnswers::yearly_waves() const {
    std::vector<std::size_t> yearly;
    for (std::size_t w = (waves_.size() - 1) % kWavesAYear; w < waves_.size(); w += kWavesAYear) yearly.push_back(w);
    return yearly;
}

double ConditionAnswers::value(std::size_t w, std::size_t p, std::size_t quantity) const {
    const std::uint32_t row = row_of(w, p);
    return row == kNotThere ? std::numeric_limits<double>::quiet_NaN() : static_cast<double>(waves_[w].value[quantity][row]);
}

}  // namespace bevlogen
