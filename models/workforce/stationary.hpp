// Ages and times in a phase of a population that has been like this for ever: a life table of each career phase.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "models/workforce/phases.hpp"
#include "sim/core/week.hpp"
#include "sim/random/stream.hpp"
#include "sim/scenario/parameter_group.hpp"

namespace bevlogen::workforce {

// Of the flows of the stationary career system: entry ages, lengths of phases, rates of leaving.
struct CareerParameters {
    std::array<float, kPhases - 1> entry_age{};  // years, mean; late begins at late_from_age
    float entry_age_spread = 0.0f;               // SD, years; late: 0
    std::array<float, kPhases> leaves_a_year{};  // hazard of leaving the hospitals
    float anios_to_training_a_year = 0.0f;       // hazard of getting a training post
    float coassistent_weeks = 0.0f;              // of the phase
    float training_weeks_long = 0.0f, training_weeks_short = 0.0f, training_share_short = 0.0f;  // at 1 FTE
    float longest_anios_years = 0.0f;
    float jonge_klare_weeks = 0.0f;
    float late_from_age = 0.0f, last_age = 0.0f;
    float retire_60_to_62 = 0.0f, retire_63_to_65 = 0.0f, retire_66_on = 0.0f;  // share a year, of ages in whole years
};

ParameterGroup<CareerParameters> declare_career_parameters();

struct AgeAndStay {
    double age_years = 0.0;
    int weeks_in_phase = 0;
};

// Survival week by week since entry into each phase, and draws of age and time in phase with density proportional to it.
class StationaryCareers {
  public:
    // `aios_fte`: mean contract size of aios, by which training takes longer.
    StationaryCareers(const CareerParameters& careers, float aios_fte);

    // Age and completed weeks in the phase of somebody in the stock.
    AgeAndStay draw(Phase phase, Stream& stream) const;

    // Age of somebody who enters the phase, with no week in it.
    AgeAndStay draw_entry(Phase phase, Stream& stream) const;

    // Mean of f(age in years) over the stationary population of a phase.
    template <class Function>
    double mean(Phase phase, Function f) const {
        double sum = 0.0, all = 0.0;
        for_each_week(phase, [&](double age, double share) {
            sum += share * f(age);
            all += share;
        });
        return sum / all;
    }

    // Mean number of weeks in the phase of who enters it: a stock is this times the number that enters a week.
    double mean_stay_weeks(Phase phase) const;

    // Weeks since registration of a specialist with so many weeks in the phase, as if the phases before had taken their usual time.
    int weeks_as_specialist(Phase phase, int weeks_in_phase) const;

  private:
    // Calls body(age in years, share of those who enter that are there) for weeks since entry and for entry ages up to 4 SD from the mean.
    template <class Body>
    void for_each_week(Phase phase, const Body& body) const {
        const LifeTable& table = tables_[index_of(phase)];
        for (const EntryAge& entry : table.entry_ages) {
            for (std::size_t week = 0; week < table.survival.size(); ++week) {
                const double age = entry.years + (static_cast<double>(week) + 0.5) / kWeeksPerYear;
                if (age < table.age_limit) body(age, entry.share * table.survival[week]);
            }
        }
    }

    struct EntryAge {
        double years = 0.0, share = 0.0;
    };
    struct LifeTable {
        std::vector<double> survival;      // share of those who entered who are still there in that week, but for the age limit
        std::vector<double> cumulative;    // sums of it
        std::vector<EntryAge> entry_ages;  // a grid over the normal distribution
        double entry_age = 0.0, entry_age_spread = 0.0;
        double age_limit = 0.0;  // at which everybody has left the phase
        int weeks_as_specialist_before = 0;
    };
    std::array<LifeTable, kPhases> tables_;
};

}  // namespace bevlogen::workforce
