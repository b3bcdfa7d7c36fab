// One number for each run, outcome, phase and year; of the base one more.
#include "sim/experiment/year_levels.hpp"

#include <limits>

#include "sim/experiment/paired.hpp"

namespace bevlogen {

YearLevels::YearLevels(const RecordPlan& plan, std::size_t scenarios, std::size_t replicates)
    : unit_(plan.options.replicates_a_draw),
      replicates_(replicates),
      outcomes_(plan.outcomes()),
      phases_(plan.phases()),
      years_(plan.weeks / kWeeksPerYear) {
    levels_.assign(scenarios * replicates_ * outcomes_ * phases_ * static_cast<std::size_t>(years_),
                   std::numeric_limits<double>::quiet_NaN());
    persons_.assign(scenarios * replicates_ * static_cast<std::size_t>(years_), std::numeric_limits<double>::quiet_NaN());
    base_sds_.assign(levels_.size() / scenarios, std::numeric_limits<double>::quiet_NaN());
}

std::size_t YearLevels::at(std::size_t scenario, std::size_t replicate, std::size_t outcome, std::size_t phase, int year) const {
    return (((scenario * replicates_ + replicate) * outcomes_ + outcome) * phases_ + phase) * static_cast<std::size_t>(years_) +
           static_cast<std::size_t>(year - 1);
}

void YearLevels::take_from(const RecordPlan& plan, std::size_t scenario, std::size_t replicate, const RunRecord& record) {
    constexpr std::size_t kClearingsPerYear = kWeeksPerYear / kWeeksPerEpoch;
    for (std::size_t year = 0; year < static_cast<std::size_t>(years_); ++year) {
        double sum = 0.0;
        for (std::size_t clearing = year * kClearingsPerYear; clearing < (year + 1) * kClearingsPerYear; ++clearing)
            sum += record.persons_by_phase[clearing * phases_];
        persons_[(scenario * replicates_ + replicate) * static_cast<std::size_t>(years_) + year] = sum / kClearingsPerYear;
    }
    for (std::size_t outcome = 0; outcome < outcomes_; ++outcome) {
        for (std::size_t phase = 0; phase < phases_; ++phase) {
            for (int year = 1; year <= years_; ++year) {
                const std::size_t place = at(scenario, replicate, outcome, phase, year);
                levels_[place] = record.year_mean(plan, outcome, phase, year);
                if (scenario == 0) base_sds_[place] = record.year_sd(plan, outcome, phase, year);
            }
        }
    }
}

std::vector<double> YearLevels::by_replicate(std::size_t scenario, std::size_t outcome, std::size_t phase, int year) const {
    std::vector<double> values(replicates_);
    for (std::size_t replicate = 0; replicate < replicates_; ++replicate)
        values[replicate] = levels_[at(scenario, replicate, outcome, phase, year)];
    return values;
}

double YearLevels::persons(std::size_t scenario, int year) const {
    std::vector<double> persons(replicates_);
    for (std::size_t replicate = 0; replicate < replicates_; ++replicate) {
        persons[replicate] =
            persons_[(scenario * replicates_ + replicate) * static_cast<std::size_t>(years_) + static_cast<std::size_t>(year - 1)];
    }
    return estimate_mean(persons).mean;
}

double YearLevels::base_sd(std::size_t outcome, std::size_t phase, int year) const {
    std::vector<double> sds(replicates_);
    for (std::size_t replicate = 0; replicate < replicates_; ++replicate)
        sds[replicate] = base_sds_[at(0, replicate, outcome, phase, year)];
    return estimate_mean(sds).mean;
}

}  // namespace bevlogen
