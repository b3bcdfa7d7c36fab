// Multiplies amounts by prices, and spreads what is scheduled over the years.
#include "sim/experiment/costs.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "sim/core/contract.hpp"
#include "sim/experiment/persons_reached.hpp"

namespace bevlogen {
namespace {

std::size_t size(int number) { return static_cast<std::size_t>(number); }

double discount_factor(double rate, int year) { return std::pow(1.0 + rate, -(year - 1)); }

}  // namespace

bool is_unpriced(const Intervention& intervention, const Model& model) {
    const FixedCosts& costs = intervention.catalogue.costs;
    if (costs.one_off_euro != 0.0 || costs.euro_per_year != 0.0 || costs.euro_per_person_year != 0.0) return false;
    const std::vector<LeverDecl>& levers = model.vocabulary().levers;
    return std::none_of(intervention.levers.begin(), intervention.levers.end(),
                        [&](const LeverSetting& set) { return levers[set.lever].enrols; });
}

std::vector<ScheduledCost> costs_of_intervention(const Intervention& intervention, double persons_reached, double scale, std::size_t line,
                                                 Week recorded) {
    const FixedCosts& costs = intervention.catalogue.costs;
    const Week start = intervention.schedule.start;
    const Week end = intervention.schedule.end ? std::min(*intervention.schedule.end, recorded) : recorded;
    std::vector<ScheduledCost> scheduled;
    if (costs.one_off_euro > 0.0) scheduled.push_back({line, costs.payer, costs.one_off_euro * scale, start, start + Week{1}});
    const double a_year = costs.euro_per_year * scale + costs.euro_per_person_year * persons_reached;
    if (a_year > 0.0) scheduled.push_back({line, costs.payer, a_year / kWeeksPerYear, start, end});
    return scheduled;
}

Costs::Costs(const Model& model, std::span<const Scenario> scenarios, const ResourceUse& used, const std::optional<ParameterDraws>& draws)
    : unit_(used.unit()),
      replicates_(used.replicates()),
      payers_(model.vocabulary().payers.size()),
      weeks_(used.weeks()),
      years_(used.years()),
      has_averted_(used.has_averted()),
      lines_(model.cost_lines()) {
    expect(scenarios.size() == used.scenarios(), "there are prices for every scenario");
    expect(payers_ > 0 || lines_.empty(), "a model with cost lines has payers");
    lines_.push_back(intervention_cost_line());
    euros_.assign(scenarios.size() * lines_.size() * payers_ * size(years_) * replicates_, 0.0);
    for (std::size_t s = 0; s < scenarios.size(); ++s) {
        prices_.push_back(model.prices(scenarios[s]));
        const std::vector<Intervention>& all = scenarios[s].interventions;
        has_unpriced_measure_.push_back(
            std::any_of(all.begin(), all.end(), [&](const Intervention& one) { return is_unpriced(one, model); }));
        for (int year = 1; year <= years_; ++year) {
            for (std::size_t r = 0; r < replicates_; ++r) averted_.push_back(used.averted_years(s, r, year));
        }
        if (!are_known()) continue;
        for (std::size_t d = 0; d < (draws ? draws->size() : 1); ++d) {
            const Prices prices = draws ? model.prices(draws->applied(scenarios[s], d)) : prices_[s];
            const Replicates under = draws ? Replicates{d * unit_.replicates(), (d + 1) * unit_.replicates()} : Replicates{0, replicates_};
            price_amounts(s, under, prices, model, used);
            for (const ScheduledCost& cost : prices.scheduled) spread(s, under, cost);
        }
        for (const Intervention& intervention : scenarios[s].interventions) {
            const double persons = intervention.catalogue.costs.euro_per_person_year > 0.0
                                       ? static_cast<double>(count_persons_reached(model, scenarios[s], intervention))
                                       : 0.0;
            for (const ScheduledCost& cost :
                 costs_of_intervention(intervention, persons, prices_[s].scale, lines_.size() - 1, Week{weeks_}))
                spread(s, {0, replicates_}, cost);
        }
        for (std::size_t r = 0; r < replicates_; ++r) {
            if (!used.has_run(s, r)) forget(s, r);
        }
    }
}

void Costs::forget(std::size_t scenario, std::size_t replicate) {
    for (std::size_t line = 0; line < lines_.size(); ++line) {
        for (std::size_t payer = 0; payer < payers_; ++payer) {
            for (int year = 1; year <= years_; ++year)
                euros_[place(scenario, line, payer, year) + replicate] = std::numeric_limits<double>::quiet_NaN();
        }
    }
}

std::size_t Costs::place(std::size_t scenario, std::size_t line, std::size_t payer, int year) const {
    expect(scenario < prices_.size() && line < lines_.size() && payer < payers_ && year >= 1 && year <= years_,
           "costs are asked of a scenario, line, payer and year that there are");
    return (((scenario * lines_.size() + line) * payers_ + payer) * size(years_) + size(year - 1)) * replicates_;
}

void Costs::price_amounts(std::size_t scenario, Replicates under, const Prices& of, const Model& model, const ResourceUse& used) {
    const auto& outcomes = used.outcomes();
    expect(of.lines.size() == model.cost_lines().size(), "a model has prices for each of its cost lines");
    for (std::size_t line = 0; line < model.cost_lines().size(); ++line) {
        const CostLineDecl& decl = model.cost_lines()[line];
        if (!decl.outcome) continue;
        const auto k = static_cast<std::size_t>(std::find(outcomes.begin(), outcomes.end(), *decl.outcome) - outcomes.begin());
        const std::vector<UnitPrice>& prices = of.lines[line];
        expect(prices.size() == model.phases().size(), "a price stands for each row of phases");
        for (std::size_t row = 0; row < used.rows().size(); ++row) {
            const UnitPrice& price = prices[used.rows()[row]];
            expect(!decl.is_transfer || price.payer != price.receiver, "a transfer goes from one to another");
            for (int year = 1; year <= years_; ++year) {
                for (std::size_t r = under.first; r < under.last; ++r) {
                    const double euro = used.amount(scenario, r, k, row, year) * price.euro;
                    euros_[place(scenario, line, price.payer, year) + r] += euro;
                    if (decl.is_transfer) euros_[place(scenario, line, price.receiver, year) + r] -= euro;
                }
            }
        }
    }
}

void Costs::spread(std::size_t scenario, Replicates under, const ScheduledCost& cost) {
    for (int year = 1; year <= years_; ++year) {
        const int from = std::max(cost.from.value, (year - 1) * kWeeksPerYear);
        const int until = std::min({cost.until.value, year * kWeeksPerYear, weeks_});
        if (until <= from) continue;
        for (std::size_t r = under.first; r < under.last; ++r)
            euros_[place(scenario, cost.line, cost.payer, year) + r] += cost.euro_per_week * (until - from);
    }
}

std::vector<double> Costs::euros(std::size_t scenario, const CostPart& part, Discounting discounting) const {
    const auto range = [](const std::optional<std::size_t>& one, std::size_t count) {
        return one ? std::pair{*one, *one + 1} : std::pair{std::size_t{0}, count};
    };
    const auto [first_line, last_line] = range(part.line, lines_.size());
    const auto [first_payer, last_payer] = range(part.payer, payers_);
    const double rate = discounting == Discounting::by_year ? prices_.front().discount_of_costs : 0.0;
    std::vector<double> sums(replicates_, 0.0);
    for (int year = part.year.value_or(1); year <= part.year.value_or(years_); ++year) {
        const double factor = discount_factor(rate, year);
        for (std::size_t line = first_line; line < last_line; ++line) {
            for (std::size_t payer = first_payer; payer < last_payer; ++payer) {
                for (std::size_t r = 0; r < replicates_; ++r) sums[r] += factor * euros_[place(scenario, line, payer, year) + r];
            }
        }
    }
    return unit_.values(sums);
}

std::vector<double> Costs::differences(std::size_t scenario, const CostPart& part, Discounting discounting) const {
    std::vector<double> differences = euros(scenario, part, discounting);
    const std::vector<double> base = euros(0, part, discounting);
    for (std::size_t r = 0; r < base.size(); ++r) differences[r] -= base[r];
    return differences;
}

Estimate Costs::difference(std::size_t scenario, const CostPart& part, Discounting discounting) const {
    return estimate_mean(differences(scenario, part, discounting), unit_.interval());
}

std::vector<double> Costs::averted(std::size_t scenario, Discounting discounting) const {
    expect(scenario < prices_.size(), "averted years are of one of the scenarios");
    const double rate = discounting == Discounting::by_year ? prices_.front().discount_of_effects : 0.0;
    std::vector<double> sums(replicates_, 0.0);
    for (int year = 1; year <= years_; ++year) {
        for (std::size_t r = 0; r < replicates_; ++r)
            sums[r] += discount_factor(rate, year) * averted_[(scenario * size(years_) + size(year - 1)) * replicates_ + r];
    }
    return unit_.values(sums);
}

Estimate Costs::averted_estimate(std::size_t scenario) const {
    return estimate_mean(averted(scenario, Discounting::by_year), unit_.interval());
}

CostPerAverted Costs::per_averted(std::size_t scenario) const {
    return cost_per_averted(differences(scenario, {}, Discounting::by_year), averted(scenario, Discounting::by_year), unit_.interval());
}

}  // namespace bevlogen
