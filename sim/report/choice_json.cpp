// Effects under each word of a choice, as JSON.
#include <cmath>
#include <nlohmann/json.hpp>

#include "sim/report/choice_words.hpp"
#include "sim/report/json.hpp"

namespace bevlogen {
namespace {

// Places of the key outcomes among those that the effects were measured of, in the order of the report.
std::vector<std::size_t> key_places(const Facts& facts, const ChoiceEffects& effects) {
    std::vector<std::size_t> places;
    for (const std::size_t o : report_outcomes(facts)) {
        if (!facts.outcome(o).headline) continue;
        const auto found = std::find(effects.outcomes().begin(), effects.outcomes().end(), o);
        places.push_back(static_cast<std::size_t>(found - effects.outcomes().begin()));
    }
    return places;
}

}  // namespace

Json choice_effects_json(const Facts& facts) {
    const ChoiceEffects* effects = facts.choice();
    if (effects == nullptr) return nullptr;
    const std::vector<std::size_t> places = key_places(facts, *effects);
    const auto each = [](const auto& range, const auto& of) {
        Json all = Json::array();
        for (const auto& one : range) all.push_back(of(one));
        return all;
    };
    std::vector<std::size_t> scenarios, words;
    for (std::size_t s = 0; s < effects->scenarios(); ++s) scenarios.push_back(s);
    for (std::size_t w = 0; w < effects->words().size(); ++w) words.push_back(w);
    const auto of_alternatives = [&](const auto& of) {
        return each(scenarios,
                    [&](std::size_t s) { return s == 0 ? Json(nullptr) : each(places, [&](std::size_t k) { return Json(of(s, k)); }); });
    };
    const auto difference = [&](std::size_t w) {
        return of_alternatives([&, w](std::size_t s, std::size_t k) {
            return outcome_json(facts.outcome(effects->outcomes()[k]), effects->difference(w, s, k));
        });
    };
    const auto place = [&](std::size_t w) {
        return of_alternatives([&, w](std::size_t s, std::size_t k) {
            const double own = effects->places(w, k)[s - 1];
            return own == 0.0 ? Json(nullptr) : Json(own);
        });
    };
    return {{"parameter", text_json(effects->parameter().meaning)},
            {"path", effects->parameter().path},
            {"words", effects->words()},
            {"labels", each(effects->words(), [&](const std::string& word) { return text_json(label_of_word(*effects, word)); })},
            {"differences", each(words, difference)},
            {"places", each(words, place)},
            {"survival", of_alternatives([&](std::size_t s, std::size_t k) { return std::string(word_of(effects->survival(s, k))); })},
            {"agreement", each(places, [&](std::size_t k) { return text_json(agreement_words(*effects, k)); })}};
}

}  // namespace bevlogen
