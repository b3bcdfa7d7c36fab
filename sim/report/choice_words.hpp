// Sentences about effects under several words of a choice, such as theories.
#pragma once

#include <string>
#include <string_view>

#include "sim/core/label.hpp"
#include "sim/experiment/choice_effects.hpp"

namespace bevlogen {

// What a word of the choice stands for, or the word.
Label label_of_word(const ChoiceEffects& effects, const std::string& word);

std::string_view word_of(Survival survival);  // "holds"
Label survival_words(Survival survival);      // "holds", "turns", "not clear under each", "no effect"

// How far the words agree on the order of the policies: "Agreement on the order of the policies (...): jdr/shanafelt 0.90 and jdr/wellmd
// 0.70."; empty with fewer than three of them.
Label agreement_words(const ChoiceEffects& effects, std::size_t k);

// "Run under each of 3 choices of “theory of well-being” (jdr, shanafelt and wellmd): of 5 effects on “burnt out”, 4 have the same clear
// sign under all."
Label survival_sentence(const Model& model, const ChoiceEffects& effects, std::size_t k);

}  // namespace bevlogen
