// Counts persons by the sign of their change.
#include "sim/experiment/person_gains.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "sim/core/contract.hpp"

namespace bevlogen {
namespace {

// SD between persons of the values that are there.
double spread_of(std::span<const std::int16_t> values) {
    double count = 0.0, sum = 0.0, squares = 0.0;
    for (const std::int16_t value : values) {
        if (value == kNoValue) continue;
        const auto x = static_cast<double>(read_stored(value));
        count += 1.0;
        sum += x;
        squares += x * x;
    }
    if (count < 2.0) return 0.0;
    return std::sqrt(std::max(0.0, (squares - sum * sum / count) / (count - 1.0)));
}

}  // namespace

PersonGains::PersonGains(const RecordPlan& plan, std::size_t scenarios, std::size_t replicates)
    : unit_(plan.options.replicates_a_draw), scenarios_(scenarios), replicates_(replicates), phases_(plan.phases()) {
    for (std::size_t place = 0; place < plan.joined.size(); ++place) {
        const OutcomeDecl& outcome = plan.model->outcomes()[plan.joined[place]];
        if (outcome.good == Direction::neutral) continue;
        outcomes_.push_back(plan.joined[place]);
        places_.push_back(place);
        signs_.push_back(outcome.good == Direction::higher_is_better ? 1.0 : -1.0);
    }
    shares_.assign(scenarios_ * outcomes_.size() * phases_ * kChanges * replicates_, std::numeric_limits<double>::quiet_NaN());
}

std::size_t PersonGains::at(std::size_t scenario, std::size_t g, std::size_t phase, std::size_t change) const {
    return (((scenario * outcomes_.size() + g) * phases_ + phase) * kChanges + change) * replicates_;
}

void PersonGains::take_from(const RecordPlan&, std::size_t scenario, std::size_t replicate, const RunRecord& record) {
    if (outcomes_.empty()) return;
    expect(scenario < scenarios_ && replicate < replicates_, "the run is one of the experiment's");
    Held& held = held_[replicate];
    Persons persons{record.joined, record.joined_phase};
    if (scenario == 0) {
        for (const auto& [waiting, of] : held.waiting) compare(waiting, replicate, persons, of);
        held.waiting.clear();
        held.base = std::move(persons);
    } else if (held.base) {
        compare(scenario, replicate, *held.base, persons);
    } else {
        held.waiting.emplace(scenario, std::move(persons));
    }
    if (++held.taken == scenarios_) held_.erase(replicate);
}

void PersonGains::compare(std::size_t scenario, std::size_t replicate, const Persons& base, const Persons& alternative) {
    expect(base.values.size() == alternative.values.size(), "the runs of a replicate have the same persons");
    const std::size_t persons = base.phases.size();
    for (std::size_t g = 0; g < outcomes_.size(); ++g) {
        const std::span<const std::int16_t> before = std::span(base.values).subspan(places_[g] * persons, persons);
        const std::span<const std::int16_t> after = std::span(alternative.values).subspan(places_[g] * persons, persons);
        const double threshold = kGainSd * spread_of(before);
        std::vector<std::array<double, kChanges>> counts(phases_, {0.0, 0.0, 0.0});
        for (std::size_t i = 0; i < persons; ++i) {
            if (before[i] == kNoValue || after[i] == kNoValue || base.phases[i] == kNoValue) continue;
            const double gain = signs_[g] * static_cast<double>(read_stored(after[i]) - read_stored(before[i]));
            const Change change = gain > threshold ? kBetter : gain < -threshold ? kWorse : kSame;
            const auto phase = static_cast<std::size_t>(read_stored(base.phases[i]));
            counts[0][change] += 1.0;
            if (phase > 0) counts[phase][change] += 1.0;
        }
        for (std::size_t phase = 0; phase < phases_; ++phase) {
            const double all = counts[phase][kBetter] + counts[phase][kSame] + counts[phase][kWorse];
            if (all == 0.0) continue;
            for (std::size_t change = 0; change < kChanges; ++change)
                shares_[at(scenario, g, phase, change) + replicate] = counts[phase][change] / all;
        }
    }
}

GainShares PersonGains::shares(std::size_t scenario, std::size_t g, std::size_t phase) const {
    expect(scenario < scenarios_ && g < outcomes_.size() && phase < phases_, "scenario, outcome and phase are compared");
    const auto of = [&](Change change) { return unit_.estimate(std::span(shares_).subspan(at(scenario, g, phase, change), replicates_)); };
    return {of(kBetter), of(kSame), of(kWorse)};
}

}  // namespace bevlogen
