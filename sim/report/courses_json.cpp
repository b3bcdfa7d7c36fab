// How key outcomes go in time, who gains and who loses, and what programmes did to those who took part.
#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "sim/report/json.hpp"
#include "sim/report/shown_number.hpp"
#include "sim/report/wording.hpp"

namespace bevlogen {
namespace {

constexpr std::size_t kMostNumbers = 60'000;  // of the figures over time: half a megabyte

// [[mean...], [low...], [high...]] at every `step`th clearing, the last among them.
Json course_json(const OutcomeDecl& outcome, const std::vector<Estimate>& series, std::size_t step) {
    Json means = Json::array(), lows = Json::array(), highs = Json::array();
    for (std::size_t c = (series.size() - 1) % step; c < series.size(); c += step) {
        const Estimate at = rounded_estimate(is_logarithm(outcome) ? shown_estimate(outcome, series[c]) : series[c]);
        means.push_back(number_json(at.mean));
        lows.push_back(number_json(at.low));
        highs.push_back(number_json(at.high));
    }
    return Json::array({std::move(means), std::move(lows), std::move(highs)});
}

std::size_t step_of(const Facts& facts) {
    const std::size_t scenarios = facts.is_comparison() ? facts.scenarios() - 1 : 1;
    const std::size_t numbers = scenarios * facts.key().size() * facts.phases() * facts.series().clearings() * 3;
    std::size_t step = 1;
    while (numbers / step > kMostNumbers && step < facts.series().clearings()) ++step;
    return step;
}

// The key outcomes' places in facts.series(), in the order of the report.
std::vector<std::size_t> places_of_key(const Facts& facts) {
    std::vector<std::size_t> places;
    for (const std::size_t o : report_outcomes(facts)) {
        const auto found = std::find(facts.key().begin(), facts.key().end(), o);
        if (found != facts.key().end()) places.push_back(static_cast<std::size_t>(found - facts.key().begin()));
    }
    return places;
}

template <class Series>
Json courses_json(const Facts& facts, std::size_t s, std::size_t step, Series series) {
    Json outcomes = Json::array();
    for (const std::size_t k : places_of_key(facts)) {
        Json phases = Json::array();
        for (std::size_t phase = 0; phase < facts.phases(); ++phase)
            phases.push_back(course_json(facts.outcome(facts.key()[k]), series(s, k, phase), step));
        outcomes.push_back(std::move(phases));
    }
    return outcomes;
}

Estimate in_unit(const Estimate& e, double unit) { return {e.mean / unit, e.low / unit, e.high / unit, e.replicates}; }

}  // namespace

Json over_time_json(const Facts& facts) {
    const std::size_t step = step_of(facts);
    Json weeks = Json::array(), levels = Json::array(), differences = Json::array();
    for (std::size_t c = (facts.series().clearings() - 1) % step; c < facts.series().clearings(); c += step)
        weeks.push_back((c + 1) * kWeeksPerEpoch);
    for (std::size_t s = 0; s < facts.scenarios(); ++s) {
        const bool is_base = s == 0;
        // A comparison is told by its differences; the base's own course says what they are differences from.
        levels.push_back(
            is_base ? courses_json(facts, s, step,
                                   [&](std::size_t of, std::size_t k, std::size_t phase) { return facts.series().levels(of, k, phase); })
                    : Json(nullptr));
        differences.push_back(is_base ? Json(nullptr) : courses_json(facts, s, step, [&](std::size_t of, std::size_t k, std::size_t phase) {
            return facts.series().differences(of, k, phase);
        }));
    }
    return {{"weeks", std::move(weeks)}, {"levels", std::move(levels)}, {"differences", std::move(differences)}};
}

Json gains_json(const Facts& facts) {
    const PersonGains& gains = facts.gains();
    if (!facts.is_comparison() || gains.outcomes().empty()) return nullptr;
    const std::vector<std::size_t> order = report_outcomes(facts);
    Json outcomes = Json::array(), shares = Json::array();
    for (const std::size_t o : gains.outcomes()) outcomes.push_back(std::find(order.begin(), order.end(), o) - order.begin());
    for (std::size_t s = 0; s < facts.scenarios(); ++s) {
        if (s == 0) {
            shares.push_back(nullptr);
            continue;
        }
        Json scenario = Json::array();
        for (std::size_t g = 0; g < gains.outcomes().size(); ++g) {
            Json phases = Json::array();
            for (std::size_t phase = 0; phase < facts.phases(); ++phase) {
                const GainShares of = gains.shares(s, g, phase);
                phases.push_back(
                    {{"better", estimate_json(of.better)}, {"same", estimate_json(of.same)}, {"worse", estimate_json(of.worse)}});
            }
            scenario.push_back(std::move(phases));
        }
        shares.push_back(std::move(scenario));
    }
    return {{"outcomes", std::move(outcomes)}, {"threshold_sd", kGainSd}, {"shares", std::move(shares)}};
}

namespace {

// Of everybody who is there in that week: how many came so far in a programme, step by step; steps that nobody took are left out.
Json funnel_json(const Facts& facts, std::size_t s, int week, int year) {
    const ClearingSeries& steps = facts.steps();
    const double persons = facts.result().levels.persons(s, year);
    Json funnel = Json::array();
    for (std::size_t k = 0; k < steps.outcomes().size(); ++k) {
        const Estimate share = steps.levels(s, k, 0)[static_cast<std::size_t>(week / kWeeksPerEpoch - 1)];
        if (!(share.mean > 0.0)) continue;
        funnel.push_back({{"label", text_json(facts.outcome(steps.outcomes()[k]).label)},
                          {"persons", estimate_json({share.mean * persons, share.low * persons, share.high * persons, share.replicates})}});
    }
    return funnel;
}

}  // namespace

Json programmes_json(const Facts& facts) {
    const TwinEffects& twins = facts.result().twins;
    const std::vector<std::size_t> order = report_outcomes(facts);
    Json all = Json::array();
    for (std::size_t s = 1; s < facts.scenarios(); ++s) {
        for (std::size_t moment = 0; moment < twins.weeks().size(); ++moment) {
            if (!(twins.offered(s, moment).mean > 0.0)) continue;
            const int week = twins.weeks()[moment];
            const int year = std::min((week + kWeeksPerYear - 1) / kWeeksPerYear, facts.years());
            Json effects = Json::array();
            for (std::size_t k = 0; k < twins.outcomes().size(); ++k) {
                const std::size_t o = twins.outcomes()[k];
                const OutcomeDecl& outcome = facts.outcome(o);
                const bool is_share = outcome.shape == Shape::share;
                const double unit = is_share ? 1.0 : facts.result().levels.base_sd(o, 0, year);
                effects.push_back({{"outcome", std::find(order.begin(), order.end(), o) - order.begin()},
                                   {"unit", text_json(is_share ? difference_unit(outcome) : both("SD"))},
                                   {"scale", is_share ? 100.0 : 1.0},
                                   {"digits", 2},
                                   {"participants", estimate_json(in_unit(twins.among_took_part(s, moment, k), unit))},
                                   {"offered", estimate_json(in_unit(twins.among_offered(s, moment, k), unit))}});
            }
            all.push_back(
                {{"scenario", s}, {"week", week}, {"funnel", funnel_json(facts, s, week, year)}, {"effects", std::move(effects)}});
        }
    }
    return all;
}

}  // namespace bevlogen
