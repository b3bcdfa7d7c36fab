// Ages and times in a phase of a population that has been like this for ever: a life table of each career phase.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "models/workforce/phases.hpp"
#include "sim/random/stream.hpp"
#include "sim/scenario/parameter_group.hpp"

namespace bevlogen::workforce {

// Of the flows of model section "careers": entry ages, lengths of phases, rates of leaving.
struct CareerParameters {
    std::array<float, kPhases> entry_age{};                                                      // years, mean
    float entry_age_spread = 0.0f;                                                               // SD, years
    std::array<float, kPhases> leaves_a_year{};                                                  // hazard
    float coassistent_weeks = 0.0f;                                                              // of the phase
    float training_weeks_long = 0.0f, training_weeks_short = 0.0f, training_share_short = 0.0f;  // at 1 FTE
    float longest_anios_years = 0.0f;
    float jonge_klare_weeks = 0.0f;
    float late_from_age = 0.0f, last_age = 0.0f;
    float retire_60_to_62 = 0.0f, retire_63_to_65 = 0.0f, retire_66_to_69 = 0.0f;  // a year
};

ParameterGroup<CareerParameters> declare_career_parameters();

struct AgeAndStay {
    double age_years = 0.0;
    int weeks_in_phase = 0;
};

// Survival week by week since entry into each phase, and draws of time in phase with density proportional to it.
class StationaryCareers {
  public:
    explicit StationaryCareers(const CareerParameters& careers, const std::array<float, kPhases>& mean_fte);

    AgeAndStay draw(Phase phase, Stream& stream) const;
    // Mean of f(age in years) over the stationary population of a phase.
    template <class Function>
    double mean(Phase phase, Function f) const {
        const std::vector<double>& survival = survival_[index_of(phase)];
        double sum = 0.0, all = 0.0;
        for (std::size_t week = 0; week < survival.size(); ++week) {
            sum += survival[week] * f(entry_age_[index_of(phase)] + (static_cast<double>(week) + 0.5) / 52.0);
            all += survival[week];
        }
        return sum / all;
    }
    // Mean number of weeks in the phase.
    double mean_stay_weeks(Phase phase) const;

  private:
    std::array<std::vector<double>, kPhases> survival_;  // share of those who entered who are still there in that week
    std::array<std::vector<double>, kPhases> cumulative_;
    std::array<double, kPhases> entry_age_{};
    double entry_age_spread_ = 0.0;
};

}  // namespace bevlogen::workforce
