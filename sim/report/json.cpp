// Numbers with the digits that count.
#include "sim/report/json.hpp"

#include <fmt/format.h>

#include <cmath>
#include <cstdlib>
#include <nlohmann/json.hpp>

#include "sim/report/shown_number.hpp"

namespace bevlogen {

Json number_json(double value) {
    if (!std::isfinite(value)) return nullptr;
    return std::strtod(fmt::format("{:.5g}", value).c_str(), nullptr);
}

Json estimate_json(const Estimate& estimate) {
    if (!std::isfinite(estimate.mean)) return nullptr;
    return Json::array({number_json(estimate.mean), number_json(estimate.low), number_json(estimate.high)});
}

Json outcome_json(const OutcomeDecl& outcome, const Estimate& estimate) {
    return estimate_json(is_logarithm(outcome) ? shown_estimate(outcome, estimate) : estimate);
}

Json text_json(const Label& text) { return {{"en", text.en}, {"nl", text.nl}}; }

Json texts_json(const std::vector<Label>& texts) {
    Json all = Json::array();
    for (const Label& text : texts) all.push_back(text_json(text));
    return all;
}

}  // namespace bevlogen
