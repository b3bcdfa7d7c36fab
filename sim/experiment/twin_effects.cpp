// Walks over the persons of a replicate's base and alternative side by side.
#include "sim/experiment/twin_effects.hpp"

#include <algorithm>
#include <limits>
#include <set>
#include <utility>

#include "sim/core/contract.hpp"

namespace bevlogen {
namespace {

constexpr std::int32_t kWeeksToTwins = 39;  // nine months

// When persons can first enrol, if ever; in weeks from the end of the burn-in.
std::optional<Week> first_enrolment(const Intervention& intervention, const Vocabulary& vocabulary) {
    const auto enrols = [&](const std::vector<LeverSetting>& levers) {
        return std::any_of(levers.begin(), levers.end(), [&](const LeverSetting& set) { return vocabulary.levers[set.lever].enrols; });
    };
    if (enrols(intervention.levers)) return intervention.schedule.start;
    for (const InterventionChange& change : intervention.changes) {
        if (enrols(change.levers)) return change.at;
    }
    return {};
}

}  // namespace

std::vector<int> twin_weeks(const std::vector<Scenario>& scenarios, const Vocabulary& vocabulary) {
    std::set<int> weeks;
    for (const Scenario& scenario : scenarios) {
        for (const Intervention& intervention : scenario.interventions) {
            const std::optional<Week> start = first_enrolment(intervention, vocabulary);
            if (!start) continue;
            const int week = (start->value + kWeeksToTwins + kWeeksPerEpoch - 1) / kWeeksPerEpoch * kWeeksPerEpoch;
            if (week > 0 && week <= scenarios.front().recorded_weeks().value) weeks.insert(week);
        }
    }
    return {weeks.begin(), weeks.end()};
}

TwinEffects::TwinEffects(const RecordPlan& plan, std::size_t scenarios, std::size_t replicates)
    : unit_(plan.options.replicates_a_draw), scenarios_(scenarios), replicates_(replicates), weeks_(plan.options.twin_weeks) {
    for (std::size_t place = 0; place < plan.twin.size(); ++place) {
        switch (plan.model->outcomes()[plan.twin[place]].role) {
            case Role::offered: places_of_offered_.push_back(place); break;
            case Role::took_part: places_of_took_part_.push_back(place); break;
            default: outcomes_.push_back(plan.twin[place]); places_.push_back(place);
        }
    }
    numbers_.assign(scenarios_ * weeks_.size() * kGroups * (1 + outcomes_.size()) * replicates_, std::numeric_limits<double>::quiet_NaN());
}

void TwinEffects::take_from(const RecordPlan& plan, std::size_t scenario, std::size_t replicate, const RunRecord& record) {
    if (plan.twin.empty()) return;
    expect(scenario < scenarios_ && replicate < replicates_, "the run is one of the experiment's");
    Held& held = held_[replicate];
    if (scenario == 0) {
        held.base = record.twin;
        for (const auto& [waiting, values] : held.waiting) compare(waiting, replicate, *held.base, values);
        held.waiting.clear();
    } else if (held.base) {
        compare(scenario, replicate, *held.base, record.twin);
    } else {
        held.waiting.emplace(scenario, record.twin);
    }
    if (++held.taken == scenarios_) held_.erase(replicate);
}

void TwinEffects::compare(std::size_t scenario, std::size_t replicate, const Values& base, const Values& alternative) {
    expect(base.size() == alternative.size(), "the runs of a replicate have the same persons");
    const std::size_t places = places_.size() + places_of_offered_.size() + places_of_took_part_.size();
    const std::size_t persons = base.size() / (places * weeks_.size());
    const auto value = [&](const Values& values, std::size_t place, std::size_t moment, std::size_t person) {
        return values[(place * weeks_.size() + moment) * persons + person];
    };
    for (std::size_t moment = 0; moment < weeks_.size(); ++moment) {
        const auto is_in = [&](std::size_t person, Group group) {
            const std::vector<std::size_t>& shares = group == kOffered ? places_of_offered_ : places_of_took_part_;
            return std::any_of(shares.begin(), shares.end(), [&](std::size_t place) {
                const std::int16_t share = value(alternative, place, moment, person);
                return share != kNoValue && read_stored(share) >= 0.5f;
            });
        };
        for (const Group group : {kOffered, kTookPart}) {
            std::vector<std::size_t> counted;
            for (std::size_t person = 0; person < persons; ++person) {
                if (is_in(person, group)) counted.push_back(person);
            }
            number(scenario, replicate, moment, group, 0) = static_cast<double>(counted.size());
            for (std::size_t k = 0; k < places_.size(); ++k) {
                std::int64_t steps = 0;  // of kStoredStep: exact in any order
                std::int64_t pairs = 0;
                for (const std::size_t person : counted) {
                    const std::int16_t with = value(alternative, places_[k], moment, person);
                    const std::int16_t without = value(base, places_[k], moment, person);
                    if (with == kNoValue || without == kNoValue) continue;
                    steps += with - without;
                    ++pairs;
                }
                if (pairs == 0) continue;
                number(scenario, replicate, moment, group, 1 + k) =
                    static_cast<double>(steps) * static_cast<double>(kStoredStep) / static_cast<double>(pairs);
            }
        }
    }
}

double& TwinEffects::number(std::size_t scenario, std::size_t replicate, std::size_t moment, Group group, std::size_t which) {
    const std::size_t row = ((scenario * weeks_.size() + moment) * kGroups + group) * (1 + outcomes_.size()) + which;
    return numbers_[row * replicates_ + replicate];
}

Estimate TwinEffects::estimate(std::size_t scenario, std::size_t moment, Group group, std::size_t which) const {
    expect(scenario < scenarios_ && moment < weeks_.size() && which <= outcomes_.size(), "scenario, moment and outcome are compared");
    const std::size_t row = ((scenario * weeks_.size() + moment) * kGroups + group) * (1 + outcomes_.size()) + which;
    return unit_.estimate(std::span(numbers_).subspan(row * replicates_, replicates_));
}

Estimate TwinEffects::offered(std::size_t scenario, std::size_t moment) const { return estimate(scenario, moment, kOffered, 0); }

Estimate TwinEffects::took_part(std::size_t scenario, std::size_t moment) const { return estimate(scenario, moment, kTookPart, 0); }

Estimate TwinEffects::among_offered(std::size_t scenario, std::size_t moment, std::size_t k) const {
    return estimate(scenario, moment, kOffered, 1 + k);
}

Estimate TwinEffects::among_took_part(std::size_t scenario, std::size_t moment, std::size_t k) const {
    return estimate(scenario, moment, kTookPart, 1 + k);
}

}  // namespace bevlogen
