// Costs of alternatives: by payer, line and year, what an averted year costs, and at which worth of it which scenario is worth most.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "sim/experiment/cost_effect.hpp"
#include "sim/experiment/efficiency_frontier.hpp"
#include "sim/report/answer.hpp"
#include "sim/report/json.hpp"
#include "sim/report/wording.hpp"

namespace bevlogen {
namespace {

constexpr std::size_t kMostPoints = 40;  // of a scenario in the plane

bool is_something(const Estimate& estimate) {
    return std::isfinite(estimate.mean) && (estimate.mean != 0.0 || estimate.low != 0.0 || estimate.high != 0.0);
}

Json lines_json(const Costs& costs, std::size_t s) {
    Json lines = Json::array();
    for (std::size_t line = 0; line < costs.lines().size(); ++line) {
        for (std::size_t payer = 0; payer < costs.payers(); ++payer) {
            const Estimate plain = costs.difference(s, {.line = line, .payer = payer}, Discounting::none);
            if (!is_something(plain)) continue;
            lines.push_back({{"line", line},
                             {"payer", payer},
                             {"amount", estimate_json(costs.difference(s, {.line = line, .payer = payer}, Discounting::by_year))},
                             {"undiscounted", estimate_json(plain)}});
        }
    }
    return lines;
}

Json scenario_json(const Costs& costs, std::size_t s) {
    Json by_payer = Json::array(), by_year = Json::array(), points = Json::array();
    for (std::size_t payer = 0; payer < costs.payers(); ++payer)
        by_payer.push_back(estimate_json(costs.difference(s, {.payer = payer}, Discounting::by_year)));
    for (int year = 1; year <= costs.years(); ++year) {
        Json payers = Json::array();
        for (std::size_t payer = 0; payer < costs.payers(); ++payer)
            payers.push_back(number_json(costs.difference(s, {.payer = payer, .year = year}, Discounting::none).mean));
        by_year.push_back(std::move(payers));
    }
    const std::vector<double> spent = costs.differences(s, {}, Discounting::by_year);
    Json json = {{"total", estimate_json(costs.difference(s, {}, Discounting::by_year))},
                 {"undiscounted", estimate_json(costs.difference(s, {}, Discounting::none))},
                 {"by_payer", std::move(by_payer)},
                 {"lines", lines_json(costs, s)},
                 {"by_year", std::move(by_year)},
                 {"averted", nullptr},
                 {"per_averted", nullptr}};
    if (costs.has_averted()) {
        const std::vector<double> averted = costs.averted(s, Discounting::by_year);
        const CostPerAverted per = costs.per_averted(s);
        json["averted"] = estimate_json(costs.averted_estimate(s));
        json["per_averted"] = {{"value", number_json(per.ratio.mean)},
                               {"low", number_json(per.ratio.low)},
                               {"high", number_json(per.ratio.high)},
                               {"words", text_json(words_for(per.verdict, costs.has_unpriced_measure(s)))}};
        for (std::size_t r = 0; r < spent.size() && points.size() < kMostPoints; ++r) {
            if (std::isfinite(spent[r]) && std::isfinite(averted[r]))
                points.push_back(Json::array({number_json(averted[r]), number_json(spent[r])}));
        }
    }
    json["points"] = std::move(points);
    return json;
}

// Discounted differences to the base, [scenario][observation].
struct SpentAndAverted {
    std::vector<std::vector<double>> spent, averted;
};

SpentAndAverted spent_and_averted(const Costs& costs) {
    SpentAndAverted all;
    for (std::size_t s = 0; s < costs.scenarios(); ++s) {
        all.spent.push_back(costs.differences(s, {}, Discounting::by_year));
        all.averted.push_back(costs.averted(s, Discounting::by_year));
    }
    return all;
}

const char* word_of(FrontierPlace place) {
    switch (place) {
        case FrontierPlace::unpriced: return "unpriced";
        case FrontierPlace::same: return "same";
        case FrontierPlace::step: return "step";
        case FrontierPlace::dominated: return "dominated";
        case FrontierPlace::mixed: return "mixed";
        default: return "start";
    }
}

std::vector<bool> unpriced(const Costs& costs) {
    std::vector<bool> all;
    for (std::size_t s = 0; s < costs.scenarios(); ++s) all.push_back(costs.has_unpriced_measure(s));
    return all;
}

// [scenario], the base too.
Json frontier_json(const Facts& facts) {
    if (!facts.costs().has_averted()) return nullptr;
    const auto [spent, averted] = spent_and_averted(facts.costs());
    const std::vector<FrontierStep> steps = efficiency_frontier(spent, averted, unpriced(facts.costs()), facts.unit().interval());
    if (steps.empty()) return nullptr;
    Json all = Json::array();
    for (const FrontierStep& step : steps) {
        const bool is_priced_step = step.place == FrontierPlace::step && std::isfinite(step.against.ratio.mean);
        all.push_back({{"place", word_of(step.place)},
                       {"other", step.other ? Json(*step.other) : Json(nullptr)},
                       {"words", text_json(words_for(step.against.verdict))},
                       {"ratio", is_priced_step ? estimate_json(step.against.ratio) : Json(nullptr)}});
    }
    return all;
}

Json acceptability_json(const Facts& facts) {
    if (!facts.costs().has_averted() || facts.observations() < Facts::kFewestForBest) return nullptr;
    const auto [spent, averted] = spent_and_averted(facts.costs());
    SpentAndAverted priced;
    const std::vector<bool> is_unpriced = unpriced(facts.costs());
    for (std::size_t s = 0; s < spent.size(); ++s) {
        if (is_unpriced[s]) continue;
        priced.spent.push_back(spent[s]);
        priced.averted.push_back(averted[s]);
    }
    const std::vector<double> worths = usual_worths();
    const auto shares = acceptability(priced.spent, priced.averted, worths, facts.resamples());
    if (shares.empty() || shares.size() < 2) return nullptr;
    Json worth = Json::array(), share = Json::array();
    for (const double w : worths) worth.push_back(number_json(w));
    for (std::size_t s = 0, of = 0; s < spent.size(); ++s) {
        Json row = is_unpriced[s] ? Json(nullptr) : Json::array();
        if (!is_unpriced[s]) {
            for (const double x : shares[of]) row.push_back(number_json(x));
            ++of;
        }
        share.push_back(std::move(row));
    }
    return {{"worth", std::move(worth)}, {"share", std::move(share)}};
}

// Those of all scenarios, each once.
std::vector<Label> notes_of(const Costs& costs) {
    const auto percent = [&](double rate) {
        return worded(100.0 * rate, rate * 1000.0 == std::round(rate * 1000.0) && rate * 100.0 != std::round(rate * 100.0) ? 1 : 0) +
               both("%");
    };
    const Prices& base = costs.prices(0);
    std::vector<Label> notes = {Label{"costs are discounted at ", "kosten zijn verdisconteerd met "} + percent(base.discount_of_costs) +
                                Label{" and averted years at ", " en vermeden jaren met "} + percent(base.discount_of_effects) +
                                Label{" a year; costs by year are not discounted", " per jaar; kosten per jaar zijn niet verdisconteerd"}};
    const std::vector<bool> is_unpriced = unpriced(costs);
    if (std::find(is_unpriced.begin(), is_unpriced.end(), true) != is_unpriced.end()) {
        notes.push_back(
            {"scenarios whose measure has no price of its own are left out where scenarios are weighed against each other: steps and "
             "what is worth its money",
             "scenario's waarvan de maatregel zelf geen prijs heeft, doen niet mee waar scenario's tegen elkaar worden afgewogen: "
             "stappen en wat zijn geld waard is"});
    }
    for (std::size_t s = 0; s < costs.scenarios(); ++s) {
        for (const Label& note : costs.prices(s).notes) {
            const bool is_there = std::any_of(notes.begin(), notes.end(), [&](const Label& one) { return one.en == note.en; });
            if (!is_there) notes.push_back(note);
        }
    }
    return notes;
}

}  // namespace

Json costs_json(const Facts& facts) {
    const Costs& costs = facts.costs();
    if (!facts.is_comparison() || !costs.are_known()) return nullptr;
    Json payers = Json::array(), lines = Json::array(), scenarios = Json::array();
    for (const PayerDecl& payer : facts.model().vocabulary().payers)
        payers.push_back({{"name", payer.name}, {"label", text_json(payer.label)}});
    for (const CostLineDecl& line : costs.lines()) {
        lines.push_back(
            {{"name", line.name}, {"label", text_json(line.label)}, {"is_transfer", line.is_transfer}, {"description", line.description}});
    }
    scenarios.push_back(nullptr);
    for (std::size_t s = 1; s < costs.scenarios(); ++s) scenarios.push_back(scenario_json(costs, s));
    const Prices& prices = costs.prices(0);
    Label averted;
    for (const OutcomeDecl& outcome : facts.model().outcomes()) {
        if (!outcome.averted.en.empty()) averted = outcome.averted;
    }
    return {{"currency", "EUR"},
            {"price_year", prices.price_year},
            {"discount_rate", prices.discount_of_costs},
            {"discount_rate_of_effects", prices.discount_of_effects},
            {"years", costs.years()},
            {"payers", std::move(payers)},
            {"lines", std::move(lines)},
            {"averted_label", text_json(averted)},
            {"scenarios", std::move(scenarios)},
            {"frontier", frontier_json(facts)},
            {"acceptability", acceptability_json(facts)},
            {"notes", texts_json(notes_of(costs))}};
}

}  // namespace bevlogen
