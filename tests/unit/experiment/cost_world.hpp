// A model with costs so small that every euro can be worked out by hand, and records of its runs.
#pragma once

#include <functional>
#include <limits>
#include <memory>
#include <vector>

#include "sim/experiment/costs.hpp"
#include "sim/record/record_plan.hpp"

namespace bevlogen::testing {

// Outcomes: hours and sessions that cost money, contributions, and a share that is to be averted. Two phases under "all".
class CostModel : public Model {
  public:
    enum Outcome : std::size_t { kHours, kSessions, kContribution, kBurntOut };
    enum Payer : std::size_t { kHospital, kPerson, kFund };
    enum Line : std::size_t { kWages, kCoaches, kOwn, kSalaries, kInterventions };
    enum Phase : std::size_t { kAll, kJunior, kSenior };

    CostModel() {
        vocabulary_.model = "costly";
        vocabulary_.payers = {{"hospital", {"hospital", "ziekenhuis"}}, {"person", {"person", "persoon"}}, {"fund", {"fund", "fonds"}}};
        for (const char* name : {"hours", "sessions", "contribution"}) {
            OutcomeDecl amount;
            amount.name = name;
            amount.label = {name, name};
            amount.unit = "amount per week";
            amount.role = Role::cost;
            outcomes_.push_back(amount);
        }
        OutcomeDecl burnt_out;
        burnt_out.name = "burnt_out";
        burnt_out.label = {"burnt out", "opgebrand"};
        burnt_out.unit = "1";
        burnt_out.shape = Shape::share;
        burnt_out.averted = {"burnout-years averted", "vermeden burn-outjaren"};
        outcomes_.push_back(burnt_out);
        phases_.add("all", {"everybody", "iedereen"}, 3);
        phases_.add("junior", {"juniors", "junioren"}, 1);
        phases_.add("senior", {"seniors", "senioren"}, 2);
        lines_ = {{"wages", {"wages", "loon"}, kHours, false, ""},
                  {"coaches", {"coaches", "coaches"}, kSessions, false, ""},
                  {"own", {"own contribution", "eigen bijdrage"}, kContribution, true, ""},
                  {"salaries", {"salaries", "salarissen"}, {}, false, ""}};
        prices_.price_year = 2024;
        prices_.discount_of_costs = 0.03;
        prices_.discount_of_effects = 0.015;
        prices_.lines = {{{}, {40.0, kHospital, 0}, {100.0, kFund, 0}},
                         {{}, {150.0, kHospital, 0}, {150.0, kHospital, 0}},
                         {{}, {1.0, kPerson, kHospital}, {1.0, kPerson, kHospital}},
                         {}};
    }
    const Vocabulary& vocabulary() const override { return vocabulary_; }
    const Fields& fields() const override { return fields_; }
    const std::vector<OutcomeDecl>& outcomes() const override { return outcomes_; }
    const std::vector<InstrumentDecl>& instruments() const override { return instruments_; }
    std::size_t category_count() const override { return 2; }
    const Grouping& phases() const override { return phases_; }
    const Grouping& strata() const override { return phases_; }
    std::unique_ptr<Dynamics> make_dynamics(const Scenario&) const override { return nullptr; }
    const std::vector<CostLineDecl>& cost_lines() const override { return lines_; }
    // Those of the model; of the scenario called "dear" what `change` makes of them.
    Prices prices(const Scenario& scenario) const override {
        Prices prices = prices_;
        if (scenario.name == "dear" && change) change(prices);
        return prices;
    }

    std::function<void(Prices&)> change;
    Prices prices_;

  private:
    Vocabulary vocabulary_;
    Fields fields_;
    std::vector<OutcomeDecl> outcomes_;
    std::vector<InstrumentDecl> instruments_;
    std::vector<CostLineDecl> lines_;
    Grouping phases_;
};

inline Scenario cost_scenario(const char* name, int years = 2) {
    Scenario scenario;
    scenario.name = name;
    scenario.years = years;
    return scenario;
}

// The same means of each phase at every clearing: 1,000 juniors and 500 seniors.
struct Means {
    double hours = 0.0, sessions = 0.0, contribution = 0.0, burnt_out = 0.0;
};
inline RunRecord cost_record(const RecordPlan& plan, const Means& junior, const Means& senior) {
    RunRecord record;
    const auto clearings = static_cast<std::size_t>(plan.clearings);
    record.by_phase.assign(plan.outcomes() * clearings * 3 * kMeasures.size(), std::numeric_limits<float>::quiet_NaN());
    const std::vector<double> persons = {1500.0, 1000.0, 500.0};
    for (std::size_t clearing = 0; clearing < clearings; ++clearing) {
        for (const double n : persons) record.persons_by_phase.push_back(static_cast<std::int32_t>(n));
        for (std::size_t o = 0; o < plan.outcomes(); ++o) {
            const auto of = [o](const Means& m) { return std::vector{m.hours, m.sessions, m.contribution, m.burnt_out}[o]; };
            const std::vector<double> means = {(persons[1] * of(junior) + persons[2] * of(senior)) / persons[0], of(junior), of(senior)};
            for (std::size_t phase = 0; phase < 3; ++phase)
                record.by_phase[((o * clearings + clearing) * 3 + phase) * kMeasures.size()] = static_cast<float>(means[phase]);
        }
    }
    return record;
}

}  // namespace bevlogen::testing
