// How an outcome is called and shown.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "sim/live/snapshot.hpp"
#include "sim/record/record_plan.hpp"
#include "viewer/plot/numbers.hpp"

namespace bevlogen {

// Of the model's outcomes; nothing where it has none of that name.
std::optional<std::size_t> outcome_named(const Model& model, std::string_view name);

NumberStyle style_of(const OutcomeDecl& outcome);
// "burnt out (UBOS), share of persons", "workload, SD".
std::string title_with_unit(const OutcomeDecl& outcome, Language language);
std::string unit_words(const OutcomeDecl& outcome, Language language);
// "hospital 12, team 4": hospitals are counted in the order of their identities, from 1.
std::string place_words(const TeamsNow& teams, std::size_t team, Language language);
// First letter of a label as a capital.
std::string capitalised(const std::string& text);

}  // namespace bevlogen
