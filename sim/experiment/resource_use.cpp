// Amounts from the means by phase and the counts of persons of each run.
#include "sim/experiment/resource_use.hpp"

#include <algorithm>
#include <limits>

#include "sim/core/contract.hpp"

namespace bevlogen {
namespace {

constexpr int kClearingsPerYear = kWeeksPerYear / kWeeksPerEpoch;
constexpr double kNotANumber = std::numeric_limits<double>::quiet_NaN();

std::size_t size(int number) { return static_cast<std::size_t>(number); }

// Means are 0 where nobody is in the row.
double mean_at(const RecordPlan& plan, const RunRecord& record, std::size_t outcome, std::size_t clearing, std::size_t phase) {
    if (record.persons_by_phase[clearing * plan.phases() + phase] == 0) return 0.0;
    const std::size_t row = (outcome * size(plan.clearings) + clearing) * plan.phases() + phase;
    return static_cast<double>(record.by_phase[row * kMeasures.size() + measure_index("mean")]);
}

}  // namespace

std::vector<std::size_t> partition_of(const Grouping& grouping) {
    std::vector<std::size_t> rows;
    std::uint64_t taken = 0;
    for (std::size_t row = 1; row < grouping.size(); ++row) {
        if ((grouping.members[row] & taken) != 0 || grouping.members[row] == 0) continue;
        rows.push_back(row);
        taken |= grouping.members[row];
    }
    return taken == grouping.members[0] ? rows : std::vector<std::size_t>{0};
}

ResourceUse::ResourceUse(const RecordPlan& plan, std::size_t scenarios, std::size_t replicates)
    : scenarios_(scenarios),
      replicates_(replicates),
      unit_(plan.options.replicates_a_draw),
      weeks_(plan.weeks),
      clearings_(plan.clearings),
      years_((clearings_ + kClearingsPerYear - 1) / kClearingsPerYear),
      rows_(partition_of(plan.model->phases())) {
    for (const CostLineDecl& line : plan.model->cost_lines()) {
        if (line.outcome && std::find(outcomes_.begin(), outcomes_.end(), *line.outcome) == outcomes_.end()) {
            expect(plan.model->outcomes()[*line.outcome].role == Role::cost, "a cost line is an amount of an outcome of cost");
            outcomes_.push_back(*line.outcome);
        }
    }
    const auto& decls = plan.model->outcomes();
    for (std::size_t o = 0; o < decls.size(); ++o) {
        if (decls[o].averted.en.empty()) continue;
        expect(averted_ == kNone && decls[o].shape == Shape::share, "one share is to be averted");
        averted_ = o;
    }
    has_run_.assign(scenarios_ * replicates_, false);
    amounts_.assign(scenarios_ * replicates_ * outcomes_.size() * rows_.size() * size(years_), kNotANumber);
    shares_.assign(scenarios_ * replicates_ * size(clearings_), kNotANumber);
    persons_.assign(shares_.size(), kNotANumber);
}

std::size_t ResourceUse::amount_at(std::size_t scenario, std::size_t replicate, std::size_t k, std::size_t row, int year) const {
    expect(scenario < scenarios_ && replicate < replicates_ && k < outcomes_.size() && row < rows_.size() && year >= 1 && year <= years_,
           "what was used is asked of a run, an outcome, a row and a year that there are");
    return ((run(scenario, replicate) * outcomes_.size() + k) * rows_.size() + row) * size(years_) + size(year - 1);
}

void ResourceUse::take_from(const RecordPlan& plan, std::size_t scenario, std::size_t replicate, const RunRecord& record) {
    expect(scenario < scenarios_ && replicate < replicates_, "the run is one of the experiment's");
    has_run_[run(scenario, replicate)] = true;
    for (std::size_t k = 0; k < outcomes_.size(); ++k) {
        for (std::size_t row = 0; row < rows_.size(); ++row) {
            for (int year = 1; year <= years_; ++year) {
                double sum = 0.0;
                const int last = std::min(year * kClearingsPerYear, clearings_);
                for (int clearing = (year - 1) * kClearingsPerYear; clearing < last; ++clearing) {
                    const double persons = record.persons_by_phase[size(clearing) * plan.phases() + rows_[row]];
                    sum += mean_at(plan, record, outcomes_[k], size(clearing), rows_[row]) * persons * kWeeksPerEpoch;
                }
                amounts_[amount_at(scenario, replicate, k, row, year)] = sum;
            }
        }
    }
    for (std::size_t clearing = 0; clearing < size(clearings_); ++clearing) {
        const std::size_t at = run(scenario, replicate) * size(clearings_) + clearing;
        persons_[at] = record.persons_by_phase[clearing * plan.phases()];
        shares_[at] = averted_ == kNone ? 0.0 : mean_at(plan, record, averted_, clearing, 0);
    }
}

double ResourceUse::amount(std::size_t scenario, std::size_t replicate, std::size_t k, std::size_t row, int year) const {
    return amounts_[amount_at(scenario, replicate, k, row, year)];
}

double ResourceUse::averted_years(std::size_t scenario, std::size_t replicate, int year) const {
    expect(scenario < scenarios_ && replicate < replicates_ && year >= 1 && year <= years_, "averted years are of a run and a year");
    double sum = 0.0;
    const int last = std::min(year * kClearingsPerYear, clearings_);
    for (int clearing = (year - 1) * kClearingsPerYear; clearing < last; ++clearing) {
        const std::size_t base = run(0, replicate) * size(clearings_) + size(clearing);
        const std::size_t other = run(scenario, replicate) * size(clearings_) + size(clearing);
        sum += (shares_[base] - shares_[other]) * persons_[base] * kWeeksPerEpoch / kWeeksPerYear;
    }
    return sum;
}

}  // namespace bevlogen
