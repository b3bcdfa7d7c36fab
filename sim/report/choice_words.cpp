// Words what survives a choice.
#include "sim/report/choice_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "sim/report/wording.hpp"

namespace bevlogen {

Label label_of_word(const ChoiceEffects& effects, const std::string& word) {
    const ParameterDecl& decl = effects.parameter();
    const auto place = static_cast<std::size_t>(std::find(decl.choices.begin(), decl.choices.end(), word) - decl.choices.begin());
    return place < decl.choice_labels.size() ? decl.choice_labels[place] : both(word);
}

std::string_view word_of(Survival survival) {
    switch (survival) {
        case Survival::holds: return "holds";
        case Survival::turns: return "turns";
        case Survival::unclear: return "unclear";
        case Survival::none: break;
    }
    return "none";
}

Label survival_words(Survival survival) {
    switch (survival) {
        case Survival::holds: return {"holds", "blijft"};
        case Survival::turns: return {"turns", "keert om"};
        case Survival::unclear: return {"not clear under each", "niet onder elke duidelijk"};
        case Survival::none: break;
    }
    return {"no effect", "geen effect"};
}

Label agreement_words(const ChoiceEffects& effects, std::size_t k) {
    std::vector<Label> pairs;
    for (std::size_t a = 0; a < effects.words().size(); ++a) {
        for (std::size_t b = a + 1; b < effects.words().size(); ++b) {
            const double agreement = effects.agreement(a, b, k);
            if (!std::isfinite(agreement)) continue;
            pairs.push_back(both(effects.words()[a] + "/" + effects.words()[b] + " ") + worded(agreement, 2));
        }
    }
    if (pairs.empty()) return {};
    return Label{"Agreement on the order of the policies (Spearman, 1: the same order): ",
                 "Overeenstemming over de volgorde van de beleidsopties (Spearman, 1: dezelfde volgorde): "} +
           listed(pairs) + both(".");
}

namespace {

// With semicolons, as labels may have commas.
Label joined(const std::vector<Label>& items) {
    Label text;
    for (const Label& item : items) text = text.empty() ? item : text + both("; ") + item;
    return text;
}

}  // namespace

Label survival_sentence(const Model& model, const ChoiceEffects& effects, std::size_t k) {
    std::size_t holds = 0, turns = 0;
    for (std::size_t s = 1; s < effects.scenarios(); ++s) {
        holds += effects.survival(s, k) == Survival::holds;
        turns += effects.survival(s, k) == Survival::turns;
    }
    const std::size_t policies = effects.scenarios() - 1, words = effects.words().size();
    const Label outcome = model.outcomes()[effects.outcomes()[k]].label;
    const Label& parameter = effects.parameter().meaning;
    std::vector<Label> names;
    for (const std::string& word : effects.words()) names.push_back(label_of_word(effects, word));
    Label text = Label{fmt::format("Run under each of {} choices of “{}” (", words, parameter.en),
                       fmt::format("Gedraaid onder elk van {} keuzes voor “{}” (", words, parameter.nl)} +
                 joined(names) + both("): ") +
                 Label{fmt::format("of {} effects on “", policies), fmt::format("van {} effecten op “", policies)} + outcome +
                 Label{fmt::format("”, {} have the same clear sign under all", holds),
                       fmt::format("” hebben er {} onder alle hetzelfde duidelijke teken", holds)};
    if (turns > 0) text = text + Label{fmt::format(", and {} turn", turns), fmt::format(", en {} keren om", turns)};
    return text + both(".");
}

}  // namespace bevlogen
