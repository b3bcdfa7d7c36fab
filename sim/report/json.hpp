// How numbers and texts of a report become JSON; what docs/report-data.md describes.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <vector>

#include "sim/report/facts.hpp"

namespace bevlogen {

using Json = nlohmann::ordered_json;

// Five digits that count; null for what is not a number.
Json number_json(double value);
double to_decimals(double value, int decimals);
// All three to the last digit that counts where the largest has four: what is below is neither drawn nor printed.
Estimate rounded_estimate(const Estimate& estimate);
// [mean, low, high], rounded as above, or null where there is no mean.
Json estimate_json(const Estimate& estimate);
// An outcome's, as the report carries it: in the outcome's own unit, a logarithm as per cent.
Json outcome_json(const OutcomeDecl& outcome, const Estimate& estimate);
// {"en": ..., "nl": ...}
Json text_json(const Label& text);
Json texts_json(const std::vector<Label>& texts);

// Which program made a file, of what and when.
Json made_json(const StoredResults& file, const Model& model);

// The parts of the whole, each by its name there.
Json outcomes_json(const Facts& facts);
Json levels_by_phase_json(const Facts& facts);
Json differences_by_phase_json(const Facts& facts);
Json key_json(const Facts& facts);
Json over_time_json(const Facts& facts);
Json gains_json(const Facts& facts);
Json programmes_json(const Facts& facts);
Json costs_json(const Facts& facts);
Json choice_effects_json(const Facts& facts);
Json interventions_json(const Facts& facts);
Json changes_json(const Facts& facts);
Json assumptions_json(const Facts& facts);
Json patterns_json(const Facts& facts);

// Outcomes as the report orders them: the key ones first, the foremost at the head.
std::vector<std::size_t> report_outcomes(const Facts& facts);

}  // namespace bevlogen
