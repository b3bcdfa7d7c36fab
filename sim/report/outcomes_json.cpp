// Outcomes, their levels and differences by phase, and what is told of the key ones.
#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "sim/report/json.hpp"
#include "sim/report/shown_number.hpp"
#include "sim/report/wording.hpp"

namespace bevlogen {
namespace {

const char* verdict_word(Verdict verdict) {
    switch (verdict) {
        case Verdict::better: return "better";
        case Verdict::worse: return "worse";
        case Verdict::different: return "different";
        case Verdict::none: return "none";
        default: return "unclear";
    }
}

Json week_json(const std::optional<int>& week) { return week ? Json(*week) : Json(nullptr); }

// [scenario][outcome][phase], each made by `of`; null for scenarios before `first`.
template <class Of>
Json by_phase(const Facts& facts, std::size_t first, Of of) {
    const std::vector<std::size_t> outcomes = report_outcomes(facts);
    Json all = Json::array();
    for (std::size_t s = 0; s < facts.scenarios(); ++s) {
        if (s < first) {
            all.push_back(nullptr);
            continue;
        }
        Json scenario = Json::array();
        for (const std::size_t o : outcomes) {
            Json row = Json::array();
            for (std::size_t phase = 0; phase < facts.phases(); ++phase) row.push_back(of(s, o, phase));
            scenario.push_back(std::move(row));
        }
        all.push_back(std::move(scenario));
    }
    return all;
}

}  // namespace

std::vector<std::size_t> report_outcomes(const Facts& facts) {
    std::vector<std::size_t> order;
    for (std::size_t o = 0; o < facts.model().outcomes().size(); ++o) order.push_back(o);
    const auto rank = [&](std::size_t o) { return o == facts.foremost() && !facts.key().empty() ? 0 : facts.outcome(o).headline ? 1 : 2; };
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return rank(a) < rank(b); });
    return order;
}

Json outcomes_json(const Facts& facts) {
    Json all = Json::array();
    for (const std::size_t o : report_outcomes(facts)) {
        const OutcomeDecl& outcome = facts.outcome(o);
        const double level = shown_value(outcome, facts.level(0, o, 0).mean);
        all.push_back({{"name", outcome.name},
                       {"label", text_json(outcome.label)},
                       {"unit", text_json(level_unit(outcome))},
                       {"difference_unit", text_json(difference_unit(outcome))},
                       {"scale", outcome.shape == Shape::share ? 100 : 1},
                       {"digits", std::isfinite(level) ? level_digits(outcome, level) : 1},
                       {"difference_digits", facts.difference_digits(o)},
                       {"good", word_of(outcome.good)},
                       {"role", word_of(outcome.role)},
                       {"shape", outcome.shape == Shape::share ? "share" : "level"},
                       {"is_key", outcome.headline},
                       {"description", outcome.description}});
    }
    return all;
}

Json levels_by_phase_json(const Facts& facts) {
    return by_phase(facts, 0, [&](std::size_t s, std::size_t o, std::size_t phase) {
        return outcome_json(facts.outcome(o), facts.level(s, o, phase));
    });
}

Json differences_by_phase_json(const Facts& facts) {
    return by_phase(facts, 1, [&](std::size_t s, std::size_t o, std::size_t phase) {
        Json difference = outcome_json(facts.outcome(o), facts.difference(s, o, phase));
        if (difference.is_array()) difference.push_back(number_json(to_decimals(facts.effect(s, o, phase), 4)));
        return difference;
    });
}

Json key_json(const Facts& facts) {
    std::vector<std::vector<double>> best;
    std::vector<std::size_t> key;  // in the order of the report
    for (const std::size_t o : report_outcomes(facts)) {
        if (!facts.outcome(o).headline) continue;
        key.push_back(o);
        best.push_back(facts.best(o));
    }
    Json all = Json::array();
    for (std::size_t s = 0; s < facts.scenarios(); ++s) {
        Json scenario = Json::array();
        for (std::size_t i = 0; i < key.size(); ++i) {
            Json one = {{"persons", nullptr},    {"person_years", nullptr}, {"best", number_json(best[i][s])},
                        {"first_week", nullptr}, {"faded_week", nullptr},   {"verdict", nullptr}};
            if (s > 0) {
                const std::size_t o = key[i];
                const auto k = static_cast<std::size_t>(std::find(facts.key().begin(), facts.key().end(), o) - facts.key().begin());
                const EffectTimes times = facts.times(s, k);
                const auto persons = facts.persons(s, o), person_years = facts.person_years(s, o);
                if (persons) one["persons"] = estimate_json(*persons);
                if (person_years) one["person_years"] = estimate_json(*person_years);
                one["first_week"] = week_json(times.first_week);
                one["faded_week"] = week_json(times.faded_week);
                one["verdict"] = verdict_word(facts.verdict(s, o, 0));
            }
            scenario.push_back(std::move(one));
        }
        all.push_back(std::move(scenario));
    }
    return all;
}

}  // namespace bevlogen
