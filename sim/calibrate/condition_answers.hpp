// What everybody said in one condition, at every wave, and which rows are of the same person.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "sim/experiment/panel_statistics.hpp"
#include "sim/study/survey.hpp"

namespace bevlogen {

inline constexpr std::size_t kWavesAYear = kWeeksPerYear / kWeeksPerEpoch;

class ConditionAnswers {
  public:
    // Waves every four weeks, in order; at least one.
    explicit ConditionAnswers(std::vector<SurveyWave> waves);

    std::size_t waves() const { return waves_.size(); }
    const SurveyWave& wave(std::size_t w) const { return waves_[w]; }
    // The last wave and those a year, two years ... before it, ascending.
    std::vector<std::size_t> yearly_waves() const;

    std::size_t persons() const { return person_.size(); }
    std::uint64_t person(std::size_t p) const { return person_[p]; }
    // kNotThere where the person is not there at that wave.
    std::uint32_t row_of(std::size_t w, std::size_t p) const { return row_[w * person_.size() + p]; }
    // NaN where the person is not there.
    double value(std::size_t w, std::size_t p, std::size_t quantity) const;

  private:
    std::vector<SurveyWave> waves_;
    std::vector<std::uint64_t> person_;  // all who were there at any wave, ascending
    std::vector<std::uint32_t> row_;     // [wave][person]
};

}  // namespace bevlogen
