// One number for each run, outcome, phase and year.
#include "sim/experiment/year_levels.hpp"

#include <limits>

namespace bevlogen {

YearLevels::YearLevels(const RecordPlan& plan, std::size_t scenarios, std::size_t replicates)
    : replicates_(replicates), outcomes_(plan.outcomes()), phases_(plan.phases()), years_(plan.weeks / kWeeksPerYear) {
    levels_.assign(scenarios * replicates_ * outcomes_ * phases_ * static_cast<std::size_t>(years_),
                   std::numeric_limits<double>::quiet_NaN());
}

std::size_t YearLevels::at(std::size_t scenario, std::size_t replicate, std::size_t outcome, std::size_t phase, int year) const {
    return (((scenario * replicates_ + replicate) * outcomes_ + outcome) * phases_ + phase) * static_cast<std::size_t>(years_) +
           static_cast<std::size_t>(year - 1);
}

void YearLevels::take_from(const RecordPlan& plan, std::size_t scenario, std::size_t replicate, const RunRecord& record) {
    for (std::size_t outcome = 0; outcome < outcomes_; ++outcome) {
        for (std::size_t phase = 0; phase < phases_; ++phase) {
            for (int year = 1; year <= years_; ++year)
                levels_[at(scenario, replicate, outcome, phase, year)] = record.year_mean(plan, outcome, phase, year);
        }
    }
}

std::vector<double> YearLevels::values(std::size_t scenario, std::size_t outcome, std::size_t phase, int year) const {
    std::vector<double> values(replicates_);
    for (std::size_t replicate = 0; replicate < replicates_; ++replicate)
        values[replicate] = levels_[at(scenario, replicate, outcome, phase, year)];
    return values;
}

}  // namespace bevlogen
