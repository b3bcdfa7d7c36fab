// Lays effects under several words side by side.
#include "sim/cli/choice_table.hpp"

#include <fmt/format.h>

#include <cmath>
#include <nlohmann/json.hpp>

#include "sim/cli/comparison_table.hpp"
#include "sim/cli/terminal.hpp"
#include "sim/cli/text_table.hpp"
#include "sim/report/choice_words.hpp"
#include "sim/report/shown_number.hpp"

namespace bevlogen {
namespace {

std::string shown_place(double place) { return place == 0.0 ? "-" : fmt::format("{:g}", place); }

int digits_for(const Model& model, const ChoiceEffects& effects, std::size_t k) {
    std::vector<Estimate> all;
    for (std::size_t w = 0; w < effects.words().size(); ++w) {
        for (std::size_t s = 1; s < effects.scenarios(); ++s) all.push_back(effects.difference(w, s, k));
    }
    return digits_of(model.outcomes()[effects.outcomes()[k]], all);
}

std::string block(const Model& model, const Experiment& experiment, const ChoiceEffects& effects, std::size_t k) {
    const OutcomeDecl& outcome = model.outcomes()[effects.outcomes()[k]];
    std::vector<TextColumn> columns = {{"", Align::left, 30}};
    for (const std::string& word : effects.words()) {
        columns.push_back({word + " "});
        columns.push_back({"place"});
    }
    columns.push_back({"sign", Align::left, 30});
    TextTable table(std::move(columns));
    std::vector<std::string> row = {"base: " + short_name(experiment.scenarios.front())};
    for (std::size_t w = 0; w < effects.words().size(); ++w) {
        row.push_back(shown_level(outcome, effects.base_level(w, k)) + " ");
        row.emplace_back();
    }
    row.emplace_back();
    table.add(row);
    const int digits = digits_for(model, effects, k);
    for (std::size_t s = 1; s < effects.scenarios(); ++s) {
        row = {short_name(experiment.scenarios[s])};
        for (std::size_t w = 0; w < effects.words().size(); ++w) {
            row.push_back(shown_difference(outcome, effects.difference(w, s, k), digits));
            row.push_back(shown_place(effects.places(w, k)[s - 1]));
        }
        row.push_back(survival_words(effects.survival(s, k)).en);
        table.add(row);
    }
    return bold(outcome_heading(outcome)) + "\n" + table.text(1);
}

}  // namespace

std::string choice_table(const Model& model, const Experiment& experiment, const ChoiceEffects& effects) {
    std::string text = fmt::format("Under each {}: mean of year {}, everybody; {}\n", effects.parameter().meaning.en, effects.year(),
                                   runs_words(experiment));
    for (const std::string& word : effects.words()) {
        const std::string label = label_of_word(effects, word).en;
        if (label != word) text += fmt::format("  {}: {}\n", word, label);
    }
    for (std::size_t k = 0; k < effects.outcomes().size(); ++k) {
        text += "\n" + block(model, experiment, effects, k);
        const std::string agreement = agreement_words(effects, k).en;
        if (!agreement.empty()) text += wrapped("  " + agreement, 4) + "\n";
    }
    text +=
        "\n" +
        wrapped("Place 1 is the best for the outcome. The sign holds where the interval excludes zero under every word, on the same side.",
                0) +
        "\n";
    return text;
}

std::string choice_json(const Model& model, const Experiment& experiment, const ChoiceEffects& effects) {
    const auto number = [](double value) { return std::isfinite(value) ? nlohmann::ordered_json(value) : nlohmann::ordered_json(nullptr); };
    nlohmann::ordered_json rows = nlohmann::ordered_json::array();
    for (std::size_t k = 0; k < effects.outcomes().size(); ++k) {
        for (std::size_t s = 1; s < effects.scenarios(); ++s) {
            nlohmann::ordered_json row = {{"outcome", model.outcomes()[effects.outcomes()[k]].name},
                                          {"scenario", experiment.scenarios[s].name},
                                          {"sign", word_of(effects.survival(s, k))}};
            for (std::size_t w = 0; w < effects.words().size(); ++w) {
                const Estimate& found = effects.difference(w, s, k);
                row[effects.words()[w]] = {{"difference", number(found.mean)},
                                           {"low", number(found.low)},
                                           {"high", number(found.high)},
                                           {"place", number(effects.places(w, k)[s - 1])}};
            }
            rows.push_back(std::move(row));
        }
    }
    const nlohmann::ordered_json answer = {
        {"over", effects.parameter().path}, {"words", effects.words()}, {"year", effects.year()}, {"effects", rows}};
    return answer.dump(1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
}

}  // namespace bevlogen
